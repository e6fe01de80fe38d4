/* What stands behind the end of a sentence and belongs to it. */
#ifndef BSH_SEGMENT_SENTENCE_TAILS_H
#define BSH_SEGMENT_SENTENCE_TAILS_H

#include <broadsheet/base.h>

/* The end of the note marker ("[3]", "[citation needed]") or emoticon (":)") at `at`; `at` if
 * there is none. */
uint32_t bsh__tail_end(const char *text, bsh_span block, uint32_t at);

#endif
