#include "segment/form_syllables.h"

#include "data/lexicon.h"
#include "segment/punctuation.h"
#include "segment/spoken_numbers.h"
#include "segment/term_form.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* No word of a language is longer; what strangers send may be. */
enum { MAX_WORD_BYTES = 512, MAX_PLAIN_BYTES = 48 };

/* Two to four capitals alone are read letter by letter: "FBI". */
static bool is_spelled(const bsh__syllable_rules *rules, unsigned n_letters,
                       unsigned n_capitals)
{
    return !rules->in_capitals && n_letters == n_capitals && n_letters >= 2 && n_letters <= 4;
}

/* Characters of a part of a word: between its hyphens. */
typedef struct part_counts {
    unsigned letters, capitals, figures;
} part_counts;

static part_counts count_characters(const char *text, size_t n)
{
    part_counts counts = {0};
    for (size_t at = 0; at < n;) {
        int32_t const c = bsh__utf8_next(text, n, &at);
        counts.letters += bsh__is_letter(c);
        counts.capitals += bsh__is_upper(c);
        counts.figures += bsh__is_number(c);
    }
    return counts;
}

/* "FBI", "FBI's", "AT&T", "U.S.": read letter by letter. */
static bool is_initialism(const bsh__syllable_rules *rules, const char *text, size_t n)
{
    if (bsh__is_dotted_initialism(text, n)) {
        return true;
    }
    part_counts const counts = count_characters(text, bsh__without_possessive(text, n));
    return is_spelled(rules, counts.letters, counts.capitals);
}

static unsigned spell(const char *text, size_t n)
{
    unsigned     syllables = 0;
    size_t const n_base = bsh__without_possessive(text, n);
    for (size_t at = 0; at < n_base;) {
        int32_t const c = bsh__utf8_next(text, n_base, &at);
        if (bsh__is_letter(c)) {
            syllables += bsh__spoken_letter_syllables(c);
        }
        syllables += c == '&';
    }
    return syllables;
}

/* ---- the short way: ASCII letters and apostrophes alone, as in nearly every word */

#define LETTER(upper, lower) [upper] = (lower), [lower] = (lower)

/* The letter in lower case, an apostrophe; 0 for other bytes. */
static const char lower_case[256] = {
    LETTER('A', 'a'), LETTER('B', 'b'), LETTER('C', 'c'), LETTER('D', 'd'), LETTER('E', 'e'),
    LETTER('F', 'f'), LETTER('G', 'g'), LETTER('H', 'h'), LETTER('I', 'i'), LETTER('J', 'j'),
    LETTER('K', 'k'), LETTER('L', 'l'), LETTER('M', 'm'), LETTER('N', 'n'), LETTER('O', 'o'),
    LETTER('P', 'p'), LETTER('Q', 'q'), LETTER('R', 'r'), LETTER('S', 's'), LETTER('T', 't'),
    LETTER('U', 'u'), LETTER('V', 'v'), LETTER('W', 'w'), LETTER('X', 'x'), LETTER('Y', 'y'),
    LETTER('Z', 'z'), ['\''] = '\'',
};

/* False if the text is not such, or has no letter. */
static bool count_plain(const bsh__syllable_rules *rules, const char *text, size_t n,
                        unsigned *syllables)
{
    char     lower[MAX_PLAIN_BYTES];
    unsigned n_letters = 0, n_capitals = 0;
    if (n > sizeof lower ||
        rules->language->nuclei !=
            NULL) { // the table is that of English, and of all without nuclei
        return false;
    }
    for (size_t i = 0; i < n; ++i) {
        lower[i] = lower_case[(unsigned char) text[i]];
        if (lower[i] == '\0') {
            return false;
        }
        n_letters += lower[i] != '\'';
        n_capitals += lower[i] != text[i];
    }
    if (n_letters == 0) {
        return false;
    }
    n_letters -= n - bsh__without_possessive(text, n) == 2; // the s of "FBI's"
    if (is_spelled(rules, n_letters, n_capitals)) {
        *syllables += rules->mode == BSH_SYLLABLES_SPOKEN ? spell(text, n) : 1;
    } else {
        *syllables += bsh__syllables_english(lower, n);
    }
    return true;
}

/* ---- the long way */

/* Keeps lower-case ASCII letters and apostrophes, all that the syllable table knows. */
static size_t keep_table_letters(char *text, size_t n)
{
    size_t n_kept = 0;
    for (size_t i = 0; i < n; ++i) {
        char const c = text[i];
        if ((c >= 'a' && c <= 'z') || c == '\'') {
            text[n_kept++] = c;
        }
    }
    return n_kept;
}

