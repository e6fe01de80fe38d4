/* An allocator that counts what is asked for and held, and that fails at a chosen call. */
#ifndef BSH_TESTS_ALLOCATOR_H
#define BSH_TESTS_ALLOCATOR_H

#include <broadsheet/base.h>

#include <stdatomic.h>

#include "tests/t.h"

typedef struct test_allocator {
    bsh_allocator allocator;
    atomic_long   n_calls;     /* allocations and enlargements asked for so far */
    long          fail_at;     /* this one fails, from 1; 0: none */
    bool          fails_after; /* and all that follow it */
    atomic_long   n_failed;
    atomic_long   n_live;  /* blocks held */
    atomic_size_t n_bytes; /* asked for in all */
} test_allocator;

static inline bool test_allocator_refuses(test_allocator *self, size_t n_bytes)
{
    long const call = atomic_fetch_add(&self->n_calls, 1) + 1;
    bool const refuses = call == self->fail_at ||
                         (self->fail_at != 0 && self->fails_after && call > self->fail_at);
    self->n_failed += refuses;
    self->n_bytes += n_bytes;
    return refuses;
}

static inline void *test_allocate(void *payload, size_t n_bytes)
{
    test_allocator *const self = payload;
    void *const memory = test_allocator_refuses(self, n_bytes) ? NULL : malloc(n_bytes);
    self->n_live += memory != NULL;
    return memory;
}

static inline void *test_reallocate(void *payload, void *memory, size_t n_bytes)
{
    test_allocator *const self = payload;
    void *const moved = test_allocator_refuses(self, n_bytes) ? NULL : realloc(memory, n_bytes);
    self->n_live += moved != NULL && memory == NULL;
    return moved;
}

static inline void test_release(void *payload, void *memory)
{
    test_allocator *const self = payload;
    self->n_live -= memory != NULL;
    free(memory);
}

static inline void test_allocator_init(test_allocator *self, long fail_at)
{
    *self = (test_allocator){.allocator = {test_allocate, test_reallocate, test_release, self},
                             .fail_at = fail_at};
}

/* Counts calls and bytes anew; the nth call from now fails (0: none). */
static inline void test_allocator_restart(test_allocator *self, long fail_at)
{
    self->n_calls = 0;
    self->n_failed = 0;
    self->n_bytes = 0;
    self->fail_at = fail_at;
}

/* Runs `attempt` with 0, 1, 2 ... allocations allowed until it succeeds.  Before that it must
 * say each time that memory ran out, and it must never keep any.  Returns how many it needs. */
static inline long test_allocator_try(bsh_status (*attempt)(const bsh_allocator *allocator))
{
    bsh_status status = BSH_E_NOMEM;
    long       n_allowed = -1;
    while (status != BSH_OK) {
        test_allocator scarce;
        test_allocator_init(&scarce, ++n_allowed + 1);
        scarce.fails_after = true;
        status = attempt(&scarce.allocator);
        assert_true(status == BSH_OK || status == BSH_E_NOMEM);
        assert_int_equal(scarce.n_live, 0);
    }
    return n_allowed;
}

#endif
