#!/bin/sh
# The reference cases of statistics hold, and the tool that runs them can fail: a case that was
# altered by hand, even where only its tolerance tells, is reported, and no other.
# shellcheck source=tests/tap.sh
. "${srcdir:-.}/tests/tap.sh"
cases=$srcdir/tests/tools/stat-oracles.json
oracle=$builddir/tests/tools/oracle
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

if ! grep -q '^#define HAVE_JANSSON 1' "$builddir/src/config.h"; then
    tap_skip "reference cases of statistics" "built without jansson"
    tap_end
    exit 0
fi

# runs FILE [KIND ...]: leaves `out` and sets `status`.
runs()
{
    status=0
    "$oracle" "$@" >"$work/out" 2>"$work/err" || status=$?
}

# alter ID SED: a copy in which the line of a case or of a data set is altered.
alter()
{
    sed "\\,^[{]*\"\\(id\":\"\\)*$1\",$2" "$cases" >"$work/altered.json"
    cmp -s "$cases" "$work/altered.json" && echo "nothing to alter in $1"
}

# fails WHAT ID SED FIELD: the altered case fails at that field, by itself.
fails()
{
    breaches=$(alter "$2" "$3")
    kind=${2%%/*}
    runs "$work/altered.json" "$kind"
    [ "$status" -eq 1 ] || breaches="$breaches status $status"
    found=$(sed -n '/^kind /d; /^[0-9]* passed/d; s/: .*//; s/^    //; p' "$work/out" | tr '\n' ' ')
    [ "$found" = "$2 $4 " ] || breaches="$breaches reported: $found"
    tap_none "$1 fails" "$breaches"
}

# is_refused WHAT FILE
is_refused()
{
    runs "$2"
    if [ "$status" -eq 2 ] && [ -s "$work/err" ] && [ ! -s "$work/out" ]; then
        tap_ok "$1 is refused"
    else
        tap_not_ok "$1 is refused" "status $status"
    fi
}

runs "$cases"
n=$(grep -c '^{"id":' "$cases")
if [ "$status" -eq 0 ] && [ "$(tail -n 1 "$work/out")" = "$n passed, 0 failed" ]; then
    tap_ok "every reference case passes"
else
    tap_not_ok "every reference case passes" "$(tail -n 60 "$work/out"; cat "$work/err")"
fi

breaches=$(alter welch_t/sl_a_vs_sl_b 's/0.004335750090733306/0.004335750190733306/')
runs "$work/altered.json"
[ "$status" -eq 1 ] || breaches="$breaches status $status"
[ "$(grep -c '^[^ ]*/' "$work/out")" -eq 1 ] || breaches="$breaches more than one case"
[ "$(tail -n 1 "$work/out")" = "$((n - 1)) passed, 1 failed" ] || breaches="$breaches count"
tap_none "an altered case is the only one that fails" "$breaches"

fails "a mean, off by 2e-9," describe/n2 's/"mean":12.25/"mean":12.2500000245/' mean
fails "a p value of 1e-33, off by 3e-8," crawford_howell/n1_vs_un_b \
    's/7.999144825861301e-33/7.999145065861301e-33/' p
fails "a p value in the middle of a name" keyness/0_7_5000_6000 \
    's/0.014342294889069887/0.014342295189069887/' fisher_p_less
fails "a logarithm of p" keyness/0_7_5000_6000 's/-2.447113761879823/-2.447113861879823/' \
    g2_log10_p
fails "a status" welch_t/sl_a_vs_sl_b 's/"ok"/"too_few"/' status
fails "a boolean" mann_whitney_exact/ties_a_vs_ties_b 's/"ties":true/"ties":false/' ties
fails "an infinity for a number" keyness/0_7_5000_6000 's/"odds_ratio":[^,]*/"odds_ratio":"Inf"/' \
    odds_ratio
fails "null for a number" crawford_howell/n1_vs_un_b 's/"df":119/"df":null/' df
fails "an item of a list" p_adjust/d 's/"holm":\[[^,]*/"holm":[0.5/' 'holm[0]'
fails "a number for null" p_adjust/d 's/null\(.*"holm":\[[^]]*\)null/null\10.5/' 'holm[3]'
fails "a list that is too long" p_adjust/a 's/"bh":\[/"bh":[0.5,/' bh
fails "a field of a pair" dunn/three_ties 's/21.727272727272727,"z"/21.7272728,"z"/' \
    'pairs[0].mean_rank_j'
fails "a field that is not computed" icc/30 's/"icc":-/"ics":-/' ics
fails "a case without expectations" ptukey/q2_k2_df5 's/"upper_tail":[0-9.]*//' expect
fails "a case without its data" icc/30 's/"y":/"z":/' case

sed 's/"test":"icc"/"test":"astrology"/' "$cases" >"$work/altered.json"
runs "$work/altered.json" astrology
breaches=
grep -q '^unknown kind: astrology (2 cases)$' "$work/out" || breaches="not named"
[ "$status $(tail -n 1 "$work/out")" = "1 0 passed, 2 failed" ] || breaches="$breaches count"
tap_none "an unknown kind is named and fails" "$breaches"

is_refused "a missing file" "$work/none.json"
echo '{"cases": [' >"$work/broken.json"
is_refused "a broken file" "$work/broken.json"
echo '{"cases": []}' >"$work/empty.json"
is_refused "a file without cases" "$work/empty.json"
alter large_a 's/"mul":7919/"mul":7920/'
is_refused "a data set that is not what its sum says" "$work/altered.json"
tap_end
