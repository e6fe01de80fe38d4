#include "segment/forms.h"

#include "data/lexicon.h"
#include "segment/form_syllables.h"
#include "segment/punctuation.h"
#include "segment/term_form.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

bsh_status bsh__vocabulary_create(bsh__vocabulary **out, const bsh_options *options,
                                  const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    allocator = bsh__allocator(allocator);
    bsh__vocabulary *const vocabulary = bsh__allocate_zeroed(allocator, 1, sizeof *vocabulary);
    if (vocabulary == NULL) {
        return bsh__fail_memory(err);
    }
    vocabulary->allocator = allocator;
    vocabulary->language = bsh__language_of(options->language);
    vocabulary->mode =
        vocabulary->language->is_english ? options->syllables : BSH_SYLLABLES_FLESCH;
    vocabulary->keeps_possessive = options->keeps_possessive;
    bsh__arena_init(&vocabulary->texts, allocator);
    bsh__text_table_init(&vocabulary->form_numbers, allocator);
    bsh__text_table_init(&vocabulary->term_numbers, allocator);
    bsh__line_vec_init(&vocabulary->forms, allocator);
    bsh__vec_init(&vocabulary->terms, allocator, sizeof(bsh__term));
    bsh__buffer_init(&vocabulary->unified, allocator);
    bsh__buffer_init(&vocabulary->folded, allocator);
    bsh__buffer_init(&vocabulary->scratch, allocator);
    bsh_status const status = bsh__folder_create(&vocabulary->folder, allocator, err);
    if (status != BSH_OK) {
        bsh__vocabulary_destroy(vocabulary);
        return status;
    }
    *out = vocabulary;
    return BSH_OK;
}

void bsh__vocabulary_destroy(bsh__vocabulary *vocabulary)
{
    if (vocabulary == NULL) {
        return;
    }
    bsh__folder_destroy(vocabulary->folder);
    bsh__buffer_free(&vocabulary->scratch);
    bsh__buffer_free(&vocabulary->folded);
    bsh__buffer_free(&vocabulary->unified);
    bsh__vec_free(&vocabulary->terms);
    bsh__line_vec_free(&vocabulary->forms);
    bsh__text_table_free(&vocabulary->term_numbers);
    bsh__text_table_free(&vocabulary->form_numbers);
    bsh__arena_free(&vocabulary->texts);
    bsh__release(vocabulary->allocator, vocabulary);
}

/* ---- what the letters of a form tell */

typedef struct letter_facts {
    size_t letters, digits, capitals, small;
    bool   first_is_upper, first_is_lower, is_joined;
} letter_facts;

/* Letters are counted composed, and a combining mark is none: "Zo\u00eb" has three either way.
 */
static letter_facts facts_of(bsh_string word)
{
    letter_facts facts = {0};
    for (size_t at = 0; at < word.n_bytes;) {
        bool const    is_inner = at > 0;
        int32_t const c = bsh__utf8_next(word.data, word.n_bytes, &at);
        bool const    is_upper = bsh__is_upper(c), is_lower = bsh__is_lower(c);
        if (is_upper || is_lower || bsh__is_letter(c)) {
            facts.first_is_upper = facts.first_is_upper || (is_upper && facts.letters == 0);
            facts.first_is_lower = facts.first_is_lower || (is_lower && facts.letters == 0);
            facts.capitals += is_upper;
            facts.small += is_lower;
            ++facts.letters;
        } else if (bsh__is_number(c)) {
            ++facts.digits;
        } else if (bsh__is_word_joiner(c)) {
            facts.is_joined = facts.is_joined || is_inner;
        }
    }
    return facts;
}

static uint8_t flags_of(const letter_facts *facts)
{
    unsigned flags = 0;
    flags |= facts->first_is_upper ? BSH__FORM_CAPITALISED : 0U;
    flags |= facts->first_is_lower ? BSH__FORM_LOWER : 0U;
    flags |= facts->small > 0 ? BSH__FORM_HAS_LOWER : 0U;
    flags |= facts->is_joined ? BSH__FORM_HYPHENATED : 0U;
    return (uint8_t) flags;
}

static uint16_t clamp_16(size_t n)
{
    return (uint16_t) (n > UINT16_MAX ? UINT16_MAX : n);
}

static uint8_t clamp_8(unsigned n)
{
    return (uint8_t) (n > UINT8_MAX ? UINT8_MAX : n);
}

/* Only two capitals or more can be an initialism, which a block of capitals has not. */
static bsh_status count_syllables(bsh__vocabulary *vocabulary, bsh__form *form, bsh_string word,
                                  const letter_facts *facts, bsh_error *err)
{
    bsh__syllable_rules  rules = {.language = vocabulary->language,
                                  .folder = vocabulary->folder,
                                  .scratch = &vocabulary->scratch,
                                  .mode = vocabulary->mode};
    bsh_token_kind const kind = (bsh_token_kind) form->kind;
    unsigned             n = 0;
    BSH_TRY(bsh__form_syllables(&rules, word, kind, &n, err));
    form->syllables = form->syllables_in_capitals = clamp_8(n);
    if (facts->capitals < 2) {
        return BSH_OK;
    }
    rules.in_capitals = true;
    BSH_TRY(bsh__form_syllables(&rules, word, kind, &n, err));
    form->syllables_in_capitals = clamp_8(n);
    return BSH_OK;
}

