#!/bin/sh
# The whole program beside others, in processor time (user and system), in pairs:
#
#   programs.sh PROGRAM            with tests/bench/{compare_time,write_texts,icu_words,empty} built
#
# BENCH_FOLDER=FOLDER  a folder with articles.jsonl, tenth.jsonl and big.txt of the same text,
#                      instead of text made of corpora/demo
# BENCH_RUNS=N         pairs of runs [5]
#
# `style` is GNU style (Debian package diction); without it that line is left out.  It takes the
# whole file as one text and prints totals; `wc -w` splits at blanks.
set -eu

program=$1
here=tests/bench
runs=${BENCH_RUNS:-5}
made=$(mktemp -d "${TMPDIR:-/tmp}/broadsheet-bench-XXXXXX")
trap 'rm -rf "$made"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

"$here/write_texts" "${srcdir:-.}/corpora/demo" "$made" 16
texts=${BENCH_FOLDER:-$made}

analyze() { "$here/compare_time" "$runs" "$1" "$program" analyze --format csv --jobs 1 "$2" -- $3; }

# bytes FILE...: of all of them
bytes() { cat "$@" | wc -c; }

echo "analyze --format csv --jobs 1, $(bytes "$texts/articles.jsonl") bytes of JSON Lines, beside:"
if command -v style >/dev/null; then
    analyze "GNU style (at most 0.25)" "$texts/articles.jsonl" "style $texts/big.txt"
else
    echo "GNU style is not installed"
fi
analyze "ICU's words alone (at most 2.5)" "$texts/articles.jsonl" "$here/icu_words $texts/big.txt"
LC_ALL=C.UTF-8 analyze "wc -w (at most 8)" "$texts/articles.jsonl" "wc -w $texts/big.txt"

article=$(find "${srcdir:-.}/corpora/demo" -name '*.txt' | sort | head -n 1)
echo
echo "one article of $(bytes "$article") bytes, start to end, beside the start of an empty program:"
"$here/compare_time" 80 "one article (at most 3 ms more)" "$program" analyze "$article" -- "$here/empty"

echo
echo "growth: the ratio is to be at most 1.15 times the ratio of the bytes"
ten=$(bytes "$texts/articles.jsonl")
one=$(bytes "$texts/tenth.jsonl")
analyze "bytes: $(awk "BEGIN { printf \"%.3f\", $ten / $one }") times as many" "$texts/articles.jsonl" \
    "$program analyze --format csv --jobs 1 $texts/tenth.jsonl"

echo
echo "hostile text of 4 MB beside 1 MB of the same: 4 is linear"
for small in "$made"/*-1.txt; do
    unit=$(basename "$small" -1.txt)
    analyze "$unit" "$made/$unit-4.txt" "$program analyze --format csv --jobs 1 $small"
done
