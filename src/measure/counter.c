#include "measure/counter.h"

#include "measure/known_forms.h"
#include "measure/proper_names.h"
#include "measure/quotation_counts.h"

enum { MOST_SYLLABLES = UINT8_MAX };

/* A term has a mark: its number among the counted terms of the article, from 1 on, <<
 * SEEN_BITS, | bsh__seen.  Marks go on from article to article: one below `first_mark` is of
 * another. */
enum { SEEN_BITS = 2, SEEN_MASK = (1 << SEEN_BITS) - 1, NUMBER_STEP = 1 << SEEN_BITS };

/* How many tokens before it is counted the form of a word is asked for: what is known of all
 * words is more than the near memory holds. */
enum { N_AHEAD = 40 };

struct bsh__counter {
    const bsh_allocator *allocator;
    bsh__quotation       quotation;
    bsh__vec             forms;          /* bsh__known_form by form */
    bsh__vec             marks;          /* uint32_t: mark by term */
    bsh__vec             due;            /* uint32_t: tokens whose capital waits for the end */
    bsh__vec             words;          /* uint32_t: sequences.terms */
    bsh__vec             frequencies;    /* uint32_t */
    bsh__vec             scratch;        /* uint32_t, all 0 */
    bsh__vec             sentence_words; /* uint32_t */
    uint32_t             first_mark;     /* of the article: of a term met, but not counted */
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
    bsh__vec_init(&counter->marks, memory, sizeof(uint32_t));
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
    bsh__vec_free(&counter->marks);
    bsh__vec_free(&counter->due);
    bsh__vec_free(&counter->words);
    bsh__vec_free(&counter->frequencies);
    bsh__vec_free(&counter->scratch);
    bsh__vec_free(&counter->sentence_words);
    bsh__release(counter->allocator, counter);
}

/* Words by what is added up of them. */
typedef struct word_sums {
    uint64_t letters, digits, content_words;
    uint64_t hard, unfamiliar; /* the flags themselves, added up */
    uint64_t of_3_letters_down, of_6_letters_up, of_7_letters_up;
    unsigned all_facts;                        /* of any word */
    uint32_t of_syllables[MOST_SYLLABLES + 1]; /* by the number of syllables */
} word_sums;

/* The state of one count. */
typedef struct count_run {
    bsh__counter             *counter;
    const bsh__counter_input *input;
    bsh_counts               *counts;
    bsh__known_form          *forms;
    uint32_t                 *marks; /* by term */
    bsh_term_count           *types; /* n_types of them, in order of first occurrence */
    uint32_t *words; /* n_words counted: terms << SEEN_BITS | bsh__seen, later their types */
    uint32_t *due;
    size_t    n_types, n_words, n_due;
    uint32_t  first_mark;
    word_sums sums;
    unsigned  chosen_mask, chosen_flags; /* flags of the tokens that count */
} count_run;

