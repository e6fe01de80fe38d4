/* Marks that the rules of words and of sentences ask for, by class: straight and curly text are
 * segmented alike. */
#ifndef BSH_SEGMENT_PUNCTUATION_H
#define BSH_SEGMENT_PUNCTUATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    BSH__HYPHEN = 0x2010,
    BSH__NO_BREAK_HYPHEN = 0x2011,
    BSH__EN_DASH = 0x2013,
    BSH__EM_DASH = 0x2014,
    BSH__LEFT_SINGLE_QUOTE = 0x2018,
    BSH__RIGHT_SINGLE_QUOTE = 0x2019,
    BSH__MODIFIER_APOSTROPHE = 0x02BC,
    BSH__ELLIPSIS = 0x2026
};

/* Letters and digits of ASCII, by the byte. */
static inline bool bsh__is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool bsh__is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool bsh__is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The hyphen of compounds: "co-op", whichever of the three is typed. */
static inline bool bsh__is_hyphen(int32_t c)
{
    return c == '-' || c == BSH__HYPHEN || c == BSH__NO_BREAK_HYPHEN;
}

/* What joins the parts of a word: hyphens, and the en dash of "Kiel\u2013Oslo". */
static inline bool bsh__is_word_joiner(int32_t c)
{
    return bsh__is_hyphen(c) || c == BSH__EN_DASH;
}

/* The mark of "don't", as typed, set or wrongly turned. */
static inline bool bsh__is_apostrophe(int32_t c)
{
    return c == '\'' || c == BSH__RIGHT_SINGLE_QUOTE || c == BSH__MODIFIER_APOSTROPHE ||
           c == 0xFF07;
}

/* Marks of exclamation and question: ! ? and their doubles. */
static inline bool bsh__is_exclamation(int32_t c)
{
    return c == '!' || c == '?' || c == 0x203C || (c >= 0x2047 && c <= 0x2049) || c == 0x203D;
}

/* What may end a sentence. */
static inline bool bsh__is_terminator(int32_t c)
{
    return c == '.' || c == BSH__ELLIPSIS || bsh__is_exclamation(c);
}

/* Closing quotes, and the straight ones, which may be either. */
static inline bool bsh__is_quote_closer(int32_t c)
{
    return c == '"' || c == '\'' || c == 0x201D || c == BSH__RIGHT_SINGLE_QUOTE || c == 0xBB ||
           c == 0x203A;
}

/* What follows a terminator and still belongs to the sentence; "*" closes emphasis in plain
 * text. */
static inline bool bsh__is_closer(int32_t c)
{
    return bsh__is_quote_closer(c) || c == ')' || c == ']' || c == '}' || c == '*';
}

/* What stands before the first word of a sentence. */
static inline bool bsh__is_opener(int32_t c)
{
    switch (c) {
    case '"':
    case '\'':
    case '(':
    case '[':
    case '{':
    case '`':
    case '*':
    case '_':
    case 0xA1: // inverted exclamation mark
    case 0xAB:
    case 0xBF: // inverted question mark
    case BSH__LEFT_SINGLE_QUOTE:
    case 0x201C:
    case 0x2039:
        return true;
    default:
        return false;
    }
}

/* Dashes that open an aside or a speech: "\u2014 Come in." */
static inline bool bsh__is_dash(int32_t c)
{
    return c == '-' || c == BSH__EN_DASH || c == BSH__EM_DASH || c == 0x2015;
}

#endif
