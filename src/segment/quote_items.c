#include "segment/quote_items.h"

#include "data/lexicon.h"
#include "segment/phrase_words.h"
#include "segment/punctuation.h"
#include "segment/quote_marks.h"
#include "segment/speech_verbs.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* Both searches halve what is left without a branch, for where a text is asked for cannot be
 * foreseen. */
size_t bsh__token_from(const bsh__quote_input *input, uint32_t at)
{
    size_t from = 0;
    size_t n = input->n_tokens;
    while (n > 0) {
        size_t const half = (n + 1) / 2;
        from += half * (input->tokens[from + half - 1].span.begin < at);
        n -= half;
    }
    return from;
}

size_t bsh__sentence_from(const bsh__quote_input *input, uint32_t at)
{
    size_t from = 0;
    size_t n = input->n_sentences;
    while (n > 0) {
        size_t const half = (n + 1) / 2;
        from += half * (input->sentences[from + half - 1].span.begin < at);
        n -= half;
    }
    return from;
}

uint32_t bsh__words_inside(const bsh__quote_input *input, bsh_span span)
{
    uint32_t n = 0;
    for (size_t i = bsh__token_from(input, span.begin);
         i < input->n_tokens && input->tokens[i].span.end <= span.end; ++i) {
        n += bsh_token_is_word(&input->tokens[i]);
    }
    return n;
}

uint32_t bsh__sentence_at(const bsh__quote_input *input, uint32_t at)
{
    size_t const behind = bsh__sentence_from(input, at + 1);
    return behind == 0 ? 0 : (uint32_t) (behind - 1);
}

/* ---- the items of a block */

void bsh__item_list_init(bsh__item_list *list, const bsh_allocator *allocator)
{
    bsh__vec_init(&list->items, allocator, sizeof(bsh__item));
    bsh__vec_init(&list->stops, allocator, sizeof(uint32_t));
    bsh__vec_init(&list->names, allocator, sizeof(uint32_t));
}

void bsh__item_list_free(bsh__item_list *list)
{
    bsh__vec_free(&list->items);
    bsh__vec_free(&list->stops);
    bsh__vec_free(&list->names);
}

void bsh__item_list_clear(bsh__item_list *list)
{
    list->items.n = list->stops.n = list->names.n = 0;
}

typedef struct builder {
    bsh__item_list         *list;
    const bsh__word_source *source;
    const bsh__quote_input *input;
    size_t                  token, sentence; /* next ones */
    uint32_t                sentence_begin;  /* of the next one; UINT32_MAX: there is none */
    uint32_t                end;             /* of the block */
    bool                    leaves_unread;   /* sentences of which nothing is asked */
} builder;

/* A word may have a comma behind it. */
enum { MOST_FOR_A_WORD = 2 };

/* Room for one more word, and what belongs to it.  An item may be a stop or a name: so the
 * three grow together, and this one last. */
static bool grow(bsh__item_list *list)
{
    size_t const n = list->items.n + MOST_FOR_A_WORD;
    return bsh__vec_reserve(&list->items, n) && bsh__vec_reserve(&list->stops, n) &&
           bsh__vec_reserve(&list->names, n);
}

/* How many items there may be before one of the three has to grow. */
static inline size_t room_of(const bsh__item_list *list)
{
    return list->names.capacity;
}

static inline bool make_room(bsh__item_list *list)
{
    return list->items.n + MOST_FOR_A_WORD <= room_of(list) || grow(list);
}

/* Items that are no words but for their spans.  They are copied as a whole: what is put
 * together byte by byte is read again only when all of it has reached memory. */
static const bsh__form_item signs[] = {
    [BSH__ITEM_PIECE] = {.type = BSH__ITEM_PIECE},
    [BSH__ITEM_BREAK] = {.type = BSH__ITEM_BREAK},
    [BSH__ITEM_COMMA] = {.type = BSH__ITEM_COMMA},
    [BSH__ITEM_COLON] = {.type = BSH__ITEM_COLON},
    [BSH__ITEM_SEMICOLON] = {.type = BSH__ITEM_SEMICOLON},
    [BSH__ITEM_DASH] = {.type = BSH__ITEM_DASH},
    [BSH__ITEM_BRACKET] = {.type = BSH__ITEM_BRACKET},
    [BSH__ITEM_UNREAD] = {.type = BSH__ITEM_UNREAD},
};

