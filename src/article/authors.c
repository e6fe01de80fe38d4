#include "article/authors.h"

#include <string.h>

#include "article/clue_bits.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* A run of characters between blanks. */
typedef struct chunk {
    size_t begin, end;
} chunk;

static bool next_chunk(const bsh__even *even, size_t *at, chunk *out)
{
    while (*at < even->n && even->plain[*at] == ' ') {
        ++*at;
    }
    out->begin = *at;
    while (*at < even->n && even->plain[*at] != ' ') {
        ++*at;
    }
    out->end = *at;
    return out->end > out->begin;
}

static bool is_word(const bsh__even *even, chunk c, const char *word)
{
    size_t const n = strlen(word);
    return c.end - c.begin == n && memcmp(even->lower + c.begin, word, n) == 0;
}

static bool is_one_of(const bsh__even *even, chunk c, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        if (is_word(even, c, words[i])) {
            return true;
        }
    }
    return false;
}

static uint32_t lists_of(const bsh__even *even, chunk c)
{
    size_t end = c.end;
    while (end > c.begin && strchr(".,;:|", even->lower[end - 1]) != NULL) {
        --end;
    }
    return end > c.begin ? bsh__word_lists(even->lower + c.begin, end - c.begin) : 0;
}

static bool is_capital(const bsh__even *even, chunk c)
{
    return bsh__is_upper(bsh__even_at(even, c.begin));
}

/* ---- bylines */

static size_t skip_byline_opener(const bsh__even *even)
{
    size_t     end = 0;
    bool const opens = bsh__phrase_at(BSH__PHRASE_BYLINE_OPENER, even, even->first, &end);
    return opens && end + 1 < even->n && even->plain[end] == ' ' ? end + 1 : 0;
}

static bool ends_name(const bsh__even *even, chunk c)
{
    char const last = even->plain[c.end - 1];
    return last == ',' || last == ';' || last == '|';
}

/* A sign or figure between the name and what follows: "By Ana Roe | May 2". */
static bool is_break(const bsh__even *even, chunk c)
{
    int32_t const first = bsh__even_at(even, c.begin);
    return !bsh__is_letter(first);
}

bool bsh__is_byline(const bsh__even *even)
{
    static const char *const links[] = {"and",  "de",  "van", "von", "der", "la",
                                        "al",   "bin", "of",  "the", "for", "in",
                                        "with", "del", "di",  "el",  "at",  "from"};
    size_t                   at = skip_byline_opener(even);
    chunk                    c;
    if (at == 0 || even->is_cut || !next_chunk(even, &at, &c) || !is_capital(even, c)) {
        return false;
    }
    /* "By Friday, Water Had Gone" is a headline. */
    if ((lists_of(even, c) & BSH__WORD_TIME_WORD) != 0) {
        return false;
    }
    while (!ends_name(even, c) && next_chunk(even, &at, &c)) {
        if (is_break(even, c)) {
            break;
        }
        if (!is_capital(even, c) &&
            !is_one_of(even, c, links, sizeof links / sizeof links[0])) {
            return false;
        }
    }
    return true;
}

/* ---- notes */

static bool is_work_by_name(const bsh__even *even, size_t at)
{
    size_t end = 0;
    return bsh__phrase_at(BSH__PHRASE_AUTHOR_WORK, even, at, &end) && end < even->n &&
           even->plain[end] == ' ' && bsh__is_upper(bsh__even_at(even, end + 1));
}

/* "... in Laketown. @ana_roe" */
static bool ends_in_handle(const bsh__even *even)
{
    size_t at = even->n;
    while (at > 0 && even->plain[at - 1] != ' ') {
        --at;
    }
    return even->n - at >= 4 && even->plain[at] == '@' &&
           bsh__is_word_character(bsh__even_at(even, even->n - 1));
}

/* "Editing by Ana Roe", but also "...; editing by Tom Lee" */
static bool names_author_of_work(const bsh__even *even)
{
    chunk  c;
    size_t at = even->first;
    for (bool is_first = true; next_chunk(even, &at, &c); is_first = false) {
        char const before = c.begin > 1 ? even->plain[c.begin - 2] : ';';
        bool const starts = is_first || before == ';' || before == '.' || before == ',' ||
                            before == ':' || before == '-' || before == ')';
        if (starts && is_work_by_name(even, c.begin)) {
            return true;
        }
    }
    return false;
}

