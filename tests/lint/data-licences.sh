#!/bin/sh
# Every word list says where it is from and under which licence; so does every corpus.
# shellcheck source=tests/tap.sh
. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

# Only the comment lines at the top count.
missing=$(find src/data -name '*.tsv' | sort | while read -r list; do
    for word in source licence; do
        sed '/^#/!q' "$list" | grep -q "^# $word: *[^ ]" || echo "$list: no line '# $word: ...' at its top"
    done
done)
tap_none "every word list names its source and licence" "$missing"

tap_none "every word list is shipped" "$(for list in src/data/*/*.tsv; do
    [ ! -f "$list" ] || grep -q "$list" Makefile.am || echo "$list is not in Makefile.am"
done)"

tap_none "the corpora have a licence" "$(grep -q '^Licence: ' corpora/README.md ||
    echo 'corpora/README.md: no line "Licence: ..."')"

tap_none "every corpus is described" "$(for folder in corpora/*/; do
    name=$(basename "$folder")
    grep -q "$name" corpora/README.md || echo "corpora/README.md does not name $name"
done)"
tap_end
