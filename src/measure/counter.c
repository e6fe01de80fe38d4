#include "measure/counter.h"

#include "data/lexicon.h"
#include "measure/familiar.h"
#include "measure/proper_names.h"
#include "measure/quotation_counts.h"

/* What is known of a form by itself, found out once. */
enum { FORM_ASKED = 1, FORM_UNFAMILIAR = 2, FORM_HARD = 4, FORM_CONTENT = 8 };

/* The number of a term among those of the article; of another one if `document` differs. */
typedef struct ordinal {
    uint32_t document;
    uint32_t number;
} ordinal;

struct bsh__counter {
    const bsh_allocator *allocator;
    bsh__names           names;
    bsh__quotation       quotation;
    bsh__vec             form_facts;     /* uint8_t by form: FORM_... */
    bsh__vec             ordinals;       /* ordinal by term */
    bsh__vec             words;          /* uint32_t: sequences.terms */
    bsh__vec             frequencies;    /* uint32_t */
    bsh__vec             scratch;        /* uint32_t, all 0 */
    bsh__vec             sentence_words; /* uint32_t */
    uint32_t             document;       /* number of the article */
};

bsh_status bsh__counter_create(bsh__counter **out, const bsh_options *options,
                               const bsh_allocator *allocator, bsh_error *err)
{
    (void) options;
    const bsh_allocator *const memory = bsh__allocator(allocator);
    bsh__counter *const        counter = bsh__allocate_zeroed(memory, 1, sizeof *counter);
    *out = counter;
    if (counter == NULL) {
        return bsh__fail_memory(err);
    }
    counter->allocator = memory;
    bsh__names_init(&counter->names, memory);
    bsh__quotation_init(&counter->quotation, memory);
    bsh__vec_init(&counter->form_facts, memory, sizeof(uint8_t));
    bsh__vec_init(&counter->ordinals, memory, sizeof(ordinal));
    bsh__vec_init(&counter->words, memory, sizeof(uint32_t));
    bsh__vec_init(&counter->frequencies, memory, sizeof(uint32_t));
    bsh__vec_init(&counter->scratch, memory, sizeof(uint32_t));
    bsh__vec_init(&counter->sentence_words, memory, sizeof(uint32_t));
    return BSH_OK;
}

void bsh__counter_destroy(bsh__counter *counter)
{
    if (counter == NULL) {
        return;
    }
    bsh__names_free(&counter->names);
    bsh__quotation_free(&counter->quotation);
    bsh__vec_free(&counter->form_facts);
    bsh__vec_free(&counter->ordinals);
    bsh__vec_free(&counter->words);
    bsh__vec_free(&counter->frequencies);
    bsh__vec_free(&counter->scratch);
    bsh__vec_free(&counter->sentence_words);
    bsh__release(counter->allocator, counter);
}

/* The state of one count. */
typedef struct count_run {
    bsh__counter             *counter;
    const bsh__counter_input *input;
    bsh_counts               *counts;
    bsh__vec                 *terms;
} count_run;

/* Makes room for the vocabulary as it is now and for as many words as there are tokens. */
static bool make_room(bsh__counter *counter, const bsh__counter_input *input)
{
    if (++counter->document == 0) { // after 2^32 articles old numbers would come to life again
        counter->ordinals.n = 0;
        counter->document = 1;
    }
    size_t const n_terms = bsh__vocabulary_n_terms(input->vocabulary);
    size_t const n_forms = bsh__vocabulary_n_forms(input->vocabulary);
    counter->words.n = 0;
    counter->frequencies.n = 0;
    counter->sentence_words.n = 0;
    return (n_terms <= counter->ordinals.n || bsh__vec_resize(&counter->ordinals, n_terms)) &&
           (n_forms <= counter->form_facts.n ||
            bsh__vec_resize(&counter->form_facts, n_forms)) &&
           bsh__vec_reserve(&counter->words, input->n_tokens);
}

/* ---- blocks */

static void count_blocks(const count_run *run)
{
    for (size_t i = 0; i < run->input->n_blocks; ++i) {
        const bsh_block *const block = &run->input->blocks[i];
        run->counts->paragraphs += block->is_counted;
        run->counts->words_excluded += block->is_counted ? 0 : block->n_words;
    }
}

/* ---- words */

static uint8_t facts_of(const count_run *run, const bsh_token *token, const bsh__form *form)
{
    uint8_t *const facts = (uint8_t *) run->counter->form_facts.items + token->form;
    if (*facts == 0) {
        const bsh__vocabulary *const vocabulary = run->input->vocabulary;
        uint32_t const               lists =
            form->lists | bsh__vocabulary_term_at(vocabulary, form->term)->lists;
        bool const is_content = (lists & BSH__WORD_FUNCTION) == 0;
        bool const is_unfamiliar = !bsh__is_familiar_dale_chall(vocabulary, token->form);
        bool const is_hard = bsh__is_hard_fog(vocabulary, token->form);
        *facts = (uint8_t) (FORM_ASKED | (is_content ? FORM_CONTENT : 0) |
                            (is_unfamiliar ? FORM_UNFAMILIAR : 0) | (is_hard ? FORM_HARD : 0));
    }
    return *facts;
}

/* Names are neither hard for Gunning nor unfamiliar for Dale and Chall. */
static void count_difficulty(const count_run *run, bsh_token *token, const bsh__form *form)
{
    unsigned const facts = facts_of(run, token, form);
    run->counts->content_words += (facts & FORM_CONTENT) != 0;
    if ((token->flags & BSH_TOKEN_NAME) != 0) {
        return;
    }
    // "THSTELL" alone is read letter by letter, in a line of capitals it is a word of two.
    if ((facts & FORM_HARD) != 0 && token->syllables >= 3) {
        token->flags |= BSH_TOKEN_HARD_FOG;
        ++run->counts->hard_words_fog;
    }
    if ((facts & FORM_UNFAMILIAR) != 0) {
        token->flags |= BSH_TOKEN_UNFAMILIAR;
        ++run->counts->unfamiliar_dale_chall;
    }
}

