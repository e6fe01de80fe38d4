#include "segment/quote_marks.h"

#include "segment/mark_bytes.h"
#include "segment/punctuation.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

enum {
    LOW_SINGLE = 0x201A,
    LEFT_DOUBLE = 0x201C,
    RIGHT_DOUBLE = 0x201D,
    LOW_DOUBLE = 0x201E,
    HIGH_REVERSED = 0x201F,
    LEFT_GUILLEMET = 0xAB,
    RIGHT_GUILLEMET = 0xBB,
    LEFT_ANGLE = 0x2039,
    RIGHT_ANGLE = 0x203A,
    LEFT_CORNER = 0x300C,
    RIGHT_CORNER = 0x300D,
    LEFT_WHITE_CORNER = 0x300E,
    RIGHT_WHITE_CORNER = 0x300F,
    FULL_WIDTH_QUOTE = 0xFF02,
    PRIME = 0x2032,
    ACUTE = 0xB4,
    MODIFIER_APOSTROPHE = 0x2BC,
    ELLIPSIS = 0x2026
};

typedef struct scanner {
    const char *text;
    size_t      begin, end; /* of the block */
    bsh__vec   *marks;
} scanner;

/* ---- characters */

bool bsh__is_stop(int32_t c)
{
    return c == '.' || c == ',' || c == '!' || c == '?' || c == ELLIPSIS;
}

static bool is_apostrophe(int32_t c)
{
    return c == '\'' || c == BSH__RIGHT_SINGLE_QUOTE || c == BSH__LEFT_SINGLE_QUOTE ||
           c == '`' || c == ACUTE || c == MODIFIER_APOSTROPHE;
}

static bool is_left_glyph(int32_t c)
{
    return c == LEFT_DOUBLE || c == HIGH_REVERSED || c == LEFT_GUILLEMET || c == LEFT_ANGLE ||
           c == BSH__LEFT_SINGLE_QUOTE;
}

static bool is_double_glyph(int32_t c)
{
    switch (c) {
    case '"':
    case LEFT_DOUBLE:
    case RIGHT_DOUBLE:
    case LOW_DOUBLE:
    case HIGH_REVERSED:
    case LEFT_GUILLEMET:
    case RIGHT_GUILLEMET:
    case LEFT_ANGLE:
    case RIGHT_ANGLE:
    case LEFT_CORNER:
    case RIGHT_CORNER:
    case LEFT_WHITE_CORNER:
    case RIGHT_WHITE_CORNER:
    case FULL_WIDTH_QUOTE:
        return true;
    default:
        return false;
    }
}

bool bsh__is_quote_glyph(int32_t c)
{
    return is_double_glyph(c) || is_apostrophe(c) || c == LOW_SINGLE;
}

static bool is_blank(int32_t c)
{
    return c == 0 || bsh__is_space(c);
}

static bool is_open_bracket(int32_t c)
{
    return c == '(' || c == '[' || c == '{';
}

/* May stand right before an opener. */
static bool is_before_opener(int32_t c)
{
    return is_blank(c) || is_open_bracket(c) || bsh__is_dash(c) || c == '/' || c == ':' ||
           c == ';' || bsh__is_quote_glyph(c);
}

/* May stand right behind a closer. */
static bool is_behind_closer(int32_t c)
{
    return is_blank(c) || bsh__is_stop(c) || bsh__is_dash(c) || c == ')' || c == ']' ||
           c == '}' || c == '/' || c == ';' || c == ':' || bsh__is_quote_glyph(c);
}

/* May begin what stands inside a mark. */
static bool is_beginning(int32_t c)
{
    return bsh__is_word_character(c) || bsh__is_currency(c) || c == '[' || c == '(' ||
           c == ELLIPSIS || is_double_glyph(c);
}

/* The visible character before `at`; 0 at the block's start.  Transparent ones are passed over,
 * so that a zero-width space beside a mark does not turn it round; a run of them is cut at 8.
 */
static int32_t visible_before(const scanner *s, size_t at)
{
    for (int n = 0; at > s->begin && n < 8; ++n) {
        int32_t const c = bsh__utf8_previous(s->text, &at);
        if (!bsh__is_transparent(c)) {
            return c;
        }
    }
    return 0;
}

/* The same where it is one of ASCII, as it nearly always is. */
static inline int32_t character_before(const scanner *s, size_t at)
{
    bool const is_plain = at > s->begin && bsh__is_ascii((unsigned char) s->text[at - 1]);
    return is_plain ? s->text[at - 1] : visible_before(s, at);
}

