#include "segment/words.h"

#include <string.h>

#include "data/lexicon.h"
#include "segment/addresses.h"
#include "segment/plain_words.h"
#include "segment/punctuation.h"
#include "segment/short_word.h"
#include "segment/term_form.h"
#include "segment/token_output.h"
#include "segment/word_pieces.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

enum { MAX_AMPERSAND_SIDE = 3 }; // AT&T, but not "Smith&Sons"

void bsh__word_finder_init(bsh__word_finder *finder, const bsh_allocator *allocator)
{
    *finder = (bsh__word_finder){0};
    bsh__vec_init(&finder->addresses, allocator, sizeof(bsh__address));
    bsh__vec_init(&finder->pieces, allocator, sizeof(bsh__piece));
}

void bsh__word_finder_free(bsh__word_finder *finder)
{
    bsh__vec_free(&finder->pieces);
    bsh__vec_free(&finder->addresses);
}

/* What the rules below walk over, from left to right. */
typedef struct walk {
    const char        *text;
    uint32_t           block_begin;
    const bsh__piece  *pieces; /* n_pieces and one more where they end */
    size_t             n_pieces;
    bsh__token_output *out;
} walk;

/* A token that grows: pieces [first, behind). */
typedef struct unit {
    size_t first, behind;
    bool   has_prefix, has_letter, has_figure;
} unit;

static bsh__piece_kind kind_at(const walk *w, size_t i)
{
    return i < w->n_pieces ? (bsh__piece_kind) w->pieces[i].kind : BSH__PIECE_SPACE;
}

static bool is_core(const walk *w, size_t i)
{
    return i < w->n_pieces && bsh__piece_is_core(&w->pieces[i]);
}

static bool is_figure(const walk *w, size_t i)
{
    return is_core(w, i) && w->pieces[i].starts_with_figure;
}

static void take_core(const walk *w, unit *u)
{
    bsh__piece_kind const kind = kind_at(w, u->behind);
    u->has_letter = u->has_letter || kind == BSH__PIECE_LETTERS || kind == BSH__PIECE_MIXED;
    u->has_figure = u->has_figure || kind != BSH__PIECE_LETTERS;
    ++u->behind;
}

/* W4: "$178", "#5", "@kielport".  The sign must not stand behind a word: "a@b" is no handle. */
static bool has_prefix(const walk *w, size_t i)
{
    switch (kind_at(w, i)) {
    case BSH__PIECE_CURRENCY:
        return is_figure(w, i + 1);
    case BSH__PIECE_HASH:
    case BSH__PIECE_AT:
        return is_core(w, i + 1) && (i == 0 || !is_core(w, i - 1));
    default:
        return false;
    }
}

/* A core, its fractions and what a zero width space holds apart: "2½", "co<ZWSP>op". */
static void take_cores(const walk *w, unit *u)
{
    take_core(w, u);
    while (is_core(w, u->behind) && (kind_at(w, u->behind) == BSH__PIECE_FRACTION ||
                                     w->pieces[u->behind - 1].ends_transparent)) {
        take_core(w, u);
    }
}

/* W4: "3.5%", "20°C", "5′10″". */
static void take_units(const walk *w, unit *u)
{
    while (u->has_figure && kind_at(w, u->behind) == BSH__PIECE_UNIT) {
        ++u->behind;
        bool const is_scale = kind_at(w, u->behind) == BSH__PIECE_LETTERS &&
                              w->pieces[u->behind].n_characters == 1;
        if (is_scale || is_figure(w, u->behind)) {
            take_cores(w, u);
        }
    }
}

static uint32_t begin_of(const walk *w, size_t i)
{
    return w->pieces[i].begin;
}

/* The first character after the piece at i and white space. */
static bool is_figure_next(const walk *w, size_t i)
{
    while (i < w->n_pieces && kind_at(w, i) == BSH__PIECE_SPACE) {
        ++i;
    }
    return is_figure(w, i);
}

/* W5 for abbreviations without an inner stop.  Many are words as well ("come in.", "the sun."),
 * so a stop is taken only where it can hardly end a sentence, or the word is capitalised. */
