/* An allocator that has only so many allocations to give, for tests of running out of memory.
 */
#ifndef BSH_TESTS_SCARCE_H
#define BSH_TESTS_SCARCE_H

#include <broadsheet/base.h>

#include "tests/t.h"

typedef struct scarce {
    size_t n_left;
} scarce;

static inline void *scarce_allocate(void *payload, size_t n_bytes)
{
    scarce *const s = payload;
    return s->n_left == 0 ? NULL : (--s->n_left, malloc(n_bytes));
}

static inline void *scarce_reallocate(void *payload, void *memory, size_t n_bytes)
{
    scarce *const s = payload;
    return s->n_left == 0 ? NULL : (--s->n_left, realloc(memory, n_bytes));
}

static inline void scarce_release(void *payload, void *memory)
{
    (void) payload;
    free(memory);
}

/* Runs `attempt` with 0, 1, 2 ... allocations allowed until it succeeds; before that it must
 * say that memory ran out each time.  Returns how many it needs. */
static inline size_t scarce_try(bsh_status (*attempt)(const bsh_allocator *allocator))
{
    scarce              s = {0};
    bsh_allocator const allocator = {scarce_allocate, scarce_reallocate, scarce_release, &s};
    for (size_t n_allowed = 0;; ++n_allowed) {
        s.n_left = n_allowed;
        bsh_status const status = attempt(&allocator);
        if (status == BSH_OK) {
            return n_allowed;
        }
        assert_int_equal(status, BSH_E_NOMEM);
    }
}

#endif