/* Appends an item that is no word; NULL if there is no memory. */
static inline bsh__item *push_sign(const builder *b, bsh__item_type type, bsh_span span)
{
    bsh__item_list *const list = b->list;
    if (!make_room(list)) {
        return NULL;
    }
    ((uint32_t *) list->stops.items)[list->stops.n] = (uint32_t) list->items.n;
    list->stops.n += type == BSH__ITEM_BREAK || type == BSH__ITEM_PIECE;
    bsh__item *const item = (bsh__item *) list->items.items + list->items.n++;
    bsh__item_set(item, span, &signs[type]);
    return item;
}

/* A sentence ends before `at`; two ends are one. */
static inline bool push_break(const builder *b, uint32_t at)
{
    const bsh__vec *const  items = &b->list->items;
    const bsh__item *const last = (const bsh__item *) items->items + items->n - 1;
    return last->type == BSH__ITEM_BREAK ||
           push_sign(b, BSH__ITEM_BREAK, (bsh_span){at, at}) != NULL;
}

/* What a character of ASCII makes; BSH__ITEM_WORD: nothing.  A hyphen may be a dash. */
static const uint8_t types_of_ascii[128] = {
    [','] = BSH__ITEM_COMMA,   [':'] = BSH__ITEM_COLON,   [';'] = BSH__ITEM_SEMICOLON,
    ['('] = BSH__ITEM_BRACKET, [')'] = BSH__ITEM_BRACKET, ['['] = BSH__ITEM_BRACKET,
    [']'] = BSH__ITEM_BRACKET, ['-'] = BSH__ITEM_DASH,
};

/* The type of the character at *i, which moves behind it; BSH__ITEM_WORD: nothing. */
static uint8_t take_punctuation(const char *text, size_t end, size_t *i)
{
    unsigned char const byte = (unsigned char) text[*i];
    if (byte >= 0x80) {
        return bsh__is_dash(bsh__utf8_next(text, end, i)) ? BSH__ITEM_DASH : BSH__ITEM_WORD;
    }
    *i += 1;
    if (byte != '-' || *i == end || text[*i] == '-' ||
        bsh__is_space((unsigned char) text[*i])) {
        return types_of_ascii[byte];
    }
    return BSH__ITEM_WORD;
}

/* The punctuation in a stretch without words, sign by sign. */
static bool add_signs(const builder *b, size_t begin, size_t end)
{
    while (begin < end) {
        size_t const  at = begin;
        uint8_t const type = take_punctuation(b->input->text, end, &begin);
        if (type != BSH__ITEM_WORD &&
            push_sign(b, (bsh__item_type) type, (bsh_span){(uint32_t) at, (uint32_t) begin}) ==
                NULL) {
            return false;
        }
    }
    return true;
}

/* The punctuation in a stretch without words; the stop between two sentences, the most common
 * one, makes nothing. */
static inline bool add_punctuation(const builder *b, size_t begin, size_t end)
{
    const char *const text = b->input->text;
    bool const        is_nothing = end - begin <= 2 && (begin == end || text[begin] == '.') &&
                            (end - begin < 2 || text[begin + 1] == ' ');
    return is_nothing || add_signs(b, begin, end);
}

static void go_to_sentence(builder *b, size_t sentence)
{
    b->sentence = sentence;
    b->sentence_begin = sentence < b->input->n_sentences
                            ? b->input->sentences[sentence].span.begin
                            : UINT32_MAX;
}

/* Passes sentences that begin before `at` or right there. */
static void pass_sentences(builder *b, uint32_t at)
{
    while (b->sentence_begin <= at && b->sentence < b->input->n_sentences) {
        go_to_sentence(b, b->sentence + 1);
    }
}

/* An item is to begin at `at`: a BREAK goes before it if it is the first of its sentence. */
static inline bool begin_item(builder *b, uint32_t at)
{
    if (at < b->sentence_begin) {
        return true;
    }
    pass_sentences(b, at);
    return push_break(b, at);
}

