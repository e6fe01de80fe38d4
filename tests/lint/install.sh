#!/bin/sh
# `make install` into a folder of its own: what is there, and that a program builds against it by
# pkg-config, with the shared and with the static library.
. "${srcdir:-.}/tests/tap.sh"
CC=${CC:-cc}
PKG_CONFIG=${PKG_CONFIG:-pkg-config}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
prefix=$work/a/b

if ! words=$(cd "$builddir" && ${MAKE:-make} -s V=1 LIBTOOLFLAGS=--silent install \
    prefix="$prefix" exec_prefix="$prefix" libdir="$prefix/lib" includedir="$prefix/include" \
    bindir="$prefix/bin" datarootdir="$prefix/share" datadir="$prefix/share" \
    mandir="$prefix/share/man" pkgconfigdir="$prefix/lib/pkgconfig" 2>&1); then
    tap_not_ok "make install works with any prefix" "$words"
    tap_end
    exit 0
fi
tap_ok "make install works with any prefix"

# With --disable-shared or --disable-static there is one library alone.
libraries=
[ ! -f "$builddir/.libs/libbroadsheet.so" ] || libraries=lib/libbroadsheet.so
[ ! -f "$builddir/.libs/libbroadsheet.a" ] || libraries="$libraries lib/libbroadsheet.a"
tap_none "program, library, headers and pkg-config file are installed" "$(
    for file in bin/broadsheet ${libraries:-lib/libbroadsheet} include/broadsheet.h \
        include/broadsheet/document.h lib/pkgconfig/broadsheet.pc; do
        [ -e "$prefix/$file" ] || echo "missing: $file"
    done)"

# The file was made for the configured prefix; a user has the two alike.
sed "s,^prefix=.*,prefix=$prefix,; s,^libdir=.*,libdir=$prefix/lib,; s,^includedir=.*,includedir=$prefix/include," \
    "$prefix/lib/pkgconfig/broadsheet.pc" >"$work/broadsheet.pc"
PKG_CONFIG_PATH=$work
export PKG_CONFIG_PATH

tap_none "the pkg-config file has the version" "$(
    [ "$($PKG_CONFIG --modversion broadsheet 2>&1)" = "${BSH_VERSION:-}" ] ||
        $PKG_CONFIG --modversion broadsheet 2>&1)"

cat >"$work/user.c" <<'END'
#include <broadsheet.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    static const char   text[] = "The ferry sails at seven. \"We keep it,\" Mr. Castell said.\n";
    bsh_analyzer       *analyzer = NULL;
    const bsh_document *document = NULL;
    bsh_error           error;
    if (bsh_analyzer_create(&analyzer, NULL, &error) != BSH_OK ||
        bsh_analyze(analyzer, text, strlen(text), &document, &error) != BSH_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    printf("%s\n", bsh_version());
    bsh_analyzer_destroy(analyzer);
    return 0;
}
END

# builds_and_runs NAME PKG-CONFIG-OPTION LINKER-OPTION...
builds_and_runs()
{
    what=$1
    option=$2
    shift 2
    # shellcheck disable=SC2046,SC2086  # lists of words
    if words=$($CC -std=c17 -Wall -Werror "$work/user.c" -o "$work/user" "$@" \
        $($PKG_CONFIG --cflags --libs $option broadsheet) 2>&1) &&
        words=$(LD_LIBRARY_PATH=$prefix/lib "$work/user" 2>&1) && [ "$words" = "${BSH_VERSION:-}" ]; then
        tap_ok "$what"
    else
        tap_not_ok "$what" "$words"
    fi
}

if [ "${BSH_INSTRUMENTED:-no}" = yes ]; then
    tap_skip "a program builds with the shared library" "instrumented build"
    tap_skip "a program builds with the static library" "instrumented build"
else
    builds_and_runs "a program builds with the shared library" ""
    # Without the shared one beside it the linker takes the archive.
    rm -f "$prefix"/lib/libbroadsheet.so*
    builds_and_runs "a program builds with the static library" --static
    tap_none "the static program asks for no libbroadsheet.so" \
        "$(ldd "$work/user" 2>/dev/null | grep libbroadsheet)"
fi
tap_end
