# Turns the word data of src/data/<lang>/*.tsv into C tables, at build time.
#
#   awk -v what=words -f gen.awk lexicon.h en/LIST.tsv ...           > words.inc
#   awk -v what=phrases -f gen.awk lexicon.h en/phrases_LIST.tsv ... > phrases.inc
#   awk -v what=verbs -f gen.awk en/verbs.tsv                        > verbs.inc
#   awk -v what=roles -f gen.awk en/word_roles.tsv en/verbs.tsv      > word_roles.inc
#   awk -v what=weights -f gen.awk en/speech_words.tsv               > speech_words.inc
#   awk -v what=words -v language=de -f gen.awk lexicon.h de/LIST.tsv ... > a part of languages.inc
#   awk -v what=verbs -v language=de -f gen.awk de/verbs.tsv              > a part of languages.inc
#   awk -v what=nuclei -v language=de -f gen.awk de/syllables.tsv         > a part of languages.inc
#
# Runs under any POSIX awk; LC_ALL=C, so that a character is a byte and order is that of bytes.
# lexicon.h tells which lists there are (BSH__WORD_LIST_MAP, BSH__PHRASE_LIST_MAP).  Lines that
# begin with "#" and empty lines of a .tsv are skipped.

BEGIN {
    FS = "\t"
    for (i = 1; i < 256; i++) {
        code[sprintf("%c", i)] = i
    }
    failed = 0
}

