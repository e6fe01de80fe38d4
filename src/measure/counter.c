#include "measure/counter.h"

#include "measure/known_forms.h"
#include "measure/proper_names.h"
#include "measure/quotation_counts.h"

enum { MOST_SYLLABLES = UINT8_MAX };

/* The number of a term among those of the article; of another one if `document` differs. */
typedef struct ordinal {
    uint32_t document;
    uint32_t number;
} ordinal;

struct bsh__counter {
    const bsh_allocator *allocator;
    bsh__names           names;
    bsh__quotation       quotation;
    bsh__vec             forms;          /* bsh__known_form by form */
    bsh__vec             ordinals;       /* ordinal by term */
    bsh__vec             met;            /* uint32_t: forms counted in the article */
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
    bsh__vec_init(&counter->forms, memory, sizeof(bsh__known_form));
    bsh__vec_init(&counter->ordinals, memory, sizeof(ordinal));
    bsh__vec_init(&counter->met, memory, sizeof(uint32_t));
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
    bsh__vec_free(&counter->forms);
    bsh__vec_free(&counter->ordinals);
    bsh__vec_free(&counter->met);
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
    uint32_t                  document;
    bsh__known_form          *forms;
    ordinal                  *ordinals;
    uint32_t                 *words; /* terms of the words counted so far, n_words of them */
    uint32_t                  n_words;
    uint32_t                  n_hard, n_unfamiliar;
    uint32_t                  n_of_syllables[MOST_SYLLABLES + 1]; /* words of each number */
} count_run;

