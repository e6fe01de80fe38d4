#include "data/languages.h"

#include "data/lexicon.h"

static const char *const none[] = {NULL};
static const char *const english_joining[] = {"and", "or", "but", NULL};

static const bsh__language languages[] = {
    {.tag = "en", .is_english = true, .joining_words = english_joining},
};

static const bsh__language other = {.tag = "", .joining_words = none};

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
    return language->is_english ? bsh__word_lists(folded, n_bytes) : 0;
}
