/* The kind of a piece: quote-rules 1. */
#ifndef BSH_SEGMENT_QUOTE_KINDS_H
#define BSH_SEGMENT_QUOTE_KINDS_H

#include "segment/attribution.h"

/* DIRECT, FRAGMENT, SCARE or TITLE, from its words and from what its sentence says of it. */
bsh_quote_kind bsh__quote_kind_of(const bsh__item_view *view, const bsh_quote *quote,
                                  const bsh__tie *tie);

#endif
