#!/bin/sh
# Holds src/layers.txt: which module may include whose headers, and which system headers belong to
# one module alone.  Prints file:line of each breach.
# shellcheck source=tests/tap.sh
. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

breaches=$(find src include -name '*.[ch]' | sort | xargs "$AWK" '
function module_of(path,    parts) {
    split(path, parts, "/")
    return parts[1] == "src" && parts[3] != "" ? parts[2] : "include"
}
function breach(text) { print FILENAME ":" FNR ": " text }
FILENAME == "src/layers.txt" {
    if (/^#/ || NF == 0) next
    n = split($0, parts, ":")
    gsub(/ /, "", parts[1])
    name = parts[1]
    known[name] = 1
    m = split(parts[2], allowed, " ")
    for (i = 1; i <= m; i++) {
        if (!(allowed[i] in known))
            breach(name " is above " allowed[i] ": a module stands below those it includes")
        may[name, allowed[i]] = 1
    }
    m = split(n >= 3 ? parts[3] : "", prefixes, " ")
    for (i = 1; i <= m; i++) owner[prefixes[i]] = name
    next
}
FNR == 1 {
    module = module_of(FILENAME)
    if (module != "include" && !(module in known)) breach("module " module " is not in src/layers.txt")
}
/^[ \t]*#[ \t]*include/ {
    if (match($0, /"[^"]*"/)) {
        path = substr($0, RSTART + 1, RLENGTH - 2)
        if (path == "config.h" && module != "include") next
        slash = index(path, "/")
        from = slash ? substr(path, 1, slash - 1) : ""
        if (module == "include") breach("a public header includes \"" path "\": use <broadsheet/...>")
        else if (!slash && (getline text < ("src/" module "/" path)) < 0)
            breach("\"" path "\": write module/file, or the name of a file beside it")
        else if (!slash) close("src/" module "/" path)
        else if (from != module && !((module, from) in may)) breach(module " may not include " from)
    } else if (match($0, /<[^>]*>/)) {
        path = substr($0, RSTART + 1, RLENGTH - 2)
        for (prefix in owner)
            if (index(path, prefix) == 1 && owner[prefix] != module)
                breach("<" path "> belongs to " owner[prefix] " alone")
        if (module == "include" && path ~ /\// && path !~ /^broadsheet\//)
            breach("<" path ">: public headers include broadsheet and C alone")
    }
}' src/layers.txt)
tap_none "every include keeps to src/layers.txt" "$breaches"

unused=$(sed -n 's/^\([a-z][a-z]*\):.*/\1/p' src/layers.txt | while read -r module; do
    [ -d "src/$module" ] || echo "src/layers.txt: there is no src/$module"
done)
tap_none "every module of src/layers.txt is a folder" "$unused"

named=$(for folder in src/*/; do
    module=$(basename "$folder")
    grep -q "\`$module/\?\`\|$module/" src/README.md || echo "src/README.md does not name $module"
done)
tap_none "every module stands in the map of src/README.md" "$named"
tap_end