static bool is_abbreviation(const walk *w, const unit *u, const bsh__short_word *word)
{
    uint32_t const always = BSH__WORD_ABBR_NEVER;
    uint32_t const capitalised =
        BSH__WORD_ABBR_TITLE | BSH__WORD_ABBR_MONTH | BSH__WORD_ABBR_DAY | BSH__WORD_ABBR_SOFT;
    size_t        at = begin_of(w, u->behind - 1);
    int32_t const first = bsh__utf8_next(w->text, begin_of(w, u->behind), &at);
    bool const    is_compound = u->behind - u->first > 1; // "op. cit.", but not "at the co-op."
    if ((word->lists & always) != 0 && word->n_bytes > 1 && !is_compound) {
        return true;
    }
    if ((word->lists & BSH__WORD_ABBR_NUMBER) != 0 && is_figure_next(w, u->behind + 1)) {
        return true;
    }
    if ((word->lists & BSH__WORD_ABBR_UNIT) != 0 && w->out->is_after_number) {
        return true;
    }
    return (word->lists & capitalised) != 0 && word->n_bytes > 1 && bsh__is_upper(first);
}

/* "J.-P. Holm": one capital, a stop, a hyphen, a letter. */
static bool is_hyphenated_initial(const walk *w, const unit *u)
{
    return w->pieces[u->behind - 1].n_characters == 1 &&
           kind_at(w, u->behind + 1) == BSH__PIECE_JOINER && is_core(w, u->behind + 2) &&
           w->pieces[u->behind + 2].n_characters == 1;
}

/* "co-op." at the end of a sentence is no "op. 9": the last part of a compound in small letters
 * is a word, however short; "R-Ariz." and "Maj.-Gen." are none. */
static bool is_compounded(const walk *w, const unit *u)
{
    size_t const last = u->behind - 1;
    size_t       at = begin_of(w, last);
    return last > u->first && kind_at(w, last - 1) == BSH__PIECE_JOINER &&
           kind_at(w, last - 2) != BSH__PIECE_STOP &&
           bsh__is_lower(bsh__utf8_next(w->text, begin_of(w, u->behind), &at));
}

static bool is_abbreviated(const walk *w, const unit *u)
{
    uint32_t const    whole = begin_of(w, u->first);
    uint32_t const    begin = begin_of(w, u->behind - 1);
    uint32_t const    n_bytes = begin_of(w, u->behind) - begin;
    const char *const text = w->text + begin;
    if (kind_at(w, u->behind - 1) != BSH__PIECE_LETTERS || n_bytes > BSH__SHORT_WORD_BYTES) {
        return false;
    }
    if (bsh__is_dotted_initialism(text, n_bytes) || is_hyphenated_initial(w, u) ||
        bsh__is_dotted_initialism(w->text + whole, n_bytes + begin - whole)) {
        return true;
    }
    bsh__short_word word;
    bsh__short_word_set(&word, text, n_bytes);
    if (is_compounded(w, u)) {
        return false;
    }
    bool const has_inner_stop = memchr(text, '.', n_bytes) != NULL;
    return has_inner_stop ? word.lists != 0 : is_abbreviation(w, u, &word);
}

static bool is_lower_letter(const walk *w, size_t i)
{
    size_t at = begin_of(w, i);
    return kind_at(w, i) == BSH__PIECE_LETTERS && w->pieces[i].n_characters == 1 &&
           bsh__is_lower(bsh__utf8_next(w->text, begin_of(w, i + 1), &at));
}

/* W5: "U.S.", "Ph.D.", "Mr."; and what an apostrophe adds to it: "U.S.'s".  A capital behind it
 * may begin a sentence: "... in the U.S.'I went home". */
static void take_stop(const walk *w, unit *u)
{
    bool const is_one_stop = kind_at(w, u->behind) == BSH__PIECE_STOP &&
                             kind_at(w, u->behind + 1) != BSH__PIECE_STOP;
    if (!is_one_stop || !is_abbreviated(w, u)) {
        return;
    }
    ++u->behind;
    if (kind_at(w, u->behind) == BSH__PIECE_APOSTROPHE && is_lower_letter(w, u->behind + 1)) {
        u->behind += 2;
    }
}

