/* The tables of syllable_method.h, made of rules and of words that the rules get wrong. */
#ifndef BSH_DATA_PACK_TABLES_H
#define BSH_DATA_PACK_TABLES_H

#include "data/learn/learn_rules.h"
#include "data/learn/learn_words.h"
#include "data/syllable_method.h"

enum {
    PACK_NODES = 65536 - BSH__N_SYMBOLS,
    PACK_EFFECTS = 256,
    PACK_BUCKETS = 1 << BSH__BUCKET_BITS,
    PACK_EXCEPTIONS = 65535
};

typedef struct pack_tables {
    bsh__rule_node *nodes;
    size_t          n_nodes;
    int8_t (*effects)[BSH__N_CLASSES];
    size_t    n_effects;
    uint32_t *exceptions;
    size_t    n_exceptions;
    uint16_t *bucket; /* PACK_BUCKETS + 1 */
} pack_tables;

void pack_tables_create(pack_tables *tables);
void pack_tables_free(pack_tables *tables);

bsh__syllable_table pack_tables_view(const pack_tables *tables);

void pack_rules(pack_tables *tables, const learn_rules *rules);

/* Lists the words that the tables get wrong, short before long: "smith's" and "smiths" are
 * counted by "smith". */
void pack_exceptions(pack_tables *tables, const learn_words *words);

#endif
