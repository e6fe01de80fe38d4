#include "base/hash.h"

#include <string.h>
#include <sys/random.h>
#include <time.h>

static uint64_t load(const char *data, size_t n_bytes)
{
    uint64_t value = 0;
    memcpy(&value, data, n_bytes);
    return value;
}

static const uint64_t odd_1 = UINT64_C(0x9E3779B97F4A7C15);
static const uint64_t odd_2 = UINT64_C(0xD6E8FEB86659FD93);

uint64_t bsh__hash(uint64_t seed, const char *data, size_t n_bytes)
{
    uint64_t state = seed ^ (n_bytes * odd_1);
    size_t   i = 0;
    for (; i + 8 <= n_bytes; i += 8) {
        uint64_t value;
        memcpy(&value, data + i, sizeof value);
        state = bsh__mix(state ^ value, odd_2);
    }
    if (i < n_bytes) {
        state = bsh__mix(state ^ load(data + i, n_bytes - i), odd_2);
    }
    return bsh__mix(state + seed, odd_1); /* with ^ the empty string's seed would cancel out */
}

uint64_t bsh__hash_seed(void)
{
    uint64_t seed = 0;
    if (getentropy(&seed, sizeof seed) != 0) {
        struct timespec now = {0};
        (void) timespec_get(&now, TIME_UTC);
        seed = bsh__mix((uint64_t) now.tv_nsec + odd_1, (uint64_t) now.tv_sec + odd_2);
    }
    return seed;
}
