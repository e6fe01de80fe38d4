/* Word boundaries of UAX #29 straight on UTF-8, for the characters whose part in them is
 * certain.
 *
 * The scanner walks from boundary to boundary and stops before a character it does not know: a
 * combining mark, an emoji, a letter of another script.  Such a character may join what
 * precedes or follows, so ICU is given the whole stretch from the last boundary that is certain
 * whatever stands around to the next one. */
#ifndef BSH_UNICODE_WORD_SCAN_H
#define BSH_UNICODE_WORD_SCAN_H

#include <broadsheet/base.h>

#include <unicode/ubrk.h>

#include "unicode/common_characters.h"

/* What a character does to word boundaries. */
typedef struct bsh__word_classes {
    uint8_t of_byte[256]; /* of ASCII; all other bytes: look at the character */
    uint8_t of_common[BSH__N_PLACES];
    bool    only_letters_make_words; /* of ASCII only letters, figures and the underscore do */
} bsh__word_classes;

/* Finds out what the word iterator does with each character.  Languages and releases of ICU
 * differ in ASCII marks, so the iterator itself is asked for those (but for bsh__is_unsteady,
 * which stand alone); the others are as the database of ICU says.
 *
 * return  false if the iterator does with some mark what no class does: the scanner cannot be
 *         used then */
bool bsh__word_classes_learn(bsh__word_classes *classes, UBreakIterator *iterator);

/* One walk over span.begin to span.end of `text`. */
typedef struct bsh__word_scan {
    const bsh__word_classes *classes;
    const char              *text;
    bsh_span                 span;
    uint32_t                 at;         /* everything before it is decided */
    uint32_t                *boundaries; /* room for one a byte and one more */
    size_t                   n;          /* written so far: at least span.begin */
} bsh__word_scan;

/* Writes the boundaries from `at` on.  Returns true if it stopped before a character it does
 * not know, false at the end. */
bool bsh__word_scan_run(bsh__word_scan *scan);

/* After a stop: the stretch around `at` that ICU must cut.  Boundaries inside are taken back,
 * and `at` moves to its end. */
bsh_span bsh__word_scan_leave_stretch(bsh__word_scan *scan);

#endif
