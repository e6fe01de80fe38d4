#include "segment/missing_openers.h"
#include "segment/blanks.h"

#include <string.h>

#include "data/lexicon.h"
#include "data/speech_words.h"
#include "segment/missing_closers.h"
#include "segment/punctuation.h"
#include "segment/quote_items.h"
#include "segment/quote_marks.h"
#include "segment/speech_clause.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* Each word in the stretch is a place where the quote may begin.  Its score is the weight of
 * the place, and the weights of all that the quote would then hold: words of speech ("we",
 * "don't", a question) for it, those of a report ("said", "he", names) against it.  So
 *
 *     The hall was full. Ms. Ruiz said no. We have no money. What do you want?" Others left.
 *
 * begins at "We".  The weights are tenths of logarithms of odds; where they come from is said
 * in speech_words.tsv. */

/* What stands right before a word. */
typedef enum place {
    PLACE_BLOCK,         /* it is the first one of its block */
    PLACE_PIECE,         /* the piece before */
    PLACE_NEXT_SENTENCE, /* a sentence end, the first one behind a piece: "..." he said. We */
    PLACE_SENTENCE,      /* another sentence end */
    PLACE_COLON,
    PLACE_COMMA,
    PLACE_DASH,
    PLACE_MARK, /* any other punctuation */
    PLACE_BLANK,
    N_PLACES
} place;

/* What else a place tells of: at a sentence's begin, whether a clause of saying follows the
 * closer; inside a sentence, how far before the word a verb of saying stands. */
typedef enum clue {
    CLUE_NONE,
    CLUE_SAID, /* "...," he said; Ms. Hale said: */
    CLUE_NEAR, /* told a reporter: */
    N_CLUES
} clue;

/* By whether the word has a capital. */
static const signed char place_weights[N_PLACES][2][N_CLUES] = {
    [PLACE_BLOCK] = {{12, 38, 0}, {8, 34, 0}},
    [PLACE_PIECE] = {{-37, -49, 0}, {-12, -24, 0}},
    [PLACE_NEXT_SENTENCE] = {{16, 40, 0}, {32, 56, 0}},
    [PLACE_SENTENCE] = {{-13, 11, 0}, {3, 27, 0}},
    [PLACE_COLON] = {{-23, 0, 0}, {23, 46, 36}},
    [PLACE_COMMA] = {{-16, 2, -10}, {3, 43, 11}},
    [PLACE_DASH] = {{-15, -10, -19}, {21, 21, 0}},
    [PLACE_MARK] = {{-42, -20, -23}, {-14, -2, -18}},
    [PLACE_BLANK] = {{-24, -27, -17}, {-22, -22, -22}},
};

/* Behind a blank, the word before tells too. */
enum {
    BEHIND_THAT = 11, /* said that we */
    BEHIND_AS = 13,
    BEHIND_TO = 4,
    BEHIND_DETERMINER = -9,
    BEHIND_PREPOSITION = -5,
    BEHIND_CONJUNCTION = 5
};

/* Words that are not listed. */
enum {
    WEIGHT_NAME = -4,
    WEIGHT_TITLE = 7, /* with NAME: Mr., President */
    WEIGHT_VERB = -5, /* of saying */
    WEIGHT_PARTICIPLE = -19,
    WEIGHT_PAST = -5,      /* ends in -ed */
    WEIGHT_SHORT_FORM = 12 /* "it's", besides the "it" in it */
};

/* In other languages no word tells: a clause of saying speaks for all that stands before it,
 * and without one the last sentence is the quote. */
enum { WEIGHT_FOREIGN = -1 };

/* Punctuation between words, and how few words make no quote inside a sentence. */
enum { WEIGHT_QUESTION = 11, WEIGHT_EXCLAMATION = 26, WEIGHT_SINGLE_MARK = -12 };
enum { SHORT = 4, WEIGHT_SHORT = -44, MAX_NEAR = 5 };

