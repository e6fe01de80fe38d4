#include "segment/plain_words.h"

#include "base/byte_masks.h"
#include "segment/abbreviation_rules.h"

/* What a byte is here: a blank ' ', a letter 'a', a figure '0', a mark ',' that no rule of
 * words asks for and that is no part of a name of an address, the stop '.', the apostrophe
 * '\'', 'E' where curly marks and dashes begin, and 'x' for what needs the full rules. */
static const char class_of[256 + 1] = "xxxxxxxxx,,xx,xx" /* tab, LF, CR */
                                      "xxxxxxxxxxxxxxxx"
                                      " ,,xxxx',,,x,x.x" /* the hyphen and others are 'x' */
                                      "0000000000x,,,,,"
                                      "xaaaaaaaaaaaaaaa"
                                      "aaaaaaaaaaa,,,,x" /* the underscore joins */
                                      ",aaaaaaaaaaaaaaa"
                                      "aaaaaaaaaaa,,,,x"
                                      "xxxxxxxxxxxxxxxx" /* beyond ASCII */
                                      "xxxxxxxxxxxxxxxx"
                                      "xxxxxxxxxxxxxxxx"
                                      "xxxxxxxxxxxxxxxx"
                                      "xxxxxxxxxxxxxxxx"
                                      "xxxxxxxxxxxxxxxx"
                                      "xxExxxxxxxxxxxxx"
                                      "xxxxxxxxxxxxxxxx";

/* Lists by which a stop is part of the word before it; those of the others ("e.g.") have one
 * inside, which no plain word has. */
static const uint32_t abbreviations = BSH__ABBREVIATIONS & ~(uint32_t) BSH__WORD_ABBR_OTHER;

enum { MARK_BYTES = 3 }; // of the marks that begin with E2

static char class_at(const bsh__word_segments *s, uint32_t at)
{
    return class_of[(unsigned char) s->text[at]];
}

/* True if the head of a text holds ASCII letters, with or without zeros behind them. */
static bool is_ascii_letters(bsh__text_head head)
{
    bsh__stride const bytes = bsh__stride_of(head.half[0], head.half[1]);
    return !bsh__is_any_byte(~(bsh__bytes_between(bytes | 0x20, 'a', 'z') | (bytes == 0)));
}

/* The last byte of a mark of U+2000 to U+203F; 0 if something else stands here. */
static unsigned char general_mark(const bsh__word_segments *s, uint32_t at)
{
    const unsigned char *const bytes = (const unsigned char *) s->text + at;
    bool const is_one = s->block.end - at >= MARK_BYTES && bytes[0] == 0xE2 && bytes[1] == 0x80;
    return is_one ? bytes[2] : 0;
}

/* Em dash, double quotes, ellipsis. */
static bool is_curly_mark(const bsh__word_segments *s, uint32_t at)
{
    unsigned char const last = general_mark(s, at);
    return last == 0x94 || last == 0x9C || last == 0x9D || last == 0xA6;
}

/* True if a blank, a mark or the end of the block is at `at`: no rule joins it to a word. */
static inline bool is_gap(const bsh__word_segments *s, uint32_t at)
{
    if (at == s->block.end) {
        return true;
    }
    char const class = class_at(s, at);
    return class == ' ' || class == ',' || (class == 'E' && is_curly_mark(s, at));
}

/* A segment that is all gap.  A combining mark may stand on a blank, and even a letter hang on
 * a comma by a zero width joiner. */
static bool is_gap_segment(const bsh__word_segments *s, bsh_span segment)
{
    uint32_t const n_bytes = segment.end - segment.begin;
    switch (class_at(s, segment.begin)) {
    case ' ':
        return s->text[segment.end - 1] == ' ';
    case ',':
        return n_bytes == 1;
    case 'E':
        return n_bytes == MARK_BYTES && is_curly_mark(s, segment.begin);
    default:
        return false;
    }
}

/* "ferry", "don't" with either apostrophe. */
static bool is_letters(const bsh__word_segments *s, bsh_span segment)
{
    uint32_t at = segment.begin;
    while (at < segment.end) {
        char const class = class_at(s, at);
        if (class == 'a' || class == '\'') {
            ++at;
        } else if (class == 'E' && general_mark(s, at) == 0x99) {
            at += MARK_BYTES;
        } else {
            return false;
        }
    }
    return at == segment.end;
}

/* "2024", "1,200", "3.5". */
static bool is_figures(const bsh__word_segments *s, bsh_span segment)
{
    for (uint32_t at = segment.begin; at < segment.end; ++at) {
        char const c = s->text[at];
        if (class_at(s, at) != '0' && c != ',' && c != '.') {
            return false;
        }
    }
    return true;
}

/* The kind of a segment that may be a plain word and begins with a byte of `class`;
 * BSH_TOKEN_KIND_COUNT if it is none. */
static inline bsh_token_kind kind_of(const bsh__word_segments *s, char class, bsh_span segment,
                                     bsh__text_head head)
{
    if (class == 'a') {
        bool const is_short = segment.end - segment.begin <= BSH__TEXT_HEAD_BYTES;
        return (is_short && is_ascii_letters(head)) || is_letters(s, segment)
                   ? BSH_TOKEN_LETTERS
                   : BSH_TOKEN_KIND_COUNT;
    }
    return class == '0' && is_figures(s, segment) ? BSH_TOKEN_NUMBER : BSH_TOKEN_KIND_COUNT;
}

