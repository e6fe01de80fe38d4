#include "stats/random.h"

/* ---- keys */

/* Finaliser of SplitMix64 (Steele, Lea & Flood 2014): every bit of the state reaches every bit
 * of the result. */
static uint64_t mix(uint64_t state)
{
    state = (state ^ (state >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    state = (state ^ (state >> 27)) * UINT64_C(0x94D049BB133111EB);
    return state ^ (state >> 31);
}

/* The NUL of each name is mixed in too, so that "ab", "c" is another key than "a", "bc". */
static uint64_t absorb(uint64_t state, const char *name)
{
    const char *at = name;
    do {
        state = mix(state + UINT64_C(0x9E3779B97F4A7C15) + (unsigned char) *at);
    } while (*at++ != '\0');
    return state;
}

/* Not the hash of base/hash.h: that reads words in the machine's order of bytes, and may be
 * changed for speed.  This one fixes what is printed. */
bsh__random_key bsh__random_key_of(uint64_t seed, const char *const *names, unsigned n_names)
{
    bsh__random_key key = {{mix(seed), mix(~seed)}};
    for (unsigned i = 0; i < n_names; ++i) {
        key.words[0] = absorb(key.words[0], names[i]);
        key.words[1] = absorb(key.words[1], names[i]);
    }
    return key;
}

/* ---- Threefry-2x64, 20 rounds */

enum { N_ROUNDS = 20, N_BLOCKS = BSH__RANDOM_WORDS / 2 };

static inline uint64_t rotate(uint64_t word, unsigned n_bits)
{
    return (word << n_bits) | (word >> (64 - n_bits));
}

_Static_assert((int) N_BLOCKS == 4, "turn has a line for each");

/* A round on every block side by side: one block alone keeps the processor waiting for each
 * step.  Written out, so that what is rotated by is known when this is compiled: in a loop a
 * word takes twice the time. */
static inline void turn(uint64_t *restrict x, uint64_t *restrict y, unsigned n_bits)
{
    x[0] += y[0];
    x[1] += y[1];
    x[2] += y[2];
    x[3] += y[3];
    y[0] = rotate(y[0], n_bits) ^ x[0];
    y[1] = rotate(y[1], n_bits) ^ x[1];
    y[2] = rotate(y[2], n_bits) ^ x[2];
    y[3] = rotate(y[3], n_bits) ^ x[3];
}

static inline void four_odd_rounds(uint64_t *restrict x, uint64_t *restrict y)
{
    turn(x, y, 16);
    turn(x, y, 42);
    turn(x, y, 12);
    turn(x, y, 31);
}

static inline void four_even_rounds(uint64_t *restrict x, uint64_t *restrict y)
{
    turn(x, y, 16);
    turn(x, y, 32);
    turn(x, y, 24);
    turn(x, y, 21);
}

static void make_blocks(bsh__random *random)
{
    const uint64_t *const words = random->key.words;
    uint64_t const        keys[] = {words[0], words[1],
                                    UINT64_C(0x1BD11BDAA9FC1A22) ^ words[0] ^ words[1]};
    uint64_t              x[N_BLOCKS];
    uint64_t              y[N_BLOCKS];
    for (unsigned i = 0; i < N_BLOCKS; ++i) {
        x[i] = random->counter++ + keys[0];
        y[i] = random->replicate + keys[1];
    }
    for (unsigned fours = 1; fours <= N_ROUNDS / 4; ++fours) {
        if (fours % 2 == 1) {
            four_odd_rounds(x, y);
        } else {
            four_even_rounds(x, y);
        }
        for (unsigned i = 0; i < N_BLOCKS; ++i) {
            x[i] += keys[fours % 3];
            y[i] += keys[(fours + 1) % 3] + fours;
        }
    }
    for (unsigned i = 0; i < N_BLOCKS; ++i) {
        random->words[2 * i] = x[i];
        random->words[2 * i + 1] = y[i];
    }
}

/* ---- numbers of a stream */

/* Field by field: this is done once a replicate, and the words need no value. */
void bsh__random_begin(bsh__random *random, bsh__random_key key, uint64_t replicate)
{
    random->key = key;
    random->replicate = replicate;
    random->counter = 0;
    random->next = BSH__RANDOM_WORDS;
    random->spare = 0;
    random->has_spare = false;
}

uint64_t bsh__random_next(bsh__random *random)
{
    if (random->next == BSH__RANDOM_WORDS) {
        make_blocks(random);
        random->next = 0;
    }
    return random->words[random->next++];
}

static uint32_t next_half(bsh__random *random)
{
    random->has_spare = !random->has_spare;
    if (!random->has_spare) {
        return random->spare;
    }
    uint64_t const word = bsh__random_next(random);
    random->spare = (uint32_t) (word >> 32);
    return (uint32_t) word;
}

/* The lower half of the product tells whether a number belongs to the few, 2^32 mod bound of
 * them, that would make small results likelier. */
uint32_t bsh__random_below(bsh__random *random, uint32_t bound)
{
    uint64_t product = (uint64_t) next_half(random) * bound;
    if ((uint32_t) product < bound) {
        uint32_t const n_too_many = (0 - bound) % bound;
        while ((uint32_t) product < n_too_many) {
            product = (uint64_t) next_half(random) * bound;
        }
    }
    return (uint32_t) (product >> 32);
}
