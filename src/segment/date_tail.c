#include "segment/date_tail.h"

#include <string.h>

#include "data/lexicon.h"
#include "segment/punctuation.h"
#include "segment/short_word.h"

/* "Wednesday, September 30, 2020" is the longest, but for spaces. */
enum { MAX_WORDS = 4, MAX_LINE = 40 };

typedef struct tail_word {
    uint32_t        begin, end; /* without the comma behind it */
    bsh__short_word word;
} tail_word;

/* The word that ends before `end`, back to an ASCII space; MAX_LINE bytes are enough. */
static tail_word word_before(const char *text, uint32_t begin, uint32_t end)
{
    tail_word w = {0};
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == ',')) {
        --end;
    }
    w.end = w.begin = end;
    while (w.begin > begin && text[w.begin - 1] != ' ' && end - w.begin < MAX_LINE) {
        --w.begin;
    }
    bsh__short_word_set(&w.word, text + w.begin, w.end - w.begin);
    return w;
}

static bool is_number(const tail_word *w, size_t n_digits)
{
    for (size_t i = 0; i < w->word.n_bytes; ++i) {
        if (!bsh__is_digit(w->word.text[i])) {
            return false;
        }
    }
    return w->word.n_bytes > 0 && w->word.n_bytes <= n_digits;
}

static bool ends_with(const bsh__short_word *word, const char *ending)
{
    size_t const n = strlen(ending);
    return word->n_bytes > n && memcmp(word->text + word->n_bytes - n, ending, n) == 0;
}

static bool is_day_of_week(const tail_word *w)
{
    return ends_with(&w->word, "day") && (w->word.lists & BSH__WORD_TIME_WORD) != 0;
}

/* "on Tuesday", "updated Tuesday", "vote, Tuesday": the date belongs to what stands before. */
static bool belongs_to(const char *text, const tail_word *before, uint32_t begin)
{
    char const last = begin > 1 && text[begin - 1] == ' ' ? text[begin - 2] : ',';
    return strchr(",;:-(", last) != NULL || (before->word.lists & BSH__WORD_FUNCTION) != 0 ||
           ends_with(&before->word, "ed");
}

uint32_t bsh__date_tail(const char *text, bsh_span span)
{
    if (span.end - span.begin < MAX_LINE / 2 || !bsh__is_digit(text[span.end - 1])) {
        return span.end;
    }
    tail_word words[MAX_WORDS]; // year, day, month, day of the week
    uint32_t  at = span.end;
    for (size_t i = 0; i < MAX_WORDS; ++i) {
        words[i] = word_before(text, span.begin, at);
        at = words[i].begin;
    }
    bool const             is_british = is_number(&words[2], 2); // Tuesday 4 May 2021
    const tail_word *const month = &words[is_british ? 1 : 2];
    const tail_word *const day = &words[is_british ? 2 : 1];
    if (!is_number(&words[0], 4) || words[0].word.n_bytes != 4 || !is_number(day, 2) ||
        (month->word.lists & BSH__WORD_TIME_WORD) == 0 || !is_day_of_week(&words[3])) {
        return span.end;
    }
    tail_word const before = word_before(text, span.begin, at);
    bool const      is_alone = before.begin == before.end;
    return is_alone || belongs_to(text, &before, at) ? span.end : at;
}