/* Makes room for the vocabulary as it is now, and for as many words as there are tokens. */
static bool make_room(bsh__counter *counter, const bsh__counter_input *input, bsh__vec *terms)
{
    if (++counter->document == 0) { // after 2^32 articles old numbers would come to life again
        counter->ordinals.n = counter->forms.n = 0;
        counter->document = 1;
    }
    size_t const n_terms = bsh__vocabulary_n_terms(input->vocabulary);
    counter->met.n = counter->words.n = 0;
    counter->frequencies.n = counter->sentence_words.n = 0;
    return (n_terms <= counter->ordinals.n || bsh__vec_resize(&counter->ordinals, n_terms)) &&
           bsh__known_forms_fill(&counter->forms, input->vocabulary) &&
           bsh__vec_reserve(&counter->met, input->n_tokens) &&
           bsh__vec_reserve(&counter->words, input->n_tokens) &&
           bsh__vec_reserve(terms, input->n_tokens) &&
           bsh__vec_reserve(&counter->sentence_words, input->n_sentences);
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

/* The number of a term in this article; one that is new gets the next. */
static uint32_t number_of(const count_run *run, uint32_t term)
{
    ordinal *const known = &run->ordinals[term];
    if (known->document != run->document) {
        size_t const n = run->terms->n++;
        ((bsh_term_count *) run->terms->items)[n].term = term;
        *known = (ordinal){run->document, (uint32_t) n};
    }
    return known->number;
}

/* A form is counted for the first time in this article. */
static void meet_form(const count_run *run, bsh__known_form *form, const bsh_token *token)
{
    bsh__vec *const met = &run->counter->met;
    ((uint32_t *) met->items)[met->n++] = token->form;
    if ((form->facts & BSH__FACT_ASKED) == 0) {
        bsh__known_form_ask(form, run->input->vocabulary, token->form);
    }
    form->document = run->document;
    form->ordinal = number_of(run, token->term);
    form->n = 0;
}

/* Names are neither hard for Gunning nor unfamiliar for Dale and Chall. */
static void count_difficulty(count_run *run, bsh_token *token, unsigned facts)
{
    token->flags |= BSH_TOKEN_COUNTED;
    if ((facts & (BSH__FACT_HARD | BSH__FACT_UNFAMILIAR)) == 0 ||
        (token->flags & BSH_TOKEN_NAME) != 0) {
        return;
    }
    unsigned flags = facts & (BSH__FACT_HARD | BSH__FACT_UNFAMILIAR);
    // "THSTELL" alone is read letter by letter, in a line of capitals it is a word of two.
    flags = token->syllables >= 3 ? flags : flags & ~(unsigned) BSH__FACT_HARD;
    token->flags |= (uint16_t) flags;
    run->n_hard += (flags & BSH__FACT_HARD) != 0;
    run->n_unfamiliar += (flags & BSH__FACT_UNFAMILIAR) != 0;
}

static void count_word(count_run *run, bsh_token *token)
{
    bsh__known_form *const form = &run->forms[token->form];
    if (form->document != run->document) {
        meet_form(run, form, token);
    }
    ++form->n;
    run->words[run->n_words++] = form->ordinal;
    ++run->n_of_syllables[token->syllables];
    count_difficulty(run, token, form->facts);
}

/* ---- sentences */

static bool is_chosen(const bsh_token *token, bsh_quotes_mode quotes)
{
    bool const is_quoted = (token->flags & BSH_TOKEN_IN_QUOTE) != 0;
    return quotes == BSH_QUOTES_INCLUDE || is_quoted == (quotes == BSH_QUOTES_ONLY);
}

static void count_token(count_run *run, bsh_token *token, bsh_quotes_mode quotes)
{
    bool const is_word = bsh_token_is_word(token);
    if (!is_chosen(token, quotes)) {
        run->counts->words_set_aside += is_word;
    } else if (is_word) {
        count_word(run, token);
    } else {
        run->counts->urls += token->kind == BSH_TOKEN_URL;
        run->counts->emails += token->kind == BSH_TOKEN_EMAIL;
    }
}

/* A sentence counts while one of its words does. */
static void count_sentence(count_run *run, const bsh_sentence *sentence)
{
    bsh_quotes_mode const quotes = run->input->options->quotes;
    uint32_t const        n_words_before = run->n_words;
    bsh_token *const      tokens = run->input->tokens + sentence->first_token;
    for (uint32_t i = 0; i < sentence->n_tokens; ++i) {
        count_token(run, &tokens[i], quotes);
    }
    uint32_t const n_words = run->n_words - n_words_before;
    if (n_words != 0) {
        bsh__vec *const lengths = &run->counter->sentence_words;
        ((uint32_t *) lengths->items)[lengths->n++] = n_words;
    }
}

static void count_sentences(count_run *run)
{
    for (size_t i = 0; i < run->input->n_sentences; ++i) {
        count_sentence(run, &run->input->sentences[i]);
    }
    run->counter->words.n = run->n_words;
    run->counts->words = run->n_words;
    run->counts->sentences = run->counter->sentence_words.n;
    run->counts->hard_words_fog = run->n_hard;
    run->counts->unfamiliar_dale_chall = run->n_unfamiliar;
}

/* ---- sums over what was met */

static void sum_syllables(const count_run *run)
{
    const uint32_t *const n_words = run->n_of_syllables;
    uint64_t              n_left = run->n_words - n_words[0];
    for (uint64_t n = 1; n_left > 0; ++n) {
        run->counts->syllables += n * n_words[n];
        n_left -= n_words[n];
    }
    run->counts->words_1_syllable = n_words[1];
    run->counts->words_2_syllables_up = run->n_words - n_words[0] - n_words[1];
    run->counts->words_3_syllables_up = run->counts->words_2_syllables_up - n_words[2];
}

/* Words by their letters, those of MANY_LETTERS or more together. */
enum { MANY_LETTERS = 7 };

typedef struct letter_sums {
    uint64_t letters, digits, content_words;
    uint64_t n_of_letters[MANY_LETTERS + 1];
} letter_sums;

/* What a form tells, as often as it was met. */
static void add_form(letter_sums *sums, const bsh__known_form *form)
{
    uint64_t const n = form->n;
    sums->letters += n * form->letters;
    sums->digits += n * form->digits;
    sums->content_words += (form->facts & BSH__FACT_CONTENT) != 0 ? n : 0;
    sums->n_of_letters[form->letters < MANY_LETTERS ? form->letters : MANY_LETTERS] += n;
}

static void set_lengths(bsh_counts *counts, const letter_sums *sums)
{
    const uint64_t *const n = sums->n_of_letters;
    counts->letters = sums->letters;
    counts->characters = sums->letters + sums->digits;
    counts->content_words = sums->content_words;
    counts->words_3_letters_down = n[0] + n[1] + n[2] + n[3];
    counts->words_6_letters_up = n[6] + n[MANY_LETTERS];
    counts->words_7_letters_up = n[MANY_LETTERS];
}

static bool sum_forms(const count_run *run)
{
    bsh__counter *const counter = run->counter;
    if (!bsh__vec_resize(&counter->frequencies, run->terms->n)) {
        return false;
    }
    letter_sums           sums = {.letters = 0};
    uint32_t *const       frequencies = counter->frequencies.items;
    const uint32_t *const met = counter->met.items;
    size_t const          n_met = counter->met.n;
    for (size_t i = 0; i < n_met; ++i) {
        const bsh__known_form *const form = &run->forms[met[i]];
        add_form(&sums, form);
        frequencies[form->ordinal] += form->n;
    }
    set_lengths(run->counts, &sums);
    return true;
}

static void count_types(const count_run *run)
{
    const uint32_t *const frequencies = run->counter->frequencies.items;
    bsh_term_count *const terms = run->terms->items;
    size_t const          n_types = run->terms->n;
    uint32_t              n_once = 0;
    uint32_t              n_twice = 0;
    for (size_t i = 0; i < n_types; ++i) {
        terms[i].count = frequencies[i];
        n_once += frequencies[i] == 1;
        n_twice += frequencies[i] == 2;
    }
    run->counts->types = n_types;
    run->counts->hapaxes = n_once;
    run->counts->dis_legomena = n_twice;
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
    if (!make_room(counter, input, terms)) {
        return bsh__fail_memory(err);
    }
    count_run run = {.counter = counter,
                     .input = input,
                     .counts = counts,
                     .terms = terms,
                     .document = counter->document,
                     .forms = counter->forms.items,
                     .ordinals = counter->ordinals.items,
                     .words = counter->words.items};
    bsh__quotation_mark(input);
    BSH_TRY(bsh__names_mark(&counter->names, input, run.forms, err));
    count_blocks(&run);
    count_sentences(&run);
    sum_syllables(&run);
    if (!sum_forms(&run)) {
        return bsh__fail_memory(err);
    }
    count_types(&run);
    BSH_TRY(bsh__quotation_count(&counter->quotation, input, counts, err));
    return set_sequences(&run) ? BSH_OK : bsh__fail_memory(err);
}
