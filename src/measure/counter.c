#include "measure/counter.h"

#include "measure/known_forms.h"
#include "measure/proper_names.h"
#include "measure/quotation_counts.h"

enum { MOST_SYLLABLES = UINT8_MAX };

/* A term in the article; in another one if `document` differs. */
typedef struct met_term {
    uint32_t document;
    uint32_t mark; /* number among the counted terms, from 1 on, << SEEN_BITS | bsh__seen */
} met_term;

enum { SEEN_BITS = 2, SEEN_MASK = (1 << SEEN_BITS) - 1 };

struct bsh__counter {
    const bsh_allocator *allocator;
    bsh__quotation       quotation;
    bsh__vec             forms;          /* bsh__known_form by form */
    bsh__vec             met;            /* met_term by term */
    bsh__vec             due;            /* uint32_t: tokens whose capital waits for the end */
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
    bsh__quotation_init(&counter->quotation, memory);
    bsh__vec_init(&counter->forms, memory, sizeof(bsh__known_form));
    bsh__vec_init(&counter->met, memory, sizeof(met_term));
    bsh__vec_init(&counter->due, memory, sizeof(uint32_t));
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
    bsh__quotation_free(&counter->quotation);
    bsh__vec_free(&counter->forms);
    bsh__vec_free(&counter->met);
    bsh__vec_free(&counter->due);
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
    bsh__known_form          *forms;
    met_term                 *met;
    bsh_term_count           *types; /* n_types of them, in order of first occurrence */
    uint32_t                 *words; /* types of the words counted so far, n_words of them */
    uint32_t                 *due;
    size_t                    n_types, n_words, n_due;
    uint32_t                  document;
    unsigned                  chosen_mask, chosen_flags; /* flags of the tokens that count */
} count_run;