static bsh_status look_up(const bsh__syllable_rules *rules, const char *text, size_t n,
                          unsigned *syllables, bsh_error *err)
{
    bsh__buffer *const folded = rules->scratch;
    if (rules->language->nuclei != NULL) {
        BSH_TRY(bsh__fold(rules->folder, folded, text, n, err));
        *syllables +=
            bsh__syllables_of_pieces(rules->language->nuclei, folded->data, folded->n);
        return BSH_OK;
    }
    BSH_TRY(bsh__fold_to_ascii(rules->folder, folded, text, n, err));
    size_t const n_kept = keep_table_letters(folded->data, folded->n);
    *syllables += n_kept == 0 ? 1 : bsh__syllables_english(folded->data, n_kept);
    return BSH_OK;
}

/* The words of a part that is no initialism: "Node.js" two, "Q&a" two and an "and". */
static bsh_status sum_of_words(const bsh__syllable_rules *rules, const char *text, size_t n,
                               unsigned *syllables, bsh_error *err)
{
    size_t begin = 0;
    bool   has_letter = false;
    for (size_t at = 0; at <= n;) {
        size_t const  end = at;
        int32_t const c = at < n ? bsh__utf8_next(text, n, &at) : '.';
        has_letter = has_letter || bsh__is_letter(c);
        if (c != '.' && c != '&') {
            continue;
        }
        *syllables += c == '&';
        if (has_letter) {
            BSH_TRY(look_up(rules, text + begin, end - begin, syllables, err));
        }
        has_letter = false;
        begin = at;
        at += end == n;
    }
    return BSH_OK;
}

static bsh_status part_syllables(const bsh__syllable_rules *rules, const char *text, size_t n,
                                 unsigned *syllables, bsh_error *err)
{
    if (count_plain(rules, text, n, syllables)) {
        return BSH_OK;
    }
    bool const        is_spoken = rules->mode == BSH_SYLLABLES_SPOKEN;
    part_counts const counts = count_characters(text, n);
    if (counts.figures > 0) {
        *syllables += is_spoken ? bsh__spoken_number_syllables(text, n) : 1;
        return BSH_OK;
    }
    if (counts.letters == 0) {
        return BSH_OK;
    }
    if (is_initialism(rules, text, n)) {
        *syllables += is_spoken ? spell(text, n) : 1;
        return BSH_OK;
    }
    return sum_of_words(rules, text, n, syllables, err);
}

static bool is_part_end(int32_t c)
{
    return bsh__is_word_joiner(c) || c == '_' || c == '/' || c == ':' || c == '#' || c == '@';
}

/* "COVID-19" is COVID and 19, "foo_bar" foo and bar.  In an initialism of the kind "J.-P." the
 * hyphen parts nothing. */
static bsh_status sum_of_parts(const bsh__syllable_rules *rules, bsh_string word, unsigned *n,
                               bsh_error *err)
{
    if (bsh__is_dotted_initialism(word.data, word.n_bytes)) {
        return part_syllables(rules, word.data, word.n_bytes, n, err);
    }
    size_t begin = 0;
    for (size_t at = 0; at < word.n_bytes;) {
        size_t const end = at;
        if (is_part_end(bsh__utf8_next(word.data, word.n_bytes, &at))) {
            BSH_TRY(part_syllables(rules, word.data + begin, end - begin, n, err));
            begin = at;
        }
    }
    return part_syllables(rules, word.data + begin, word.n_bytes - begin, n, err);
}

/* Not in the middle of a character. */
static size_t cut(bsh_string word)
{
    size_t n = word.n_bytes;
    if (n > MAX_WORD_BYTES) {
        n = MAX_WORD_BYTES;
        while (((unsigned char) word.data[n] & 0xC0U) == 0x80U) {
            --n;
        }
    }
    return n;
}

bsh_status bsh__form_syllables(const bsh__syllable_rules *rules, bsh_string word,
                               bsh_token_kind kind, unsigned *n, bsh_error *err)
{
    bool const is_spoken = rules->mode == BSH_SYLLABLES_SPOKEN;
    *n = 0;
    if (kind == BSH_TOKEN_URL || kind == BSH_TOKEN_EMAIL) {
        return BSH_OK;
    }
    word.n_bytes = cut(word);
    if (kind == BSH_TOKEN_NUMBER) {
        *n = is_spoken ? bsh__spoken_number_syllables(word.data, word.n_bytes) : 1;
    } else if (kind == BSH_TOKEN_SYMBOL) {
        *n = 1; // "&" is read "and"
    } else if (count_plain(rules, word.data, word.n_bytes, n)) {
        return BSH_OK; // 0 too, which is listed for "shh"
    } else {
        BSH_TRY(sum_of_parts(rules, word, n, err));
    }
    *n += *n == 0;
    return BSH_OK;
}
