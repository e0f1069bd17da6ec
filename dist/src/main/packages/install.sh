#!/bin/sh
# Installs what lies beside this file, or removes what it has installed.

set -u
umask 022
unset CDPATH # with which cd could go elsewhere

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
        --prefix) [ -n "${2-}" ] || { usage >&2; exit 2; }; shift; prefix=$1 ;;
        --prefix=?*) prefix=${1#*=} ;;
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
        [ -n "${HOME-}" ] || fail 'there is no home: name a folder with --prefix'
        prefix=$HOME/.local
    fi
fi
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac

# Once the folder is there, its name has no dots and no slash too many.
name_folders() {
    if [ -d "$prefix" ]; then prefix=$(cd -- "$prefix" && pwd) || exit 1; fi
    home=$prefix/lib/wandb-auth
    list=$home/installed-files # those outside of the folder, one a line, by their paths in the prefix
}

exists() { [ -e "$1" ] || [ -L "$1" ]; }

# Whether a file is a link to the program that this installs, or is not there.
is_replaceable() {
    exists "$1" || return 0
    [ -L "$1" ] || return 1
    # shellcheck disable=SC3013
    [ "$(readlink "$1")" = ../lib/wandb-auth/bin/wandb ] || [ "$1" -ef "$home/bin/wandb" ]
}

# Removes the files that were installed, but for those on another list, and the folders that are empty then.
remove_files() { # remove_files [LIST]
    [ -f "$list" ] || return 0
    while IFS= read -r file; do
        case $file in
            bin/*) is_replaceable "$prefix/$file" || { say "$prefix/$file is another program: it was left"; continue; } ;;
            share/*) ;;
            *) continue ;;
        esac
        if grep -Fqx -- "$file" "${1:-/dev/null}"; then continue; fi
        rm -f -- "$prefix/$file" || fail "cannot remove $prefix/$file"
        folder=$prefix/${file%/*}
        while [ "$folder" != "$prefix" ] && rmdir -- "$folder" 2>/dev/null; do folder=${folder%/*}; done
    done <"$list"
}

check() {
    [ -x "$source/lib/wandb-auth/bin/java" ] || fail "there is no program beside $0: run it in the unpacked archive"
    # shellcheck disable=SC3013
    ! [ "$source" -ef "$prefix" ] || fail "$prefix is the unpacked archive itself: name another folder"
    [ ! -e "$home" ] || [ -f "$list" ] || fail "$home was not installed by this: remove it, or name another folder"
    for name in $names; do
        is_replaceable "$prefix/bin/$name" || fail "$prefix/bin/$name is another program: nothing was installed"
    done
}

# Ends unless files can be made in the folders. That is tried before any file is.
need_folders() {
    if ! reason=$(mkdir -p -- "$prefix/bin" "$prefix/lib" "$prefix/share" 2>&1); then
        fail "cannot write to $prefix (${reason##*: }): name another folder with --prefix"
    fi
    for folder in bin lib share; do
        [ -w "$prefix/$folder" ] || fail "cannot write to $prefix/$folder: name another folder with --prefix"
    done
}

# Whoever installs owns the copy, and everybody can read it: another user may have unpacked the archive, and for himself only.
copy() { # copy FROM TO
    rm -f -- "$2" # which may be a link
    cp -R -- "$1" "$2" && chmod -R u=rwX,go=rX -- "$2"
}

# The files beside the program that are to be installed: none in the place of somebody else's.
shared_files() {
    files_beside | while IFS= read -r file; do
        if exists "$prefix/$file" && ! grep -Fqsx -- "$file" "$list" && ! cmp -s -- "$source/$file" "$prefix/$file"; then
            say "$prefix/$file was there before: it was left"
        else
            printf '%s\n' "$file"
        fi
    done
}

# Those in the archive, without those for a name that the program is not to have.
files_beside() {
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
    name_folders
    names=wandb-auth
    if [ -n "$as_wandb" ] || grep -qx bin/wandb "$list" 2>/dev/null; then names='wandb-auth wandb'; fi
    check
    need_folders
    name_folders
    trap 'rm -rf -- "$home.new"' EXIT
    trap 'exit 130' HUP INT TERM
    rm -rf -- "$home.new" "$home.old"
    copy "$source/lib/wandb-auth" "$home.new" || fail "cannot write to $prefix/lib"
    # The class caches are for a file of this time only.
    touch -r "$source/lib/wandb-auth/lib/modules" "$home.new/lib/modules"
    make_caches "$home.new"
    reason=$(sh "$home.new/bin/wandb" --version 2>&1) ||
        fail "the program does not run in $prefix, so it was not installed: ${reason#wandb: }"
    {
        for name in $names; do echo "bin/$name"; done
        shared_files
    } >"$home.new/installed-files" || fail "cannot write to $prefix/lib"
    while IFS= read -r file; do
        case $file in bin/*) continue ;; esac
        { mkdir -p -- "$prefix/${file%/*}" && copy "$source/$file" "$prefix/$file"; } ||
            fail "cannot write $prefix/$file"
    done <"$home.new/installed-files"
    remove_files "$home.new/installed-files"
    # Runs of the version before go on with its files.
    [ ! -e "$home" ] || mv -- "$home" "$home.old" || fail "cannot replace $home"
    mv -- "$home.new" "$home" || fail "cannot write $home"
    link_names
    rm -rf -- "$home.old"
    say "installed: $prefix/bin/wandb-auth"
    case :${PATH-}: in
        *:"$prefix/bin":*) ;;
        *) say "put this into your shell's start-up file: export PATH=\"$(in_quotes "$prefix/bin"):\$PATH\"" ;;
    esac
}

# The folder of programs may be a link to one that is elsewhere.
link_names() {
    target=../lib/wandb-auth/bin/wandb
    # shellcheck disable=SC3013
    [ "$prefix/bin/$target" -ef "$home/bin/wandb" ] || target=$home/bin/wandb
    for name in $names; do
        ln -sf "$target" "$prefix/bin/$name" || fail "cannot write $prefix/bin/$name"
    done
}

in_quotes() { printf '%s\n' "$1" | sed 's/[\\"$`]/\\&/g'; }

if [ "$action" = install ]; then
    install_files
else
    name_folders
    [ -f "$list" ] || fail "nothing was installed in $prefix"
    remove_files
    rm -rf -- "$home" || fail "cannot remove $home"
    rmdir -- "$prefix/lib" 2>/dev/null
    say "removed from $prefix; your keys stay"
fi
