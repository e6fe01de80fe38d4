#include "segment/quote_items.h"

#include <string.h>

#include "data/lexicon.h"
#include "segment/quote_marks.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* ---- words */

typedef struct role_word {
    char    text[12];
    uint8_t role;
} role_word;

/* Sorted by text. */
static const role_word role_words[] = {
    {"after", BSH__ROLE_OPENER},
    {"again", BSH__ROLE_ADVERB},
    {"also", BSH__ROLE_ADVERB},
    {"although", BSH__ROLE_OPENER},
    {"and", BSH__ROLE_AND},
    {"are", BSH__ROLE_AUXILIARY},
    {"as", BSH__ROLE_OPENER},
    {"be", BSH__ROLE_AUXILIARY},
    {"because", BSH__ROLE_OPENER},
    {"been", BSH__ROLE_AUXILIARY},
    {"before", BSH__ROLE_OPENER},
    {"being", BSH__ROLE_AUXILIARY},
    {"but", BSH__ROLE_OPENER},
    {"can", BSH__ROLE_AUXILIARY},
    {"could", BSH__ROLE_AUXILIARY},
    {"did", BSH__ROLE_AUXILIARY},
    {"do", BSH__ROLE_AUXILIARY},
    {"does", BSH__ROLE_AUXILIARY},
    {"even", BSH__ROLE_ADVERB},
    {"had", BSH__ROLE_AUXILIARY},
    {"has", BSH__ROLE_AUXILIARY},
    {"have", BSH__ROLE_AUXILIARY},
    {"he", BSH__ROLE_HE},
    {"he's", BSH__ROLE_HE},
    {"i", BSH__ROLE_PRONOUN},
    {"if", BSH__ROLE_OPENER},
    {"is", BSH__ROLE_AUXILIARY},
    {"it", BSH__ROLE_PRONOUN},
    {"just", BSH__ROLE_ADVERB},
    {"later", BSH__ROLE_ADVERB},
    {"may", BSH__ROLE_AUXILIARY},
    {"might", BSH__ROLE_AUXILIARY},
    {"must", BSH__ROLE_AUXILIARY},
    {"never", BSH__ROLE_ADVERB},
    {"not", BSH__ROLE_ADVERB},
    {"now", BSH__ROLE_ADVERB},
    {"of", BSH__ROLE_OF},
    {"often", BSH__ROLE_ADVERB},
    {"once", BSH__ROLE_ADVERB},
    {"or", BSH__ROLE_OPENER},
    {"she", BSH__ROLE_SHE},
    {"she's", BSH__ROLE_SHE},
    {"should", BSH__ROLE_AUXILIARY},
    {"since", BSH__ROLE_OPENER},
    {"so", BSH__ROLE_OPENER},
    {"still", BSH__ROLE_ADVERB},
    {"that", BSH__ROLE_OPENER},
    {"then", BSH__ROLE_ADVERB},
    {"they", BSH__ROLE_THEY},
    {"though", BSH__ROLE_OPENER},
    {"to", BSH__ROLE_NONE},
    {"too", BSH__ROLE_ADVERB},
    {"was", BSH__ROLE_AUXILIARY},
    {"we", BSH__ROLE_PRONOUN},
    {"were", BSH__ROLE_AUXILIARY},
    {"when", BSH__ROLE_OPENER},
    {"where", BSH__ROLE_OPENER},
    {"which", BSH__ROLE_OPENER},
    {"while", BSH__ROLE_OPENER},
    {"who", BSH__ROLE_PRONOUN},
    {"whose", BSH__ROLE_OPENER},
    {"will", BSH__ROLE_AUXILIARY},
    {"would", BSH__ROLE_AUXILIARY},
    {"yet", BSH__ROLE_OPENER},
    {"you", BSH__ROLE_PRONOUN},
};

static int compare_text(const char *a, size_t n_a, const char *b)
{
    size_t const n_b = strlen(b);
    int const    order = memcmp(a, b, n_a < n_b ? n_a : n_b);
    return order != 0 ? order : (n_a > n_b) - (n_a < n_b);
}