FNR == 1 {
    id = FILENAME
    sub(/.*\//, "", id)
    is_header = id ~ /\.h$/
    sub(/\.tsv$/, "", id)
    sub(/^phrases_/, "", id)
    if (!is_header && $0 !~ /^#/) {
        fail("the file does not begin with a # line that says what it is")
    }
}

is_header {
    read_map_line()
    next
}

what == "verbs" && language == "" { file_line[++n_file_lines] = $0 }
/^#/ || /^$/ { next }

what == "words"   { add_word($1, id) }
what == "phrases" { add_phrase($1, id, $2) }
what == "verbs"   { add_verb($1, $2, $3) }
what == "roles" && id != "verbs" { add_role($1, $2, $3, $4) }
what == "roles" && id == "verbs" { add_verb_to_roles($1, $2, $3) }
what == "weights" { add_weight($1, $2) }
what == "nuclei"  { add_piece($1, $2 + 0) }

END {
    check_lists()
    if (failed) {
        exit 1
    }
    print "/* Made by src/data/gen.awk from src/data/" (language == "" ? "en" : language) \
        "/; do not edit. */"
    if (what == "words") {
        print_table("words" (language == "" ? "" : "_" language))
    } else if (what == "verbs") {
        if (language == "") {
            print "enum { N_VERBS = " n_keys " };"
            print_file("verbs_file")
        } else {
            print_table("verbs_" language)
        }
    } else if (what == "roles") {
        print_table("roles")
    } else if (what == "weights") {
        print_table("weights")
    } else if (what == "nuclei") {
        put_beginnings()
        print_table("nuclei_" language)
    } else if (what == "phrases") {
        print_phrases()
        print_clues()
    } else {
        print "gen.awk: what is to be made?" > "/dev/stderr"
        exit 1
    }
}

function fail(why) {
    print FILENAME ":" FNR ": " why > "/dev/stderr"
    failed = 1
}

# X(FUNCTION, 0, "function_words") gives bit 0; X(SHOP, ANY, "shop") gives phrase list SHOP, of
# whose phrases any word may be the clue.
function read_map_line(    part) {
    if ($0 !~ /^ +X\([A-Z_]+, ([0-9]+|FIRST|ANY|LAST), "[a-z_]+"\)/) {
        return
    }
    split($0, part, /[(), "]+/)
    if (part[4] ~ /^[0-9]+$/) {
        bit[part[5]] = 2 ^ part[4]
    } else {
        phrase_list[part[5]] = part[3]
        place[part[5]] = part[4]
        phrase_order[++n_phrase_lists] = part[5]
    }
}

# A list of lexicon.h whose file was not given.  Only English has all word lists.
function check_lists(    list) {
    for (list in phrase_list) {
        if (what == "phrases" && !(list in n_phrases)) {
            fail("there are no phrases for list " list)
        }
    }
    for (list in bit) {
        if (what == "words" && language == "" && !(list in has_words)) {
            fail("there are no words for list " list)
        }
    }
}

# ---- keys: key[1..n_keys], value[key]

function put(text, number) {
    if (text in value) {
        fail("\"" text "\" stands there twice")
        return
    }
    key[++n_keys] = text ""
    value[text] = number
}

function add_word(text, list) {
    if (!(list in bit)) {
        fail("lexicon.h has no word list " list)
        return
    }
    if ((text, list) in seen) {
        fail("\"" text "\" stands there twice")
        return
    }
    seen[text, list] = 1
    has_words[list] = 1
    if (!(text in value)) {
        put(text, 0)
    }
    value[text] += bit[list]
}

function is_said(lemma) {
    return lemma == "say" || lemma == "tell"
}

function is_loaded(lemma, class) {
    return class ~ /^(doubt|concession|force|endorsement|judgement)$/ && lemma != "call"
}

# The low byte is the class; bit 8 says that the verb is say or tell, bit 9 that it is loaded.
function add_verb(form, lemma, class,    number) {
    number = "BSH_VERB_" toupper(class)
    if (is_said(lemma)) {
        number = number " | 0x100"
    }
    if (is_loaded(lemma, class)) {
        number = number " | 0x200"
    }
    put(form, number)
}

# English ones stand beside what else the word is: a rule asks for both at once.
function add_verb_to_roles(form, lemma, class,    number) {
    number = "VERB(" toupper(class) ")" (is_said(lemma) ? " | SAID" : "") \
        (is_loaded(lemma, class) ? " | LOADED" : "")
    if (form in value) {
        value[form] = value[form] " | " number
    } else {
        put(form, number)
    }
}

# A word is told from others by its role, its key or a trait: word_roles.h.
function add_role(text, role, key_word, traits,    number) {
    number = (role == "-" ? "" : " | ROLE(" toupper(role) ")") \
        (key_word == "-" ? "" : " | KEY(" toupper(key_word) ")") \
        (traits == "-" ? "" : " | TRAIT(" toupper(traits) ")")
    if (number == "") {
        fail("\"" text "\" has neither role nor key nor trait")
        return
    }
    put(text, substr(number, 4))
}

# 128 stands for a weight of 0, which is none.
function add_weight(text, weight) {
    if (weight !~ /^-?[0-9]+$/ || weight == 0 || weight < -127 || weight > 127) {
        fail("\"" text "\" has no weight of -127 to 127")
        return
    }
    put(text, weight + 128)
}

function add_phrase(text, list, clue) {
    if (!(list in phrase_list)) {
        fail("lexicon.h has no phrase list " list)
        return
    }
    if ((text, list) in seen) {
        fail("\"" text "\" stands there twice")
        return
    }
    seen[text, list] = 1
    phrase[list, ++n_phrases[list]] = text ""
    add_clue(text, list, clue)
}

# 0 stands for "no piece".
function add_piece(piece, syllables) {
    if (length(piece) > 12 || syllables < 0) {
        fail("the piece is longer than 12 bytes, or has less than no syllable")
        return
    }
    put(piece, syllables + 1)
}

# Every beginning of a pattern is put beside it with 0, "no piece", so that a look-up can
# stop at the first beginning that is not there.
function put_beginnings(    i, n, beginning, n_patterns) {
    n_patterns = n_keys
    for (i = 1; i <= n_patterns; i++) {
        for (n = 1; n < length(key[i]); n++) {
            beginning = substr(key[i], 1, n)
            if (!(beginning in value)) {
                put(beginning, 0)
            }
        }
    }
}

# ---- hash table: bsh__word_table of word_table.h

function letter(text, at) {
    return code[substr(text, at + 1, 1)]
}

# As word_table.c has it; the bucket is the upper bits.
function bucket_of(text, n_buckets,    n, h) {
    n = length(text)
    h = letter(text, 0) * 2654435761 + letter(text, int(n / 4)) * 3266489917 + \
        letter(text, int(n / 2)) * 2246822519 + letter(text, int(n * 3 / 4)) * 668265263 + \
        letter(text, n - 1) * 374761393 + n * 3432918353
    return int(h % 4294967296 / (4294967296 / n_buckets))
}

function print_table(name,    n_buckets, hash_shift, i, b, k, n_placed, offset) {
    n_buckets = 1
    hash_shift = 32
    while (n_buckets < n_keys) {
        n_buckets *= 2
        hash_shift--
    }
    for (i = 1; i <= n_keys; i++) {
        b = bucket_of(key[i], n_buckets)
        bucket[b, ++n_in[b]] = key[i]
    }
    n_placed = offset = 0
    for (b = 0; b < n_buckets; b++) {
        first[b] = n_placed
        for (i = 1; i <= n_in[b]; i++) {
            k = bucket[b, i]
            begin[n_placed] = offset
            offset += length(k)
            placed[n_placed++] = k
        }
    }
    first[n_buckets] = n_placed
    begin[n_placed] = offset
    if (offset > 65535) {
        print "gen.awk: the words of " name " do not fit 16-bit offsets" > "/dev/stderr"
        exit 1
    }
    print_characters(name "_text", n_placed)
    print_numbers("uint16_t " name "_begin", begin, n_placed + 1)
    print_numbers("uint16_t " name "_first", first, n_buckets + 1)
    for (i = 0; i < n_placed; i++) {
        number[i] = value[placed[i]]
    }
    print_numbers("uint32_t " name "_value", number, n_placed)
    printf "static const bsh__word_table %s_table = {\n", name
    printf "    .text = %s_text,\n    .begin = %s_begin,\n", name, name
    printf "    .first = %s_first,\n    .value = %s_value,\n", name, name
    printf "    .hash_shift = %d,\n};\n", hash_shift
}

# A list of characters and not a string: C17 promises no string literal above 4095 bytes.
function print_characters(name, n,    i, j, c, line) {
    printf "static const unsigned char %s[] = {\n", name
    for (i = 0; i < n; i++) {
        line = ""
        for (j = 1; j <= length(placed[i]); j++) {
            line = line code[substr(placed[i], j, 1)] ","
        }
        print line
    }
    print "};"
}

# The file as it is, for those who start a table of their own from it.
function print_file(name,    i, j, line) {
    printf "static const char %s[] = {\n", name
    for (i = 1; i <= n_file_lines; i++) {
        line = ""
        for (j = 1; j <= length(file_line[i]); j++) {
            line = line code[substr(file_line[i], j, 1)] ","
        }
        print line "10,"
    }
    print "};"
}

function print_numbers(declaration, array, n,    i, line) {
    printf "static const %s[] = {\n", declaration
    line = ""
    for (i = 0; i < n; i++) {
        line = line array[i] ","
        if (length(line) > 88 || i == n - 1) {
            print line
            line = ""
        }
    }
    print "};"
}

# ---- phrases: an array of strings a list

function print_phrases(    i, j, k, n, list) {
    for (i = 1; i <= n_phrase_lists; i++) {
        list = phrase_order[i]
        n = n_phrases[list]
        for (j = 1; j <= n; j++) {
            sorted[j] = phrase[list, j]
        }
        sort(sorted, n)
        printf "static const char *const phrases_%s[] = {\n", list
        for (j = 1; j <= n; j++) {
            k = sorted[j]
            gsub(/["\\]/, "\\\\&", k)
            printf "    \"%s\",\n", k
        }
        print "};"
        print_letters(list, n)
    }
    print "static const phrase_list phrase_lists[BSH__PHRASE_LIST_COUNT] = {"
    for (i = 1; i <= n_phrase_lists; i++) {
        list = phrase_order[i]
        printf "    [BSH__PHRASE_%s] = {phrases_%s, letters_%s, %d},\n",
            phrase_list[list], list, list, n_phrases[list]
    }
    print "};"
}

# Where the phrases of sorted[1..n] begin that begin with a letter, or are behind it: a .. z and the
# sign behind z.
function print_letters(list, n,    i, j) {
    j = 0
    for (i = 0; i <= 26; i++) {
        while (j < n && code[substr(sorted[j + 1], 1, 1)] < 97 + i) {
            j++
        }
        first_of[i] = j
    }
    print_numbers("uint16_t letters_" list, first_of, 27)
}

# ---- clues: see clues.h

# Every phrase is known by one of its words, a run of letters and digits: the last, or the one that
# the second column names, else the longest.  N may be any number, so that a word it touches
# ("Nmin") is none to look up.
function clue_of(text, place, named,    n, i, word, clue) {
    n = split(text, word, /[^a-zN0-9]+/)
    if (place == "FIRST") {
        return clue_at_start(text)
    }
    if (place == "LAST") {
        return word[n]
    }
    for (i = 1; i <= n; i++) {
        if (named != "" ? word[i] == named : word[i] !~ /N/ && length(word[i]) > length(clue)) {
            clue = word[i]
        }
    }
    return clue
}

# The first eight letters and digits of what opens a line ("thissite" of "this site uses"); the
# first word if there are fewer before a number or the end.  What opens with a number is looked at
# without a clue.
function clue_at_start(text,    word) {
    gsub(/^[^a-zN0-9]+/, "", text)
    word = text
    gsub(/[^a-zN0-9]/, "", word)
    word = substr(word, 1, 8)
    if (length(word) < 8 || word ~ /N/) {
        word = text
        sub(/[^a-zN0-9].*/, "", word)
    }
    return word
}

function add_clue(text, list, named,    clue) {
    clue = substr(clue_of(text, place[list], named), 1, 8)
    if (place[list] == "FIRST" && clue ~ /^[N0-9]/) {
        return
    }
    if (clue == "" || clue ~ /N/) {
        fail("\"" text "\" has no word to know it by")
        return
    }
    if (place[list] == "ANY") {
        is_for_any_place[clue] = 1
    }
    if (!((clue, list) in is_clue)) {
        is_clue[clue, list] = 1
        if (!(clue in value)) {
            put(clue, 0)
        }
        value[clue] = value[clue] " | 1u << BSH__PHRASE_" phrase_list[list]
    }
}

# a * b modulo 2^32; no product on the way is over 2^53, where numbers of awk become inexact.
function multiply(a, b) {
    return ((a * int(b / 65536)) % 4294967296 * 65536 + a * (b % 65536)) % 4294967296
}

# Four bytes from `at` on, the first the lowest; 0 behind the end.
function four_bytes(text, at,    i, number) {
    number = 0
    for (i = 3; i >= 0; i--) {
        number = number * 256 + (at + i <= length(text) ? code[substr(text, at + i, 1)] : 0)
    }
    return number
}

# bsh__clue_hash of clues.h
function clue_hash(word) {
    return (multiply(four_bytes(word, 1), 2654435769) + \
        multiply(four_bytes(word, 5), 2246822507)) % 4294967296
}

# The sets of 32 marks of bsh__may_be_clue (clues.h).
function print_clue_marks(    i, mark, marks, is_marked) {
    for (i = 0; i < 256; i++) {
        marks[i] = 0
    }
    for (i = 1; i <= n_keys; i++) {
        mark = int(clue_hash(substr(key[i], 1, 4)) / 524288)
        if (key[i] in is_for_any_place && !(mark in is_marked)) {
            is_marked[mark] = 1
            marks[int(mark / 32)] += 2 ^ (mark % 32)
        }
    }
    for (i = 0; i < 256; i++) {
        marks[i] = sprintf("%.0fu", marks[i]) # as it is, 2^32 - 1 comes out as 4.29497e+09
    }
    print_numbers("uint32_t clue_marks", marks, 256)
}

function print_clues(    i, j, b, n, word) {
    print_clue_marks()
    for (i = 1; i <= n_keys; i++) {
        b = int(clue_hash(key[i]) / 1048576)
        bucket[b, ++n_in[b]] = key[i]
    }
    n = 0
    for (b = 0; b < 4096; b++) {
        first[b] = n
        for (i = 1; i <= n_in[b]; i++) {
            placed[n++] = bucket[b, i]
        }
    }
    first[4096] = n
    print_numbers("uint16_t clue_first", first, 4097)
    print "static const bsh__clue clues[] = {"
    for (i = 0; i < n; i++) {
        word = placed[i]
        printf "    {UINT64_C(0x"
        for (j = 8; j >= 1; j--) {
            printf "%02x", j <= length(word) ? code[substr(word, j, 1)] : 0
        }
        printf "), %s},\n", value[word]
    }
    print "};"
    print "const bsh__clue_table bsh__clues = {clue_marks, clue_first, clues};"
}

# Heap sort of array[1..n] by bytes.
function sort(array, n,    i, t) {
    for (i = int(n / 2); i >= 1; i--) {
        sift(array, i, n)
    }
    for (i = n; i > 1; i--) {
        t = array[1]
        array[1] = array[i]
        array[i] = t
        sift(array, 1, i - 1)
    }
}

function sift(array, root, n,    child, t) {
    while (2 * root <= n) {
        child = 2 * root
        if (child < n && array[child] "" < array[child + 1] "") {
            child++
        }
        if (array[root] "" >= array[child] "") {
            return
        }
        t = array[root]
        array[root] = array[child]
        array[child] = t
        root = child
    }
}