typedef struct search {
    const bsh__word_source *source;
    const bsh__quote_input *input;
    const bsh__lone_closer *closer;
    size_t                  first, end;  /* tokens of the stretch */
    size_t                  token;       /* now */
    size_t                  sentence;    /* next one */
    size_t                  n_sentences; /* that have begun behind the first token */
    size_t                  verb;        /* behind the last verb of saying in the sentence; 0 */
    bool                    is_told;     /* a clause of saying follows the closer */
    bsh__item               before;      /* the word before */
} search;

static bool is_first_of_sentence(search *s, uint32_t at)
{
    bool is_first = false;
    while (s->sentence < s->input->n_sentences &&
           s->input->sentences[s->sentence].span.begin <= at) {
        is_first = true;
        ++s->sentence;
    }
    return is_first;
}

/* ---- weights */

static int weight_of_gap(const char *text, size_t begin, size_t end)
{
    int weight = 0;
    while (begin < end) {
        int32_t const c = bsh__utf8_next(text, end, &begin);
        if (c == '?') {
            weight += WEIGHT_QUESTION;
        } else if (c == '!') {
            weight += WEIGHT_EXCLAMATION;
        } else if (bsh__is_apostrophe(c) || c == BSH__LEFT_SINGLE_QUOTE) {
            weight += WEIGHT_SINGLE_MARK;
        }
    }
    return weight;
}

static int weight_of_unlisted(const bsh__item *word, const bsh__term *term, bool is_first)
{
    if ((word->traits & BSH__TRAIT_NAME) != 0 && !is_first) {
        return WEIGHT_NAME + ((word->traits & BSH__TRAIT_TITLE) != 0 ? WEIGHT_TITLE : 0);
    }
    if ((word->flags & BSH__ITEM_FIGURE) != 0) {
        return 0;
    }
    if (word->verb_class != BSH_VERB_NONE) {
        return (word->traits & BSH__TRAIT_ING) != 0 ? WEIGHT_PARTICIPLE : WEIGHT_VERB;
    }
    bool const is_past = term->n_bytes > 2 && term->text[term->n_bytes - 2] == 'e' &&
                         term->text[term->n_bytes - 1] == 'd';
    return is_past ? WEIGHT_PAST : 0;
}

static int weight_of_word(const search *s, const bsh__item *word, bool is_first)
{
    if (!bsh__vocabulary_is_english(s->input->vocabulary)) {
        return s->is_told ? 0 : WEIGHT_FOREIGN; // "an" and "will" are other words in German
    }
    const bsh__term *const term = bsh__vocabulary_term_at(s->input->vocabulary, word->term);
    int                    weight = 0;
    if (!bsh__speech_word(term->text, term->n_bytes, &weight)) {
        weight = weight_of_unlisted(word, term, is_first);
    }
    bool const is_short_form = (word->flags & BSH__ITEM_POSSESSIVE) != 0 &&
                               word->role >= BSH__ROLE_HE && word->role <= BSH__ROLE_PRONOUN;
    return weight + (is_short_form ? WEIGHT_SHORT_FORM : 0);
}

/* ---- places */

/* Of what stands in [begin, end) between two words of a sentence; the bracket of ", [We]"
 * belongs to the word. */
static place place_of_gap(const char *text, size_t begin, size_t end)
{
    size_t at = end;
    do {
        at = bsh__without_blanks(text, (uint32_t) begin, (uint32_t) at);
    } while (at > begin && (text[at - 1] == '[' || text[at - 1] == '(') && --at > begin);
    if (at == begin) {
        return PLACE_BLANK;
    }
    int32_t const c = bsh__utf8_previous(text, &at);
    if (c == ':' || c == ',') {
        return c == ':' ? PLACE_COLON : PLACE_COMMA;
    }
    return bsh__is_dash(c) ? PLACE_DASH : PLACE_MARK;
}