static int32_t visible_behind(const scanner *s, size_t at)
{
    for (int n = 0; at < s->end && n < 8; ++n) {
        int32_t const c = bsh__utf8_next(s->text, s->end, &at);
        if (!bsh__is_transparent(c)) {
            return c;
        }
    }
    return 0;
}

static inline int32_t character_behind(const scanner *s, size_t at)
{
    bool const is_plain = at < s->end && bsh__is_ascii((unsigned char) s->text[at]);
    return is_plain ? s->text[at] : visible_behind(s, at);
}

/* ---- what is no mark */

enum { LONGEST_WORD = 8 };

typedef char short_word[LONGEST_WORD + 1];

/* One of the words stands at `at`, whatever its case, and ends there. */
static bool has_word(const scanner *s, size_t at, const short_word *words, size_t n)
{
    for (size_t k = 0; k < n; ++k) {
        size_t i = 0;
        while (words[k][i] != '\0' && at + i < s->end &&
               (s->text[at + i] | 0x20) == words[k][i]) {
            ++i;
        }
        if (words[k][i] == '\0' && !bsh__is_word_character(character_behind(s, at + i))) {
            return true;
        }
    }
    return false;
}

/* "the '90s", "left 'em": an apostrophe in the place of an opener. */
static bool is_elision(const scanner *s, size_t behind)
{
    static const short_word plural[] = {"s"};
    static const short_word clipped[] = {"em",    "tis",   "twas",  "til",    "till",   "cause",
                                         "bout",  "round", "cuz",   "nother", "gainst", "kay",
                                         "neath", "twere", "twill", "n"};
    size_t                  n_digits = 0;
    while (n_digits < 3 && behind + n_digits < s->end && s->text[behind + n_digits] >= '0' &&
           s->text[behind + n_digits] <= '9') {
        ++n_digits;
    }
    if (n_digits == 2 && !bsh__is_word_character(character_behind(s, behind + 2))) {
        return true;
    }
    if (n_digits == 2 && has_word(s, behind + 2, plural, 1)) {
        return true;
    }
    return has_word(s, behind, clipped, sizeof clipped / sizeof clipped[0]);
}

/* The second mark of "rock 'n' roll". */
static bool is_behind_lone_n(const scanner *s, size_t at)
{
    if (at < s->begin + 2 || (s->text[at - 1] | 0x20) != 'n') {
        return false;
    }
    return is_apostrophe(character_before(s, at - 1));
}

/* The digits, with a decimal point, that end at `at`: where they begin; `at` if there are none,
 * as in one word: 'Never.'."
 */
static size_t digits_before(const scanner *s, size_t at)
{
    if (at == s->begin || !bsh__is_digit(s->text[at - 1])) {
        return at;
    }
    for (int n = 0; n < 6 && at > s->begin; ++n) {
        char const c = s->text[at - 1];
        if ((c < '0' || c > '9') && c != '.') {
            break;
        }
        --at;
    }
    return at;
}

/* 6'2", 5'11", 55" TV: feet, inches and seconds of arc. */
static bool is_inches(const scanner *s, size_t at, size_t behind)
{
    static const short_word measured[] = {
        "x",      "by",      "tall",    "wide",     "long",  "high",  "deep",   "thick",
        "screen", "screens", "display", "displays", "tv",    "tvs",   "barrel", "diameter",
        "pipe",   "pipes",   "monitor", "monitors", "wheel", "wheels"};
    size_t const digits = digits_before(s, at);
    if (digits == at) {
        return false;
    }
    size_t        before = digits;
    int32_t const c = before > s->begin ? bsh__utf8_previous(s->text, &before) : 0;
    if ((c == '\'' || c == BSH__RIGHT_SINGLE_QUOTE || c == PRIME) &&
        digits_before(s, before) < before) {
        return true;
    }
    while (behind < s->end && (s->text[behind] == ' ' || s->text[behind] == '-')) {
        ++behind;
    }
    return has_word(s, behind, measured, sizeof measured / sizeof measured[0]);
}

/* ---- hands */

static bsh__mark_hand hand_of_neutral(int32_t before, int32_t after)
{
    if (bsh__is_stop(before)) {
        return BSH__MARK_CLOSES;
    }
    bool const may_open = is_before_opener(before);
    if (bsh__is_dash(before) && is_blank(after)) {
        return BSH__MARK_EITHER; // "We waited -" or: he said -" and
    }
    if (may_open && !is_blank(after)) {
        return BSH__MARK_OPENS;
    }
    if (!may_open && is_behind_closer(after)) {
        return BSH__MARK_CLOSES;
    }
    return BSH__MARK_EITHER;
}

