/* Spans of a text, as the invariants ask for them. */
#ifndef BSH_TESTS_PROP_SPANS_H
#define BSH_TESTS_PROP_SPANS_H

#include <broadsheet.h>

static inline bool is_boundary(bsh_string text, uint32_t offset)
{
    return offset == text.n_bytes || ((unsigned char) text.data[offset] & 0xC0U) != 0x80U;
}

/* Ordered, inside the text, on character boundaries. */
static inline bool is_sound(bsh_string text, bsh_span span)
{
    return span.begin <= span.end && span.end <= text.n_bytes &&
           is_boundary(text, span.begin) && is_boundary(text, span.end);
}

static inline bool is_within(bsh_span inner, bsh_span outer)
{
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

static inline bool is_empty(bsh_span span)
{
    return span.begin == span.end;
}

#endif
