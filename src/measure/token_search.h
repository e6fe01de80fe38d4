/* Looking for the token at an offset, for those who go along the text in leaps. */
#ifndef BSH_MEASURE_TOKEN_SEARCH_H
#define BSH_MEASURE_TOKEN_SEARCH_H

#include <broadsheet/token.h>

/* The first token from `at` on that begins at the offset or behind it; n_tokens if none does.
 * Eight tokens a step, and the last eight by halving: where a sentence or a quote ends cannot
 * be foreseen, so that but one branch may go wrong. */
static inline size_t bsh__leap_to_token(const bsh_token *tokens, size_t n_tokens, size_t at,
                                        uint32_t offset)
{
    enum { STRIDE = 8 };
    while (at + STRIDE <= n_tokens) {
        const bsh_token *const begin = tokens + at;
        if (begin[STRIDE - 1].span.begin >= offset) {
            size_t n = begin[3].span.begin < offset ? 4 : 0;
            n += begin[n + 1].span.begin < offset ? 2 : 0;
            return at + n + (begin[n].span.begin < offset);
        }
        at += STRIDE;
    }
    while (at < n_tokens && tokens[at].span.begin < offset) {
        ++at;
    }
    return at;
}

#endif
