/* Makes the tables of syllables at build time: learns rules from a list of words with their
 * syllables, and lists the words that the rules get wrong.
 *
 *   learn_syllables COUNTS.tsv SUPPLEMENT.tsv                      > syllables.inc
 *   learn_syllables --cross-validate [--common WORDS] COUNTS.tsv SUPPLEMENT.tsv
 *
 * COUNTS.tsv are the words of the dictionary, SUPPLEMENT.tsv words that it has not, which
 * become exceptions only; WORDS are common words, one a line, which are reported apart.
 * Everything is in whole numbers and in a fixed order: the same lists give the same bytes on
 * every machine. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/learn/cross_validate.h"
#include "data/learn/learn_patterns.h"
#include "data/learn/learn_rules.h"
#include "data/learn/learn_words.h"
#include "data/learn/pack_tables.h"

typedef struct settings {
    bool        is_report;
    const char *common, *counts, *supplement;
} settings;

static settings read_arguments(int n, char **arguments)
{
    settings s = {0};
    int      i = 1;
    if (i < n && strcmp(arguments[i], "--cross-validate") == 0) {
        s.is_report = true;
        ++i;
    }
    if (i + 1 < n && strcmp(arguments[i], "--common") == 0) {
        s.common = arguments[i + 1];
        i += 2;
    }
    if (n - i != 2) {
        learn_fail("[--cross-validate [--common WORDS]] COUNTS.tsv SUPPLEMENT.tsv", "usage");
    }
    s.counts = arguments[i];
    s.supplement = arguments[i + 1];
    return s;
}

/* ---- tables as C */

enum { NUMBERS_A_LINE = 12 };

static const char *separator(size_t i)
{
    return i % NUMBERS_A_LINE == NUMBERS_A_LINE - 1 ? ",\n" : ",";
}

static void print_nodes(const pack_tables *tables)
{
    (void) printf("static const bsh__rule_node syllable_nodes[] = {\n");
    for (size_t i = 0; i < tables->n_nodes; ++i) {
        const bsh__rule_node *const node = &tables->nodes[i];
        (void) printf("{%u,%u,%u,%u}%s", node->children, node->shorter, node->symbol,
                      node->effect, separator(i));
    }
    (void) printf("};\n");
}

static void print_effects(const pack_tables *tables)
{
    (void) printf("static const int8_t syllable_effects[][BSH__N_CLASSES] = {\n");
    for (size_t i = 0; i < tables->n_effects; ++i) {
        const int8_t *const row = tables->effects[i];
        (void) printf("{%d,%d,%d,%d}%s", row[0], row[1], row[2], row[3], separator(i));
    }
    (void) printf("};\n");
}

static void print_exceptions(const pack_tables *tables)
{
    (void) printf("static const uint32_t syllable_exceptions[] = {\n");
    for (size_t i = 0; i < tables->n_exceptions; ++i) {
        (void) printf("%luu%s", (unsigned long) tables->exceptions[i], separator(i));
    }
    (void) printf("};\nstatic const uint16_t syllable_bucket[] = {\n");
    for (size_t i = 0; i <= PACK_BUCKETS; ++i) {
        (void) printf("%u%s", tables->bucket[i], separator(i));
    }
    (void) printf("};\n");
}

static void print_tables(const pack_tables *tables)
{
    (void) printf("/* Made by src/data/learn/ from src/data/en/; do not edit. */\n");
    print_nodes(tables);
    print_effects(tables);
    print_exceptions(tables);
    (void) printf("static const bsh__syllable_table syllable_table = {\n"
                  "    .nodes = syllable_nodes,\n"
                  "    .effects = syllable_effects,\n"
                  "    .exceptions = syllable_exceptions,\n"
                  "    .bucket = syllable_bucket,\n"
                  "};\n");
}

static void make_tables(const learn_patterns *patterns, const learn_words *words)
{
    pack_tables tables;
    learn_rules rules;
    pack_tables_create(&tables);
    learn_rules_find(&rules, patterns, words, LEARN_NO_FOLD);
    pack_rules(&tables, &rules);
    pack_exceptions(&tables, words);
    print_tables(&tables);
    learn_rules_free(&rules);
    pack_tables_free(&tables);
}

int main(int n_arguments, char **arguments)
{
    settings const s = read_arguments(n_arguments, arguments);
    learn_words    words = {0};
    learn_patterns patterns = {0};
    learn_words_read(&words, s.counts, true);
    learn_words_read(&words, s.supplement, false);
    learn_patterns_find(&patterns, &words);
    if (s.common != NULL) {
        learn_words_mark_common(&words, s.common);
    }
    if (s.is_report) {
        learn_cross_validate(&patterns, &words);
    } else {
        make_tables(&patterns, &words);
    }
    // memory goes with the program
    if (fflush(stdout) != 0 || ferror(stdout)) {
        learn_fail("cannot be written", "tables");
    }
    return EXIT_SUCCESS;
}
