/* Signs that end sentences, and those that may stand behind them. */
#ifndef BSH_ARTICLE_SIGNS_H
#define BSH_ARTICLE_SIGNS_H

#include <stdbool.h>
#include <stdint.h>

static inline bool bsh__is_end_sign(int32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
           c == 0xFF1F || c == 0x06D4 || c == 0x0964;
}

static inline bool bsh__is_quote_sign(int32_t c)
{
    return c == '"' || c == '\'' || c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 ||
           c == 0xBB || c == 0xAB || c == 0x201E;
}

/* “Never.”  (He left.)  – what may stand behind the full stop. */
static inline bool bsh__is_closing_sign(int32_t c)
{
    return bsh__is_quote_sign(c) || c == ')' || c == ']';
}

#endif
