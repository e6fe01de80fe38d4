#include "data/languages.h"

#include <broadsheet/quote.h>
#include <string.h>

#include "data/lexicon.h"
#include "data/word_roles.h"

// Made by gen.awk; after the header that it needs.
#include "data/languages.inc"

static const char *const no_words[] = {NULL};
static const int32_t     no_marks[] = {0};

static const char *const particles_fr[] = {"le", "la", "de", "du", "des", "d'", NULL};
static const char *const particles_es[] = {"de", "del", "la", "las", "los", "el", NULL};
static const char *const particles_it[] = {"de",  "di", "da",    "del", "dal", "dalla",
                                           "dei", "la", "della", "lo",  "li",  NULL};
static const char *const particles_nl[] = {"de", "van", "der", "den", "het", "te", NULL};

static const char *const subjects_fr[] = {"il", "elle", "on", "ils", "elles", NULL};

/* „Wort“, ‚Wort‘ and »Wort«, ›Wort‹: which way a mark turns is told by where the space is. */
static const int32_t openers_de[] = {0x201E, 0x201A, 0xBB, 0x203A, 0};
static const int32_t closers_de[] = {0x201C, 0x2018, 0xAB, 0x2039, 0};
/* „woord” */
static const int32_t openers_low[] = {0x201E, 0x201A, 0};

static const bsh__language languages[] = {
    {
        .tag = "en",
        .particles = no_words,
        .joined_subjects = no_words,
        .openers = no_marks,
        .closers = no_marks,
        .is_english = true,
    },
    {
        .tag = "de",
        .lists = "de-2",
        .words = &words_de_table,
        .verbs = &verbs_de_table,
        .nuclei = &nuclei_de_table,
        .particles = no_words,
        .joined_subjects = no_words,
        .street = "str",
        .openers = openers_de,
        .closers = closers_de,
        .has_capital_nouns = true,
        .has_stop_ordinals = true,
    },
    {
        .tag = "es",
        .lists = "es-2",
        .words = &words_es_table,
        .verbs = &verbs_es_table,
        .nuclei = &nuclei_es_table,
        .particles = particles_es,
        .joined_subjects = no_words,
        .openers = no_marks,
        .closers = no_marks,
        .has_small_months = true,
    },
    {
        .tag = "fr",
        .lists = "fr-2",
        .words = &words_fr_table,
        .verbs = &verbs_fr_table,
        .nuclei = &nuclei_fr_table,
        .particles = particles_fr,
        .has_elided_articles = true,
        .openers = no_marks,
        .closers = no_marks,
        .joined_subjects = subjects_fr,
        .has_small_months = true,
        .has_spaced_quotes = true,
    },
    {
        .tag = "it",
        .lists = "it-2",
        .words = &words_it_table,
        .verbs = &verbs_it_table,
        .nuclei = &nuclei_it_table,
        .particles = particles_it,
        .joined_subjects = no_words,
        .has_elided_articles = true,
        .openers = no_marks,
        .closers = no_marks,
        .has_small_months = true,
    },
    {
        .tag = "nl",
        .lists = "nl-2",
        .words = &words_nl_table,
        .verbs = &verbs_nl_table,
        .nuclei = &nuclei_nl_table,
        .particles = particles_nl,
        .joined_subjects = no_words,
        .street = "str",
        .openers = openers_low,
        .closers = no_marks,
        .has_small_months = true,
        .has_elided_openers = true,
    },
};

static const bsh__language other = {
    .tag = "",
    .particles = no_words,
    .joined_subjects = no_words,
    .openers = openers_low,
    .closers = no_marks,
};

static char lower_ascii(char c)
{
    return (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/* "de", "DE" and "de-AT", and "de_AT" as locales are written; but not "den". */
static bool has_subtag(const char *tag, const char *subtag)
{
    size_t n = 0;
    while (subtag[n] != '\0' && lower_ascii(tag[n]) == subtag[n]) {
        ++n;
    }
    return subtag[n] == '\0' && (tag[n] == '\0' || tag[n] == '-' || tag[n] == '_');
}

const bsh__language *bsh__english(void)
{
    return &languages[0];
}

const bsh__language *bsh__language_of(const char *tag)
{
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; ++i) {
        if (has_subtag(tag, languages[i].tag)) {
            return &languages[i];
        }
    }
    return &other;
}

uint32_t bsh__language_lists(const bsh__language *language, const char *folded, size_t n_bytes)
{
    uint32_t index = 0;
    if (language->is_english) {
        return bsh__word_lists(folded, n_bytes);
    }
    bool const is_found = language->words != NULL &&
                          bsh__word_table_find(language->words, folded, n_bytes, &index);
    return is_found ? language->words->value[index] : 0;
}

/* Length of the verb in "dit-il", "ajoute-t-elle"; all of a word that has no subject joined. */
static size_t without_subject(const bsh__language *language, const char *folded, size_t n_bytes)
{
    const char *const hyphen = memchr(folded, '-', n_bytes);
    if (hyphen == NULL) {
        return n_bytes;
    }
    for (size_t i = 0; language->joined_subjects[i] != NULL; ++i) {
        size_t const n = strlen(language->joined_subjects[i]);
        if (n < n_bytes && folded[n_bytes - n - 1] == '-' &&
            memcmp(folded + n_bytes - n, language->joined_subjects[i], n) == 0) {
            return (size_t) (hyphen - folded);
        }
    }
    return n_bytes;
}

bsh__verb bsh__language_verb(const bsh__language *language, const char *folded, size_t n_bytes)
{
    uint32_t index = 0;
    if (language->is_english) {
        return bsh__verb_listed(folded, n_bytes);
    }
    size_t const n = without_subject(language, folded, n_bytes);
    bool const   is_found =
        language->verbs != NULL && bsh__word_table_find(language->verbs, folded, n, &index);
    return bsh__verb_from(is_found ? language->verbs->value[index] : 0);
}