/* A core with all that attaches to it, from piece i on; false if there is none. */
static bool take_unit(const walk *w, unit *u, size_t i)
{
    bool const prefixed = has_prefix(w, i);
    if (!prefixed && !is_core(w, i)) {
        return false;
    }
    u->has_prefix = u->has_prefix || prefixed;
    u->behind = i + prefixed;
    take_cores(w, u);
    take_units(w, u);
    take_stop(w, u);
    return true;
}

/* W1 to W3: whether the mark behind the unit joins it to what follows. */
static bool joins(const walk *w, const unit *u)
{
    size_t const mark = u->behind;
    switch (kind_at(w, mark)) {
    case BSH__PIECE_JOINER:
        return is_core(w, mark + 1) ||
               (kind_at(w, mark + 1) == BSH__PIECE_CURRENCY && has_prefix(w, mark + 1));
    case BSH__PIECE_AMPERSAND:
        return is_core(w, mark - 1) && is_core(w, mark + 1) &&
               w->pieces[mark - 1].n_characters <= MAX_AMPERSAND_SIDE &&
               w->pieces[mark + 1].n_characters <= MAX_AMPERSAND_SIDE;
    case BSH__PIECE_SLASH:
    case BSH__PIECE_COLON:
        return kind_at(w, mark - 1) == BSH__PIECE_FIGURES && is_figure(w, mark + 1);
    default:
        return false;
    }
}

/* ---- what is left out in front: W6 */

static bool is_elided_word(const char *text, size_t n_bytes)
{
    static const char *const words[] = {"em", "til", "tis", "twas", "bout", "cause", "n"};
    bsh__short_word          word;
    bsh__short_word_set(&word, text, n_bytes);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; ++i) {
        if (bsh__short_word_is(&word, words[i])) {
            return true;
        }
    }
    return false;
}

/* "'90s" in any marks; "’24" only with the mark that cannot open a quote. */
static bool is_elided_year(const char *text, size_t n_bytes, int32_t mark)
{
    if (n_bytes < 2 || !bsh__is_digit(text[0]) || !bsh__is_digit(text[1])) {
        return false;
    }
    return (n_bytes == 3 && text[2] == 's') ||
           (n_bytes == 2 && mark == BSH__RIGHT_SINGLE_QUOTE);
}

/* White space, an opener or a dash: a mark behind anything else closes.  A straight quote opens
 * if it stands behind one of these itself: "'Tis late". */
static bool may_open_behind(const walk *w, size_t i)
{
    enum { MAX_QUOTES = 4 };
    size_t at = begin_of(w, i);
    for (unsigned n = 0; at > w->block_begin && n < MAX_QUOTES; ++n) {
        int32_t const c = bsh__utf8_previous(w->text, &at);
        if (bsh__is_space(c) || bsh__is_dash(c)) {
            return true;
        }
        if (!bsh__is_closer(c)) {
            return bsh__is_opener(c);
        }
    }
    return at == w->block_begin;
}

static bool has_elision_mark(const walk *w, const unit *u)
{
    size_t const i = u->first;
    if (i == 0 || u->has_prefix || kind_at(w, i - 1) != BSH__PIECE_APOSTROPHE ||
        !may_open_behind(w, i - 1)) {
        return false;
    }
    size_t            at = begin_of(w, i - 1);
    int32_t const     mark = bsh__utf8_next(w->text, begin_of(w, i), &at);
    const char *const text = w->text + begin_of(w, i);
    size_t const      n_bytes = begin_of(w, i + 1) - begin_of(w, i);
    if (is_elided_year(text, n_bytes, mark)) {
        return true;
    }
    return mark != BSH__LEFT_SINGLE_QUOTE && is_elided_word(text, n_bytes);
}

/* ---- tokens */

/* "2nd": figures and an ordinal ending, nothing else. */
static bool is_ordinal(const char *text, bsh_span span)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    uint32_t                 at = span.begin;
    while (at < span.end && (bsh__is_digit(text[at]) || text[at] == ',')) {
        ++at;
    }
    if (at == span.begin || span.end - at != 2) {
        return false;
    }
    bsh__short_word ending;
    bsh__short_word_set(&ending, text + at, 2);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; ++i) {
        if (bsh__short_word_is(&ending, endings[i])) {
            return true;
        }
    }
    return false;
}

