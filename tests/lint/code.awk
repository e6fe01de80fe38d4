# C source without its comments and without what stands inside strings and character constants:
# prints FILE:LINE:CODE, so that a word in a comment is not taken for a call.
FNR == 1 { in_comment = 0 }
{
    line = $0
    out = ""
    while (length(line) > 0) {
        if (in_comment) {
            end = index(line, "*/")
            if (end == 0) { line = ""; break }
            line = substr(line, end + 2)
            in_comment = 0
            out = out " "
        } else if (match(line, /"|'|\/\*|\/\//)) {
            mark = substr(line, RSTART, RLENGTH)
            out = out substr(line, 1, RSTART - 1)
            line = substr(line, RSTART + RLENGTH)
            if (mark == "//") { line = ""; break }
            if (mark == "/*") { in_comment = 1; continue }
            pattern = mark == "\"" ? "^([^\"\\\\]|\\\\.)*\"" : "^([^'\\\\]|\\\\.)*'"
            if (match(line, pattern)) {
                if (keep_strings) out = out mark substr(line, 1, RLENGTH)
                else out = out mark mark
                line = substr(line, RLENGTH + 1)
            } else { out = out mark; line = "" }
        } else { out = out line; line = "" }
    }
    print FILENAME ":" FNR ":" out
}
