#include "segment/word_pieces.h"

#include "segment/addresses.h"
#include "segment/missing_space.h"
#include "segment/punctuation.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

enum { KEYCAP = 0x20E3 }; // makes an emoji of a figure

typedef struct cutter {
    bsh__piece *pieces; /* with room for one a byte */
    size_t      n;
    const char *text;
    bsh_span    block;
} cutter;

static bool is_fraction(int32_t c)
{
    return (c >= 0xBC && c <= 0xBE) || c == 0xB2 || c == 0xB3 || c == 0xB9 ||
           (c >= 0x2070 && c <= 0x2089) || (c >= 0x2150 && c <= 0x215F) || c == 0x2189;
}

static bsh__piece_kind kind_of_ascii_mark(int32_t c)
{
    switch (c) {
    case '&':
        return BSH__PIECE_AMPERSAND;
    case '/':
        return BSH__PIECE_SLASH;
    case ':':
        return BSH__PIECE_COLON;
    case '#':
        return BSH__PIECE_HASH;
    case '@':
        return BSH__PIECE_AT;
    case '.':
        return BSH__PIECE_STOP;
    case '%':
        return BSH__PIECE_UNIT;
    case '-':
        return BSH__PIECE_JOINER;
    case '\'':
        return BSH__PIECE_APOSTROPHE;
    case '$':
        return BSH__PIECE_CURRENCY;
    default:
        return BSH__PIECE_OTHER;
    }
}

/* Degree, per mill, prime, double prime. */
static bool is_unit(int32_t c)
{
    return c == 0xB0 || c == 0x2030 || c == 0x2032 || c == 0x2033;
}

static bsh__piece_kind kind_of_mark(int32_t c)
{
    if (bsh__is_space(c)) {
        return BSH__PIECE_SPACE;
    }
    if (bsh__is_ascii(c)) {
        return kind_of_ascii_mark(c);
    }
    if (is_unit(c)) {
        return BSH__PIECE_UNIT;
    }
    if (bsh__is_word_joiner(c)) {
        return BSH__PIECE_JOINER;
    }
    if (bsh__is_apostrophe(c) || c == BSH__LEFT_SINGLE_QUOTE) {
        return BSH__PIECE_APOSTROPHE;
    }
    return bsh__is_currency(c) ? BSH__PIECE_CURRENCY : BSH__PIECE_OTHER;
}

/* What stands between two boundaries, character by character. */
typedef struct content {
    uint32_t begin;
    int32_t  first; /* character that is not transparent; 0 if there is none */
    unsigned n_characters;
    bool     has_letter, has_number, has_keycap;
} content;

static void note(content *found, int32_t c)
{
    if (bsh__is_transparent(c)) {
        return;
    }
    if (found->first == 0) {
        found->first = c;
    }
    found->n_characters += found->n_characters < UINT8_MAX;
    if (bsh__is_letter(c)) {
        found->has_letter = true;
    } else if (bsh__is_number(c)) {
        found->has_number = true;
    }
    found->has_keycap = found->has_keycap || c == KEYCAP;
}

static bsh__piece_kind kind_of(const content *found)
{
    if (found->has_keycap) {
        return BSH__PIECE_OTHER;
    }
    if (found->has_letter) {
        return found->has_number ? BSH__PIECE_MIXED : BSH__PIECE_LETTERS;
    }
    if (found->has_number) {
        return is_fraction(found->first) ? BSH__PIECE_FRACTION : BSH__PIECE_FIGURES;
    }
    return kind_of_mark(found->first);
}

static void add(cutter *cut, const content *found)
{
    if (found->first == 0 && cut->n > 0) {
        cut->pieces[cut->n - 1].ends_transparent = true;
        return;
    }
    cut->pieces[cut->n++] = (bsh__piece){
        .begin = found->begin,
        .kind = (uint8_t) kind_of(found),
        .n_characters = (uint8_t) found->n_characters,
        .starts_with_figure = bsh__is_number(found->first),
    };
}

/* "@" joins letters in some releases of ICU, ":" in others: both always stand alone here.  A
 * stop between two sentences, "closed.The", joins for all of them, and must not. */
static bool stands_alone(const cutter *cut, size_t at, int32_t c)
{
    return c == '@' || c == ':' ||
           (c == '.' && bsh__is_missing_space(cut->text, cut->block, (uint32_t) at));
}