static bsh_token_kind kind_of_unit(const walk *w, const unit *u, bsh_span span)
{
    bsh__piece_kind const first = kind_at(w, u->first);
    if (u->has_prefix && u->has_letter && first == BSH__PIECE_HASH) {
        return BSH_TOKEN_HASHTAG;
    }
    if (first == BSH__PIECE_AT && u->has_prefix) {
        return BSH_TOKEN_HANDLE;
    }
    if (!u->has_figure) {
        return BSH_TOKEN_LETTERS;
    }
    return !u->has_letter || is_ordinal(w->text, span) ? BSH_TOKEN_NUMBER : BSH_TOKEN_MIXED;
}

/* What UAX #29 joins to a word and is none of it: underscores of emphasis ("_so_") and the
 * narrow no-break space of « bonjour ». */
static bool is_loose_joiner(int32_t c)
{
    enum { NARROW_SPACE = 0x202F };
    return c == '_' || c == NARROW_SPACE;
}

/* Without loose joiners and soft hyphens at the ends; a handle keeps its own. */
static bsh_span trim(const char *text, bsh_span span)
{
    size_t at = span.begin;
    while (span.begin < span.end && is_loose_joiner(bsh__utf8_next(text, span.end, &at))) {
        span.begin = (uint32_t) at;
    }
    while (span.end > span.begin) {
        at = span.end;
        int32_t const c = bsh__utf8_previous(text, &at);
        if (!is_loose_joiner(c) && !bsh__is_transparent(c)) {
            break;
        }
        span.end = (uint32_t) at;
    }
    return span;
}

static bsh_status add_token(const walk *w, bsh_span span, bsh_token_kind kind)
{
    bsh__text_key const key = bsh__token_key(w->out, span, kind);
    uint32_t const      form =
        bsh__vocabulary_find(w->out->vocabulary, key, bsh__token_head(w->out, span));
    return bsh__token_add(w->out, span, kind, form);
}

/* "goin'" has a syllable more than the name Goin: the mark is no part of the token, but is
 * heard. */
static void hear_mark(const char *text, bsh_token *token)
{
    bsh__short_word word;
    unsigned        n_syllables = 0;
    bsh__short_word_set(&word, text + token->span.begin, token->span.end - token->span.begin);
    if (bsh__has_marked_syllables(word.text, word.n_bytes, &n_syllables)) {
        token->syllables = (uint8_t) n_syllables;
    }
}

static bsh_status add_unit(const walk *w, const unit *u)
{
    size_t const         first = has_elision_mark(w, u) ? u->first - 1 : u->first;
    bsh_span const       whole = {begin_of(w, first), begin_of(w, u->behind)};
    bsh_span const       span = trim(w->text, whole);
    bsh_token_kind const kind = kind_of_unit(w, u, span);
    BSH_TRY(add_token(w, span, kind));
    if (kind == BSH_TOKEN_LETTERS && kind_at(w, u->behind) == BSH__PIECE_APOSTROPHE &&
        bsh__vocabulary_is_english(w->out->vocabulary)) {
        hear_mark(w->text, (bsh_token *) w->out->tokens->items + w->out->tokens->n - 1);
    }
    return BSH_OK;
}

/* W8: "Holm & Pell". */
static bool is_lone_ampersand(const walk *w, size_t i)
{
    return kind_at(w, i) == BSH__PIECE_AMPERSAND &&
           (i == 0 || kind_at(w, i - 1) == BSH__PIECE_SPACE) &&
           kind_at(w, i + 1) == BSH__PIECE_SPACE;
}

static bool is_address(const walk *w, size_t i)
{
    return kind_at(w, i) == BSH__PIECE_URL || kind_at(w, i) == BSH__PIECE_EMAIL;
}

