#!/bin/sh
# Golden cases of the program.  A case is a folder tests/cli/NAME with
#   cmd      a shell line; `broadsheet` is the program that was built, $TOP the source folder
#   stdout   what it prints, byte for byte (missing: nothing)
#   stderr   what it says there (missing: nothing)
#   status   its exit status (missing: 0)
#   needs    a shell line that fails where the system lacks what the case needs; it is skipped there
# and any input files.  It runs in a copy of its folder, in a UTF-8 locale, without NO_COLOR and
# COLUMNS.
#
#   UPDATE=1      writes what was found as the new expectation; review it like code
#   CASES="a b"   runs these cases alone
. "${srcdir:-.}/tests/tap.sh"
TOP=$(cd "$srcdir" && pwd) || exit 99
program_folder=$(cd "$builddir" && pwd) || exit 99
PATH=$program_folder:$PATH
TZ=UTC
export TOP PATH TZ
unset NO_COLOR COLUMNS CLICOLOR CLICOLOR_FORCE LANG LANGUAGE LC_CTYPE LC_NUMERIC LC_MESSAGES

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# differs FILE: prints how what was found differs from the case's FILE.
differs()
{
    expected=$case/$1
    [ -f "$expected" ] || expected=$work/default.$1
    cmp -s "$expected" "$work/found.$1" ||
        { echo "$1:"; diff -u "$expected" "$work/found.$1" | sed 1,2d | head -n 40; }
}

# update FILE: what was found becomes the expectation; a default needs no file.
update()
{
    if cmp -s "$work/default.$1" "$work/found.$1"; then
        rm -f "$case/$1"
    else
        cp "$work/found.$1" "$case/$1"
    fi
}

: >"$work/default.stdout"
: >"$work/default.stderr"
echo 0 >"$work/default.status"

for case in "$TOP"/tests/cli/*/; do
    case=${case%/}
    name=$(basename "$case")
    [ -f "$case/cmd" ] || continue
    if [ -n "${CASES:-}" ]; then
        case " $CASES " in *" $name "*) ;; *) continue ;; esac
    fi
    if [ -f "$case/needs" ] && ! sh "$case/needs" >"$work/needs" 2>&1 </dev/null; then
        tap_skip "cli/$name" "$(cat "$case/needs")"
        continue
    fi
    rm -rf "$work/run"
    cp -R "$case" "$work/run"
    chmod -R u+w "$work/run"
    rm -f "$work/run/stdout" "$work/run/stderr" "$work/run/status"
    (cd "$work/run" && LC_ALL=C.UTF-8 sh ./cmd) \
        >"$work/raw.stdout" 2>"$work/raw.stderr" </dev/null
    echo $? >"$work/found.status"
    for stream in stdout stderr; do
        # Where the checkout lies and which ICU is linked is no part of what is expected.
        sed "s,$TOP,\$TOP,g; s/ICU [0-9.]*, Unicode [0-9.]*,/ICU -, Unicode -,/" \
            "$work/raw.$stream" >"$work/found.$stream"
    done
    if [ -n "${UPDATE:-}" ]; then
        update stdout
        update stderr
        update status
    fi
    tap_none "cli/$name" "$(differs status; differs stderr; differs stdout)"
done
tap_end