/* A glyph that looks like an opener closes if its place says so: "Not now,“ she said. */
static bsh__mark_hand hand_of_left(int32_t before, int32_t after)
{
    if (before == 0 || bsh__is_space(before)) {
        return BSH__MARK_OPENS;
    }
    bool const is_inside = !is_open_bracket(before) && !bsh__is_dash(before) && before != '/' &&
                           before != ':' && !bsh__is_quote_glyph(before);
    bool const is_over = is_blank(after) || bsh__is_stop(after) || after == ';' || after == ':';
    return is_inside && is_over ? BSH__MARK_CLOSES : BSH__MARK_OPENS;
}

static bsh__mark_hand hand_of_right(int32_t before, int32_t after)
{
    bool const may_open = is_blank(before) && (is_beginning(after) || is_apostrophe(after));
    return may_open ? BSH__MARK_EITHER : BSH__MARK_CLOSES;
}

static bsh__mark_hand hand_of_double(int32_t glyph, int32_t before, int32_t after)
{
    if (glyph == '"' || glyph == FULL_WIDTH_QUOTE || glyph == '\'' || glyph == '`') {
        return hand_of_neutral(before, after);
    }
    if (glyph == LOW_DOUBLE || glyph == LEFT_CORNER || glyph == LEFT_WHITE_CORNER) {
        return BSH__MARK_OPENS;
    }
    return is_left_glyph(glyph) ? hand_of_left(before, after) : hand_of_right(before, after);
}

/* "the drivers' pay", "goin' home": closes only if nothing else does. */
static bool is_weak(const scanner *s, size_t at, int32_t before, size_t behind)
{
    if (!bsh__is_space(character_behind(s, behind))) {
        return false;
    }
    bool const is_clipped =
        (before | 0x20) == 'n' && at >= s->begin + 2 && (s->text[at - 2] | 0x20) == 'i';
    return (before | 0x20) == 's' || is_clipped;
}

/* ---- scanning */

static inline bool push(const scanner *s, bsh__mark mark)
{
    bsh__vec *const marks = s->marks;
    if (!bsh__vec_reserve(marks, marks->n + 1)) {
        return false;
    }
    ((bsh__mark *) marks->items)[marks->n++] = mark;
    return true;
}

/* A neutral mark alone between blanks: 4 " 6. */
static bool is_alone(int32_t glyph, int32_t before, int32_t after)
{
    return bsh__is_space(before) && bsh__is_space(after) && !is_left_glyph(glyph) &&
           glyph != RIGHT_GUILLEMET && glyph != RIGHT_ANGLE && glyph != LOW_DOUBLE;
}

/* The blank before a mark that stands alone parts it from a nested closer, or a stop: said
 * 'no,' " and
 */
static bool is_behind_end(const scanner *s, size_t at)
{
    while (at > s->begin && s->text[at - 1] == ' ') {
        --at;
    }
    int32_t const c = character_before(s, at);
    return bsh__is_stop(c) || bsh__is_quote_glyph(c);
}

static bool push_double(const scanner *s, bsh_span span, int32_t glyph, int32_t before,
                        int32_t after)
{
    if (is_alone(glyph, before, after)) {
        return !is_behind_end(s, span.begin) ||
               push(s, (bsh__mark){span, glyph, before, after, BSH__MARK_DOUBLE,
                                   BSH__MARK_CLOSES});
    }
    return push(s, (bsh__mark){span, glyph, before, after, BSH__MARK_DOUBLE,
                               (uint8_t) hand_of_double(glyph, before, after)});
}

/* A blank is missing on one side of a single mark of which the glyph tells that it is none
 * inside a word: "Not now,’Ms. Hale said", but not the firm of "Yahoo!’s". */
static bool is_cramped(int32_t glyph, int32_t before, int32_t after)
{
    bool const is_end = before == ',' || before == '!' || before == '?';
    if (glyph == BSH__LEFT_SINGLE_QUOTE) {
        return (is_end || before == ';') && bsh__is_word_character(after);
    }
    return glyph == BSH__RIGHT_SINGLE_QUOTE && is_end && after < 0x80 &&
           bsh__is_capital((char) after);
}

/* May stand right before a single opener. */
static bool is_before_single(int32_t c)
{
    return is_blank(c) || is_open_bracket(c) || bsh__is_dash(c) || is_double_glyph(c);
}