static void cut_any_segment(cutter *cut, bsh_span segment)
{
    content found = {.begin = segment.begin};
    for (size_t at = segment.begin; at < segment.end;) {
        size_t const  begin = at;
        int32_t const c = bsh__utf8_next(cut->text, segment.end, &at);
        bool const    is_alone = stands_alone(cut, begin, c);
        if (is_alone && begin > found.begin) {
            add(cut, &found);
            found = (content){.begin = (uint32_t) begin};
        }
        note(&found, c);
        if (is_alone) {
            add(cut, &found);
            found = (content){.begin = (uint32_t) at};
        }
    }
    if (found.begin < segment.end) {
        add(cut, &found);
    }
}

static bool are_ascii_letters(const char *text, bsh_span segment)
{
    for (uint32_t at = segment.begin; at < segment.end; ++at) {
        if (!bsh__is_capital(text[at]) && !bsh__is_small(text[at])) {
            return false;
        }
    }
    return true;
}

static void add_letters(cutter *cut, bsh_span segment)
{
    uint32_t const n = segment.end - segment.begin;
    cut->pieces[cut->n++] =
        (bsh__piece){.begin = segment.begin,
                     .kind = BSH__PIECE_LETTERS,
                     .n_characters = (uint8_t) (n < UINT8_MAX ? n : UINT8_MAX)};
}

/* One character of ASCII that is no letter. */
static void add_one(cutter *cut, uint32_t begin, int32_t c)
{
    bool const is_figure = bsh__is_number(c);
    cut->pieces[cut->n++] =
        (bsh__piece){.begin = begin,
                     .kind = (uint8_t) (is_figure ? BSH__PIECE_FIGURES : kind_of_mark(c)),
                     .n_characters = 1,
                     .starts_with_figure = is_figure};
}

/* Nearly all segments are letters of ASCII or one mark.  The zero byte is one that `add` takes
 * for nothing. */
static void cut_segment(cutter *cut, bsh_span segment)
{
    char const first = cut->text[segment.begin];
    bool const is_ascii = first > '\0' && (unsigned char) first < 0x80;
    if (are_ascii_letters(cut->text, segment)) {
        add_letters(cut, segment);
    } else if (is_ascii && segment.end - segment.begin == 1) {
        add_one(cut, segment.begin, first);
    } else {
        cut_any_segment(cut, segment);
    }
}

static void add_address(cutter *cut, const bsh__address *address)
{
    bool const is_url = address->kind == BSH_TOKEN_URL;
    cut->pieces[cut->n++] = (bsh__piece){.begin = address->span.begin,
                                         .kind = is_url ? BSH__PIECE_URL : BSH__PIECE_EMAIL};
}

/* What is left of a segment that an address ends in: the "'s" of "post.example's" is no word.
 */
static void add_rest(cutter *cut, uint32_t begin)
{
    content const rest = {.begin = begin, .first = '*'};
    add(cut, &rest);
}

static void cut_all(cutter *cut, const bsh__word_segments *segments, const bsh__vec *addresses)
{
    const uint32_t *const     bounds = segments->bounds;
    const bsh__address *const known = addresses->items;
    size_t                    k = 0;
    uint32_t                  at = bounds[0];
    for (size_t i = 0; i < segments->n; ++i) {
        uint32_t const end = bounds[i + 1];
        bool           is_rest = at > bounds[i];
        while (at < end) {
            bool const     has_address = k < addresses->n && known[k].span.begin < end;
            uint32_t const next = has_address ? known[k].span.begin : end;
            if (next <= at) {
                add_address(cut, &known[k]);
                at = known[k++].span.end;
                is_rest = true;
                continue;
            }
            if (is_rest) {
                add_rest(cut, at);
            } else {
                cut_segment(cut, (bsh_span){at, next});
            }
            at = next;
        }
    }
}

bsh_status bsh__word_pieces_find(bsh__vec *pieces, const bsh__word_segments *segments,
                                 const bsh__vec *addresses, bsh_error *err)
{
    uint32_t const end = segments->bounds[segments->n];
    if (!bsh__vec_reserve(pieces, (size_t) end - segments->bounds[0] + 1)) {
        return bsh__fail_memory(err);
    }
    cutter cut = {.pieces = pieces->items, .text = segments->text, .block = segments->block};
    cut_all(&cut, segments, addresses);
    add_rest(&cut, end);
    pieces->n = cut.n;
    return BSH_OK;
}