static int weight_behind(const bsh__item *before)
{
    if (before->key == BSH__KEY_AS || before->key == BSH__KEY_TO) {
        return before->key == BSH__KEY_AS ? BEHIND_AS : BEHIND_TO;
    }
    if (before->key == BSH__KEY_THAT) {
        return BEHIND_THAT;
    }
    if ((before->lists & BSH__WORD_DETERMINER) != 0) {
        return BEHIND_DETERMINER;
    }
    if ((before->lists & BSH__WORD_PREPOSITION) != 0) {
        return BEHIND_PREPOSITION;
    }
    return (before->lists & BSH__WORD_CONJUNCTION) != 0 ? BEHIND_CONJUNCTION : 0;
}

/* Of a word that is the first of the stretch, or of a sentence. */
static int weight_of_begin(const search *s, bool is_capital)
{
    bool const is_in_block = s->closer->low == s->closer->range->text.begin;
    place      where = PLACE_SENTENCE;
    if (s->token == s->first) {
        where = is_in_block ? PLACE_BLOCK : PLACE_PIECE;
    } else if (!is_in_block && s->n_sentences == 1) {
        where = PLACE_NEXT_SENTENCE;
    }
    return place_weights[where][is_capital][s->is_told ? CLUE_SAID : CLUE_NONE];
}

/* Of a word inside a sentence, behind the gap that begins at `begin`. */
static int weight_inside(const search *s, size_t begin, size_t end, bool is_capital)
{
    place const where = place_of_gap(s->input->text, begin, end);
    clue        near = CLUE_NONE;
    if (s->verb == s->token) {
        near = CLUE_SAID;
    } else if (s->verb != 0 && s->token - s->verb < MAX_NEAR) {
        near = CLUE_NEAR;
    }
    int weight = place_weights[where][is_capital][near];
    if (where == PLACE_BLANK) {
        weight += weight_behind(&s->before);
    }
    return weight + (s->end - s->token < SHORT ? WEIGHT_SHORT : 0);
}

/* Of the word as a place to begin, behind a gap that begins at `gap`. */
static int weight_of_place(search *s, uint32_t gap, const bsh__item *word, bool is_first)
{
    bool const is_capital = (word->flags & BSH__ITEM_CAPITAL) != 0;
    if (s->token == s->first) {
        return weight_of_begin(s, is_capital);
    }
    if (!is_first) {
        return weight_inside(s, gap, word->span.begin, is_capital);
    }
    s->verb = 0;
    ++s->n_sentences;
    return weight_of_begin(s, is_capital);
}

/* A verb of saying that is no name. */
static bool is_verb(const bsh__item *word)
{
    return word->verb_class != BSH_VERB_NONE && (word->flags & BSH__ITEM_CAPITAL) == 0;
}

/* Where what stands before a word begins that belongs to it: the bracket of "[We] wait". */
static uint32_t begin_with_marks(const search *s, uint32_t low, uint32_t begin)
{
    size_t at = begin;
    while (at > low) {
        size_t before = at;
        if (bsh__is_space(bsh__utf8_previous(s->input->text, &before))) {
            return (uint32_t) at;
        }
        at = before;
    }
    return s->token == s->first ? low : begin;
}

static const bsh__mark *closing_mark(const bsh__lone_closer *closer)
{
    return (const bsh__mark *) closer->paper->marks->items + closer->index;
}

static search search_before(const bsh__lone_closer *closer)
{
    const bsh__word_source *const source = closer->paper->source;
    const bsh__mark *const        mark = closing_mark(closer);
    search s = {.source = source, .input = source->input, .closer = closer};
    s.first = s.token = bsh__token_from(s.input, closer->low);
    s.end = bsh__token_from(s.input, mark->span.begin);
    s.sentence = bsh__sentence_from(s.input, closer->low);
    s.is_told = mark->before != '.' && // a stop ends the sentence: "Others agreed."
                bsh__speech_clause_at(source, mark->span.end, closer->range->text.end) !=
                    BSH__CLAUSE_NONE;
    return s;
}