/* "closed." is a plain word if it is known and its stop that of the sentence. */
static inline bool is_plain(const bsh__vocabulary *vocabulary, const bsh__plain_word *word,
                            uint32_t form)
{
    if (!word->has_stop || word->kind == BSH_TOKEN_NUMBER) {
        return true;
    }
    return form != BSH__NO_TEXT &&
           (bsh__vocabulary_form_at(vocabulary, form)->lists & abbreviations) == 0;
}

/* The segment behind the word that is segment `at`, and behind its stop; a single blank, which
 * is what nearly always follows, is gone over at once. */
static inline size_t segment_behind(const bsh__word_segments *segments, size_t at,
                                    bool has_stop)
{
    const uint32_t *const bounds = segments->bounds;
    size_t const          next = at + (has_stop ? 2 : 1);
    bool const is_blank = next < segments->n && bounds[next + 1] == bounds[next] + 1 &&
                          segments->text[bounds[next]] == ' ';
    return next + is_blank;
}

/* The word that is segment `at`, or that it is not plain. */
static inline void read_word(bsh__plain_word *word, const bsh__token_output *out,
                             const bsh__word_segments *segments, size_t at, char class)
{
    bsh_span const       span = {segments->bounds[at], segments->bounds[at + 1]};
    bsh__text_head const head = bsh__token_head(out, span);
    bsh_token_kind const kind = kind_of(segments, class, span, head);
    bool const           has_stop = !is_gap(segments, span.end);
    bool const           is_followed =
        has_stop && !(class_at(segments, span.end) == '.' && is_gap(segments, span.end + 1));
    word->head = head;
    word->span = span;
    word->hash = bsh__vocabulary_ask(out->vocabulary, bsh__token_key(out, span, kind), head);
    word->segment = at;
    word->kind = is_followed ? BSH_TOKEN_KIND_COUNT : kind;
    word->has_stop = has_stop;
}

static bool is_doubtful(const bsh__plain_word *word)
{
    return word->kind == BSH_TOKEN_KIND_COUNT;
}

/* Gathers the words of the next segments and asks for their forms. */
static void gather(bsh__plain_words *plain, const bsh__token_output *out,
                   const bsh__word_segments *segments)
{
    size_t n = 0, at = plain->segment;
    while (at < segments->n && n < BSH__PLAIN_WORDS) {
        bsh_span const segment = {segments->bounds[at], segments->bounds[at + 1]};
        char const class = class_at(segments, segment.begin);
        if (class != 'a' && is_gap_segment(segments, segment)) {
            ++at;
            continue;
        }
        bsh__plain_word *const word = &plain->words[n++];
        size_t                 first = at;
        read_word(word, out, segments, at, class);
        at = is_doubtful(word) ? bsh__doubtful_stretch(segments, at, &first)
                               : segment_behind(segments, at, word->has_stop);
    }
    for (size_t k = 0; k < n; ++k) {
        plain->words[k].guess = bsh__vocabulary_guess(out->vocabulary, plain->words[k].hash);
    }
    plain->segment = at;
    plain->n = n;
    plain->next = 0;
}

/* Appends the tokens of the gathered words up to the first that is not plain, which is left. */
static bsh_status take(bsh__plain_words *plain, bsh__token_output *out)
{
    for (; plain->next < plain->n; ++plain->next) {
        const bsh__plain_word *const word = &plain->words[plain->next];
        if (is_doubtful(word)) {
            break;
        }
        uint32_t const form = bsh__vocabulary_find_guessed(
            out->vocabulary, word->guess, bsh__token_key(out, word->span, word->kind),
            word->head);
        if (!is_plain(out->vocabulary, word, form)) {
            break;
        }
        BSH_TRY(bsh__token_add(out, word->span, word->kind, form));
    }
    return BSH_OK;
}

/* Words that went with the doubtful stretch before segment i are passed over: "Vega" of "Mr.
 * Vega", of which only the look-up has told that "Mr." is not plain.  A stretch always ends
 * where gathering would have begun anew. */
static void pass_over(bsh__plain_words *plain, size_t i)
{
    while (plain->next < plain->n && plain->words[plain->next].segment < i) {
        ++plain->next;
    }
    plain->segment = plain->segment < i ? i : plain->segment;
}

bsh_status bsh__plain_words_take(bsh__plain_words *plain, bsh__token_output *out,
                                 const bsh__word_segments *segments, size_t *i)
{
    pass_over(plain, *i);
    do {
        BSH_TRY(take(plain, out));
        if (plain->next < plain->n) {
            *i = plain->words[plain->next].segment;
            return BSH_OK;
        }
        gather(plain, out, segments);
    } while (plain->n > 0);
    *i = segments->n;
    return BSH_OK;
}

size_t bsh__doubtful_stretch(const bsh__word_segments *segments, size_t i, size_t *first)
{
    const char *const     text = segments->text;
    const uint32_t *const bounds = segments->bounds;
    size_t                behind = i + 1;
    *first = i > 0 && is_gap(segments, bounds[i - 1]) ? i - 1 : i;
    while (behind < segments->n &&
           (text[bounds[behind] - 1] != ' ' || class_at(segments, bounds[behind]) != 'a')) {
        ++behind;
    }
    return behind;
}
