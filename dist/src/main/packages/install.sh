#!/bin/sh
# Installs what lies beside this file, or removes what it has installed.

set -u
umask 022

usage() {
    cat <<'TEXT'
Usage: ./install.sh [--prefix FOLDER] [--wandb] [--uninstall]

Installs wandb-auth into FOLDER/bin, and what it needs into FOLDER/lib/wandb-auth
and FOLDER/share. What an earlier version installed there is replaced.

  --prefix FOLDER  where to; /usr/local for root, otherwise ~/.local, unless told
  --wandb          link the program as wandb too, unless another program is there
  --uninstall      remove what was installed there; your keys stay
TEXT
}

say() { printf 'install.sh: %s\n' "$1" >&2; }
fail() { say "$1"; exit 1; }

prefix=
action=install
as_wandb=
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) [ $# -gt 1 ] || { usage >&2; exit 2; }; shift; prefix=$1 ;;
        --prefix=*) prefix=${1#*=} ;;
        --wandb) as_wandb=yes ;;
        --uninstall) action=uninstall ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done

if [ -z "$prefix" ]; then
    if [ "$(id -u)" = 0 ]; then
        prefix=/usr/local
    else
        prefix=${HOME:?there is no home: name a folder with --prefix}/.local
    fi
fi
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
home=$prefix/lib/wandb-auth
list=$home/installed-files # those outside of the folder, one a line, by their paths in the prefix

# Whether a file is a link to the program that this installs, or to nothing.
is_replaceable() {
    [ ! -e "$1" ] && [ ! -L "$1" ] && return 0
    [ -L "$1" ] && [ "$(readlink "$1")" = ../lib/wandb-auth/bin/wandb ]
}

# Removes the files that were installed, but for those on another list, and the folders that are empty then.
remove_files() { # remove_files [LIST]
    [ -f "$list" ] || return 0
    while IFS= read -r file; do
        case $file in bin/* | share/*) ;; *) continue ;; esac
        if grep -Fqx -- "$file" "${1:-/dev/null}"; then continue; fi
        rm -f -- "$prefix/$file" || fail "cannot remove $prefix/$file"
        folder=$prefix/${file%/*}
        while [ "$folder" != "$prefix" ] && rmdir -- "$folder" 2>/dev/null; do folder=${folder%/*}; done
    done <"$list"
}

check() {
    [ -x "$source/lib/wandb-auth/bin/java" ] || fail "there is no program beside $0: run it in the unpacked archive"
    [ "$source" != "$prefix" ] || fail "$prefix is the unpacked archive itself: name another folder"
    [ ! -e "$home" ] || [ -f "$list" ] || fail "$home was not installed by this: remove it, or name another folder"
    for name in $names; do
        is_replaceable "$prefix/bin/$name" || fail "$prefix/bin/$name is another program: nothing was installed"
    done
}

# The files beside the program, without those for a name that it is not to have.
shared_files() {
    (cd -- "$source" && find share -type f) | if [ "$names" = wandb-auth ]; then
        grep -v -e '/_*wandb$' -e '/wandb\.[a-z0-9]*$'
    else
        cat
    fi
}

# Makes the class caches, with which the program starts fast, where the archive has only the lists for them: it was packed on a
# system that does not run this one's Java.
make_caches() { # make_caches IMAGE
    for name in classes complete; do
        classes=$1/lib/$name.list
        cache=$1/lib/server/$name.jsa
        if [ ! -f "$classes" ] || [ -f "$cache" ]; then continue; fi
        env -i "$1/bin/java" -Xshare:dump -XX:CompressedClassSpaceSize=64m -XX:+AOTClassLinking "-XX:SharedClassListFile=$classes" \
            "-XX:SharedArchiveFile=$cache" -m wandb.auth.cli/wandb.auth.cli.Main >/dev/null 2>&1 ||
            { rm -f -- "$cache"; say 'no class cache could be made: the program will start more slowly'; return; }
    done
}

install_files() {
    source=$(cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
    names=wandb-auth
    if [ -n "$as_wandb" ] || grep -qx bin/wandb "$list" 2>/dev/null; then names='wandb-auth wandb'; fi
    check
    mkdir -p -- "$prefix/bin" "$prefix/lib" || fail "cannot write to $prefix: name another folder with --prefix"
    rm -rf -- "$home.new" "$home.old"
    cp -Rp -- "$source/lib/wandb-auth" "$home.new" || fail "cannot write to $prefix/lib"
    make_caches "$home.new"
    {
        for name in $names; do echo "bin/$name"; done
        shared_files
    } >"$home.new/installed-files" || fail "cannot write to $prefix/lib"
    while IFS= read -r file; do
        case $file in bin/*) continue ;; esac
        { mkdir -p -- "$prefix/${file%/*}" && cp -p -- "$source/$file" "$prefix/$file"; } ||
            fail "cannot write $prefix/$file"
    done <"$home.new/installed-files"
    remove_files "$home.new/installed-files"
    # Runs of the version before go on with its files.
    [ ! -e "$home" ] || mv -- "$home" "$home.old" || fail "cannot replace $home"
    mv -- "$home.new" "$home" || fail "cannot write $home"
    for name in $names; do
        ln -sf ../lib/wandb-auth/bin/wandb "$prefix/bin/$name" || fail "cannot write $prefix/bin/$name"
    done
    rm -rf -- "$home.old"
    say "installed: $prefix/bin/wandb-auth"
    case :${PATH-}: in
        *:"$prefix/bin":*) ;;
        *) say "put this into your shell's start-up file: export PATH=\"$prefix/bin:\$PATH\"" ;;
    esac
}

if [ "$action" = install ]; then
    install_files
else
    [ -f "$list" ] || fail "nothing was installed in $prefix"
    remove_files
    rm -rf -- "$home" || fail "cannot remove $home"
    rmdir -- "$prefix/lib" 2>/dev/null
    say "removed from $prefix; your keys stay"
fi
