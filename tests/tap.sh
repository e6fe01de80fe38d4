# shellcheck shell=sh
# What test scripts share: they print TAP.  Read by `. "$srcdir/tests/tap.sh"`.
srcdir=${srcdir:-.}
builddir=${builddir:-.}
AWK=${AWK:-awk}
LC_ALL=C
export LC_ALL
tap_number=0

tap_ok()
{
    tap_number=$((tap_number + 1))
    echo "ok $tap_number - $1"
}

# The second argument says what is wrong, in lines.
tap_not_ok()
{
    tap_number=$((tap_number + 1))
    echo "not ok $tap_number - $1"
    if [ -n "${2:-}" ]; then
        printf '%s\n' "$2" | sed 's/^/# /'
    fi
}

tap_skip()
{
    tap_number=$((tap_number + 1))
    echo "ok $tap_number - $1 # SKIP $2"
}

# Passes if the second argument, a list of breaches, is empty.
tap_none()
{
    if [ -z "$2" ]; then
        tap_ok "$1"
    else
        tap_not_ok "$1" "$2"
    fi
}

tap_end()
{
    echo "1..$tap_number"
}
