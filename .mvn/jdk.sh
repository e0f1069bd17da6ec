# shellcheck shell=sh disable=SC2030,SC2031,SC2154
# Finds Java 25 and Maven for ./wandb and ./verify, and brings what is missing. Whoever sources this sets $project, the
# folder of the checkout, and $program, the name for messages, and defines the functions `say MESSAGE` and `fail MESSAGE`
# (which does not return).
#
# WANDB_JDK_MIRROR   another address that has Adoptium's release folders
# WANDB_JDK_URL      another archive of a JDK 25, and
# WANDB_JDK_SHA256   its SHA-256

jdk_remedy='install a JDK 25 (https://adoptium.net) and set JAVA25_HOME to its folder'

# Finds Java and Maven and installs what is missing. What cannot be had is said before anything changes.
require_build_tools() {
    find_java || check_java_can_be_downloaded
    has mvn || check_maven_can_be_installed
    require_java
    require_maven
}

# Sets JAVA_HOME, and PATH, whose `java` Maven's plugins start; Maven finds the JDK by JAVA25_HOME when its own settings name
# another one to run on.
require_java() {
    find_java || download_java
    JAVA_HOME=$(cd "$JAVA_HOME" && pwd -P) || exit 1
    JAVA25_HOME=$JAVA_HOME
    PATH=$JAVA_HOME/bin:$PATH
    # Maven's own libraries use what later versions of Java take away, of which this one would warn in every run.
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}"
    export JAVA_HOME JAVA25_HOME PATH MAVEN_OPTS
}

require_maven() {
    has mvn || install_maven
}

has() { command -v "$1" >/dev/null 2>&1; }