static void count_lengths(bsh_counts *counts, const bsh_token *token, const bsh__form *form)
{
    counts->syllables += token->syllables;
    counts->letters += form->letters;
    counts->characters += (uint64_t) form->letters + form->digits;
    counts->words_1_syllable += token->syllables == 1;
    counts->words_2_syllables_up += token->syllables >= 2;
    counts->words_3_syllables_up += token->syllables >= 3;
    counts->words_6_letters_up += form->letters >= 6;
    counts->words_7_letters_up += form->letters >= 7;
    counts->words_3_letters_down += form->letters <= 3;
}

/* Appends the word's term to the sequence; a term that is new gets the next number. */
static bool count_term(const count_run *run, uint32_t term)
{
    bsh__counter *const counter = run->counter;
    ordinal *const      known = (ordinal *) counter->ordinals.items + term;
    if (known->document != counter->document) {
        bsh_term_count *const count = bsh__vec_push(run->terms);
        if (count == NULL || bsh__vec_push(&counter->frequencies) == NULL) {
            return false;
        }
        count->term = term;
        *known = (ordinal){counter->document, (uint32_t) counter->frequencies.n - 1};
    }
    ++((uint32_t *) counter->frequencies.items)[known->number];
    ((uint32_t *) counter->words.items)[counter->words.n++] = known->number;
    return true;
}

static bool count_word(const count_run *run, bsh_token *token)
{
    const bsh__form *const form = bsh__vocabulary_form_at(run->input->vocabulary, token->form);
    token->flags |= BSH_TOKEN_COUNTED;
    ++run->counts->words;
    count_lengths(run->counts, token, form);
    count_difficulty(run, token, form);
    return count_term(run, token->term);
}

/* ---- sentences */

static bool is_chosen(const bsh_token *token, bsh_quotes_mode quotes)
{
    bool const is_quoted = (token->flags & BSH_TOKEN_IN_QUOTE) != 0;
    return quotes == BSH_QUOTES_INCLUDE || is_quoted == (quotes == BSH_QUOTES_ONLY);
}

static bool count_token(const count_run *run, bsh_token *token)
{
    if (!is_chosen(token, run->input->options->quotes)) {
        run->counts->words_set_aside += bsh_token_is_word(token);
        return true;
    }
    run->counts->urls += token->kind == BSH_TOKEN_URL;
    run->counts->emails += token->kind == BSH_TOKEN_EMAIL;
    return !bsh_token_is_word(token) || count_word(run, token);
}

/* A sentence counts while one of its words does. */
static bool count_sentence(const count_run *run, const bsh_sentence *sentence)
{
    uint64_t const n_words_before = run->counts->words;
    for (uint32_t i = 0; i < sentence->n_tokens; ++i) {
        if (!count_token(run, &run->input->tokens[sentence->first_token + i])) {
            return false;
        }
    }
    uint64_t const n_words = run->counts->words - n_words_before;
    if (n_words == 0) {
        return true;
    }
    ++run->counts->sentences;
    uint32_t *const length = bsh__vec_push(&run->counter->sentence_words);
    if (length == NULL) {
        return false;
    }
    *length = (uint32_t) n_words;
    return true;
}

/* ---- types */

static void count_types(const count_run *run)
{
    const uint32_t *const frequencies = run->counter->frequencies.items;
    bsh_term_count *const terms = run->terms->items;
    run->counts->types = run->terms->n;
    for (size_t i = 0; i < run->terms->n; ++i) {
        terms[i].count = frequencies[i];
        run->counts->hapaxes += frequencies[i] == 1;
        run->counts->dis_legomena += frequencies[i] == 2;
    }
}

/* The scratch only ever grows: measures leave it 0, and what is new in it is 0. */
static bool set_sequences(const count_run *run)
{
    bsh__counter *const counter = run->counter;
    size_t const        n_types = counter->frequencies.n;
    if (n_types > counter->scratch.n && !bsh__vec_resize(&counter->scratch, n_types)) {
        return false;
    }
    run->counts->sequences = (bsh_sequences){
        .terms = counter->words.items,
        .n_terms = counter->words.n,
        .frequencies = counter->frequencies.items,
        .n_types = n_types,
        .scratch = counter->scratch.items,
        .sentence_words = counter->sentence_words.items,
        .n_sentences = counter->sentence_words.n,
        .quote_words = counter->quotation.quote_words.items,
        .n_quotes = counter->quotation.quote_words.n,
    };
    return true;
}

bsh_status bsh__count(bsh__counter *counter, const bsh__counter_input *input,
                      bsh_counts *counts, bsh__vec *terms, bsh_error *err)
{
    *counts = (bsh_counts){
        .graphemes = input->n_graphemes,
        .window = input->options->window,
        .is_english = input->is_english,
    };
    terms->n = 0;
    count_run const run = {counter, input, counts, terms};
    if (!make_room(counter, input)) {
        return bsh__fail_memory(err);
    }
    bsh__quotation_mark(input);
    BSH_TRY(bsh__names_mark(&counter->names, input, err));
    count_blocks(&run);
    for (size_t i = 0; i < input->n_sentences; ++i) {
        if (!count_sentence(&run, &input->sentences[i])) {
            return bsh__fail_memory(err);
        }
    }
    count_types(&run);
    BSH_TRY(bsh__quotation_count(&counter->quotation, input, counts, err));
    return set_sequences(&run) ? BSH_OK : bsh__fail_memory(err);
}
