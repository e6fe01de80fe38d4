/* The settings that decide an article's numbers, as a text and as a fingerprint of it. */
#include <broadsheet/document.h>

#include <string.h>

#include "base/decimal.h"
#include "segment/segmenter.h"
#include "segment/verb_table.h"

/* The text under way: what fits of it, its length, its hash. */
typedef struct settings {
    char    *out;
    size_t   capacity, n;
    uint64_t hash;
} settings;

/* FNV-1a (Fowler, Noll & Vo 1991), a byte at a time: the same on every machine, which the hash
 * of the tables is not. */
static void add_text(settings *s, const char *text)
{
    uint64_t hash = s->hash;
    size_t   n = 0;
    for (; text[n] != '\0'; ++n) {
        hash = (hash ^ (unsigned char) text[n]) * UINT64_C(0x100000001B3);
    }
    if (s->n < s->capacity) {
        size_t const room = s->capacity - s->n - 1;
        size_t const n_kept = n < room ? n : room;
        memcpy(s->out + s->n, text, n_kept);
        s->out[s->n + n_kept] = '\0';
    }
    s->hash = hash;
    s->n += n;
}

static void add_pair(settings *s, const char *name, const char *value)
{
    add_text(s, s->n == 0 ? "" : " ");
    add_text(s, name);
    add_text(s, "=");
    add_text(s, value);
}

static void add_number(settings *s, const char *name, unsigned value)
{
    char text[BSH__LONGEST_INTEGER + 1];
    text[bsh__integer_put(text, value, 1)] = '\0';
    add_pair(s, name, text);
}

static void add_kinds(settings *s, unsigned kinds)
{
    bool is_first = true;
    add_pair(s, "keep", "");
    for (unsigned kind = 0; kind < BSH_BLOCK_KIND_COUNT; ++kind) {
        if ((kinds & BSH_BLOCK_BIT(kind)) != 0) {
            add_text(s, is_first ? "" : ",");
            add_text(s, bsh_block_kind_name((bsh_block_kind) kind));
            is_first = false;
        }
    }
}

static const char *quotes_name(bsh_quotes_mode mode)
{
    return mode == BSH_QUOTES_EXCLUDE ? "exclude"
           : mode == BSH_QUOTES_ONLY  ? "only"
                                      : "include";
}

static const char *newlines_name(bsh_newlines_mode mode)
{
    return mode == BSH_NEWLINES_BREAK ? "break" : mode == BSH_NEWLINES_SPACE ? "space" : "auto";
}

/* 16 hexadecimal digits and a NUL. */
static void put_digits(char out[17], uint64_t number)
{
    for (int i = 0; i < 16; ++i) {
        out[i] = "0123456789abcdef"[number >> (60 - 4 * i) & 0xF];
    }
    out[16] = '\0';
}

/* A table of verbs that says something else than the language's own. */
static void add_verbs(settings *s, const bsh_options *options)
{
    char           digits[17];
    uint64_t const number =
        options->verbs == NULL
            ? 0
            : bsh__verbs_fingerprint(options->verbs, bsh__language_of(options->language));
    if (number != 0) {
        put_digits(digits, number);
        add_pair(s, "verbs", digits);
    }
}

/* min_words decides a flag, max_bytes whether there are numbers, engine how fast they come:
 * none changes one. */
static void add_all(settings *s, const bsh_options *options)
{
    s->hash = UINT64_C(0xCBF29CE484222325);
    add_pair(s, "version", bsh_version());
    add_pair(s, "icu", bsh_version_icu());
    add_pair(s, "unicode", bsh_version_unicode());
    add_pair(s, "word_lists", bsh_version_word_lists());
    add_pair(s, "language", options->language);
    add_pair(s, "encoding", options->encoding);
    add_kinds(s, options->include_kinds);
    add_pair(s, "quotes", quotes_name(options->quotes));
    add_pair(s, "syllables", options->syllables == BSH_SYLLABLES_SPOKEN ? "spoken" : "flesch");
    add_pair(s, "newlines", newlines_name(options->newlines));
    add_pair(s, "extracted", options->is_extracted ? "yes" : "no");
    add_number(s, "window", options->window);
    const char *const lists = bsh__language_lists_version(options->language);
    if (lists != NULL) {
        add_pair(s, "language_lists", lists);
    }
    if (options->style == BSH_STYLE_INFORMAL) { // rows older than styles are prose
        add_pair(s, "style", "informal");
    }
    if (options->counts_orders) {
        add_pair(s, "orders", "reported");
    }
    if (options->keeps_possessive) {
        add_pair(s, "possessive", "kept");
    }
    add_verbs(s, options);
}

size_t bsh_settings_text(char *out, size_t capacity, const bsh_options *options)
{
    settings s = {.out = out, .capacity = capacity};
    if (capacity != 0) {
        out[0] = '\0';
    }
    add_all(&s, options);
    return s.n;
}

void bsh_settings_fingerprint(char out[17], const bsh_options *options)
{
    settings s = {0};
    add_all(&s, options);
    put_digits(out, s.hash);
}
