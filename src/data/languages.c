#include "data/languages.h"

#include "data/lexicon.h"

// Made by gen.awk; after the header that it needs.
#include "data/languages.inc"

static const char *const no_words[] = {NULL};
static const int32_t     no_marks[] = {0};

static const char *const particles_fr[] = {"le", "la", "de", "du", "des", "d'", NULL};
static const char *const particles_es[] = {"de", "del", "la", "las", "los", "el", NULL};
static const char *const particles_it[] = {"de",  "di", "da",    "del", "dal", "dalla",
                                           "dei", "la", "della", "lo",  "li",  NULL};
static const char *const particles_nl[] = {"de", "van", "der", "den", "het", "te", NULL};

/* „Wort“, ‚Wort‘ and »Wort«, ›Wort‹: which way a mark turns is told by where the space is. */
static const int32_t openers_de[] = {0x201E, 0x201A, 0xBB, 0x203A, 0};
static const int32_t closers_de[] = {0x201C, 0x2018, 0xAB, 0x2039, 0};
/* „woord” */
static const int32_t openers_low[] = {0x201E, 0x201A, 0};

static const bsh__language languages[] = {
    {
        .tag = "en",
        .particles = no_words,
        .openers = no_marks,
        .closers = no_marks,
        .is_english = true,
    },
    {
        .tag = "de",
        .lists = "de-1",
        .words = &words_de_table,
        .nuclei = &nuclei_de_table,
        .particles = no_words,
        .street = "str",
        .openers = openers_de,
        .closers = closers_de,
        .has_stop_ordinals = true,
    },
    {
        .tag = "es",
        .lists = "es-1",
        .words = &words_es_table,
        .nuclei = &nuclei_es_table,
        .particles = particles_es,
        .openers = no_marks,
        .closers = no_marks,
        .has_small_months = true,
    },
    {
        .tag = "fr",
        .lists = "fr-1",
        .words = &words_fr_table,
        .nuclei = &nuclei_fr_table,
        .particles = particles_fr,
        .has_elided_articles = true,
        .openers = no_marks,
        .closers = no_marks,
        .has_small_months = true,
        .has_spaced_quotes = true,
    },
    {
        .tag = "it",
        .lists = "it-1",
        .words = &words_it_table,
        .nuclei = &nuclei_it_table,
        .particles = particles_it,
        .has_elided_articles = true,
        .openers = no_marks,
        .closers = no_marks,
        .has_small_months = true,
    },
    {
        .tag = "nl",
        .lists = "nl-1",
        .words = &words_nl_table,
        .nuclei = &nuclei_nl_table,
        .particles = particles_nl,
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

bsh__verb bsh__language_verb(const bsh__language *language, const char *folded, size_t n_bytes)
{
    return language->is_english ? bsh__verb_listed(folded, n_bytes) : bsh__verb_from(0);
}
