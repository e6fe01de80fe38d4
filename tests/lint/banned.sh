#!/bin/sh
# Calls that have no place in the library (it never exits, prints, or changes the process) or
# nowhere (they cannot be used safely).
# shellcheck source=tests/tap.sh
. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99
work=$(mktemp) || exit 99
trap 'rm -f "$work"' EXIT
find src -name '*.[ch]' | sort | xargs "$AWK" -f tests/lint/code.awk >"$work"

# calls WORDS FILES-TO-LEAVE-OUT: lines of code that call one of the words.
calls()
{
    grep -v -E "^($2)" "$work" | grep -E "(^|[^a-zA-Z0-9_.>])($1)[[:space:]]*\("
}

# What is no library: the program, and the maker of tables, which runs at build time.
programs='src/cli/|src/data/learn/'

nowhere='strcpy|strcat|sprintf|vsprintf|atoi|atol|atoll|atof|strtok|gets|alloca|tmpnam|mktemp'
tap_none "unsafe calls are nowhere" "$(calls "$nowhere" "no-file")"

process='exit|_exit|_Exit|quick_exit|abort|atexit|raise|signal|sigaction|system|popen|fork|setlocale'
process="$process|uselocale|setenv|putenv|unsetenv|getenv|srand|rand|random|longjmp|setjmp"
tap_none "the library leaves the process alone" "$(calls "$process" "$programs")"

output='printf|vprintf|puts|putchar|perror|fprintf|vfprintf|fputs|fputc|putc|fwrite|assert|syslog'
tap_none "the library prints nothing" "$(calls "$output" "$programs"
    grep -v -E "^($programs)" "$work" | grep -w -E 'stdout|stderr')"

memory='malloc|calloc|realloc|reallocarray|free|strdup|strndup|aligned_alloc|getline|asprintf|vasprintf'
tap_none "memory comes from the allocator" "$(calls "$memory" "$programs|src/base/memory\.c")"

locale='isalpha|isalnum|isdigit|isspace|isupper|islower|ispunct|isprint|toupper|tolower|strcoll|strerror'
locale="$locale|strcasecmp|strncasecmp|localtime|strftime|asctime|ctime"
tap_none "nothing depends on the locale" "$(calls "$locale" "src/cli/")"

# A plain macro `#define X(...) if (...) return` hides control flow; BSH_TRY, and what the program has
# in its place, is the one allowed.
tap_none "no macro but ..._TRY returns or jumps" "$("$AWK" '
    { text = $0; sub(/^[^:]*:[0-9]*:/, "", text); place = substr($0, 1, length($0) - length(text)) }
    text ~ /^[ \t]*#[ \t]*define/ { in_macro = 1; name = text }
    in_macro && text ~ /(^|[^a-zA-Z0-9_])(return|goto|break|continue)([^a-zA-Z0-9_]|$)/ &&
        name !~ /define[ \t]+(BSH|CLI)_TRY\(/ { print place text }
    text !~ /\\$/ { in_macro = 0 }' "$work")"
tap_end
