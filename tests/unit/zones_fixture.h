/* What the tests of the zone rules share: a text goes in, labelled blocks are asked for. */
#ifndef BSH_TESTS_ZONES_FIXTURE_H
#define BSH_TESTS_ZONES_FIXTURE_H

#include "tests/t.h"

#include <stdio.h>

#include "article/article.h"

/* Six paragraphs of prose that no rule but those of prose takes. */
#define ZONES_TOP                                                                              \
    "Storm Closes the Harbour Bridge for a Week\n\n"                                           \
    "The council of Laketown closed the harbour bridge on Monday after a storm had torn away " \
    "two of its cables.\n\n"                                                                   \
    "Engineers will look at the towers first, and then at the deck, which is 90 years old "    \
    "and was last painted in 1998.\n\n"                                                        \
    "“We will not open it before it is safe,” Mayor Anna Castell said at the quay.\n\n"
#define ZONES_TAIL                                                                             \
    "\n\nThe ferry runs every ten minutes until the bridge is open, and nobody has to pay "    \
    "for it.\n\nFishermen on the east bank said that they had warned the town of the "         \
    "cables in the spring of last year.\n\nA report on the damage is due in May, and the "     \
    "council will then decide what the repair may cost.\n"

/* The blocks of the last text. */
typedef struct zones_fixture {
    bsh__article *article;
    bsh__vec      blocks;
    bsh_options   options;
    const char   *text;
} zones_fixture;

static zones_fixture zones;

static int zones_setup(void **state)
{
    (void) state;
    bsh_options_init(&zones.options);
    bsh__vec_init(&zones.blocks, bsh__allocator(NULL), sizeof(bsh_block));
    return bsh__article_create(&zones.article, NULL, NULL) == BSH_OK ? 0 : -1;
}

static int zones_teardown(void **state)
{
    (void) state;
    bsh__article_destroy(zones.article);
    bsh__vec_free(&zones.blocks);
    return 0;
}

static inline size_t n_blocks(void)
{
    return zones.blocks.n;
}

static inline void given_with_title(const char *text, const char *title)
{
    zones.text = text;
    bsh_string const known = {title, strlen(title)};
    assert_int_equal(bsh__article_blocks(zones.article, (bsh_string){text, strlen(text)},
                                         &zones.options, known, &zones.blocks, NULL),
                     BSH_OK);
}

static inline void given(const char *text)
{
    given_with_title(text, "");
}

static inline const bsh_block *block(size_t i)
{
    assert_true(i < zones.blocks.n);
    return (const bsh_block *) zones.blocks.items + i;
}

/* The block that begins with `opening`; fails if there is none. */
static inline const bsh_block *block_of(const char *opening)
{
    for (size_t i = 0; i < zones.blocks.n; ++i) {
        if (strncmp(zones.text + block(i)->span.begin, opening, strlen(opening)) == 0) {
            return block(i);
        }
    }
    fail_msg("no block begins with: %s", opening);
    return NULL;
}

static inline const char *kind_of(const char *opening)
{
    return bsh_block_kind_name(block_of(opening)->kind);
}

static inline const char *rule_of(const char *opening)
{
    return bsh_block_rule_name(block_of(opening)->rule);
}

/* A line in the middle of an article. */
static inline void given_inside(const char *line)
{
    static char text[4096];
    assert_true(strlen(ZONES_TOP) + strlen(line) + strlen(ZONES_TAIL) < sizeof text);
    (void) snprintf(text, sizeof text, "%s%s%s", ZONES_TOP, line, ZONES_TAIL);
    given(text);
}

/* A line at the end of an article. */
static inline void given_below(const char *line)
{
    static char text[4096];
    (void) snprintf(text, sizeof text, "%s%s\n\n%s\n", ZONES_TOP, ZONES_TAIL, line);
    given(text);
}

#endif