/* One single mark, or an apostrophe, of which nothing is made. */
static bool push_single(const scanner *s, bsh_span span, int32_t glyph, int32_t before,
                        int32_t after)
{
    uint8_t hand = BSH__MARK_CLOSES;
    if (glyph == LOW_SINGLE) {
        hand = BSH__MARK_OPENS;
    } else if (is_cramped(glyph, before, after)) {
        hand = glyph == BSH__LEFT_SINGLE_QUOTE ? BSH__MARK_OPENS : BSH__MARK_CLOSES;
    } else if (is_before_single(before) && is_beginning(after)) {
        if (is_elision(s, span.end)) {
            return true;
        }
        hand = glyph == '\'' || glyph == BSH__LEFT_SINGLE_QUOTE ? BSH__MARK_OPENS
                                                                : BSH__MARK_STRAY;
    } else if (bsh__is_word_character(after) || is_blank(before) ||
               is_behind_lone_n(s, span.begin)) {
        return true;
    } else if (is_weak(s, span.begin, before, span.end)) {
        hand = BSH__MARK_WEAK;
    }
    return push(s, (bsh__mark){span, glyph, before, after, BSH__MARK_SINGLE, hand});
}

/* A run of one apostrophe glyph: ' is single, '' double, ''' both, the single inside. */
static bool push_run(const scanner *s, size_t begin, size_t end, int32_t glyph, size_t n)
{
    size_t const  width = (end - begin) / n;
    int32_t const before = character_before(s, begin);
    int32_t const after = character_behind(s, end);
    bool const    single_first = n % 2 == 1 && !is_before_opener(before);
    size_t        at = begin;
    for (size_t left = n; left > 0;) {
        size_t const   take = left == 1 || (single_first && left == n) ? 1 : 2;
        bsh_span const span = {(uint32_t) at, (uint32_t) (at + take * width)};
        bool const     is_ok = take == 1 ? push_single(s, span, glyph, before, after)
                                         : push_double(s, span, glyph, before, after);
        if (!is_ok) {
            return false;
        }
        at += take * width;
        left -= take;
    }
    return true;
}

/* The nearest character on either side that is no nested single mark: ,'" she. */
static int32_t before_nested(const scanner *s, size_t at)
{
    int32_t c = character_before(s, at);
    while (is_apostrophe(c) && at > s->begin) {
        (void) bsh__utf8_previous(s->text, &at);
        c = character_before(s, at);
    }
    return c;
}

/* The same for a closing "«" behind a nested closer: ›Halt!‹« */
static int32_t before_guillemet(const scanner *s, size_t at)
{
    size_t     nested = at;
    bool const is_behind_angle =
        at > s->begin && bsh__utf8_previous(s->text, &nested) == LEFT_ANGLE;
    return character_before(s, is_behind_angle ? nested : at);
}

static int32_t behind_nested(const scanner *s, size_t at)
{
    int32_t c = character_behind(s, at);
    while (is_apostrophe(c) && at < s->end) {
        (void) bsh__utf8_next(s->text, s->end, &at);
        c = character_behind(s, at);
    }
    return c;
}

/* The single guillemets of a quote inside a quote: "«a ‹b› c»", and turned round in German. */
static bool push_angle(const scanner *s, bsh_span span, int32_t glyph)
{
    int32_t const before = character_before(s, span.begin);
    int32_t const after = character_behind(s, span.end);
    bool const    has_room = is_before_opener(before);
    bool const    opens = glyph == LEFT_ANGLE ? has_room || bsh__is_word_character(after)
                                              : has_room && is_beginning(after);
    return push(s, (bsh__mark){span, glyph, before, after, BSH__MARK_SINGLE,
                               opens ? BSH__MARK_OPENS : BSH__MARK_CLOSES});
}

static bool push_glyph(const scanner *s, size_t begin, size_t end, int32_t glyph)
{
    bool const is_neutral = glyph == '"' || glyph == FULL_WIDTH_QUOTE;
    if ((is_neutral || glyph == RIGHT_DOUBLE) && is_inches(s, begin, end)) {
        return true;
    }
    int32_t const  before = is_neutral                ? before_nested(s, begin)
                            : glyph == LEFT_GUILLEMET ? before_guillemet(s, begin)
                                                      : character_before(s, begin);
    int32_t const  after = is_neutral ? behind_nested(s, end) : character_behind(s, end);
    bsh_span const span = {(uint32_t) begin, (uint32_t) end};
    return glyph == LEFT_ANGLE || glyph == RIGHT_ANGLE
               ? push_angle(s, span, glyph)
               : push_double(s, span, glyph, before, after);
}

