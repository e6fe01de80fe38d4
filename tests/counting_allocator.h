/* An allocator that counts, and that can fail at the nth allocation. */
#ifndef BSH_TESTS_COUNTING_ALLOCATOR_H
#define BSH_TESTS_COUNTING_ALLOCATOR_H

#include <broadsheet/base.h>

#include <stdatomic.h>
#include <stdlib.h>

typedef struct counting {
    atomic_size_t n_calls;   /* of allocate and reallocate */
    atomic_size_t n_live;    /* blocks that were not released */
    atomic_size_t n_bytes;   /* asked for in all */
    size_t        fails_at;  /* this call (from 1) returns NULL; 0: none does */
    bool          fails_on;  /* and all calls behind it */
    atomic_size_t n_failed;
} counting;

static inline bool counting_fails(counting *counter)
{
    size_t const call = atomic_fetch_add(&counter->n_calls, 1) + 1;
    bool const   fails = counter->fails_at != 0 &&
                       (call == counter->fails_at || (counter->fails_on && call > counter->fails_at));
    if (fails) {
        atomic_fetch_add(&counter->n_failed, 1);
    }
    return fails;
}

static inline void *counting_allocate(void *payload, size_t n_bytes)
{
    counting *const counter = payload;
    if (counting_fails(counter)) {
        return NULL;
    }
    void *const memory = malloc(n_bytes);
    if (memory != NULL) {
        atomic_fetch_add(&counter->n_live, 1);
        atomic_fetch_add(&counter->n_bytes, n_bytes);
    }
    return memory;
}

static inline void *counting_reallocate(void *payload, void *memory, size_t n_bytes)
{
    counting *const counter = payload;
    if (memory == NULL) {
        return counting_allocate(payload, n_bytes);
    }
    if (counting_fails(counter)) {
        return NULL;
    }
    atomic_fetch_add(&counter->n_bytes, n_bytes);
    return realloc(memory, n_bytes);
}

static inline void counting_release(void *payload, void *memory)
{
    counting *const counter = payload;
    if (memory != NULL) {
        atomic_fetch_sub(&counter->n_live, 1);
    }
    free(memory);
}

static inline bsh_allocator counting_allocator(counting *counter)
{
    return (bsh_allocator){counting_allocate, counting_reallocate, counting_release, counter};
}

/* Starts the count of calls anew; the nth call from now fails (0: none). */
static inline void counting_restart(counting *counter, size_t fails_at, bool fails_on)
{
    atomic_store(&counter->n_calls, 0);
    atomic_store(&counter->n_bytes, 0);
    atomic_store(&counter->n_failed, 0);
    counter->fails_at = fails_at;
    counter->fails_on = fails_on;
}

#endif
