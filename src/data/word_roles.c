#include "data/word_roles.h"

#include <broadsheet/quote.h>

#include "data/word_table.h"

#define ROLE(name)  ((uint32_t) BSH__ROLE_##name)
#define KEY(name)   ((uint32_t) BSH__KEY_##name << 8)
#define TRAIT(name) ((uint32_t) BSH__TRAIT_##name << 16)
#define VERB(name)  ((uint32_t) BSH_VERB_##name << 24)
#define SAID        (UINT32_C(1) << 30)
#define LOADED      (UINT32_C(1) << 31)

_Static_assert(BSH_VERB_CLASS_COUNT <= 1 << 6, "a class of verbs has six bits");

// Made by gen.awk; after what it needs.
#include "data/word_roles.inc"

bsh__listed_word bsh__word_listed(const char *folded, size_t n_bytes)
{
    uint32_t index = 0;
    if (!bsh__word_table_find(&roles_table, folded, n_bytes, &index)) {
        return (bsh__listed_word){0};
    }
    uint32_t const  value = roles_value[index];
    bsh__verb const verb = {value >> 24 & 0x3F, (value & SAID) != 0, (value & LOADED) != 0};
    return (bsh__listed_word){(uint8_t) value, (uint8_t) (value >> 8), (uint8_t) (value >> 16),
                              verb};
}