static uint8_t role_of(const char *text, size_t n_bytes)
{
    size_t low = 0;
    size_t high = sizeof role_words / sizeof role_words[0];
    while (low < high) {
        size_t const middle = low + (high - low) / 2;
        int const    order = compare_text(text, n_bytes, role_words[middle].text);
        if (order == 0) {
            return role_words[middle].role;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    if (n_bytes > 4 && memcmp(text + n_bytes - 3, "n't", 3) == 0) {
        return BSH__ROLE_AUXILIARY;
    }
    bool const is_adverb = n_bytes > 4 && text[n_bytes - 2] == 'l' && text[n_bytes - 1] == 'y';
    return is_adverb ? BSH__ROLE_ADVERB : BSH__ROLE_NONE;
}

bsh_string bsh__item_text(const bsh__quote_input *input, const bsh__item *item)
{
    const bsh__term *const term = bsh__vocabulary_term_at(input->vocabulary, item->term);
    return (bsh_string){term->text, term->n_bytes};
}

bool bsh__item_is(const bsh__quote_input *input, const bsh__item *item, const char *word)
{
    if (item->type != BSH__ITEM_WORD) {
        return false;
    }
    bsh_string const text = bsh__item_text(input, item);
    return compare_text(text.data, text.n_bytes, word) == 0;
}

/* Bell's, Bell’s, and the drivers' whose mark the word rules leave outside. */
static bool is_possessive(const bsh__quote_input *input, bsh_span span)
{
    size_t  at = span.end;
    int32_t last = bsh__utf8_previous(input->text, &at);
    if ((last | 0x20) != 's' || at <= span.begin) {
        return false;
    }
    last = bsh__utf8_previous(input->text, &at);
    size_t        behind = span.end;
    int32_t const next =
        behind < input->n_bytes ? bsh__utf8_next(input->text, input->n_bytes, &behind) : ' ';
    return last == '\'' || last == 0x2019 || next == '\'' || next == 0x2019;
}

/* One capital with a stop, in a name: the "A." of "Ana A. Bell" is no article. */
static bool is_initial(const bsh__quote_input *input, bsh_span span)
{
    char const     c = input->text[span.begin];
    uint32_t const n = span.end - span.begin;
    bool const     has_stop = n == 2 ? input->text[span.begin + 1] == '.'
                                     : span.end < input->n_bytes && input->text[span.end] == '.';
    return n <= 2 && c >= 'A' && c <= 'Z' && has_stop;
}

bsh__item bsh__item_of_token(const bsh__quote_input *input, size_t token)
{
    const bsh_token *const t = &input->tokens[token];
    const bsh__form *const form = bsh__vocabulary_form_at(input->vocabulary, t->form);
    const bsh__term *const term = bsh__vocabulary_term_at(input->vocabulary, form->term);
    bsh__item item = {.span = t->span, .index = (uint32_t) token, .term = form->term};
    item.type = BSH__ITEM_WORD;
    item.lists = form->lists | term->lists;
    if (form->flags & BSH__FORM_CAPITALISED) {
        item.flags |= BSH__ITEM_CAPITAL;
    }
    if (t->kind == BSH_TOKEN_NUMBER || t->kind == BSH_TOKEN_MIXED) {
        item.flags |= BSH__ITEM_FIGURE;
    }
    if (!bsh_token_is_word(t)) {
        item.flags |= BSH__ITEM_LINK;
        return item;
    }
    if (is_initial(input, t->span)) {
        item.lists = 0;
        item.flags |= BSH__ITEM_INITIAL;
        return item;
    }
    item.role = role_of(term->text, term->n_bytes);
    if (item.role == BSH__ROLE_ADVERB && (item.flags & BSH__ITEM_CAPITAL) != 0 &&
        (item.lists & (BSH__WORD_FUNCTION | BSH__WORD_STARTER)) == 0) {
        item.role = BSH__ROLE_NONE; // Kelly, Billy
    }
    if (is_possessive(input, t->span)) {
        item.flags |= BSH__ITEM_POSSESSIVE;
    } else {
        item.verb_class = (uint8_t) bsh__verb_class(term->text, term->n_bytes);
    }
    return item;
}

size_t bsh__token_from(const bsh__quote_input *input, uint32_t at)
{
    size_t low = 0;
    size_t high = input->n_tokens;
    while (low < high) {
        size_t const middle = low + (high - low) / 2;
        if (input->tokens[middle].span.begin < at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

size_t bsh__sentence_from(const bsh__quote_input *input, uint32_t at)
{
    size_t low = 0;
    size_t high = input->n_sentences;
    while (low < high) {
        size_t const middle = low + (high - low) / 2;
        if (input->sentences[middle].span.begin < at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* ---- clauses with a verb of saying */

static bool is_ing(const bsh__quote_input *input, const bsh__item *item)
{
    bsh_string const text = bsh__item_text(input, item);
    return text.n_bytes > 4 && memcmp(text.data + text.n_bytes - 3, "ing", 3) == 0;
}

bool bsh__is_participle(const bsh__quote_input *input, const bsh__item *item)
{
    return item->type == BSH__ITEM_WORD && item->verb_class != BSH_VERB_NONE &&
           is_ing(input, item) && !bsh__item_is(input, item, "according");
}

/* What may stand right before a word that is a noun as often as a verb, if it is a verb. */
static bool is_before_verb(const bsh__item *item)
{
    if (item->type == BSH__ITEM_DASH || item->type == BSH__ITEM_PIECE) {
        return true; // "...?" asked Judge Pratt
    }
    if (item->type != BSH__ITEM_WORD || (item->flags & BSH__ITEM_POSSESSIVE) != 0) {
        return false;
    }
    bool const is_person = (item->role >= BSH__ROLE_HE && item->role <= BSH__ROLE_ADVERB);
    return is_person || (item->flags & BSH__ITEM_CAPITAL) != 0 ||
           (item->lists &
            (BSH__WORD_ANONYMOUS_HEAD | BSH__WORD_SPOKES_HEAD | BSH__WORD_COURTESY)) != 0;
}

static bool is_inside_sentence(const bsh__item *before)
{
    return before->type != BSH__ITEM_BREAK && before->type != BSH__ITEM_PIECE;
}

bool bsh__is_speech_verb(const bsh__quote_input *input, const bsh__item *item)
{
    if (item->type != BSH__ITEM_WORD || item->verb_class == BSH_VERB_NONE) {
        return false;
    }
    if ((item->flags & BSH__ITEM_CAPITAL) != 0 && is_inside_sentence(item - 1)) {
        return false; // the United States
    }
    if ((item->lists & BSH__WORD_AMBIGUOUS_VERB) == 0) {
        return true;
    }
    const bsh__item *const before = item - 1;
    if (is_ing(input, item)) { // "vetoed the bill, saying", but not "the warning"
        return before->type != BSH__ITEM_WORD ||
               (before->lists & (BSH__WORD_DETERMINER | BSH__WORD_PREPOSITION)) == 0;
    }
    if (before->role == BSH__ROLE_ADVERB && before[-1].type == BSH__ITEM_WORD &&
        (before[-1].lists & BSH__WORD_DETERMINER) != 0) {
        return false; // "a widely read report"
    }
    return is_before_verb(before);
}

/* Nothing but blanks, dashes, marks and the stop of an abbreviation stands between. */
static bool is_joined(const bsh__quote_input *input, size_t begin, size_t end)
{
    if (end - begin > 16) {
        return false;
    }
    while (begin < end) {
        int32_t const c = bsh__utf8_next(input->text, end, &begin);
        if (!bsh__is_space(c) && !bsh__is_dash(c) && !bsh__is_quote_glyph(c) && c != '.') {
            return false;
        }
    }
    return true;
}

/* Words from `at` on that follow each other without punctuation; their number. */
static size_t joined_words(const bsh__quote_input *input, uint32_t at, uint32_t limit,
                           bsh__item *words, size_t capacity)
{
    size_t   n = 0;
    uint32_t from = at;
    for (size_t t = bsh__token_from(input, at); n < capacity && t < input->n_tokens; ++t, ++n) {
        bsh_span const span = input->tokens[t].span;
        if (span.end > limit || !is_joined(input, from, span.begin)) {
            break;
        }
        words[n] = bsh__item_of_token(input, t);
        from = span.end;
    }
    return n;
}

static bool may_begin_subject(const bsh__item *word)
{
    return (word->flags & BSH__ITEM_CAPITAL) != 0 ||
           (word->role >= BSH__ROLE_HE && word->role <= BSH__ROLE_PRONOUN) ||
           (word->lists & (BSH__WORD_DETERMINER | BSH__WORD_ANONYMOUS_HEAD)) != 0;
}

/* A listed verb in a finite form that is not as often a noun: what a guess may rest on. */
static bool is_plain_verb(const bsh__quote_input *input, const bsh__item *word)
{
    return word->verb_class != BSH_VERB_NONE && (word->flags & BSH__ITEM_CAPITAL) == 0 &&
           (word->lists & BSH__WORD_AMBIGUOUS_VERB) == 0 && !is_ing(input, word) &&
           !bsh__item_is(input, word, "according");
}

bool bsh__is_speech_clause(const bsh__quote_input *input, uint32_t at, uint32_t limit)
{
    bsh__item    words[8];
    size_t const n = joined_words(input, at, limit, words, sizeof words / sizeof words[0]);
    if (n < 2) {
        return false;
    }
    if (is_plain_verb(input, &words[0])) { // said Name
        return may_begin_subject(&words[1]);
    }
    if (!may_begin_subject(&words[0])) {
        return false;
    }
    bool const has_determiner = (words[0].lists & BSH__WORD_DETERMINER) != 0;
    for (size_t i = 1; i < n; ++i) {
        if (is_plain_verb(input, &words[i])) {
            return true;
        }
        bool const is_name = (words[i].flags & BSH__ITEM_CAPITAL) != 0;
        bool const is_pronoun =
            words[0].role >= BSH__ROLE_HE && words[0].role <= BSH__ROLE_PRONOUN;
        if (words[i].role != BSH__ROLE_ADVERB && (is_pronoun || !is_name) &&
            !(has_determiner && i <= 3)) {
            return false;
        }
    }
    return false;
}

/* ---- the items of a block */

typedef struct builder {
    bsh__vec               *items;
    const bsh__quote_input *input;
    size_t                  token, sentence; /* next ones */
} builder;

static bool push(const builder *b, bsh__item item)
{
    bsh__item *const slot = bsh__vec_push(b->items);
    if (slot == NULL) {
        return false;
    }
    *slot = item;
    return true;
}

static bool push_type(const builder *b, bsh__item_type type, uint32_t begin, uint32_t end)
{
    return push(b, (bsh__item){.span = {begin, end}, .type = (uint8_t) type});
}

/* A sentence ends before `at`; two ends are one. */
static bool push_break(const builder *b, uint32_t at)
{
    const bsh__item *const last = (const bsh__item *) b->items->items + b->items->n - 1;
    return last->type == BSH__ITEM_BREAK || push_type(b, BSH__ITEM_BREAK, at, at);
}

static bsh__item_type type_of_character(int32_t c, int32_t next)
{
    switch (c) {
    case ',':
        return BSH__ITEM_COMMA;
    case ':':
        return BSH__ITEM_COLON;
    case ';':
        return BSH__ITEM_SEMICOLON;
    case '(':
    case ')':
    case '[':
    case ']':
        return BSH__ITEM_BRACKET;
    case '-':
        return next == '-' || bsh__is_space(next) ? BSH__ITEM_DASH : BSH__ITEM_WORD;
    default:
        return bsh__is_dash(c) ? BSH__ITEM_DASH : BSH__ITEM_WORD;
    }
}

/* The punctuation in a stretch without words. */
static bool add_punctuation(const builder *b, size_t begin, size_t end)
{
    const char *const text = b->input->text;
    while (begin < end) {
        size_t const         at = begin;
        int32_t const        c = bsh__utf8_next(text, end, &begin);
        int32_t const        next = begin < end ? (unsigned char) text[begin] : ' ';
        bsh__item_type const type = type_of_character(c, next);
        if (type != BSH__ITEM_WORD && !push_type(b, type, (uint32_t) at, (uint32_t) begin)) {
            return false;
        }
    }
    return true;
}

/* Passes sentences that begin before `at`; true if one begins right there or in between. */
static bool passes_sentence(builder *b, uint32_t at)
{
    bool has_passed = false;
    while (b->sentence < b->input->n_sentences &&
           b->input->sentences[b->sentence].span.begin <= at) {
        ++b->sentence;
        has_passed = true;
    }
    return has_passed;
}

/* Punctuation and words of [begin, end), a stretch outside of pieces. */
static bool add_stretch(builder *b, uint32_t begin, uint32_t end)
{
    const bsh__quote_input *const input = b->input;
    while (b->token < input->n_tokens && input->tokens[b->token].span.begin < begin) {
        ++b->token;
    }
    for (; b->token < input->n_tokens && input->tokens[b->token].span.end <= end; ++b->token) {
        bsh_span const span = input->tokens[b->token].span;
        if (!add_punctuation(b, begin, span.begin)) {
            return false;
        }
        if (passes_sentence(b, span.begin) && !push_break(b, span.begin)) {
            return false;
        }
        if (!push(b, bsh__item_of_token(input, b->token))) {
            return false;
        }
        begin = span.end;
    }
    return add_punctuation(b, begin, end);
}

static bool add_piece(builder *b, const bsh_quote *quotes, uint32_t index)
{
    bsh_span const span = quotes[index].span;
    if (passes_sentence(b, span.begin) && !push_break(b, span.begin)) {
        return false;
    }
    /* Sentences that begin inside end nothing outside. */
    if (span.end > span.begin) {
        (void) passes_sentence(b, span.end - 1);
    }
    return push(b, (bsh__item){.span = span, .index = index, .type = BSH__ITEM_PIECE});
}

bool bsh__items_add(bsh__vec *items, const bsh__quote_input *input, size_t block,
                    const bsh_quote *quotes, bsh_span pieces)
{
    bsh_span const span = input->blocks[block].span;
    builder        b = {items, input, bsh__token_from(input, span.begin), 0};
    b.sentence = bsh__sentence_from(input, span.begin);
    if (!push_type(&b, BSH__ITEM_BREAK, span.begin, span.begin)) {
        return false;
    }
    uint32_t at = span.begin;
    for (uint32_t i = pieces.begin; i < pieces.end; ++i) {
        if (quotes[i].kind != BSH_QUOTE_DIRECT) { // nested, or a label in single marks
            continue;
        }
        if (!add_stretch(&b, at, quotes[i].span.begin) || !add_piece(&b, quotes, i)) {
            return false;
        }
        at = quotes[i].span.end;
    }
    return add_stretch(&b, at, span.end) && push_break(&b, span.end);
}
