#include "data/languages.h"

#define PIECE_BYTES 12 /* of the longest piece; gen.awk refuses longer ones */

/* The bytes of ^word$ from a place on, at most PIECE_BYTES; returns how many. */
static size_t read_window(char *window, const char *word, size_t n_bytes, size_t begin)
{
    size_t n = 0;
    for (size_t i = begin; i < n_bytes + 2 && n < PIECE_BYTES; i++) {
        window[n++] = (char) (i == 0 ? '^' : i == n_bytes + 1 ? '$' : word[i - 1]);
    }
    return n;
}

/* The longest piece at the beginning of the window: its bytes, and its syllables are added. */
static size_t take_piece(const bsh__word_table *pieces, const char *window, size_t n_window,
                         unsigned *syllables)
{
    size_t   n_longest = 1;
    unsigned n_syllables = 0;
    uint32_t index = 0;
    // the table has every beginning of a piece, with 0; pieces have their syllables and 1
    for (size_t n = 1; n <= n_window && bsh__word_table_find(pieces, window, n, &index); n++) {
        if (pieces->value[index] > 0) {
            n_longest = n;
            n_syllables = pieces->value[index] - 1;
        }
    }
    *syllables += n_syllables;
    return n_longest;
}

unsigned bsh__syllables_of_pieces(const bsh__word_table *pieces, const char *folded,
                                  size_t n_bytes)
{
    unsigned syllables = 0;
    for (size_t begin = 0; begin < n_bytes + 2;) {
        char         window[PIECE_BYTES];
        size_t const n_window = read_window(window, folded, n_bytes, begin);
        begin += take_piece(pieces, window, n_window, &syllables);
    }
    return syllables == 0 ? 1 : syllables;
}
