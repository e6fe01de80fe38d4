#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void *malloc_allocate(void *payload, size_t n_bytes)
{
    (void) payload;
    return malloc(n_bytes);
}

static void *malloc_reallocate(void *payload, void *memory, size_t n_bytes)
{
    (void) payload;
    return realloc(memory, n_bytes);
}

static void malloc_release(void *payload, void *memory)
{
    (void) payload;
    free(memory);
}

static const bsh_allocator malloc_allocator = {malloc_allocate, malloc_reallocate,
                                               malloc_release, NULL};

const bsh_allocator *bsh__allocator(const bsh_allocator *allocator)
{
    return allocator != NULL ? allocator : &malloc_allocator;
}

void *bsh__allocate(const bsh_allocator *allocator, size_t n_items, size_t item_bytes)
{
    if (item_bytes != 0 && n_items > SIZE_MAX / item_bytes) {
        return NULL;
    }
    size_t const n_bytes = n_items * item_bytes;
    return allocator->allocate(allocator->payload, n_bytes == 0 ? 1 : n_bytes);
}

void *bsh__allocate_zeroed(const bsh_allocator *allocator, size_t n_items, size_t item_bytes)
{
    void *const memory = bsh__allocate(allocator, n_items, item_bytes);
    if (memory != NULL) {
        memset(memory, 0, n_items * item_bytes);
    }
    return memory;
}

void bsh__release(const bsh_allocator *allocator, void *memory)
{
    allocator->release(allocator->payload, memory);
}

/* ---- growable array */

void bsh__vec_init(bsh__vec *vec, const bsh_allocator *allocator, size_t item_bytes)
{
    *vec = (bsh__vec){.allocator = allocator, .item_bytes = item_bytes};
}

void bsh__vec_free(bsh__vec *vec)
{
    if (vec->items != NULL) {
        bsh__release(vec->allocator, vec->items);
    }
    vec->items = NULL;
    vec->n = vec->capacity = 0;
}

bool bsh__vec_grow(bsh__vec *vec, size_t n_items)
{
    size_t const doubled = vec->capacity < 16 ? 16 : vec->capacity * 2;
    size_t const capacity = n_items > doubled ? n_items : doubled;
    if (capacity > SIZE_MAX / 2 / vec->item_bytes) {
        return false;
    }
    void *const items = vec->allocator->reallocate(vec->allocator->payload, vec->items,
                                                   capacity * vec->item_bytes);
    if (items == NULL) {
        return false;
    }
    vec->items = items;
    vec->capacity = capacity;
    return true;
}

bool bsh__vec_resize(bsh__vec *vec, size_t n_items)
{
    if (!bsh__vec_reserve(vec, n_items)) {
        return false;
    }
    if (n_items > vec->n) {
        memset((char *) vec->items + vec->n * vec->item_bytes, 0,
               (n_items - vec->n) * vec->item_bytes);
    }
    vec->n = n_items;
    return true;
}

/* ---- lines of the cache */

void bsh__line_vec_init(bsh__line_vec *vec, const bsh_allocator *allocator)
{
    *vec = (bsh__line_vec){.allocator = allocator};
}

void bsh__line_vec_free(bsh__line_vec *vec)
{
    bsh__release(vec->allocator, vec->memory);
    bsh__line_vec_init(vec, vec->allocator);
}

bool bsh__line_vec_reserve(bsh__line_vec *vec)
{
    if (vec->n < vec->capacity) {
        return true;
    }
    size_t const capacity = vec->capacity < 16 ? 16 : vec->capacity * 2;
    char *const  memory = bsh__allocate(vec->allocator, capacity + 1, BSH__LINE_BYTES);
    if (memory == NULL) {
        return false;
    }
    char *const items = memory + (BSH__LINE_BYTES - (uintptr_t) memory % BSH__LINE_BYTES);
    if (vec->n > 0) {
        memcpy(items, vec->items, vec->n * BSH__LINE_BYTES);
    }
    bsh__release(vec->allocator, vec->memory);
    vec->memory = memory;
    vec->items = items;
    vec->capacity = capacity;
    return true;
}

/* ---- bytes */

void bsh__buffer_init(bsh__buffer *buffer, const bsh_allocator *allocator)
{
    *buffer = (bsh__buffer){.allocator = allocator};
}

void bsh__buffer_free(bsh__buffer *buffer)
{
    if (buffer->data != NULL) {
        bsh__release(buffer->allocator, buffer->data);
    }
    buffer->data = NULL;
    buffer->n = buffer->capacity = 0;
}