/* The end of a tag that begins at `at` ("<a href="x">"); `at` if it is none.  One with an
 * attribute may end in a later block, where its value is broken over lines.  The search ends at
 * the next "<", so that no stretch is searched twice. */
static size_t markup_end(const scanner *s, size_t at)
{
    if (at + 1 >= s->end) {
        return at;
    }
    char const c = (char) (s->text[at + 1] | 0x20);
    if (!bsh__is_small(c) && s->text[at + 1] != '/') {
        return at;
    }
    bool   has_value = false;
    size_t i = at + 1;
    for (; i < s->end && s->text[i] != '<'; ++i) {
        if (s->text[i] == '>') {
            return i;
        }
        has_value = has_value || (s->text[i] == '"' && s->text[i - 1] == '=');
    }
    return has_value && i == s->end ? i - 1 : at;
}

/* The rest of a tag that began in a block before: ">Next week we ..." */
static bool is_rest_of_tag(const scanner *s, size_t begin, size_t end)
{
    return begin == s->begin && end < s->end && s->text[begin] == '"' && s->text[end] == '>';
}

static inline bool is_ascii_letter(char c)
{
    return bsh__is_small((char) (c | 0x20));
}

/* The apostrophe of "don't": nothing is made of it, as it stands between letters. */
static inline bool is_inside_word(const scanner *s, size_t begin, size_t end)
{
    return begin > s->begin && end < s->end && is_ascii_letter(s->text[begin - 1]) &&
           is_ascii_letter(s->text[end]);
}

/* Handles the character at *i, which moves behind it (a run of apostrophes goes as one). */
static bool scan_character(const scanner *s, size_t *i)
{
    size_t const  begin = *i;
    int32_t const c = bsh__utf8_next(s->text, s->end, i);
    if ((c == BSH__RIGHT_SINGLE_QUOTE || c == '\'') && is_inside_word(s, begin, *i)) {
        return true; // don't: far more common than all others
    }
    if (c == '<') {
        *i = markup_end(s, begin) + 1;
        return true;
    }
    if (is_double_glyph(c)) {
        return is_rest_of_tag(s, begin, *i) || push_glyph(s, begin, *i, c);
    }
    bool const may_be_single = is_apostrophe(c) || c == LOW_SINGLE;
    if (!may_be_single || (c != LOW_SINGLE && is_inside_word(s, begin, *i))) {
        return true;
    }
    size_t n = 1;
    for (size_t next = *i; next < s->end; *i = next, ++n) {
        if (bsh__utf8_next(s->text, s->end, &next) != c) {
            break;
        }
    }
    return push_run(s, begin, *i, c, n);
}

/* Handles what the window at `at` tells of, from *i on, which moves behind what was handled. */
static bool scan_window(const scanner *s, size_t at, uint32_t telling, size_t *i)
{
    if (*i > at) {
        telling = bsh__telling_from(telling, *i - at);
    }
    while (telling != 0) {
        size_t next = at + (size_t) __builtin_ctz(telling);
        if (next >= s->end) {
            return true; // of the block behind
        }
        if (!scan_character(s, &next)) {
            return false;
        }
        *i = next;
        telling = bsh__telling_from(telling, next - at);
    }
    return true;
}

bool bsh__marks_find(bsh__vec *marks, bsh_string text, bsh_span block)
{
    scanner const s = {text.data, block.begin, block.end, marks};
    size_t const  last = text.n_bytes < BSH__WINDOW ? 0 : text.n_bytes - BSH__WINDOW + 1;
    size_t const  limit = block.end < last ? block.end : last;
    size_t        at = block.begin;
    size_t        i = at;
    for (; at < limit; at += BSH__WINDOW) {
        uint32_t const telling = bsh__telling_window(text.data + at);
        if (telling != 0 && !scan_window(&s, at, telling, &i)) {
            return false;
        }
    }
    return at >= block.end ||
           scan_window(&s, at, bsh__telling_end(text.data + at, block.end - at), &i);
}

int32_t bsh__last_character(const char *text, bsh_span inner)
{
    size_t at = inner.end;
    while (at > inner.begin) {
        int32_t const c = bsh__utf8_previous(text, &at);
        if (!bsh__is_space(c) && !bsh__is_quote_glyph(c)) {
            return c;
        }
    }
    return 0;
}
