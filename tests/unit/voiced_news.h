/* Articles of speech, and what is added up of them. */
#ifndef BSH_TESTS_VOICED_NEWS_H
#define BSH_TESTS_VOICED_NEWS_H

#include "tests/t.h"

#include <broadsheet.h>

static bsh_error     error;
static bsh_analyzer *analyzer; /* of all tests of a program */

static inline bsh_analyzer *new_analyzer(void)
{
    bsh_analyzer *made = NULL;
    assert_int_equal(bsh_analyzer_create(&made, NULL, &error), BSH_OK);
    return made;
}

static inline const bsh_document *read_news(bsh_analyzer *reader, const char *text)
{
    const bsh_document *document = NULL;
    assert_int_equal(bsh_analyze(reader, text, strlen(text), &document, &error), BSH_OK);
    return document;
}

static inline void assert_name(const bsh_voice *voice, const char *name)
{
    size_t const n = strlen(name);
    if (voice->name.n_bytes != n || (n > 0 && memcmp(voice->name.data, name, n) != 0)) {
        fail_msg("the name is not %s but %.*s", name, (int) voice->name.n_bytes,
                 voice->name.data);
    }
}

static const char with_reports[] =
    "“We are late again,” Tom Okafor said.\n\n“We pay for it all,” Zoe Roth said.\n\n"
    "Ana Bell claimed that the boat was late again. She claimed that nobody had called her.\n\n"
    "Ana Bell claimed that the quay had sunk in May.\n";

#endif
