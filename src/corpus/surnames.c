#include "corpus/surnames.h"

#include <string.h>

void bsh__surnames_init(bsh__surnames *surnames, const bsh_allocator *allocator)
{
    bsh__text_table_init(&surnames->table, allocator);
    bsh__vec_init(&surnames->items, allocator, sizeof(bsh__surname));
}

void bsh__surnames_free(bsh__surnames *surnames)
{
    bsh__vec_free(&surnames->items);
    bsh__text_table_free(&surnames->table);
}

/* ---- the surname in a name */

static size_t begin_of_last_word(const char *name, size_t end)
{
    while (end > 0 && name[end - 1] != ' ') {
        --end;
    }
    return end;
}

/* "jr." of "todd robinson jr." */
static bool is_suffix(const char *word, size_t n)
{
    static const char *const suffixes[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"};
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; ++i) {
        if (strlen(suffixes[i]) == n && memcmp(suffixes[i], word, n) == 0) {
            return true;
        }
    }
    return false;
}

static bsh__text_key surname_of(bsh_string name, uint32_t corpus)
{
    size_t end = name.n_bytes;
    size_t begin = begin_of_last_word(name.data, end);
    if (begin > 0 && is_suffix(name.data + begin, end - begin)) {
        end = begin - 1;
        begin = begin_of_last_word(name.data, end);
    }
    return (bsh__text_key){name.data + begin, (uint32_t) (end - begin), corpus};
}

bsh__surname *bsh__surnames_find(const bsh__surnames *surnames, bsh_string name,
                                 uint32_t corpus)
{
    uint32_t const number = bsh__text_table_find(&surnames->table, surname_of(name, corpus));
    return number == BSH__NO_TEXT ? NULL : (bsh__surname *) surnames->items.items + number;
}

bsh__surname *bsh__surnames_add(bsh__surnames *surnames, bsh_string name, uint32_t corpus)
{
    bsh__surname *const known = bsh__surnames_find(surnames, name, corpus);
    if (known != NULL) {
        return known;
    }
    bsh__surname *const added =
        bsh__text_table_reserve(&surnames->table) ? bsh__vec_push(&surnames->items) : NULL;
    if (added != NULL) {
        (void) bsh__text_table_add(&surnames->table, surname_of(name, corpus));
    }
    return added;
}