/* How far ahead of token `i`, which becomes an item, the form of a token is asked for: the
 * forms of a large vocabulary are more than the near memory holds.  Near the end of the text,
 * where no token stands so far ahead, that of the token itself. */
static inline size_t distance_ahead(const bsh__quote_input *input, size_t i)
{
    enum { N_AHEAD = 48 };
    return input->n_tokens - i > N_AHEAD ? N_AHEAD : 0;
}

/* One behind the last token that there is room for, and one that stands `distance` behind. */
static inline const bsh_token *end_of_run(const builder *b, size_t distance)
{
    size_t const n_left = b->input->n_tokens - b->token - distance;
    size_t const room = (room_of(b->list) - b->list->items.n) / MOST_FOR_A_WORD;
    return &b->input->tokens[b->token + (n_left < room ? n_left : room)];
}

/* Where the next item goes, and its number in case it is a stop or a name. */
typedef struct cursor {
    bsh__item *item;
    uint32_t  *stop, *name;
    uint32_t   number;
} cursor;

static inline cursor cursor_of(const bsh__item_list *list)
{
    return (cursor){(bsh__item *) list->items.items + list->items.n,
                    (uint32_t *) list->stops.items + list->stops.n,
                    (uint32_t *) list->names.items + list->names.n, (uint32_t) list->items.n};
}

static inline void set_cursor(bsh__item_list *list, const cursor *c)
{
    list->items.n = c->number;
    list->stops.n = (size_t) (c->stop - (uint32_t *) list->stops.items);
    list->names.n = (size_t) (c->name - (uint32_t *) list->names.items);
}

/* Passes the word at the cursor.  Its number is written to both lists each time, and counts
 * only if the word belongs there: no branch, for none could be foreseen. */
static inline void pass_word(cursor *c)
{
    unsigned const traits = c->item->traits;
    *c->stop = *c->name = c->number++;
    c->stop += (traits & BSH__TRAIT_REPORTS) != 0;
    c->name += traits & BSH__TRAIT_NAME;
    ++c->item;
}

/* Appends the next word, for which there is room, and those behind it that end before `end` and
 * follow in the same sentence by one blank, or by a comma and a blank, as nearly all do.
 * Returns where the last word ends. */
static uint32_t add_words(builder *b, uint32_t end)
{
    const char *const      text = b->input->text;
    const bsh__form *const forms = b->source->forms;
    uint32_t const         limit = end < b->sentence_begin ? end : b->sentence_begin;
    size_t const           distance = distance_ahead(b->input, b->token);
    const bsh_token *const behind = end_of_run(b, distance);
    const bsh_token       *token = &b->input->tokens[b->token];
    cursor                 c = cursor_of(b->list);
    uint32_t               at;
    for (;;) {
        bsh__prefetch(&forms[token[distance].form]);
        bsh__item_set(c.item, token->span, &forms[token->form].item);
        at = token->span.end;
        ++token;
        if (token >= behind || token->span.end > limit) {
            break;
        }
        uint32_t const gap = token->span.begin - at;
        if (gap == 1 && text[at] == ' ') {
            pass_word(&c);
        } else if (gap == 2 && text[at] == ',' && text[at + 1] == ' ') {
            pass_word(&c);
            bsh__item_set(c.item++, (bsh_span){at, at + 1}, &signs[BSH__ITEM_COMMA]);
            ++c.number;
        } else {
            break;
        }
    }
    bsh__item_settle(b->input, c.item);
    pass_word(&c);
    b->token = (size_t) (token - b->input->tokens);
    set_cursor(b->list, &c);
    return at;
}

/* ---- sentences left unread */

/* The item added last begins a sentence, and no piece stands right before it: "Why?" Bell
 * pressed. */
static bool is_at_sentence_begin(const builder *b)
{
    const bsh__vec *const  items = &b->list->items;
    const bsh__item *const last = (const bsh__item *) items->items + items->n - 1;
    return last->type == BSH__ITEM_BREAK && (items->n < 2 || last[-1].type != BSH__ITEM_PIECE);
}

/* One blank stands before a token, and nothing else. */
static bool is_behind_blank(const bsh__quote_input *input, const bsh_token *token)
{
    return token->span.begin - token[-1].span.end == 1 &&
           input->text[token[-1].span.end] == ' ';
}