/* Makes room for the vocabulary as it is now, and for as many words as there are tokens. */
static bool make_room(bsh__counter *counter, const bsh__counter_input *input, bsh__vec *terms)
{
    size_t const n_terms = bsh__vocabulary_n_terms(input->vocabulary);
    if ((UINT32_MAX - counter->first_mark) / NUMBER_STEP <= n_terms) { // no marks left
        counter->marks.n = 0;
    }
    if (counter->marks.n == 0) {
        counter->first_mark = NUMBER_STEP; // over the 0 of terms never met
    }
    counter->frequencies.n = counter->sentence_words.n = 0;
    return (n_terms <= counter->marks.n || bsh__vec_resize(&counter->marks, n_terms)) &&
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

/* A word that does not count still tells how its term is written. */
static void note_term(const count_run *run, uint32_t term, uint32_t seen)
{
    uint32_t const mark = run->marks[term];
    run->marks[term] = (mark < run->first_mark ? run->first_mark : mark) | seen;
}

/* What is dear to find out of a form is asked when a sentence first has it. */
static inline bsh__known_form known_form(const count_run *run, uint32_t form)
{
    bsh__known_form *const known = &run->forms[form];
    if ((bsh__facts_of(*known) & BSH__FACT_ASKED) == 0) {
        bsh__known_form_ask(known, run->input->vocabulary, form);
    }
    return *known;
}

static inline bool is_chosen(const count_run *run, unsigned flags)
{
    return (flags & run->chosen_mask) == run->chosen_flags;
}

/* What changes from word to word, in registers while a sentence lasts. */
typedef struct walk {
    uint32_t *next_word, *next_due;
    uint64_t  lanes;            /* of the words that count */
    unsigned  hard, unfamiliar; /* flags of such words, added up */
    unsigned  facts;            /* of any such word */
} walk;

/* Adds a word that counts; the flags of its difficulty.  Names are neither hard for Gunning nor
 * unfamiliar for Dale and Chall. */
static inline unsigned add_difficulty(walk *sums, unsigned facts, bool is_name,
                                      unsigned n_syllables)
{
    // "THSTELL" alone is read letter by letter, in a line of capitals it is a word of two.
    unsigned const hard = BSH__FACT_HARD & all_if(n_syllables >= 3);
    unsigned const flags = facts & (hard | BSH__FACT_UNFAMILIAR) & ~all_if(is_name);
    sums->hard += flags & BSH__FACT_HARD;
    sums->unfamiliar += flags & BSH__FACT_UNFAMILIAR;
    return flags;
}

/* is_telling  the capitals of its sentence say something
 *
 * return  its flags */
static inline unsigned take_word(count_run *run, walk *at, uint32_t index,
                                 const bsh_token *token, bool is_telling)
{
    unsigned const        flags = token->flags;
    bsh__known_form const known = known_form(run, token->form);
    unsigned const        facts = bsh__facts_of(known);
    bsh__capital const    capital = bsh__capital_of(facts, flags, is_telling);
    uint32_t const        is_free = capital.is_free;
    uint32_t const        seen = (facts & BSH__SEEN_LOWER) | is_free * BSH__SEEN_CAPITALISED;
    *at->next_due = index;
    at->next_due += capital.is_due;
    if (!is_chosen(run, flags)) {
        ++run->counts->words_set_aside;
        note_term(run, token->term, seen);
        return flags | is_free * BSH_TOKEN_NAME;
    }
    bsh__prefetch(&run->marks[token->term]); // for count_terms
    *at->next_word++ = token->term << SEEN_BITS | seen;
    at->lanes += bsh__lanes_of(known);
    at->facts |= facts;
    ++run->sums.of_syllables[token->syllables];
    return flags | is_free * BSH_TOKEN_NAME | BSH_TOKEN_COUNTED |
           add_difficulty(at, facts, capital.is_free, token->syllables);
}

/* A capital that was due is that of a name if the article has the word with a free one too, and
 * never in lower case. */
static void close_capitals(count_run *run)
{
    unsigned const difficulty = BSH_TOKEN_HARD_FOG | BSH_TOKEN_UNFAMILIAR;
    for (size_t i = 0; i < run->n_due; ++i) {
        bsh_token *const token = &run->input->tokens[run->due[i]];
        if ((run->marks[token->term] & SEEN_MASK) == BSH__SEEN_CAPITALISED) {
            run->sums.hard -= token->flags & BSH_TOKEN_HARD_FOG;
            run->sums.unfamiliar -= token->flags & BSH_TOKEN_UNFAMILIAR;
            token->flags = (uint16_t) ((token->flags & ~difficulty) | BSH_TOKEN_NAME);
        }
    }
}

/* ---- sentences */

static void take_address(const count_run *run, const bsh_token *token)
{
    bool const is_counted = is_chosen(run, token->flags);
    run->counts->urls += is_counted && token->kind == BSH_TOKEN_URL;
    run->counts->emails += is_counted && token->kind == BSH_TOKEN_EMAIL;
}

/* Takes the lanes apart; so many words have been added that none has run over. */
static void add_lanes(word_sums *sums, uint64_t lanes)
{
    sums->letters += lanes & 0xFFFF;
    sums->digits += lanes >> BSH__DIGITS_SHIFT & 0xFFFF;
    sums->of_3_letters_down += lanes >> BSH__3_LETTERS_DOWN_SHIFT & 0xFF;
    sums->of_6_letters_up += lanes >> BSH__6_LETTERS_UP_SHIFT & 0xFF;
    sums->of_7_letters_up += lanes >> BSH__7_LETTERS_UP_SHIFT & 0xFF;
    sums->content_words += lanes >> BSH__CONTENT_SHIFT;
}

/* At most BSH__MOST_IN_LANES tokens of a sentence. */
static void count_tokens(count_run *run, uint32_t begin, uint32_t end, bool is_telling)
{
    bsh_token *const tokens = run->input->tokens;
    size_t const     n_ahead = (size_t) end + N_AHEAD <= run->input->n_tokens ? N_AHEAD : 0;
    walk at = {.next_word = run->words + run->n_words, .next_due = run->due + run->n_due};
    for (uint32_t i = begin; i < end; ++i) {
        bsh_token *const token = &tokens[i];
        unsigned         flags = token->flags;
        bsh__prefetch(&run->forms[token[n_ahead].form]);
        if (bsh_token_is_word(token)) {
            flags = take_word(run, &at, i, token, is_telling);
        } else {
            take_address(run, token);
        }
        token->flags = (uint16_t) (flags & ~(unsigned) BSH__TOKEN_OPENS_QUOTE);
    }
    run->n_words = (size_t) (at.next_word - run->words);
    run->n_due = (size_t) (at.next_due - run->due);
    run->sums.hard += at.hard;
    run->sums.unfamiliar += at.unfamiliar;
    run->sums.all_facts |= at.facts;
    add_lanes(&run->sums, at.lanes);
}

/* A sentence counts while one of its words does. */
static void count_sentence(count_run *run, const bsh_sentence *sentence)
{
    size_t const   n_words_before = run->n_words;
    uint32_t const begin = sentence->first_token;
    uint32_t const end = begin + sentence->n_tokens;
    bool const     is_telling =
        bsh__names_open(run->input->tokens + begin, end - begin, run->forms);
    for (uint32_t i = begin; i < end;) {
        uint32_t const stop = end - i > BSH__MOST_IN_LANES ? i + BSH__MOST_IN_LANES : end;
        count_tokens(run, i, stop, is_telling);
        i = stop;
    }
    size_t const n_words = run->n_words - n_words_before;
    if (n_words != 0) {
        bsh__vec *const lengths = &run->counter->sentence_words;
        ((uint32_t *) lengths->items)[lengths->n++] = (uint32_t) n_words;
    }
}

/* Counts the terms of the words and puts their places among those of the article in place of
 * them. */
static void count_terms(count_run *run)
{
    uint32_t *const       words = run->words;
    uint32_t *const       marks = run->marks;
    bsh_term_count *const types = run->types;
    size_t const          n_words = run->n_words;
    uint32_t const        first = run->first_mark;
    uint32_t const        first_place = first / NUMBER_STEP + 1;
    uint32_t              n_types = 0;
    for (size_t i = 0; i < n_words; ++i) {
        uint32_t const  seen = words[i] & SEEN_MASK;
        uint32_t *const its_mark = &marks[words[i] >> SEEN_BITS];
        uint32_t const  mark = *its_mark < first ? first : *its_mark;
        bool const      is_new = mark < first + NUMBER_STEP; // its number is 0 so far
        uint32_t const  number = mark + (NUMBER_STEP * (n_types + 1) & all_if(is_new));
        uint32_t const  place = number / NUMBER_STEP - first_place;
        types[n_types].term = words[i] >> SEEN_BITS;
        n_types += is_new;
        *its_mark = number | seen;
        words[i] = place;
    }
    run->n_types = n_types;
}

static void count_sentences(count_run *run)
{
    size_t const n_first = run->input->n_tokens < N_AHEAD ? run->input->n_tokens : N_AHEAD;
    for (size_t i = 0; i < n_first; ++i) {
        bsh__prefetch(&run->forms[run->input->tokens[i].form]);
    }
    for (size_t i = 0; i < run->input->n_sentences; ++i) {
        count_sentence(run, &run->input->sentences[i]);
    }
    count_terms(run);
    close_capitals(run);
    run->counter->words.n = run->n_words;
    run->counts->words = run->n_words;
    run->counts->sentences = run->counter->sentence_words.n;
}

/* ---- sums */

/* Words whose letters or digits no lane holds are added by themselves. */
static void add_long_words(count_run *run)
{
    const bsh_token *const end = run->input->tokens + run->input->n_tokens;
    for (const bsh_token *token = run->input->tokens; token < end; ++token) {
        if ((token->flags & BSH_TOKEN_COUNTED) != 0 &&
            (bsh__facts_of(run->forms[token->form]) & BSH__FACT_LONG) != 0) {
            const bsh__form *const form =
                bsh__vocabulary_form_at(run->input->vocabulary, token->form);
            run->sums.letters += form->letters;
            run->sums.digits += form->digits;
        }
    }
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

static void sum_words(count_run *run)
{
    bsh_counts *const      counts = run->counts;
    const word_sums *const sums = &run->sums;
    if ((sums->all_facts & BSH__FACT_LONG) != 0) {
        add_long_words(run);
    }
    counts->letters = sums->letters;
    counts->characters = sums->letters + sums->digits;
    counts->content_words = sums->content_words;
    counts->words_3_letters_down = sums->of_3_letters_down;
    counts->words_6_letters_up = sums->of_6_letters_up;
    counts->words_7_letters_up = sums->of_7_letters_up;
    counts->hard_words_fog = sums->hard / BSH_TOKEN_HARD_FOG;
    counts->unfamiliar_dale_chall = sums->unfamiliar / BSH_TOKEN_UNFAMILIAR;
    set_syllables(counts, sums->of_syllables);
}

/* Apart from the places: there, how often a type came was not known in time to add to it. */
static bool count_types(const count_run *run)
{
    bsh__vec *const frequencies = &run->counter->frequencies;
    if (!bsh__vec_resize(frequencies, run->n_types)) {
        return false;
    }
    uint32_t *const counts = frequencies->items;
    uint32_t        n_once = 0;
    uint32_t        n_twice = 0;
    for (size_t i = 0; i < run->n_words; ++i) {
        ++counts[run->words[i]];
    }
    for (size_t i = 0; i < run->n_types; ++i) {
        uint32_t const count = counts[i];
        run->types[i].count = count;
        n_once += count == 1;
        n_twice += count == 2;
    }
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
        .speaker_words = counter->quotation.speaker_words.items,
        .n_speakers = counter->quotation.speaker_words.n,
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
                    .marks = counter->marks.items,
                    .types = terms->items,
                    .words = counter->words.items,
                    .due = counter->due.items,
                    .first_mark = counter->first_mark,
                    .chosen_mask = quotes == BSH_QUOTES_INCLUDE ? 0 : BSH_TOKEN_IN_QUOTE,
                    .chosen_flags = quotes == BSH_QUOTES_ONLY ? BSH_TOKEN_IN_QUOTE : 0,
    };
    bsh__quotation_mark(input);
    count_blocks(&run);
    count_sentences(&run);
    terms->n = run.n_types;
    counter->first_mark += (uint32_t) (NUMBER_STEP * (run.n_types + 1));
    sum_words(&run);
    if (!count_types(&run)) {
        return bsh__fail_memory(err);
    }
    BSH_TRY(bsh__quotation_count(&counter->quotation, input, counts, err));
    return set_sequences(&run) ? BSH_OK : bsh__fail_memory(err);
}
