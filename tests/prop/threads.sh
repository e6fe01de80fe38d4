#!/bin/sh
# The same bytes for any number of workers and any locale.
. "${srcdir:-.}/tests/tap.sh"
TOP=$(cd "$srcdir" && pwd) || exit 99
program=$(cd "$builddir" && pwd)/broadsheet
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 99
ln -s "$TOP/corpora/demo" demo

run() { "$program" "$@" >out 2>err || { echo "status $?" >>out; cat err >>out; }; }

# A locale in which a number would be written 48,4: of this machine, or made here.
locale=$(locale -a 2>/dev/null | grep -i -E '^(de_DE|fr_FR|es_ES|nl_NL)\.?utf-?8$' | head -n 1)
if [ -z "$locale" ] && localedef -i de_DE -f UTF-8 "$work/de_DE.UTF-8" 2>/dev/null; then
    locale=de_DE.UTF-8
    LOCPATH=$work
    export LOCPATH
fi

for format in csv jsonl; do
    run analyze --format "$format" --jobs 1 demo
    mv out expected
    if [ "$(wc -l <expected)" -lt 20 ]; then
        tap_not_ok "$format of the demo corpus has a row an article" "$(head -n 5 expected)"
    else
        tap_ok "$format of the demo corpus has a row an article"
    fi
    for jobs in 2 7; do
        run analyze --format "$format" --jobs "$jobs" demo
        tap_none "$format with $jobs workers is the same" "$(diff expected out | head -n 5)"
    done
    if [ -n "$locale" ]; then
        LC_ALL=$locale run analyze --format "$format" --jobs 2 demo
        tap_none "$format in $locale is the same" "$(diff expected out | head -n 5)"
    else
        tap_skip "$format in another locale is the same" "no locale with a decimal comma here"
    fi
    run analyze --format "$format" --jobs 3 demo
    tap_none "$format in another run is the same" "$(diff expected out | head -n 5)"
done
tap_end
