#!/bin/sh
# Bounds of functions and files, by the Linux brace style: a function's braces are alone in column 0.
# shellcheck source=tests/tap.sh
. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99
work=$(mktemp) || exit 99
trap 'rm -f "$work"' EXIT
find src tests -name '*.[ch]' | sort | xargs "$AWK" -f tests/lint/code.awk >"$work"

# file:line name, lines, parameters, McCabe's number of each function
functions=$("$AWK" '
function count(text, pattern,    n) { n = gsub(pattern, "&", text); return n }
function parameters(text,    i, c, depth, n) {
    sub(/^[^(]*\(/, "", text)
    if (text ~ /^[ \t]*(void)?[ \t]*\)/) return 0
    n = 1
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (c == "(") depth++
        if (c == ")" && depth-- == 0) break
        if (c == "," && depth == 0) n++
    }
    return n
}
{
    text = $0
    sub(/^[^:]*:[0-9]*:/, "", text)
    split($0, place, ":")
}
place[1] != file { file = place[1]; in_body = 0 }
!in_body && text ~ /^[a-zA-Z_]/ { signature = ""; first = place[2] }
!in_body { signature = signature " " text }
!in_body && text ~ /^\{[ \t]*$/ { in_body = 1; paths = 1; next }
in_body && text ~ /^\}/ {
    name = signature
    sub(/\(.*/, "", name)
    sub(/.*[ *]/, "", name)
    print file ":" first " " name, place[2] - first + 1, parameters(signature), paths
    in_body = 0
    signature = ""
    next
}
in_body {
    paths += count(text, "(^|[^a-zA-Z0-9_])(if|for|while|case)([^a-zA-Z0-9_]|$)")
    paths += count(text, "&&|[|][|]|[?]")
}' "$work")

# over FILES COLUMN MOST
over()
{
    printf '%s\n' "$functions" | grep -E "^($1)/" |
        "$AWK" -v column="$2" -v most="$3" '$column > most { print $1, $2 ": " $column }'
}
tap_none "no function is over 60 lines" "$(over 'src|tests' 3 60)"
tap_none "no function has more than 6 parameters" "$(over src 4 6)"
tap_none "no function has a McCabe number over 15" "$(over src 5 15)"

files=$(find src include tests -name '*.[ch]' -o -name '*.sh' -o -name '*.awk')
tap_none "no source file is over 600 lines" "$(printf '%s\n' "$files" | xargs wc -l |
    "$AWK" '$2 != "total" && $1 > 600 { print $2 ": " $1 }')"
tap_none "names of source files are unique" "$(printf '%s\n' "$files" | sed 's,.*/,,' | sort | uniq -d)"

# A reader of TAP sees the figures without being asked.
printf '%s\n' "$functions" | grep '^src/' | "$AWK" '{ print $3 }' | sort -n | "$AWK" '
    { lines[NR] = $1 }
    END { if (NR) print "# functions in src: " NR ", median " lines[int((NR + 1) / 2)] " lines, longest " lines[NR] }'
tap_end