# Sets JAVA_HOME to the first JDK 25 of the usual places.
find_java() {
    if [ -n "${JAVA25_HOME-}" ]; then
        is_jdk_25 "$JAVA25_HOME" || fail "JAVA25_HOME=$JAVA25_HOME is not a JDK 25: correct or unset it"
        JAVA_HOME=$JAVA25_HOME
        return
    fi
    for jdk in "${JAVA_HOME-}" "$(jdk_on_path)" "$project"/.jdk/jdk-* /usr/lib/jvm/* \
        "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if is_jdk_25 "$jdk"; then
            JAVA_HOME=$jdk
            return
        fi
    done
    return 1
}

jdk_on_path() {
    javac=$(command -v javac) && javac=$(readlink -f "$javac" 2>/dev/null) && printf '%s\n' "${javac%/bin/javac}"
}

is_jdk_25() { # is_jdk_25 FOLDER
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -x "$1/bin/jlink" ] || return 1
    if [ -f "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release")
    else
        version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac //p')
    fi
    case $version in 25 | 25[.+-]*) ;; *) return 1 ;; esac
}

# Sets $jdk_url and $jdk_sha256. The digests are those of Adoptium's own container files.
choose_archive() {
    if [ -n "${WANDB_JDK_URL-}${WANDB_JDK_SHA256-}" ]; then
        if [ -z "${WANDB_JDK_URL-}" ] || [ -z "${WANDB_JDK_SHA256-}" ]; then
            fail 'WANDB_JDK_URL and WANDB_JDK_SHA256 belong together: set both or neither'
        fi
        jdk_url=$WANDB_JDK_URL
        jdk_sha256=$WANDB_JDK_SHA256
        return
    fi
    # The loader tells the C library and the word size that programs have here; the kernel does not.
    if [ "$(uname -s)" = Linux ] && [ -e /lib64/ld-linux-x86-64.so.2 ]; then
        jdk_system=x64_linux
        jdk_sha256=dbb698396d478e7fa2b1e50f4103324b2a99b90569ee27c33f2261f9215cf41e
    elif [ "$(uname -s)" = Linux ] && [ -e /lib/ld-linux-aarch64.so.1 ]; then
        jdk_system=aarch64_linux
        jdk_sha256=69df11a02cfa3ef7d7ca645e03edce6778ec090e100f6ae2b42097865730ac52
    else
        fail "Java 25 is needed, and none is downloaded for this system: $jdk_remedy"
    fi
    jdk_url=${WANDB_JDK_MIRROR:-https://github.com/adoptium/temurin25-binaries/releases/download}
    jdk_url=${jdk_url%/}/jdk-25.0.4.1%2B1/OpenJDK25U-jdk_${jdk_system}_hotspot_25.0.4.1_1.tar.gz
}

check_java_can_be_downloaded() {
    choose_archive
    has curl || has wget || fail "Java 25 is needed, and neither curl nor wget is there to download it: install one, or $jdk_remedy"
    { has tar && has gzip; } || fail "Java 25 is needed, and tar and gzip are not there to unpack it: install them, or $jdk_remedy"
    has sha256sum || has shasum || has openssl ||
        fail "Java 25 is needed, and neither sha256sum, shasum nor openssl is there to check it: install one, or $jdk_remedy"
    { mkdir -p "$project/.jdk" && [ -w "$project/.jdk" ]; } 2>/dev/null ||
        fail "Java 25 is needed, and $project/.jdk cannot be written: make it writable, or $jdk_remedy"
}

# Downloads a JDK into .jdk/, where it appears complete or not at all. Runs at the same time take turns.
download_java() {
    check_java_can_be_downloaded
    (
        if has flock && ! flock -n 8; then
            say 'waiting for another run, which is downloading Java 25'
            flock 8
        fi
        find_java && exit
        # With the lock in hand: left behind by a run that was killed.
        ! has flock || rm -rf "$project"/.jdk/incomplete.*
        incomplete=$(mktemp -d "$project/.jdk/incomplete.XXXXXX") || exit 1
        trap 'rm -rf "$incomplete"' EXIT
        fetch_archive
        check_digest
        unpack_archive
    ) 8>"$project/.jdk/lock" || exit
    find_java || fail "Java 25 was downloaded and is not in $project/.jdk: $jdk_remedy"
}

fetch_archive() {
    say "downloading Java 25 into .jdk (once, about 140 MB) from $jdk_url"
    archive=$incomplete/archive.tar.gz
    if has curl; then
        set -- curl -fsSL --retry 2 --connect-timeout 20 --speed-limit 1000 --speed-time 30 -o "$archive" "$jdk_url"
    else
        set -- wget -nv --tries=3 --timeout=30 -O "$archive" "$jdk_url"
    fi
    "$@" </dev/null 2>"$incomplete/errors" &
    await $! show_download ||
        fail "the download of Java 25 failed ($(last_error)): try again, set WANDB_JDK_MIRROR to another address, or $jdk_remedy"
}

show_download() {
    bytes=$(wc -c 2>/dev/null <"$archive") || bytes=0
    printf 'downloading Java 25: %s MB' $((bytes / 1000000))
}

last_error() {
    sed -n 's/^[a-z]*: //; /[^ ]/p' "$incomplete/errors" | tail -n 1
}

check_digest() {
    if has sha256sum; then
        found=$(sha256sum <"$archive")
    elif has shasum; then
        found=$(shasum -a 256 <"$archive")
    else
        found=$(openssl dgst -sha256 -r <"$archive")
    fi
    [ "${found%% *}" = "$jdk_sha256" ] ||
        fail "what $jdk_url gave is not the expected Java 25 and was deleted (SHA-256 ${found%% *}, expected $jdk_sha256): try again, or $jdk_remedy"
}

unpack_archive() {
    mkdir "$incomplete/unpacked" || exit 1
    tar -xzof "$archive" -C "$incomplete/unpacked" </dev/null 2>"$incomplete/errors" &
    await $! show_unpacking ||
        fail "Java 25 could not be unpacked into .jdk ($(last_error)): make 500 MB of space there, or $jdk_remedy"
    for jdk in "$incomplete"/unpacked/*; do
        is_jdk_25 "$jdk" || continue
        "$jdk/bin/java" -version >/dev/null 2>"$incomplete/errors" ||
            fail "the Java 25 of $jdk_url does not run here ($(last_error)): $jdk_remedy"
        [ -e "$project/.jdk/jdk-$version" ] || mv "$jdk" "$project/.jdk/jdk-$version" || exit 1
        return
    done
    fail "the archive $jdk_url holds no JDK 25: $jdk_remedy"
}

show_unpacking() { printf 'unpacking Java 25'; }

check_maven_can_be_installed() {
    has apt-get || fail 'Maven is needed to build this, and there is no mvn on PATH: install Maven (https://maven.apache.org)'
    [ "$(id -u)" = 0 ] || fail 'Maven is needed to build this, and there is no mvn on PATH: sudo apt-get install maven'
}

install_maven() {
    check_maven_can_be_installed
    say "installing Maven from this system's packages (apt-get install maven)"
    packages_log=$(mktemp) || exit 1
    {
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends maven
    } </dev/null >"$packages_log" 2>&1 9<&- & # a service that this starts must not keep the caller's lock
    await $! show_packages ||
        fail "Maven could not be installed ($(sed -n 's/^E: //p' "$packages_log" | tail -n 1)): apt-get install maven says why ($packages_log)"
    rm -f "$packages_log"
}

show_packages() { printf 'installing Maven'; }

# Waits for a process that runs in the background and gives its exit code. On a terminal a line shows meanwhile what the
# function says and for how long. Such a process does not hear Ctrl-C: who waits passes it on.
await() { # await PROCESS FUNCTION
    trap 'stop_waiting "$1" 130' INT
    trap 'stop_waiting "$1" 143' TERM
    trap 'stop_waiting "$1" 129' HUP
    if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
        begun=$(date +%s)
        while kill -0 "$1" 2>/dev/null; do
            printf '\r%s: %s (%s s)\033[K' "$program" "$("$2")" $(($(date +%s) - begun)) >&2
            sleep 0.2
        done
        printf '\r\033[K' >&2
    fi
    wait "$1"
    awaited=$?
    trap - INT TERM HUP
    return "$awaited"
}

stop_waiting() { # stop_waiting PROCESS EXIT_CODE
    trap '' INT TERM HUP
    kill -- "-$1" 2>/dev/null || kill "$1" 2>/dev/null # with all that it started, where it leads a group
    wait "$1" 2>/dev/null
    [ ! -t 2 ] || echo >&2
    exit "$2"
}
