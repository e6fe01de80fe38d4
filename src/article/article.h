/* Text into labelled blocks: paragraphs, the zone each is, the rule that said so. */
#ifndef BSH_ARTICLE_ARTICLE_H
#define BSH_ARTICLE_ARTICLE_H

#include <broadsheet/block.h>
#include <broadsheet/options.h>

#include "base/memory.h"
#include "base/status.h"

/* Reusable workspace of the zone rules. */
typedef struct bsh__article bsh__article;

bsh_status bsh__article_create(bsh__article **out, const bsh_allocator *allocator,
                               bsh_error *err);
void       bsh__article_destroy(bsh__article *article);

/* Replaces `blocks` (of bsh_block) by the blocks of a plain text, in text order, labelled by
 * input-output-rules 4.  n_words and is_counted are left 0: the words come later.
 *
 * options  newlines and is_extracted are looked at
 * title    headline known from metadata; empty: found by rule */
bsh_status bsh__article_blocks(bsh__article *article, bsh_string text,
                               const bsh_options *options, bsh_string title, bsh__vec *blocks,
                               bsh_error *err);

#endif
