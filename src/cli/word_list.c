#include "word_list.h"

#include <stdlib.h>
#include <string.h>

#include "page.h"

/* Which tokens an input counts, and how the list is headed. */
typedef struct rule {
    const char *count;
    const char *noun;
    const char *rest; /* "3 words of three syllables" */
    bool (*takes)(const bsh_token *token);
} rule;

static bool is_hard_fog(const bsh_token *token)
{
    return (token->flags & BSH_TOKEN_HARD_FOG) != 0;
}

static bool is_unfamiliar(const bsh_token *token)
{
    return (token->flags & BSH_TOKEN_UNFAMILIAR) != 0;
}

static bool has_three_syllables(const bsh_token *token)
{
    return token->syllables >= 3;
}

static const rule rules[] = {
    {"hard_words_fog", "hard word", "", is_hard_fog},
    {"unfamiliar_dale_chall", "unfamiliar word", "", is_unfamiliar},
    {"words_3_syllables_up", "word", " of three syllables or more", has_three_syllables},
    {"syllables", "word", " of three syllables or more", has_three_syllables},
};

static const rule *rule_of(const bsh_measure *measure)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; ++i) {
        size_t const n = strlen(rules[i].count);
        for (const char *at = strstr(measure->inputs, rules[i].count); at != NULL;
             at = strstr(at + n, rules[i].count)) {
            bool const is_whole =
                (at == measure->inputs || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0');
            if (is_whole) {
                return &rules[i];
            }
        }
    }
    return NULL;
}

typedef struct entry {
    bsh_string word;
    uint32_t   term;
    uint32_t   count;
} entry;

static int by_term(const void *a, const void *b)
{
    const entry *const left = a;
    const entry *const right = b;
    return (left->term > right->term) - (left->term < right->term);
}

static int by_count(const void *a, const void *b)
{
    const entry *const left = a;
    const entry *const right = b;
    size_t const       n =
        left->word.n_bytes < right->word.n_bytes ? left->word.n_bytes : right->word.n_bytes;
    if (left->count != right->count) {
        return left->count < right->count ? 1 : -1;
    }
    int const order = memcmp(left->word.data, right->word.data, n);
    return order != 0 ? order
                      : (left->word.n_bytes > right->word.n_bytes) -
                            (left->word.n_bytes < right->word.n_bytes);
}

/* One entry a distinct term. */
static size_t merge(entry *entries, size_t n)
{
    size_t kept = 0;
    qsort(entries, n, sizeof *entries, by_term);
    for (size_t i = 0; i < n; ++i) {
        if (kept > 0 && entries[kept - 1].term == entries[i].term) {
            ++entries[kept - 1].count;
        } else {
            entries[kept++] = entries[i];
        }
    }
    qsort(entries, kept, sizeof *entries, by_count);
    return kept;
}

static void print_entries(FILE *out, const cli_style *style, const entry *entries, size_t n)
{
    unsigned column = 0;
    for (size_t i = 0; i < n; ++i) {
        char           count[16] = "";
        unsigned const width = bsh_text_width(entries[i].word);
        if (entries[i].count > 1) {
            (void) snprintf(count, sizeof count, " %u", entries[i].count);
        }
        unsigned const needed = width + (unsigned) strlen(count) + 2;
        if (column > 0 && column + needed > style->width - 2) {
            (void) fputc('\n', out);
            column = 0;
        }
        (void) fputs("  ", out);
        (void) cli_print_visible(out, style, entries[i].word, style->width - 12);
        (void) fputs(count, out);
        column += needed;
    }
    (void) fputc('\n', out);
}

bool cli_word_list_print(FILE *out, const cli_style *style, const bsh_measure *measure,
                         const bsh_document *document)
{
    size_t                 n_tokens;
    size_t                 n = 0;
    const bsh_token *const tokens = bsh_document_tokens(document, &n_tokens);
    const rule *const      chosen = rule_of(measure);
    if (chosen == NULL || n_tokens == 0) {
        return true;
    }
    entry *const entries = calloc(n_tokens, sizeof *entries);
    if (entries == NULL) {
        return false;
    }
    for (size_t i = 0; i < n_tokens; ++i) {
        if ((tokens[i].flags & BSH_TOKEN_COUNTED) != 0 && chosen->takes(&tokens[i])) {
            entries[n++] =
                (entry){bsh_document_term_text(document, tokens[i].term), tokens[i].term, 1};
        }
    }
    size_t const n_different = merge(entries, n);
    (void) fprintf(out, "\n  %zu %s%s%s", n, chosen->noun, n == 1 ? "" : "s", chosen->rest);
    if (n > 0) {
        (void) fprintf(out, " (%zu different)%s:\n", n_different,
                       n > n_different ? ", with how often each" : "");
        print_entries(out, style, entries, n_different);
    } else {
        (void) fputc('\n', out);
    }
    free(entries);
    return true;
}
