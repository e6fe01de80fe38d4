#include "measure/familiar.h"

#include "data/lexicon.h"

#include <string.h>

/* Longer words are on no list; a copy on the stack is enough to try "dropped e" and "-y". */
#define MAX_WORD 48

/* Abbreviations that are so even where their stop is left out ("Mr Shaw", "6 ft").  The other
 * lists hold words too ("art", "no"). */
#define ABBREVIATIONS                                                                          \
    (BSH__WORD_ABBR_TITLE | BSH__WORD_ABBR_MONTH | BSH__WORD_ABBR_DAY | BSH__WORD_ABBR_SOFT |  \
     BSH__WORD_ABBR_UNIT)

static bool ends_with(const char *word, size_t n, const char *ending)
{
    size_t const n_ending = strlen(ending);
    return n > n_ending && memcmp(word + n - n_ending, ending, n_ending) == 0;
}

static bool is_vowel(char c)
{
    return c != '\0' && strchr("aeiou", c) != NULL;
}

/* ---- parts of a compound */

/* Bytes of a hyphen or an en dash at the start of the text; 0 if none is there. */
static size_t joiner_length(const char *text, size_t n_bytes)
{
    if (text[0] == '-') {
        return 1;
    }
    return text[0] == '\xe2' && n_bytes >= 3 && memcmp(text, "\xe2\x80\x93", 3) == 0 ? 3 : 0;
}

static size_t part_length(const char *text, size_t n_bytes)
{
    size_t n = 0;
    while (n < n_bytes && joiner_length(text + n, n_bytes - n) == 0) {
        n++;
    }
    return n;
}

/* ---- Dale-Chall */

static bool is_listed(const char *word, size_t n)
{
    return (bsh__word_lists(word, n) & BSH__WORD_DALE_CHALL) != 0;
}

/* The stem with other letters at its end: "hop" and "e" for "hoping", "carr" and "y". */
static bool is_listed_with(const char *stem, size_t n, char letter)
{
    char word[MAX_WORD];
    if (n + 1 > sizeof word) {
        return false;
    }
    memcpy(word, stem, n);
    word[n] = letter;
    return is_listed(word, n + 1);
}

/* The stem before -ed, -ing, -er, -est: as it is ("walk"), with its e ("hop-e"), with its
 * consonant not doubled ("stopp"). */
static bool is_listed_stem(const char *stem, size_t n)
{
    if (is_listed(stem, n) || is_listed_with(stem, n, 'e')) {
        return true;
    }
    return n >= 3 && stem[n - 1] == stem[n - 2] && !is_vowel(stem[n - 1]) &&
           is_listed(stem, n - 1);
}

typedef enum stem_rule {
    STEM_PLAIN,  /* the stem is on the list */
    STEM_VERB,   /* or with its e, or with its last consonant doubled */
    STEM_WITH_Y, /* with y at its end */
    STEM_WITH_E, /* with e at its end */
    STEM_BEFORE_N
} stem_rule;

/* Inflections that leave a listed word familiar.  -er is there for "bigger"; it lets "worker"
 * pass too, as nothing in the letters tells them apart.  Derivations (-tion, -ment, -ness, un-)
 * are not here.  Source: Dale and Chall 1948, rules for familiar words. */
#define INFLECTION(ending, rule)                                                               \
    {                                                                                          \
        ending, sizeof ending - 1, rule                                                        \
    }
static const struct {
    char      ending[5];
    uint8_t   n_ending;
    stem_rule rule;
} inflections[] = {
    INFLECTION("s", STEM_PLAIN),     INFLECTION("es", STEM_PLAIN),
    INFLECTION("ies", STEM_WITH_Y),  INFLECTION("ed", STEM_VERB),
    INFLECTION("ied", STEM_WITH_Y),  INFLECTION("ing", STEM_VERB),
    INFLECTION("n", STEM_BEFORE_N),  INFLECTION("er", STEM_VERB),
    INFLECTION("ier", STEM_WITH_Y),  INFLECTION("est", STEM_VERB),
    INFLECTION("iest", STEM_WITH_Y), INFLECTION("ly", STEM_PLAIN),
    INFLECTION("ily", STEM_WITH_Y),  INFLECTION("y", STEM_WITH_E),
};
#undef INFLECTION

static bool fits_rule(const char *stem, size_t n, stem_rule rule)
{
    switch (rule) {
    case STEM_VERB:
        return is_listed_stem(stem, n);
    case STEM_WITH_Y:
        return is_listed_with(stem, n, 'y');
    case STEM_WITH_E:
        // "simply": simpl-e; not "icy", which is no adverb
        return ends_with(stem, n, "l") && is_listed_with(stem, n, 'e');
    case STEM_BEFORE_N:
        // "taken", "known"; not "pattern"
        return (ends_with(stem, n, "e") || ends_with(stem, n, "w")) && is_listed(stem, n);
    case STEM_PLAIN:
    default:
        return is_listed(stem, n);
    }
}

static bool is_inflected(const char *word, size_t n)
{
    for (size_t i = 0; i < sizeof inflections / sizeof inflections[0]; i++) {
        size_t const n_ending = inflections[i].n_ending;
        if (word[n - 1] != inflections[i].ending[n_ending - 1] || n < n_ending + 2) {
            continue;
        }
        size_t const n_stem = n - n_ending;
        if (memcmp(word + n_stem, inflections[i].ending, n_ending) == 0 &&
            fits_rule(word, n_stem, inflections[i].rule)) {
            return true;
        }
    }
    return false;
}

