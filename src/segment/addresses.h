/* URLs, bare domains and e-mail addresses: segmentation-rules 3, W7. */
#ifndef BSH_SEGMENT_ADDRESSES_H
#define BSH_SEGMENT_ADDRESSES_H

#include <broadsheet/token.h>

#include "base/memory.h"
#include "base/status.h"

typedef struct bsh__address {
    bsh_span       span;
    bsh_token_kind kind; /* URL or EMAIL */
} bsh__address;

/* Replaces `out` (of bsh__address) by the addresses of a stretch of text, in order.  Found by
 * the characters alone: ICU's treatment of "@" and ":" changed between releases.  Linear in the
 * text. */
bsh_status bsh__addresses_find(bsh__vec *out, const char *text, bsh_span span, bsh_error *err);

#endif
