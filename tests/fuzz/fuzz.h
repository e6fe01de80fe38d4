/* What a fuzz target gives: its name (of the folder of seeds in corpora/fuzz) and libFuzzer's
 * entry. */
#ifndef BSH_TESTS_FUZZ_FUZZ_H
#define BSH_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

extern const char fuzz_name[];
int               LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes);

/* Ends the program as a finding. */
static inline void fuzz_check(int holds)
{
    if (!holds) {
        abort();
    }
}

#endif
