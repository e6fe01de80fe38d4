/* Checks of the speaker of one piece, for the tests of attribution and of speakers. */
#ifndef BSH_TESTS_SPEAKER_CHECKS_H
#define BSH_TESTS_SPEAKER_CHECKS_H

#include "tests/unit/quoted_text.h"

/* The piece at `index`: its mention, the name of its speaker and how it was found. */
static inline void check_speaker(const quoted_text *t, size_t index, const char *mention,
                                 const char *name, bsh_quote_via via)
{
    const bsh_quote *const quote = quoted_text_at(t, index);
    assert_non_null(quote);
    if (!quoted_text_is(t, quote->mention, mention)) {
        fail_msg("piece %zu: the mention is not %s", index + 1, mention);
    }
    if (name == NULL) {
        assert_int_equal(quote->speaker, BSH_NO_SPEAKER);
        return;
    }
    const bsh_speaker *const speaker = quoted_text_speaker(t, quote->speaker);
    assert_non_null(speaker);
    if (speaker->name.n_bytes != strlen(name) ||
        memcmp(speaker->name.data, name, strlen(name)) != 0) {
        fail_msg("piece %zu: the name is not %s but %.*s", index + 1, name,
                 (int) speaker->name.n_bytes, speaker->name.data);
    }
    assert_int_equal(quote->via, via);
}

static inline void check_one(const char *text, const char *mention, const char *name,
                             bsh_quote_via via)
{
    quoted_text t;
    quoted_text_read(&t, text);
    check_speaker(&t, 0, mention, name, via);
    quoted_text_end(&t);
}

#endif
