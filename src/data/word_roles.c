#include "data/word_roles.h"

#include "data/word_table.h"

#define ROLE(name)  ((uint32_t) BSH__ROLE_##name)
#define KEY(name)   ((uint32_t) BSH__KEY_##name << 8)
#define TRAIT(name) ((uint32_t) BSH__TRAIT_##name << 16)

// Made by gen.awk; after what it needs.
#include "data/word_roles.inc"

bsh__listed_word bsh__word_listed(const char *folded, size_t n_bytes)
{
    uint32_t index = 0;
    if (!bsh__word_table_find(&roles_table, folded, n_bytes, &index)) {
        return (bsh__listed_word){0};
    }
    uint32_t const value = roles_value[index];
    return (bsh__listed_word){(uint8_t) value, (uint8_t) (value >> 8), (uint8_t) (value >> 16)};
}
