/* Clauses with a subject and a finite verb. */
#ifndef BSH_SEGMENT_FINITE_CLAUSES_H
#define BSH_SEGMENT_FINITE_CLAUSES_H

#include "segment/noun_phrases.h"

/* He, she, they, it, we, I, you: a subject; "who" opens a relative clause. */
bool bsh__is_subject_pronoun(const bsh__item *item);

/* A clause begins at item i, and shows its verb before item `high`.  Looks at a bounded number
 * of items.
 *
 * is_said  the verb before has no object but what is said, so that openers of relative clauses
 *          may be passed: "said the man who left was", but not "announced the deal that would"
 */
bool bsh__begins_clause(const bsh__item_view *view, uint32_t i, uint32_t high, bool is_said);

/* The same with is_said for one that may begin "if the bridge closes,": an adverbial clause
 * before a comma is none by itself ("As the boat left, Mr. Bell said"). */
bool bsh__is_main_clause(const bsh__item_view *view, uint32_t begin, uint32_t end);

#endif
