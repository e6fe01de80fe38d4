/* A record without its long texts.
 *
 * The parser of JSON goes byte by byte, and nearly all bytes of a record are one text.  So it
 * is given `{"id":7,"text":"\u00010,2815"}` and the text is read on its own, stretch by
 * stretch. Nothing is decided here: what is out of the ordinary leaves the record to the
 * parser. */
#ifndef BSH_CORPUS_SKELETON_H
#define BSH_CORPUS_SKELETON_H

#include "base/memory.h"

/* What no string of JSON can hold but by this escape: a place begins with it. */
#define BSH__LEAD         '\x01'
#define BSH__ESCAPED_LEAD "\\u0001"
enum { BSH__N_ESCAPED_LEAD = sizeof BSH__ESCAPED_LEAD - 1 };

/* Puts `json`, which is valid UTF-8, into `skeleton`, each long string in it but the names of
 * fields replaced by its place in `texts`, where it stands unescaped and with a NUL behind it.
 *
 * False if the parser must read `json` itself: it has no long text, or one that is damaged or
 * full of escapes nobody writes, or holds what a place begins with.  Also if there is no
 * memory, which the two buffers remember.  True promises only that each long text is good;
 * whether the rest is JSON the parser says, who can be given `json` for the right words then.
 *
 * has_controls  false if no byte of `json` is below 0x20
 * *is_clean    of `json` that was decoded: each of `texts` is what decoding it would make of
 * it;
 *              "\u0001" is a control that was not there before */
bool bsh__skeleton_make(bsh__buffer *skeleton, bsh__buffer *texts, bsh_string json,
                        bool has_controls, bool *is_clean);

/* The text that a string of the skeleton stands for: one of `texts`, or the string itself. */
bsh_string bsh__skeleton_text(const bsh__buffer *texts, bsh_string string);

#endif
