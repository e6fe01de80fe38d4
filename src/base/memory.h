/* Memory: the allocator of the caller, growable arrays, a byte buffer, an arena. */
#ifndef BSH_BASE_MEMORY_H
#define BSH_BASE_MEMORY_H

#include <string.h>

#include <broadsheet/base.h>

/* `allocator`, or the one on malloc if it is NULL. */
const bsh_allocator *bsh__allocator(const bsh_allocator *allocator);

/* n_items * item_bytes; NULL if there is none or the product overflows. */
void *bsh__allocate(const bsh_allocator *allocator, size_t n_items, size_t item_bytes);
void *bsh__allocate_zeroed(const bsh_allocator *allocator, size_t n_items, size_t item_bytes);
void  bsh__release(const bsh_allocator *allocator, void *memory);

/* A growable array of items of one size.  Zero-initialise but for the first two fields
 * (bsh__vec_init); `n` may be set lower by hand.  Capacity is never given back until the end.
 */
typedef struct bsh__vec {
    const bsh_allocator *allocator;
    size_t               item_bytes;
    void                *items;
    size_t               n, capacity;
} bsh__vec;

void bsh__vec_init(bsh__vec *vec, const bsh_allocator *allocator, size_t item_bytes);
void bsh__vec_free(bsh__vec *vec);

/* Makes room for n_items in all, which is more than there is; false if there is no memory. */
bool bsh__vec_grow(bsh__vec *vec, size_t n_items);

/* The same where there may be room already. */
static inline bool bsh__vec_reserve(bsh__vec *vec, size_t n_items)
{
    return n_items <= vec->capacity || bsh__vec_grow(vec, n_items);
}

/* Asks the processor for what stands at an address, so that it is near when it is read some
 * words later.  Any address will do.  Call it where something else is done too: GCC drops calls
 * to a function that does nothing but this. */
static inline void bsh__prefetch(const void *address)
{
    __builtin_prefetch(address);
}

/* Appends one zeroed item and returns it; NULL if there is no memory. */
static inline void *bsh__vec_push(bsh__vec *vec)
{
    if (!bsh__vec_reserve(vec, vec->n + 1)) {
        return NULL;
    }
    return memset((char *) vec->items + vec->n++ * vec->item_bytes, 0, vec->item_bytes);
}

/* Sets n; items that are new are zeroed. */
bool bsh__vec_resize(bsh__vec *vec, size_t n_items);

/* A growable array of items that fill lines of the cache, which begin where a line does: each
 * takes one fetch.  malloc gives memory that begins a quarter of a line further on. */
enum { BSH__LINE_BYTES = 64 };

typedef struct bsh__line_vec {
    const bsh_allocator *allocator;
    void                *memory, *items;
    size_t               n, capacity;
} bsh__line_vec;

void bsh__line_vec_init(bsh__line_vec *vec, const bsh_allocator *allocator);
void bsh__line_vec_free(bsh__line_vec *vec);

/* Makes room for one more; false if there is no memory. */
bool bsh__line_vec_reserve(bsh__line_vec *vec);

/* Growing bytes.  A failed allocation sticks (has_failed), so that a row of calls needs one
 * check. */
typedef struct bsh__buffer {
    const bsh_allocator *allocator;
    char                *data;
    size_t               n, capacity;
    bool                 has_failed;
} bsh__buffer;

void bsh__buffer_init(bsh__buffer *buffer, const bsh_allocator *allocator);
void bsh__buffer_free(bsh__buffer *buffer);
void bsh__buffer_clear(bsh__buffer *buffer);               /* n = 0, has_failed = false */
bool bsh__buffer_grow(bsh__buffer *buffer, size_t n_more); /* as _reserve, which calls it */

/* Makes room for so many bytes more; false if there is no memory. */
static inline bool bsh__buffer_reserve(bsh__buffer *buffer, size_t n_more)
{
    return buffer->capacity - buffer->n >= n_more || bsh__buffer_grow(buffer, n_more);
}

void bsh__buffer_add(bsh__buffer *buffer, const char *data, size_t n_bytes);
void bsh__buffer_add_text(bsh__buffer *buffer, const char *text); /* to its NUL */

static inline void bsh__buffer_add_char(bsh__buffer *buffer, char c)
{
    if (bsh__buffer_reserve(buffer, 1)) {
        buffer->data[buffer->n++] = c;
    }
}

/* Many small pieces freed together.  In sanitizer builds each has a block of its own, so that
 * an overrun is seen. */
typedef struct bsh__arena {
    const bsh_allocator *allocator;
    struct bsh__chunk   *chunks; /* the one in use first */
    size_t               used;   /* of the first */
} bsh__arena;

void  bsh__arena_init(bsh__arena *arena, const bsh_allocator *allocator);
void  bsh__arena_free(bsh__arena *arena);
void  bsh__arena_reset(bsh__arena *arena); /* everything in it is gone; capacity stays */
void *bsh__arena_allocate(bsh__arena *arena, size_t n_bytes); /* NULL if there is no memory */
char *bsh__arena_copy(bsh__arena *arena, const char *data, size_t n_bytes); /* adds a NUL */

#endif