static bool is_word_kind(bsh_token_kind kind)
{
    return kind < BSH_TOKEN_URL;
}

static uint32_t lists_of(const char *folded, size_t n_bytes, unsigned kind)
{
    return is_word_kind((bsh_token_kind) kind)
               ? bsh__word_lists(folded, bsh__without_stop(folded, n_bytes))
               : 0;
}

/* Leaves the folded form in vocabulary->folded. */
static bsh_status describe(bsh__vocabulary *vocabulary, bsh__form *form, bsh_error *err)
{
    bsh__buffer *const folded = &vocabulary->folded;
    bsh_string const   written = {form->text, form->n_bytes};
    bsh_string const   word = bsh__unify_marks(&vocabulary->unified, written);
    if (vocabulary->unified.has_failed) {
        return bsh__fail_memory(err);
    }
    BSH_TRY(bsh__fold(vocabulary->folder, folded, word.data, word.n_bytes, err));
    letter_facts const facts = facts_of(word);
    form->letters = clamp_16(facts.letters);
    form->digits = clamp_16(facts.digits);
    form->flags = flags_of(&facts);
    form->lists = lists_of(folded->data, folded->n, form->kind);
    return count_syllables(vocabulary, form, word, &facts, err);
}

/* ---- new terms and forms */

/* The term that is the first n bytes of the folded form. */
static bsh_status find_term(bsh__vocabulary *vocabulary, const bsh__form *form, size_t n,
                            uint32_t *term, bsh_error *err)
{
    const bsh__buffer *const folded = &vocabulary->folded;
    bsh__text_key            key = {.text = folded->data, .n_bytes = (uint32_t) n};
    *term = bsh__text_table_find(&vocabulary->term_numbers, key);
    if (*term != BSH__NO_TEXT) {
        return BSH_OK;
    }
    if (!bsh__vec_reserve(&vocabulary->terms, vocabulary->terms.n + 1) ||
        !bsh__text_table_reserve(&vocabulary->term_numbers)) {
        return bsh__fail_memory(err);
    }
    key.text = bsh__arena_copy(&vocabulary->texts, folded->data, n);
    if (key.text == NULL) {
        return bsh__fail_memory(err);
    }
    bsh__term *const item = bsh__vec_push(&vocabulary->terms);
    *item = (bsh__term){.text = key.text, .n_bytes = key.n_bytes};
    item->lists = n == folded->n ? form->lists : lists_of(key.text, n, form->kind);
    *term = bsh__text_table_add(&vocabulary->term_numbers, key);
    return BSH_OK;
}

static bsh_status find_terms(bsh__vocabulary *vocabulary, bsh__form *form, bsh_error *err)
{
    const bsh__buffer *const folded = &vocabulary->folded;
    bool const               is_word = is_word_kind((bsh_token_kind) form->kind);
    size_t const n = is_word ? bsh__without_possessive(folded->data, folded->n) : folded->n;
    BSH_TRY(find_term(vocabulary, form, n, &form->term, err));
    form->counted = form->term;
    return vocabulary->keeps_possessive && n < folded->n
               ? find_term(vocabulary, form, folded->n, &form->counted, err)
               : BSH_OK;
}

bsh_status bsh__vocabulary_add(bsh__vocabulary *vocabulary, bsh__text_key key, uint32_t *number,
                               bsh_error *err)
{
    bsh__form form = {.text = key.text, .n_bytes = key.n_bytes, .kind = (uint8_t) key.tag};
    if (!bsh__line_vec_reserve(&vocabulary->forms) ||
        !bsh__text_table_reserve(&vocabulary->form_numbers)) {
        return bsh__fail_memory(err);
    }
    BSH_TRY(describe(vocabulary, &form, err));
    BSH_TRY(find_terms(vocabulary, &form, err));
    form.text = key.text = bsh__arena_copy(&vocabulary->texts, key.text, key.n_bytes);
    if (key.text == NULL) {
        return bsh__fail_memory(err);
    }
    ((bsh__form *) vocabulary->forms.items)[vocabulary->forms.n++] = form;
    *number = bsh__text_table_add(&vocabulary->form_numbers, key);
    return BSH_OK;
}

bsh_status bsh__vocabulary_form(bsh__vocabulary *vocabulary, const char *text, size_t n_bytes,
                                bsh_token_kind kind, uint32_t *form, bsh_error *err)
{
    bsh__text_key const key = {.text = text, .n_bytes = (uint32_t) n_bytes, .tag = kind};
    *form = bsh__text_table_find(&vocabulary->form_numbers, key);
    return *form != BSH__NO_TEXT ? BSH_OK : bsh__vocabulary_add(vocabulary, key, form, err);
}