/* Makes room for the vocabulary as it is now, and for as many words as there are tokens. */
static bool make_room(bsh__counter *counter, const bsh__counter_input *input, bsh__vec *terms)
{
    if (++counter->document == 0) { // after 2^32 articles old numbers would come to life again
        counter->met.n = 0;
        counter->document = 1;
    }
    size_t const n_terms = bsh__vocabulary_n_terms(input->vocabulary);
    counter->frequencies.n = counter->sentence_words.n = 0;
    return (n_terms <= counter->met.n || bsh__vec_resize(&counter->met, n_terms)) &&
           bsh__known_forms_fill(&counter->forms, input->vocabulary) &&
           bsh__vec_reserve(&counter->due, input->n_tokens) &&
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

/* ---- words
 *
 * Which word is new in its article, capitalised or hard cannot be foreseen, so nothing here
 * branches on it: each is a sum, or a store to a place that is kept only if it is wanted. */

/* All bits, or none. */
static inline uint32_t all_if(bool condition)
{
    return 0U - (uint32_t) condition;
}

/* The mark of a term so far; 0 if it was not met in this article. */
static inline uint32_t mark_of(const count_run *run, const met_term *met)
{
    return met->mark & all_if(met->document == run->document);
}

/* A word that does not count still tells how its term is written. */
static void note_term(const count_run *run, uint32_t term, uint32_t seen)
{
    met_term *const met = &run->met[term];
    *met = (met_term){run->document, mark_of(run, met) | seen};
}

/* Counts a term; its place among those of the article. */
static inline uint32_t count_term(count_run *run, uint32_t term, uint32_t seen)
{
    met_term *const met = &run->met[term];
    uint32_t const  mark = mark_of(run, met);
    uint32_t const  next = (uint32_t) run->n_types;
    bool const      is_new = mark <= SEEN_MASK;
    run->types[next] = (bsh_term_count){.term = term};
    run->n_types = next + is_new;
    uint32_t const number = mark >> SEEN_BITS | ((next + 1) & all_if(is_new));
    *met = (met_term){run->document, number << SEEN_BITS | (mark & SEEN_MASK) | seen};
    ++run->types[number - 1].count;
    return number - 1;
}

/* What is dear to find out of a form is asked when a sentence first has it. */
static inline unsigned facts_of(const count_run *run, uint32_t form)
{
    bsh__known_form *const known = &run->forms[form];
    if ((known->facts & BSH__FACT_ASKED) == 0) {
        bsh__known_form_ask(known, run->input->vocabulary, form);
    }
    return known->facts;
}

static inline bool is_chosen(const count_run *run, unsigned flags)
{
    return (flags & run->chosen_mask) == run->chosen_flags;
}

/* is_telling  the capitals of its sentence say something
 *
 * return  its flags */
static inline unsigned take_word(count_run *run, uint32_t index, const bsh_token *token,
                                 bool is_telling)
{
    unsigned const     flags = token->flags;
    unsigned const     facts = facts_of(run, token->form);
    bsh__capital const capital = bsh__capital_of(facts, flags, is_telling);
    uint32_t const     is_free = capital.is_free;
    uint32_t const     seen = (facts & BSH__FACT_LOWER) | is_free * BSH__SEEN_CAPITALISED;
    run->due[run->n_due] = index;
    run->n_due += capital.is_due;
    if (!is_chosen(run, flags)) {
        ++run->counts->words_set_aside;
        note_term(run, token->term, seen);
        return flags | is_free * BSH_TOKEN_NAME;
    }
    run->words[run->n_words++] = count_term(run, token->term, seen);
    return flags | is_free * BSH_TOKEN_NAME | BSH_TOKEN_COUNTED;
}

/* A capital that was due is that of a name if the article has the word with a free one too, and
 * never in lower case. */
static void close_capitals(const count_run *run)
{
    for (size_t i = 0; i < run->n_due; ++i) {
        bsh_token *const token = &run->input->tokens[run->due[i]];
        bool const is_name = (run->met[token->term].mark & SEEN_MASK) == BSH__SEEN_CAPITALISED;
        token->flags |= (uint16_t) (is_name * BSH_TOKEN_NAME);
    }
}

/* ---- sentences */

static void take_address(const count_run *run, const bsh_token *token)
{
    bool const is_counted = is_chosen(run, token->flags);
    run->counts->urls += is_counted && token->kind == BSH_TOKEN_URL;
    run->counts->emails += is_counted && token->kind == BSH_TOKEN_EMAIL;
}

/* How many tokens before they are counted their form and term are asked for: what is known of
 * all words is more than the near memory holds. */
enum { N_AHEAD = 16 };

static inline const bsh_token *token_ahead(const bsh__counter_input *input, size_t i)
{
    return &input->tokens[i + N_AHEAD < input->n_tokens ? i + N_AHEAD : i];
}

/* A sentence counts while one of its words does. */
static void count_sentence(count_run *run, const bsh_sentence *sentence)
{
    size_t const     n_words_before = run->n_words;
    uint32_t const   begin = sentence->first_token;
    uint32_t const   end = begin + sentence->n_tokens;
    bsh_token *const tokens = run->input->tokens;
    bool const       is_telling = bsh__names_open(tokens + begin, end - begin, run->forms);
    for (uint32_t i = begin; i < end; ++i) {
        const bsh_token *const ahead = token_ahead(run->input, i);
        unsigned               flags = tokens[i].flags;
        bsh__prefetch(&run->forms[ahead->form]);
        bsh__prefetch(&run->met[ahead->term]);
        if (bsh_token_is_word(&tokens[i])) {
            flags = take_word(run, i, &tokens[i], is_telling);
        } else {
            take_address(run, &tokens[i]);
        }
        tokens[i].flags = (uint16_t) (flags & ~(unsigned) BSH__TOKEN_OPENS_QUOTE);
    }
    size_t const n_words = run->n_words - n_words_before;
    if (n_words != 0) {
        bsh__vec *const lengths = &run->counter->sentence_words;
        ((uint32_t *) lengths->items)[lengths->n++] = (uint32_t) n_words;
    }
}

static void count_sentences(count_run *run)
{
    size_t const n_first = run->input->n_tokens < N_AHEAD ? run->input->n_tokens : N_AHEAD;
    for (size_t i = 0; i < n_first; ++i) {
        bsh__prefetch(&run->forms[run->input->tokens[i].form]);
        bsh__prefetch(&run->met[run->input->tokens[i].term]);
    }
    for (size_t i = 0; i < run->input->n_sentences; ++i) {
        count_sentence(run, &run->input->sentences[i]);
    }
    close_capitals(run);
    run->counter->words.n = run->n_words;
    run->counts->words = run->n_words;
    run->counts->sentences = run->counter->sentence_words.n;
}

/* ---- sums, once it is known which words are names */

/* Words by what is added up of them. */
typedef struct word_sums {
    uint64_t letters, digits, content_words, hard, unfamiliar;
    uint64_t of_3_letters_down, of_6_letters_up, of_7_letters_up;
} word_sums;

static inline void add_letters(word_sums *sums, const bsh__known_form *form)
{
    sums->letters += form->letters;
    sums->digits += form->digits;
    sums->of_3_letters_down += form->letters <= 3;
    sums->of_6_letters_up += form->letters >= 6;
    sums->of_7_letters_up += form->letters >= 7;
    sums->content_words += (form->facts & BSH__FACT_CONTENT) != 0;
}

/* Names are neither hard for Gunning nor unfamiliar for Dale and Chall. */
static inline void add_difficulty(word_sums *sums, bsh_token *token, unsigned facts)
{
    unsigned const asked = facts & all_if((token->flags & BSH_TOKEN_NAME) == 0);
    // "THSTELL" alone is read letter by letter, in a line of capitals it is a word of two.
    unsigned const hard = asked & BSH__FACT_HARD & all_if(token->syllables >= 3);
    unsigned const unfamiliar = asked & BSH__FACT_UNFAMILIAR;
    token->flags |= (uint16_t) (hard | unfamiliar);
    sums->hard += hard != 0;
    sums->unfamiliar += unfamiliar != 0;
}

/* n_of_syllables  words of each number of syllables, added to */
static word_sums add_words(const count_run *run, uint32_t *n_of_syllables)
{
    const bsh__known_form *const forms = run->forms;
    bsh_token *const             end = run->input->tokens + run->input->n_tokens;
    word_sums                    sums = {.letters = 0};
    for (bsh_token *token = run->input->tokens; token < end; ++token) {
        if ((token->flags & BSH_TOKEN_COUNTED) != 0) {
            add_letters(&sums, &forms[token->form]);
            add_difficulty(&sums, token, forms[token->form].facts);
            ++n_of_syllables[token->syllables];
        }
    }
    return sums;
}

static void set_syllables(bsh_counts *counts, const uint32_t *n_words)
{
    uint64_t n_left = counts->words - n_words[0];
    counts->words_1_syllable = n_words[1];
    counts->words_2_syllables_up = n_left - n_words[1];
    counts->words_3_syllables_up = counts->words_2_syllables_up - n_words[2];
    for (uint64_t n = 1; n_left > 0; ++n) {
        counts->syllables += n * n_words[n];
        n_left -= n_words[n];
    }
}

static void sum_words(const count_run *run)
{
    bsh_counts *const counts = run->counts;
    uint32_t          n_of_syllables[MOST_SYLLABLES + 1] = {0};
    word_sums const   sums = add_words(run, n_of_syllables);
    counts->letters = sums.letters;
    counts->characters = sums.letters + sums.digits;
    counts->content_words = sums.content_words;
    counts->words_3_letters_down = sums.of_3_letters_down;
    counts->words_6_letters_up = sums.of_6_letters_up;
    counts->words_7_letters_up = sums.of_7_letters_up;
    counts->hard_words_fog = sums.hard;
    counts->unfamiliar_dale_chall = sums.unfamiliar;
    set_syllables(counts, n_of_syllables);
}

static bool count_types(const count_run *run)
{
    if (!bsh__vec_reserve(&run->counter->frequencies, run->n_types)) {
        return false;
    }
    uint32_t *const frequencies = run->counter->frequencies.items;
    uint32_t        n_once = 0;
    uint32_t        n_twice = 0;
    for (size_t i = 0; i < run->n_types; ++i) {
        uint32_t const count = run->types[i].count;
        frequencies[i] = count;
        n_once += count == 1;
        n_twice += count == 2;
    }
    run->counter->frequencies.n = run->n_types;
    run->counts->types = run->n_types;
    run->counts->hapaxes = n_once;
    run->counts->dis_legomena = n_twice;
    return true;
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
    bsh_quotes_mode const quotes = input->options->quotes;
    count_run             run = {
                    .counter = counter,
                    .input = input,
                    .counts = counts,
                    .forms = counter->forms.items,
                    .met = counter->met.items,
                    .types = terms->items,
                    .words = counter->words.items,
                    .due = counter->due.items,
                    .document = counter->document,
                    .chosen_mask = quotes == BSH_QUOTES_INCLUDE ? 0 : BSH_TOKEN_IN_QUOTE,
                    .chosen_flags = quotes == BSH_QUOTES_ONLY ? BSH_TOKEN_IN_QUOTE : 0,
    };
    bsh__quotation_mark(input);
    count_blocks(&run);
    count_sentences(&run);
    terms->n = run.n_types;
    sum_words(&run);
    if (!count_types(&run)) {
        return bsh__fail_memory(err);
    }
    BSH_TRY(bsh__quotation_count(&counter->quotation, input, counts, err));
    return set_sequences(&run) ? BSH_OK : bsh__fail_memory(err);
}
