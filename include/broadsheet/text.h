/* broadsheet/text.h -- showing text of strangers: made visible, measured and cut for a
 * terminal. */
#ifndef BROADSHEET_TEXT_H
#define BROADSHEET_TEXT_H

#include <broadsheet/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Copies text so that a terminal shows it and obeys nothing in it: control characters become
 * pictures (ESC as U+241B; with is_ascii as \x1b), direction and zero-width controls <U+202E>
 * in angle brackets U+27E8 U+27E9, bytes that are not UTF-8 likewise <FF>; TAB and line ends
 * become one blank.  Writes at most `capacity` bytes with the final NUL, whole characters only.
 *
 * return  the bytes the whole result needs without the NUL (as snprintf does) */
BSH_API size_t bsh_text_visible(char *out, size_t capacity, bsh_string text, bool is_ascii);

/* Bytes of the white-space character (blank, tab, line end, no-break and thin spaces) that
 * begins at offset `at` of UTF-8 text; 0 if none does. */
BSH_API unsigned bsh_text_space(bsh_string text, size_t at);

/* Columns a terminal needs for UTF-8 text: wide characters 2, combining marks 0. */
BSH_API unsigned bsh_text_width(bsh_string text);

/* Length in bytes of the longest beginning of `text` that fits into `width` columns. */
BSH_API size_t bsh_text_fit(bsh_string text, unsigned width);

/* A number as every output prints it: C locale, shortest decimal that reads back as the same
 * double (digits 0) or rounded to that many significant digits; e-notation below 1e-4 and from
 * 1e15 ("1e-5"); never "-0"; empty for what is not finite.  Returns the length. */
BSH_API size_t bsh_number_format(char out[32], double number, int digits);

/* A number with a fixed count of decimals (at most 30), C locale; e-notation from 1e15; never
 * "-0.0"; empty for what is not finite.  Returns the length. */
BSH_API size_t bsh_number_fixed(char out[64], double number, int decimals);

/* Edit distance (insert, delete, change, swap of neighbours) of two ASCII names, for
 * suggestions; lengths over 63 bytes give UINT_MAX.  Source: Damerau 1964. */
BSH_API unsigned bsh_edit_distance(const char *a, const char *b);

#ifdef __cplusplus
}
#endif
#endif