/* The token at piece i, if there is one; *behind is set past what was looked at. */
static bsh_status step(const walk *w, size_t i, size_t *behind)
{
    *behind = i + 1;
    if (is_address(w, i) || is_lone_ampersand(w, i)) {
        bsh_token_kind const kind = kind_at(w, i) == BSH__PIECE_URL     ? BSH_TOKEN_URL
                                    : kind_at(w, i) == BSH__PIECE_EMAIL ? BSH_TOKEN_EMAIL
                                                                        : BSH_TOKEN_SYMBOL;
        return add_token(w, (bsh_span){begin_of(w, i), begin_of(w, i + 1)}, kind);
    }
    unit u = {.first = i, .behind = i};
    if (!take_unit(w, &u, i)) {
        return BSH_OK;
    }
    while (joins(w, &u) && take_unit(w, &u, u.behind + 1)) {
        *behind = u.behind;
    }
    *behind = u.behind;
    return add_unit(w, &u);
}

/* ---- a block in capitals: "FIRE CLOSES PORT" has no initialism of four letters */

static bool is_in_capitals(const bsh__vocabulary *vocabulary, const bsh_token *tokens, size_t n)
{
    size_t n_words = 0;
    for (size_t i = 0; i < n; ++i) {
        if (!bsh_token_is_word(&tokens[i])) {
            continue;
        }
        ++n_words;
        if ((bsh__vocabulary_form_at(vocabulary, tokens[i].form)->flags &
             BSH__FORM_HAS_LOWER) != 0) {
            return false;
        }
    }
    return n_words >= 2;
}

static void recount_syllables(const bsh__vocabulary *vocabulary, bsh_token *tokens, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        tokens[i].syllables =
            bsh__vocabulary_form_at(vocabulary, tokens[i].form)->syllables_in_capitals;
    }
}

/* Every rule, for segments that stand alone. */
static bsh_status find_by_rules(bsh__word_finder *finder, bsh__token_output *out,
                                const bsh__word_segments *segments)
{
    bsh_span const span = {segments->bounds[0], segments->bounds[segments->n]};
    BSH_TRY(bsh__addresses_find(&finder->addresses, segments->text, span, out->err));
    BSH_TRY(bsh__word_pieces_find(&finder->pieces, segments, &finder->addresses, out->err));
    walk const w = {.text = segments->text,
                    .block_begin = segments->block.begin,
                    .pieces = finder->pieces.items,
                    .n_pieces = finder->pieces.n - 1,
                    .out = out};
    for (size_t i = 0; i < w.n_pieces;) {
        BSH_TRY(step(&w, i, &i));
    }
    return BSH_OK;
}

/* Plain words the short way, and what stands between them by the rules. */
static bsh_status find_tokens(bsh__word_finder *finder, bsh__token_output *out,
                              const bsh__word_segments *segments)
{
    bsh__plain_words plain;
    bsh__plain_words_start(&plain);
    for (size_t i = 0; i < segments->n;) {
        BSH_TRY(bsh__plain_words_take(&plain, out, segments, &i));
        if (i < segments->n) {
            size_t             first = i;
            size_t const       behind = bsh__doubtful_stretch(segments, i, &first);
            bsh__word_segments stretch = *segments;
            stretch.bounds += first;
            stretch.n = behind - first;
            BSH_TRY(find_by_rules(finder, out, &stretch));
            i = behind;
        }
    }
    return BSH_OK;
}

bsh_status bsh__words_find(bsh__word_finder *finder, bsh__vocabulary *vocabulary,
                           const char *text, const bsh__vec *boundaries, bsh__vec *tokens,
                           bsh_error *err)
{
    const uint32_t *const    bounds = boundaries->items;
    size_t const             n_before = tokens->n, n_segments = boundaries->n - 1;
    bsh__word_segments const segments = {
        text, {bounds[0], bounds[n_segments]}, bounds, n_segments};
    bsh__token_output out = {.vocabulary = vocabulary,
                             .tokens = tokens,
                             .text = text,
                             .text_end = segments.block.end,
                             .err = err};
    BSH_TRY(finder->is_without_plain ? find_by_rules(finder, &out, &segments)
                                     : find_tokens(finder, &out, &segments));
    bsh_token *const added = (bsh_token *) tokens->items + n_before;
    size_t const     n_added = tokens->n - n_before;
    if (n_added > 0 && is_in_capitals(vocabulary, added, n_added)) {
        recount_syllables(vocabulary, added, n_added);
    }
    return BSH_OK;
}