/* A token is a verb of saying or of thought; its sentence begins at `first`.  Where other signs
 * than a blank stand before it, or the word behind it tells, it is not looked at closely. */
static bool may_report(const builder *b, const bsh_token *first, const bsh_token *token)
{
    enum { LAST = 3 };
    size_t const n_before = token - first < LAST ? (size_t) (token - first) : LAST;
    bsh__item    items[LAST + 1];
    for (size_t k = 0; k <= LAST; ++k) {
        if (k + n_before < LAST) {
            bsh__item_set(&items[k], first->span, &signs[BSH__ITEM_BREAK]);
            continue;
        }
        const bsh_token *const t = token + k - LAST;
        if (t > first && !is_behind_blank(b->input, t)) {
            return true;
        }
        bsh__item_of_token(b->source, (size_t) (t - b->input->tokens), &items[k]);
    }
    return items[LAST].key == BSH__KEY_PUT || bsh__may_be_noun(&items[LAST - 1]) ||
           bsh__is_speech_verb(&items[LAST]) || bsh__is_thought_verb(&items[LAST]);
}

/* What the signs of a token and of the one before tell holds where they stand: no comma parts
 * two names, as in "to Halden, Bell and". */
static bool is_asked(const builder *b, const bsh_token *first, const bsh_token *token,
                     unsigned found)
{
    if ((found & BSH__SIGN_NAME_PART) != 0 && b->input->text[token[-1].span.end] != ',') {
        return true;
    }
    return (found & BSH__SIGN_REPORTS) != 0 && may_report(b, first, token);
}

/* One behind the last token of a sentence that begins with the next one and ends at `limit`, if
 * nobody reports anything in it, and it holds no name of two words; or the next token. */
static size_t end_of_unread(const builder *b, uint32_t limit)
{
    const bsh__form *const forms = b->source->forms;
    const bsh_token *const first = &b->input->tokens[b->token];
    const bsh_token *const behind = &b->input->tokens[b->input->n_tokens];
    unsigned               asked = BSH__SIGN_REPORTS; // and the part of a name behind a name
    const bsh_token       *token = first;
    for (; token < behind && token->span.end <= limit; ++token) {
        unsigned const here = forms[token->form].item.signs;
        if ((here & asked) != 0 && is_asked(b, first, token, here & asked)) {
            return b->token;
        }
        asked = BSH__SIGN_REPORTS | (here & BSH__SIGN_NAME) << 1;
    }
    return b->token + (size_t) (token - first);
}

/* A block that ends in a colon says who speaks in the next. */
static bool has_colon(const builder *b, uint32_t begin, uint32_t end)
{
    return memchr(b->input->text + begin, ':', end - begin) != NULL;
}

/* Passes a sentence of which nothing is asked, if the next token begins one.  *begin is where
 * its last word ends, then; false if there is no memory. */
static bool leave_unread(builder *b, uint32_t *begin)
{
    uint32_t const limit = b->end < b->sentence_begin ? b->end : b->sentence_begin;
    size_t const   behind = end_of_unread(b, limit);
    if (behind == b->token) {
        return true;
    }
    const bsh_token *const tokens = b->input->tokens;
    bool const             is_last = limit == b->end;
    uint32_t const         last = tokens[behind - 1].span.end;
    if (is_last && has_colon(b, last, b->end)) {
        return true;
    }
    uint32_t const   end = is_last ? b->end : tokens[behind].span.begin;
    bsh__item *const item =
        push_sign(b, BSH__ITEM_UNREAD, (bsh_span){tokens[b->token].span.begin, end});
    if (item == NULL) {
        return false;
    }
    item->term = (uint32_t) b->token;
    b->token = behind;
    *begin = last;
    return true;
}

/* ---- stretches */

