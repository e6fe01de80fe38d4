#!/bin/sh
# Each public header compiles alone, as C17 and as C++17, and defines its include guard.
# shellcheck source=tests/tap.sh
. "${srcdir:-.}/tests/tap.sh"
CC=${CC:-cc}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
warnings="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror"

# compiles NAME COMMAND...: the command compiles the file "$work/alone".
compiles()
{
    what=$1
    shift
    if words=$("$@" 2>&1); then tap_ok "$what"; else tap_not_ok "$what" "$words"; fi
}

has_cxx=no
printf 'int main() { return 0; }\n' >"$work/probe.cc"
if [ -n "${CXX:-}" ] && $CXX -std=c++17 -c "$work/probe.cc" -o "$work/probe.o" 2>/dev/null; then
    has_cxx=yes
fi

for header in "$srcdir"/include/broadsheet.h "$srcdir"/include/broadsheet/*.h; do
    name=${header#"$srcdir"/include/}
    # Twice, so that a missing include guard is seen.
    printf '#include <%s>\n#include <%s>\ntypedef int unit_is_not_empty;\n' "$name" "$name" \
        >"$work/alone.c"
    cp "$work/alone.c" "$work/alone.cc"
    # shellcheck disable=SC2086  # lists of words
    compiles "$name alone as C17" $CC -std=c17 $warnings -I"$srcdir/include" \
        -c "$work/alone.c" -o "$work/alone.o"
    if [ "$has_cxx" = yes ]; then
        # shellcheck disable=SC2086
        compiles "$name alone as C++17" $CXX -std=c++17 $warnings -I"$srcdir/include" \
            -c "$work/alone.cc" -o "$work/alone.o"
    else
        tap_skip "$name alone as C++17" "no C++ compiler here (install g++)"
    fi
done

long=$(wc -l "$srcdir"/include/broadsheet/*.h | "$AWK" '$2 != "total" && $1 > 250 { print $2 ": " $1 " lines" }')
tap_none "no public header is over 250 lines" "$long"

umbrella=$(for header in "$srcdir"/include/broadsheet/*.h; do
    name=broadsheet/$(basename "$header")
    grep -q "#include <$name>" "$srcdir/include/broadsheet.h" || echo "broadsheet.h does not include $name"
done)
tap_none "broadsheet.h includes every public header" "$umbrella"
tap_end