/* The word most likely to be the first one of the quote. */
static size_t likeliest_begin(search *s, uint32_t *begin)
{
    uint32_t gap = s->closer->low;
    size_t   likeliest = s->first;
    int64_t  passed = 0; // weights of all that the quote would not hold
    int64_t  best = INT64_MIN;
    for (; s->token < s->end; ++s->token) {
        bsh__item word;
        bsh__item_of_token(s->source, s->token, &word);
        bool const is_first = is_first_of_sentence(s, word.span.begin);
        passed += s->token > s->first ? weight_of_gap(s->input->text, gap, word.span.begin) : 0;
        int64_t const score = weight_of_place(s, gap, &word, is_first) - passed;
        if (score >= best) {
            best = score;
            likeliest = s->token;
            *begin = begin_with_marks(s, gap, word.span.begin);
        }
        passed += weight_of_word(s, &word, is_first);
        s->verb = is_verb(&word) ? s->token + 1 : s->verb;
        s->before = word;
        gap = word.span.end;
    }
    return likeliest;
}

/* The block is the line below a quote set apart, and says whose it is: "Ana Bell, a farmer." */
static bool is_credit(const search *s)
{
    enum { MAX_CREDIT = 8 };
    const bsh__mark_range *const range = s->closer->range;
    uint32_t const               behind = closing_mark(s->closer)->span.end;
    bool const                   is_block =
        s->closer->low == range->text.begin &&
        bsh__without_blanks(s->input->text, behind, range->text.end) == behind;
    if (!is_block || s->end - s->first < 2 || s->end - s->first > MAX_CREDIT) {
        return false;
    }
    for (size_t i = s->first; i < s->end; ++i) {
        bsh__item word;
        bsh__item_of_token(s->source, i, &word);
        bool const is_capital = (word.flags & BSH__ITEM_CAPITAL) != 0;
        bool const is_clausal =
            is_verb(&word) || (word.role >= BSH__ROLE_HE && word.role <= BSH__ROLE_AUXILIARY);
        if (is_clausal || (i < s->first + 2 && !is_capital)) {
            return false;
        }
    }
    return true;
}

bool bsh__guess_opener(const bsh__lone_closer *closer, uint32_t *begin)
{
    search s = search_before(closer);
    *begin = closer->low;
    if (s.first == s.end || is_credit(&s)) {
        return false;
    }
    size_t const likeliest = likeliest_begin(&s, begin);
    bool const   is_in_block = closer->low == closer->range->text.begin;
    return is_in_block || likeliest > s.first || s.end - s.first >= SHORT; // "..." she said."
}

/* A verb of saying ends at `at`: "Ms. Hale said". */
static bool is_behind_verb(const bsh__word_source *source, uint32_t at)
{
    size_t const behind = bsh__token_from(source->input, at);
    if (behind == 0 || source->input->tokens[behind - 1].span.end != at) {
        return false;
    }
    bsh__item word;
    bsh__item_of_token(source, behind - 1, &word);
    return is_verb(&word);
}

bool bsh__is_turned_opener(const bsh__lone_closer *closer)
{
    const bsh__mark *const marks = closer->paper->marks->items;
    const bsh__mark *const mark = closing_mark(closer);
    bool const             is_behind_lead = (mark->before == ',' || mark->before == ':') &&
                                is_behind_verb(closer->paper->source, mark->span.begin - 1);
    if (!bsh__is_space(mark->after) || (mark->before != 0 && !is_behind_lead)) {
        return false;
    }
    size_t const end = closer->range->first + closer->range->n;
    size_t       i = closer->index + 1;
    while (i < end && marks[i].family != BSH__MARK_DOUBLE) {
        ++i;
    }
    return i < end && marks[i].hand == BSH__MARK_CLOSES;
}
