/* An allocator that fails at a chosen call and knows what is still held. */
#ifndef BSH_TESTS_ALLOCATOR_H
#define BSH_TESTS_ALLOCATOR_H

#include <broadsheet/base.h>

#include <stdlib.h>

typedef struct test_allocator {
    bsh_allocator allocator;
    long          n_calls; /* allocations and enlargements asked for so far */
    long          fail_at; /* this one fails, from 1; 0: none */
    long          n_live;  /* blocks held */
} test_allocator;

static inline bool test_allocator_refuses(test_allocator *self)
{
    return ++self->n_calls == self->fail_at;
}

static inline void *test_allocate(void *payload, size_t n_bytes)
{
    test_allocator *const self = payload;
    void *const           memory = test_allocator_refuses(self) ? NULL : malloc(n_bytes);
    self->n_live += memory != NULL;
    return memory;
}

static inline void *test_reallocate(void *payload, void *memory, size_t n_bytes)
{
    test_allocator *const self = payload;
    void *const           moved = test_allocator_refuses(self) ? NULL : realloc(memory, n_bytes);
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
    *self = (test_allocator){
        .allocator = {test_allocate, test_reallocate, test_release, self}, .fail_at = fail_at};
}

#endif
