/* The vocabulary of an analyzer: every written form it has met, with all that depends on its
 * letters alone, found out once. */
#ifndef BSH_SEGMENT_FORMS_H
#define BSH_SEGMENT_FORMS_H

#include <broadsheet/options.h>
#include <broadsheet/token.h>

#include "base/memory.h"
#include "base/status.h"
#include "base/text_table.h"
#include "data/languages.h"
#include "segment/form_item.h"
#include "unicode/fold.h"

typedef enum bsh__form_flag {
    BSH__FORM_CAPITALISED = 1 << 0, /* first letter is upper case */
    BSH__FORM_LOWER = 1 << 1,       /* first letter is lower case */
    BSH__FORM_HYPHENATED = 1 << 2,  /* joined by a hyphen or dash: a compound */
    BSH__FORM_HAS_LOWER = 1 << 3    /* at least one letter is lower case */
} bsh__form_flag;

/* One distinct written form ("The", "the" and "THE" are three, of one term): a line of the
 * cache, so that the search for speakers finds near what the search for words fetched. */
typedef struct bsh__form {
    _Alignas(BSH__LINE_BYTES) const char *text; /* as written */
    uint32_t n_bytes;
    uint32_t term;    /* number of its term form, by which the rules know it */
    uint32_t counted; /* number of the term that is counted: with its possessive if kept */
    uint32_t lists;   /* bsh__word_lists of the folded form, possessive kept */
    uint16_t letters, digits;
    uint8_t  kind;                  /* bsh_token_kind */
    uint8_t  flags;                 /* bsh__form_flag */
    uint8_t  syllables;             /* as bsh_options.syllables says */
    uint8_t  syllables_in_capitals; /* in a block that is all capitals: FIRE is no initialism */
    bsh__form_item item;            /* once it was made: bsh__form_items_fill */
} bsh__form;

_Static_assert(sizeof(bsh__form) == BSH__LINE_BYTES, "a form fills a line of the cache");

/* One distinct term form: folded, unified, possessive stripped; with
 * bsh_options.keeps_possessive those that have one are there as well. */
typedef struct bsh__term {
    const char *text;
    uint32_t    n_bytes;
    uint32_t    lists; /* bsh__word_lists of this text */
} bsh__term;

/* To be read by the functions below alone. */
typedef struct bsh__vocabulary {
    const bsh_allocator *allocator;
    const bsh__language *language;
    bsh_syllables_mode   mode;
    bool                 keeps_possessive;
    bsh__folder         *folder;
    bsh__arena           texts;
    bsh__text_table      form_numbers, term_numbers;
    bsh__line_vec        forms;   /* bsh__form */
    size_t               n_items; /* how many of them have their item */
    bsh__vec             terms;   /* bsh__term */
    bsh__buffer          unified; /* a word beyond ASCII with its marks made one */
    bsh__buffer          folded;
    bsh__buffer          scratch;
} bsh__vocabulary;

bsh_status bsh__vocabulary_create(bsh__vocabulary **out, const bsh_options *options,
                                  const bsh_allocator *allocator, bsh_error *err);
void       bsh__vocabulary_destroy(bsh__vocabulary *vocabulary);

/* The number of the form of a word as written; a form that is new is looked up and kept.
 *
 * kind  found by the word rules; part of the form ("#" tells a hashtag) */
bsh_status bsh__vocabulary_form(bsh__vocabulary *vocabulary, const char *text, size_t n_bytes,
                                bsh_token_kind kind, uint32_t *form, bsh_error *err);

/* The same for a caller who has the head of the text; BSH__NO_TEXT if the form is new. */
static inline uint32_t bsh__vocabulary_find(const bsh__vocabulary *vocabulary,
                                            bsh__text_key key, bsh__text_head head)
{
    return bsh__text_table_find_by_head(&vocabulary->form_numbers, key, head);
}

/* The same in three steps, between which memory answers: a hash, a guess, the number. */
static inline uint64_t bsh__vocabulary_ask(const bsh__vocabulary *vocabulary, bsh__text_key key,
                                           bsh__text_head head)
{
    return bsh__text_table_ask(&vocabulary->form_numbers, key, head);
}

static inline uint32_t bsh__vocabulary_guess(const bsh__vocabulary *vocabulary, uint64_t hash)
{
    uint32_t const guess = bsh__text_table_guess(&vocabulary->form_numbers, hash);
    if (guess != BSH__NO_TEXT) {
        bsh__prefetch((const bsh__form *) vocabulary->forms.items + guess);
    }
    return guess;
}

static inline uint32_t bsh__vocabulary_find_guessed(const bsh__vocabulary *vocabulary,
                                                    uint32_t guess, bsh__text_key key,
                                                    bsh__text_head head)
{
    return bsh__text_table_find_guessed(&vocabulary->form_numbers, guess, key, head);
}

/* Keeps a form that is not there yet. */
bsh_status bsh__vocabulary_add(bsh__vocabulary *vocabulary, bsh__text_key key, uint32_t *form,
                               bsh_error *err);

static inline bool bsh__vocabulary_is_english(const bsh__vocabulary *vocabulary)
{
    return vocabulary->language->is_english;
}

static inline size_t bsh__vocabulary_n_forms(const bsh__vocabulary *vocabulary)
{
    return vocabulary->forms.n;
}

static inline size_t bsh__vocabulary_n_terms(const bsh__vocabulary *vocabulary)
{
    return vocabulary->terms.n;
}

/* The next form that has no item yet, which is to be made now; NULL if all have. */
static inline bsh__form *bsh__vocabulary_next_without_item(bsh__vocabulary *vocabulary)
{
    return vocabulary->n_items < vocabulary->forms.n
               ? (bsh__form *) vocabulary->forms.items + vocabulary->n_items++
               : NULL;
}

/* All of them, by number.  Borrowed until the next new form. */
static inline const bsh__form *bsh__vocabulary_forms(const bsh__vocabulary *vocabulary)
{
    return vocabulary->forms.items;
}

/* Borrowed until the next new form. */
static inline const bsh__form *bsh__vocabulary_form_at(const bsh__vocabulary *vocabulary,
                                                       uint32_t               form)
{
    return (const bsh__form *) vocabulary->forms.items + form;
}

static inline const bsh__term *bsh__vocabulary_term_at(const bsh__vocabulary *vocabulary,
                                                       uint32_t               term)
{
    return (const bsh__term *) vocabulary->terms.items + term;
}

#endif