/* "the mayor's", "the boys'", "they're", "isn't": the word before the clitic decides. */
static size_t without_clitic(const char *word, size_t n)
{
    static const char *const clitics[] = {"n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "'"};
    if (memchr(word, '\'', n) == NULL) {
        return n;
    }
    for (size_t i = 0; i < sizeof clitics / sizeof clitics[0]; i++) {
        if (ends_with(word, n, clitics[i])) {
            return n - strlen(clitics[i]);
        }
    }
    return n;
}

static bool has_digit(const char *word, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (word[i] >= '0' && word[i] <= '9') {
            return true;
        }
    }
    return false;
}

/* `lists`: those that the part itself is on. */
static bool is_familiar_part(const char *word, size_t n, uint32_t lists)
{
    bool const is_known = (lists & (BSH__WORD_DALE_CHALL | ABBREVIATIONS)) != 0;
    if (n == 0 || is_known || word[n - 1] == '.' || has_digit(word, n)) {
        return true;
    }
    size_t const n_bare = without_clitic(word, n);
    return (n_bare < n && is_listed(word, n_bare)) || is_inflected(word, n_bare);
}

/* `lists`: those that the whole word is on. */
static bool is_familiar(const char *folded, size_t n_bytes, uint32_t lists)
{
    if ((lists & BSH__WORD_DALE_CHALL) != 0) {
        return true; // "good-bye" stands there as it is
    }
    for (size_t at = 0; at < n_bytes;) {
        size_t const   n = part_length(folded + at, n_bytes - at);
        uint32_t const its_lists = n == n_bytes ? lists : bsh__word_lists(folded + at, n);
        if (!is_familiar_part(folded + at, n, its_lists)) {
            return false;
        }
        at += n;
        at += at < n_bytes ? joiner_length(folded + at, n_bytes - at) : 0;
    }
    return true;
}

bool bsh__is_familiar_word(const char *folded, size_t n_bytes)
{
    return is_familiar(folded, n_bytes, bsh__word_lists(folded, n_bytes));
}

bool bsh__is_familiar_dale_chall(const bsh__vocabulary *vocabulary, uint32_t form)
{
    const bsh__form *const f = bsh__vocabulary_form_at(vocabulary, form);
    const bsh__term *const term = bsh__vocabulary_term_at(vocabulary, f->term);
    if (f->kind == BSH_TOKEN_NUMBER || f->kind == BSH_TOKEN_SYMBOL ||
        f->kind == BSH_TOKEN_HANDLE || (f->lists & BSH__WORD_DALE_CHALL) != 0) {
        return true; // figures, the "&" that is read "and", names of people
    }
    if (f->kind == BSH_TOKEN_HASHTAG && term->n_bytes > 0) {
        return bsh__is_familiar_word(term->text + 1, term->n_bytes - 1);
    }
    return is_familiar(term->text, term->n_bytes, term->lists);
}

/* ---- Fog */

/* A final -ing, or an -ed or -es that is heard: "expected", "businesses".  Not "required",
 * where -ed adds nothing, nor "policies". */
static bool ends_in_syllabic_inflection(const char *word, size_t n)
{
    static const char *const endings[] = {"ing", "ted", "ded", "ses",  "zes",
                                          "xes", "ces", "ges", "ches", "shes"};
    if (n == 0 || strchr("gds", word[n - 1]) == NULL) {
        return false; // most words
    }
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (ends_with(word, n, endings[i])) {
            return true;
        }
    }
    return false;
}

bool bsh__is_hard_word(const char *folded, size_t n_bytes, unsigned n_syllables)
{
    if (n_syllables < 3) {
        return false;
    }
    return n_syllables > 3 || !ends_in_syllabic_inflection(folded, n_bytes);
}

/* Syllables of a part of a compound.  The table knows no letters with marks; one with a mark is
 * taken for a vowel that the rules did not see: "cafe" with its accent 2. */
static unsigned part_syllables(const char *part, size_t n)
{
    if (has_digit(part, n)) {
        return 1;
    }
    unsigned n_marked = 0;
    for (size_t i = 0; i < n; i++) {
        n_marked += (unsigned char) part[i] >= 0xc0;
    }
    return bsh__syllables_english(part, n) + n_marked;
}

/* "the witness's" reaches 3 by its ending, as "witnesses" does: the term has lost it. */
static bool ends_in_syllabic_possessive(const bsh__form *form, const bsh__term *term)
{
    return form->syllables == 3 && form->n_bytes > term->n_bytes &&
           part_syllables(term->text, term->n_bytes) == 2;
}

static bool has_hard_part(const char *text, size_t n_bytes)
{
    for (size_t at = 0; at < n_bytes;) {
        size_t const n = part_length(text + at, n_bytes - at);
        if (n > 0 && bsh__is_hard_word(text + at, n, part_syllables(text + at, n))) {
            return true;
        }
        at += n;
        at += at < n_bytes ? joiner_length(text + at, n_bytes - at) : 0;
    }
    return false;
}

bool bsh__is_hard_fog(const bsh__vocabulary *vocabulary, uint32_t form)
{
    const bsh__form *const f = bsh__vocabulary_form_at(vocabulary, form);
    const bsh__term *const term = bsh__vocabulary_term_at(vocabulary, f->term);
    if (f->syllables < 3 || f->kind == BSH_TOKEN_HANDLE) { // "@harbourpost" is a name
        return false;
    }
    if ((f->flags & BSH__FORM_HYPHENATED) != 0) {
        return has_hard_part(term->text, term->n_bytes);
    }
    return bsh__is_hard_word(term->text, term->n_bytes, f->syllables) &&
           !ends_in_syllabic_possessive(f, term);
}
