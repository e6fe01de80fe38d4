#!/bin/sh
# Marks that must not stay: unfinished work, a version written twice.
# shellcheck source=tests/tap.sh
. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

# The words are put together here so that this file does not find itself.
unfinished="TO""DO|FIX""ME|XX""X|HA""CK"
tap_none "no unfinished work is marked" "$(find src include tests corpora -type f \
    ! -path 'corpora/fuzz/*' -exec grep -n -I -w -E "$unfinished" {} /dev/null \;)"

work=$(mktemp) || exit 99
trap 'rm -f "$work"' EXIT
find src include -name '*.[ch]' ! -path src/config.h | sort |
    xargs "$AWK" -v keep_strings=1 -f tests/lint/code.awk >"$work"
version=$(printf '%s' "${BSH_VERSION:-none}" | sed 's/\./\\./g')
tap_none "the version is written in configure.ac alone" "$(grep -E "(^|[^0-9.])$version([^0-9.]|\$)" "$work"
    grep -n -E "(^|[^0-9.])$version([^0-9.]|\$)" Makefile.am README.md src/bootstrap src/broadsheet.pc.in /dev/null)"

tap_none "no golden case holds the path of this checkout" "$(find tests/cli -type f ! -name 'run.*' -exec grep -l -F "$(pwd)/" {} +)"
tap_end
