#include "segment/plain_ends.h"

#include <broadsheet/document.h>

#include <string.h>

#include "base/byte_masks.h"
#include "data/lexicon.h"
#include "segment/abbreviation_rules.h"
#include "segment/punctuation.h"

static const bsh__plain_end not_plain = {.verdict = BSH__VERDICT_PASS};

static bool is_blank(char c)
{
    return c == ' ' || c == '\n';
}

/* ---- the word before the mark */

/* ASCII letters with a blank before them. */
typedef struct plain_word {
    char     folded[BSH__STRIDE]; /* ends in the mark */
    uint32_t n_letters;           /* 0: another word, of one letter or of more than 14 */
} plain_word;

enum { BEFORE_MARK = BSH__STRIDE - 1 };

/* The letters right before the mark, which is the last byte; 0 if there is nothing else. */
static uint32_t count_letters(bsh__stride folded)
{
    uint32_t const letters = bsh__bits_of_mask(bsh__bytes_between(folded, 'a', 'z'));
    uint32_t const others = ~letters & ((1U << BEFORE_MARK) - 1);
    return others == 0 ? 0 : (uint32_t) __builtin_clz(others) - (32U - BEFORE_MARK);
}

/* One piece of text is read, which ends in the mark; what does not fit is left to the rules. */
static void read_word(plain_word *word, const char *text, bsh_span block, uint32_t mark)
{
    word->n_letters = 0;
    if (mark < BEFORE_MARK) {
        return;
    }
    bsh__stride const folded = bsh__stride_at(text + mark - BEFORE_MARK) | 0x20;
    uint32_t const    n = count_letters(folded);
    uint32_t const    n_block = mark - block.begin;
    if (n >= 2 && n_block >= 2 && (n >= n_block || is_blank(text[mark - n - 1]))) {
        memcpy(word->folded, &folded, sizeof folded);
        word->n_letters = n < n_block ? n : n_block;
    }
}

static const char *letters_of(const plain_word *word)
{
    return word->folded + BEFORE_MARK - word->n_letters;
}

/* A word that begins as Roman numerals do, of four letters or less, may number an item: "xi".
 */
static bool may_be_label(const plain_word *word)
{
    enum { MAX_ROMAN = 4 };
    char const first = letters_of(word)[0];
    return word->n_letters <= MAX_ROMAN &&
           (first == 'i' || first == 'v' || first == 'x' || first == 'l');
}

/* Titles of which the rules ask what stands around them: "on 21st St. It", "told by HR. Lind".
 */
static bool is_doubtful_title(const plain_word *word)
{
    static const char titles[][2] = {{'s', 't'}, {'s', 'r'}, {'f', 't'}, {'h', 'r'}};
    bool              is_one = false;
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; ++i) {
        is_one = is_one || memcmp(letters_of(word), titles[i], sizeof titles[i]) == 0;
    }
    return is_one && word->n_letters == sizeof titles[0];
}

/* ---- what follows it */

/* Behind the double quotation mark at `at`, straight or this curly one; `at` if it is none. */
static uint32_t behind_quote(const char *text, bsh_span block, uint32_t at, const char curly[3])
{
    uint32_t const left = block.end - at;
    if (left > 0 && text[at] == '"') {
        return at + 1;
    }
    return left > 3 && memcmp(text + at, curly, 3) == 0 ? at + 3 : at;
}

/* One blank and a capital follow, with or without a mark between them that opens a quotation:
 * "left. The", "left. \u201cThe". */
static bool is_before_capital(const char *text, bsh_span block, uint32_t end)
{
    if (block.end - end < 2 || !is_blank(text[end])) {
        return false;
    }
    uint32_t const capital = behind_quote(text, block, end + 1, "\xE2\x80\x9C");
    return capital < block.end && bsh__is_capital(text[capital]);
}

/* ---- all in order */

/* "The ferry left. The", "Mr. Osei". */
static bsh__plain_end judge_stop(const plain_word *word, uint32_t mark)
{
    uint32_t const lists = bsh__word_lists(letters_of(word), word->n_letters);
    if (may_be_label(word)) {
        return not_plain;
    }
    if ((lists & BSH__ABBREVIATIONS) == 0) {
        return (bsh__plain_end){BSH__VERDICT_BOUNDARY, BSH_SENTENCE_STOP, mark + 1, mark + 2};
    }
    bool const is_title = (lists & BSH__WORD_ABBR_TITLE) != 0 && !is_doubtful_title(word);
    return is_title ? (bsh__plain_end){BSH__VERDICT_NONE, 0, mark + 1, mark + 2} : not_plain;
}

/* "Who left? The", but "Yahoo! Mail", which is known with its mark. */
static bsh__plain_end judge_exclamation(const plain_word *word, uint32_t mark)
{
    uint32_t const lists = bsh__word_lists(letters_of(word), word->n_letters + 1);
    return (lists & BSH__WORD_NAMED_WITH_MARK) == 0
               ? (bsh__plain_end){BSH__VERDICT_BOUNDARY, BSH_SENTENCE_EXCLAMATION, mark + 1,
                                  mark + 2}
               : not_plain;
}

/* The stop inside of "U.S." and "U.S.A.": a letter on both sides, then another stop.  Not the
 * first of "http://A.B.", where an address is to be looked for. */
static bool is_inside_initials(const char *text, bsh_span block, uint32_t mark)
{
    if (mark - block.begin < 2 || block.end - mark < 3) {
        return false;
    }
    char const before = text[mark - 2];
    return text[mark + 2] == '.' && bsh__is_capital(text[mark + 1]) &&
           bsh__is_capital(text[mark - 1]) && (is_blank(before) || before == '.');
}

bsh__plain_end bsh__plain_end_at(const char *text, bsh_span block, uint32_t mark)
{
    plain_word word;
    char const c = text[mark];
    if (c != '.' && c != '?' && c != '!') {
        return not_plain;
    }
    if (c == '.' && is_inside_initials(text, block, mark)) {
        return (bsh__plain_end){BSH__VERDICT_NONE, 0, mark + 1, mark + 1};
    }
    uint32_t const end = behind_quote(text, block, mark + 1, "\xE2\x80\x9D");
    if (!is_before_capital(text, block, end)) {
        return not_plain;
    }
    read_word(&word, text, block, mark);
    if (word.n_letters == 0) {
        return not_plain;
    }
    if (end > mark + 1) { // a quotation that closes upon a stop needs no look at the word
        return c == '.'
                   ? (bsh__plain_end){BSH__VERDICT_BOUNDARY, BSH_SENTENCE_CLOSER, end, end + 1}
                   : not_plain;
    }
    return c == '.' ? judge_stop(&word, mark) : judge_exclamation(&word, mark);
}