void bsh__buffer_clear(bsh__buffer *buffer)
{
    buffer->n = 0;
    buffer->has_failed = false;
}

bool bsh__buffer_grow(bsh__buffer *buffer, size_t n_more)
{
    if (buffer->has_failed || n_more > SIZE_MAX / 4 || buffer->n > SIZE_MAX / 4) {
        buffer->has_failed = true;
        return false;
    }
    size_t const needed = buffer->n + n_more;
    size_t const doubled = buffer->capacity < 64 ? 64 : buffer->capacity * 2;
    size_t const capacity = needed > doubled ? needed : doubled;
    char *const  data =
        buffer->allocator->reallocate(buffer->allocator->payload, buffer->data, capacity);
    if (data == NULL) {
        buffer->has_failed = true;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void bsh__buffer_add(bsh__buffer *buffer, const char *data, size_t n_bytes)
{
    if (n_bytes != 0 && bsh__buffer_reserve(buffer, n_bytes)) {
        memcpy(buffer->data + buffer->n, data, n_bytes);
        buffer->n += n_bytes;
    }
}

void bsh__buffer_add_text(bsh__buffer *buffer, const char *text)
{
    bsh__buffer_add(buffer, text, strlen(text));
}

/* ---- arena */

struct bsh__chunk {
    struct bsh__chunk *next;
    size_t             capacity;
    max_align_t        memory[];
};

enum { CHUNK_BYTES = 64 * 1024 };

#if defined __SANITIZE_ADDRESS__
#define ARENA_SHARES_CHUNKS 0
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define ARENA_SHARES_CHUNKS 0
#endif
#endif
#ifndef ARENA_SHARES_CHUNKS
#define ARENA_SHARES_CHUNKS 1
#endif

void bsh__arena_init(bsh__arena *arena, const bsh_allocator *allocator)
{
    *arena = (bsh__arena){.allocator = allocator};
}

static void free_chunks(bsh__arena *arena, struct bsh__chunk *chunk)
{
    while (chunk != NULL) {
        struct bsh__chunk *const next = chunk->next;
        bsh__release(arena->allocator, chunk);
        chunk = next;
    }
}

void bsh__arena_free(bsh__arena *arena)
{
    free_chunks(arena, arena->chunks);
    arena->chunks = NULL;
    arena->used = 0;
}

/* Keeps one chunk as large as all that were in use, so that the next document of this size
 * needs no other. */
void bsh__arena_reset(bsh__arena *arena)
{
    arena->used = 0;
    if (!ARENA_SHARES_CHUNKS) {
        bsh__arena_free(arena);
        return;
    }
    if (arena->chunks == NULL || arena->chunks->next == NULL) {
        return;
    }
    size_t total = 0;
    for (const struct bsh__chunk *chunk = arena->chunks; chunk != NULL; chunk = chunk->next) {
        total += chunk->capacity;
    }
    free_chunks(arena, arena->chunks);
    arena->chunks = bsh__allocate(arena->allocator, 1, sizeof(struct bsh__chunk) + total);
    if (arena->chunks != NULL) {
        *arena->chunks = (struct bsh__chunk){.next = NULL, .capacity = total};
    }
}

void *bsh__arena_allocate(bsh__arena *arena, size_t n_bytes)
{
    size_t const align = _Alignof(max_align_t);
    if (n_bytes > SIZE_MAX / 2) {
        return NULL;
    }
    size_t const       rounded = (n_bytes + align - 1) / align * align;
    struct bsh__chunk *chunk = arena->chunks;
    if (!ARENA_SHARES_CHUNKS || chunk == NULL || chunk->capacity - arena->used < rounded) {
        size_t const minimum = ARENA_SHARES_CHUNKS ? CHUNK_BYTES : n_bytes;
        size_t const capacity = rounded > minimum ? rounded : minimum;
        chunk = bsh__allocate(arena->allocator, 1, sizeof *chunk + capacity);
        if (chunk == NULL) {
            return NULL;
        }
        *chunk = (struct bsh__chunk){.next = arena->chunks, .capacity = capacity};
        arena->chunks = chunk;
        arena->used = 0;
    }
    void *const memory = (char *) chunk->memory + arena->used;
    arena->used += rounded;
    return memory;
}

char *bsh__arena_copy(bsh__arena *arena, const char *data, size_t n_bytes)
{
    char *const copy = bsh__arena_allocate(arena, n_bytes + 1);
    if (copy != NULL) {
        if (n_bytes != 0) {
            memcpy(copy, data, n_bytes);
        }
        copy[n_bytes] = '\0';
    }
    return copy;
}
