#!/bin/sh
# The maker of the tables of syllables: the same bytes each time, and rules that hold for words they
# were not learned from.  The floors are a little below what `make syllable-report` shows.
# shellcheck source=tests/tap.sh
. "${srcdir:-.}/tests/tap.sh"
learner=$builddir/src/data/learn/learn_syllables
lists="$srcdir/src/data/en/syllable_counts.tsv $srcdir/src/data/en/syllable_supplement.tsv"
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# shellcheck disable=SC2086  # a list
if "$learner" $lists >"$work/again" && cmp -s "$work/again" "$builddir/src/data/syllables.inc"; then
    tap_ok "the tables come out the same again"
else
    tap_not_ok "the tables come out the same again" "learn_syllables gives other bytes than it gave"
fi

# shellcheck disable=SC2086
"$learner" --cross-validate $lists >"$work/report"
tap_none "the rules count 95.4 % of unseen words right" "$("$AWK" '
    /^rules alone/ { is_part = 1 }
    is_part && /^all words/ { is_part = 0; sub(/.*right /, ""); if ($0 + 0 >= 95.4) is_right = 1; else print "all words: " $0 }
    END { if (!is_right) print "too few are right, or there is no report" }' "$work/report")"

printf 'bean\t1\nbe an\t2\n' >"$work/broken.tsv"
tap_none "a line that is no word is refused" "$(
    "$learner" "$work/broken.tsv" "$work/broken.tsv" 2>&1 >/dev/null | grep -q 'be an' || echo "it was taken")"
printf 'bean\t1\n' >"$work/a.tsv"
printf 'bean\t2\n' >"$work/b.tsv"
tap_none "two counts of one word are refused" "$(
    "$learner" "$work/a.tsv" "$work/b.tsv" 2>&1 >/dev/null | grep -q 'bean' || echo "they were taken")"
tap_end