/* Punctuation and words of [begin, end), a stretch outside of pieces. */
static bool add_stretch(builder *b, uint32_t begin, uint32_t end)
{
    const bsh_token *const tokens = b->input->tokens;
    size_t const           n_tokens = b->input->n_tokens;
    while (b->token < n_tokens && tokens[b->token].span.begin < begin) { // inside a piece
        ++b->token;
    }
    while (b->token < n_tokens && tokens[b->token].span.end <= end) {
        uint32_t const at = tokens[b->token].span.begin;
        if (!add_punctuation(b, begin, at) || !begin_item(b, at) || !make_room(b->list)) {
            return false;
        }
        begin = at;
        bool const may_leave = b->leaves_unread &&
                               (end == b->end || b->sentence_begin <= end) &&
                               is_at_sentence_begin(b);
        if (may_leave && !leave_unread(b, &begin)) {
            return false;
        }
        begin = begin == at ? add_words(b, end) : begin;
    }
    return add_punctuation(b, begin, end);
}

static bool add_piece(builder *b, const bsh_quote *quotes, uint32_t index)
{
    bsh_span const span = quotes[index].span;
    if (!begin_item(b, span.begin)) {
        return false;
    }
    /* Sentences that begin inside end nothing outside. */
    if (span.end > span.begin) {
        pass_sentences(b, span.end - 1);
    }
    bsh__item *const item = push_sign(b, BSH__ITEM_PIECE, span);
    if (item == NULL) {
        return false;
    }
    item->term = index;
    return true;
}

/* From where the block before ended. */
static void go_to_block(builder *b, const bsh__item_place *place, uint32_t at)
{
    b->token = place->token;
    while (b->token < b->input->n_tokens && b->input->tokens[b->token].span.begin < at) {
        ++b->token;
    }
    size_t sentence = place->sentence;
    while (sentence < b->input->n_sentences && b->input->sentences[sentence].span.begin < at) {
        ++sentence;
    }
    go_to_sentence(b, sentence);
}

/* The ranges of a list so far, whose ends are not yet known. */
static bsh__block_items ranges_from(const bsh__item_list *list, bsh_span pieces)
{
    return (bsh__block_items){.items.begin = (uint32_t) list->items.n,
                              .stops.begin = (uint32_t) list->stops.n,
                              .names.begin = (uint32_t) list->names.n,
                              .pieces = pieces};
}

bool bsh__items_add(bsh__item_list *list, const bsh__word_source *source, size_t block,
                    const bsh_quote *quotes, bsh__block_items *ranges, bsh__item_place *place)
{
    bsh_span const span = source->input->blocks[block].span;
    builder        b = {.list = list,
                        .source = source,
                        .input = source->input,
                        .end = span.end,
                        .leaves_unread = bsh__vocabulary_is_english(source->input->vocabulary)};
    *ranges = ranges_from(list, ranges->pieces);
    go_to_block(&b, place, span.begin);
    if (push_sign(&b, BSH__ITEM_BREAK, (bsh_span){span.begin, span.begin}) == NULL) {
        return false;
    }
    uint32_t at = span.begin;
    for (uint32_t i = ranges->pieces.begin; i < ranges->pieces.end; ++i) {
        if (quotes[i].kind != BSH_QUOTE_DIRECT) { // nested, or a label in single marks
            continue;
        }
        if (!add_stretch(&b, at, quotes[i].span.begin) || !add_piece(&b, quotes, i)) {
            return false;
        }
        at = quotes[i].span.end;
    }
    bool const is_ok = add_stretch(&b, at, span.end) && push_break(&b, span.end);
    ranges->items.end = (uint32_t) list->items.n;
    ranges->stops.end = (uint32_t) list->stops.n;
    ranges->names.end = (uint32_t) list->names.n;
    *place = (bsh__item_place){b.token, b.sentence};
    return is_ok;
}

bool bsh__items_of_unread(bsh__item_list *list, const bsh__word_source *source,
                          const bsh__item *unread)
{
    bsh_span const span = unread->span;
    builder        b = {.list = list,
                        .source = source,
                        .input = source->input,
                        .token = unread->term,
                        .sentence = source->input->n_sentences,
                        .sentence_begin = UINT32_MAX,
                        .end = span.end};
    bsh__item_list_clear(list);
    return push_sign(&b, BSH__ITEM_BREAK, (bsh_span){span.begin, span.begin}) != NULL &&
           add_stretch(&b, span.begin, span.end) && push_break(&b, span.end);
}
