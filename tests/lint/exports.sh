#!/bin/sh
# Names of the library: what the shared object shows, what the headers promise, no writable data.
# shellcheck source=tests/tap.sh
. "${srcdir:-.}/tests/tap.sh"
NM=${NM:-nm}
shared=$builddir/.libs/libbroadsheet.so
archive=$builddir/.libs/libbshcore.a
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# The public functions, by their declarations.
cat "$srcdir"/include/broadsheet/*.h | tr '\n' ' ' | tr ';' '\n' |
    sed -n 's/.*BSH_API [^(]*[ *]\(bsh_[a-z0-9_]*\)(.*/\1/p' | sort -u >"$work/declared"

if [ ! -f "$shared" ]; then
    tap_skip "the shared library shows bsh_ names alone" "no shared library was built"
    tap_skip "every public function is in the shared library" "no shared library was built"
    tap_skip "nothing is shown that no header declares" "no shared library was built"
else
    $NM -D --defined-only "$shared" | "$AWK" '{ print $NF }' | sed 's/@.*//' | sort -u >"$work/shown"
    tap_none "the shared library shows bsh_ names alone" \
        "$(grep -v '^bsh_[a-z][a-z0-9_]*$' "$work/shown")"
    tap_none "every public function is in the shared library" "$(comm -23 "$work/declared" "$work/shown")"
    tap_none "nothing is shown that no header declares" "$(comm -13 "$work/declared" "$work/shown")"
fi

if [ ! -f "$archive" ]; then
    archive=$builddir/.libs/libbroadsheet.a
fi
[ -f "$archive" ] || archive=$builddir/libbshcore.a
if [ "${BSH_INSTRUMENTED:-no}" = yes ]; then
    tap_skip "names shared inside the library begin with bsh_" "instrumented build"
    tap_skip "there is no writable global data" "instrumented build"
else
    tap_none "names shared inside the library begin with bsh_" \
        "$($NM -g --defined-only "$archive" | "$AWK" 'NF == 3 { print $3 }' | grep -v '^bsh__*[a-z]')"
    # Constant tables of pointers are in .data.rel.ro, which is read-only once it is loaded.  The
    # one flag that makes GSL's set-up happen once is allowed.
    tap_none "there is no writable global data" "$($NM -f sysv --defined-only "$archive" | "$AWK" -F '|' '
        { gsub(/ /, "") }
        /^[^|]*\.o:$/ { next }
        $4 ~ /OBJECT|TLS/ && $7 ~ /^(\.data|\.bss|\.tbss|\.tdata|\*COM\*)/ && $7 !~ /^\.data\.rel\.ro/ &&
            $1 !~ /^gsl_once/ { print $1 " in " $7 }')"
fi
tap_end