bool bsh__is_author_note(const bsh__even *even, uint32_t clues)
{
    size_t begin = 0;
    size_t end = 0;
    if ((clues & BSH__CLUE_TO(AUTHOR_NOTE)) != 0 &&
        bsh__phrase_inside(BSH__PHRASE_AUTHOR_NOTE, even, 0, &begin, &end)) {
        return true;
    }
    if ((clues & BSH__CLUE_TO(AUTHOR_WORK)) != 0 && names_author_of_work(even)) {
        return true;
    }
    return (clues & BSH__CLUE_AT_SIGN) != 0 && ends_in_handle(even);
}

/* Behind "is a": one of the next words is what authors are. */
static bool has_role_soon(const bsh__even *even, size_t at)
{
    chunk c;
    for (unsigned i = 0; i < 7 && next_chunk(even, &at, &c); ++i) {
        if (bsh__phrase_at(BSH__PHRASE_AUTHOR_ROLE, even, c.begin, NULL)) {
            return true;
        }
        if (even->plain[c.end - 1] == '.' || even->plain[c.end - 1] == ',') {
            return false;
        }
    }
    return false;
}

/* "The author is ..." */
static bool is_the_author(const bsh__even *even, size_t *at)
{
    size_t behind = *at;
    chunk  the;
    chunk  noun;
    if (!next_chunk(even, &behind, &the) || !is_word(even, the, "the") ||
        !next_chunk(even, &behind, &noun) ||
        !(is_word(even, noun, "author") || is_word(even, noun, "writer"))) {
        return false;
    }
    *at = behind;
    return true;
}

/* A full name: two to six words with capitals.  "Mr. Castell is a former editor ..." speaks of
 * somebody in the news. */
static bool is_full_name(const bsh__even *even, size_t *at)
{
    size_t   behind = *at;
    unsigned n = 0;
    chunk    c;
    while (next_chunk(even, &behind, &c) && !is_word(even, c, "is")) {
        bool const is_title = n == 0 && (lists_of(even, c) & BSH__WORD_COURTESY) != 0;
        if (is_title || n == 6 || !(is_capital(even, c) || is_word(even, c, "de"))) {
            return false;
        }
        ++n;
        *at = behind;
    }
    return n >= 2;
}

/* A phrase of whole chunks stands at `at`; *end is set behind it. */
static bool has_chunks(bsh__phrase_list list, const bsh__even *even, size_t at, size_t *end)
{
    return bsh__phrase_at(list, even, at, end) && (*end == even->n || even->plain[*end] == ' ');
}

/* "Ana Roe covers the harbour", "Tom Lee writes about ferries"; not "Kim Roe reports that". */
static bool is_beat_verb(const bsh__even *even, chunk verb)
{
    size_t end = 0;
    return has_chunks(BSH__PHRASE_BEAT, even, verb.begin, &end);
}

/* "... joined the Gazette in 2009 and covers the harbour." */
static bool has_beat(const bsh__even *even, size_t at)
{
    enum { MAX_CAREER = 12 };
    chunk c;
    if (!next_chunk(even, &at, &c)) {
        return false;
    }
    bool const is_career = is_word(even, c, "joined");
    for (unsigned i = 0; is_career && i < MAX_CAREER && !is_beat_verb(even, c); ++i) {
        if (!next_chunk(even, &at, &c)) {
            return false;
        }
    }
    return is_beat_verb(even, c);
}

/* Two to four capitalised words; *at moves behind them. */
static bool is_name_before_beat(const bsh__even *even, size_t *at)
{
    unsigned n = 0;
    chunk    c;
    for (size_t behind = *at; next_chunk(even, &behind, &c) && is_capital(even, c); ++n) {
        bool const is_title = (lists_of(even, c) & BSH__WORD_COURTESY) != 0;
        if (n == 0 && (is_title || is_word(even, c, "the"))) {
            return false;
        }
        *at = behind;
    }
    return n >= 2 && n <= 4;
}

bool bsh__is_author_role(const bsh__even *even)
{
    size_t at = even->first;
    size_t work = even->first;
    size_t behind = 0;
    chunk  verb;
    if (is_name_before_beat(even, &work) && has_beat(even, work)) {
        return true;
    }
    return (is_the_author(even, &at) || is_full_name(even, &at)) &&
           next_chunk(even, &at, &verb) &&
           has_chunks(BSH__PHRASE_AUTHOR_LINK, even, verb.begin, &behind) &&
           has_role_soon(even, behind);
}
