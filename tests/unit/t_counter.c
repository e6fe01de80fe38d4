/* Counts of small articles made by hand. */
#include "tests/unit/small_article.h"

/* ---- words and sentences */

static void an_empty_article_has_counts_of_zero(void **state)
{
    (void) state;
    given("");
    assert_int_equal(counts.words, 0);
    assert_int_equal(counts.sentences, 0);
    assert_int_equal(counts.types, 0);
    assert_int_equal(counts.sequences.n_terms, 0);
    assert_int_equal(counts.window, 100);
    assert_int_equal(counts.graphemes, 77);
    assert_true(counts.is_english);
    assert_int_equal(terms.n, 0);
}

static void words_are_counted_by_syllables_and_letters(void **state)
{
    (void) state;
    given("The min|is|ter shut 12 har|bours / The har|bour po|lice shut http://kiel.example or "
          "desk@kiel.example");
    assert_int_equal(counts.words, 10);
    assert_int_equal(counts.sentences, 2);
    assert_int_equal(counts.paragraphs, 1);
    assert_int_equal(counts.syllables, 15);
    assert_int_equal(counts.letters, 3 + 8 + 4 + 8 + 3 + 7 + 6 + 4 + 2);
    assert_int_equal(counts.characters, counts.letters + 2);
    assert_int_equal(counts.words_1_syllable, 6);
    assert_int_equal(counts.words_2_syllables_up, 4);
    assert_int_equal(counts.words_3_syllables_up, 1);
    assert_int_equal(counts.words_6_letters_up, 4);
    assert_int_equal(counts.words_7_letters_up, 3);
    assert_int_equal(counts.words_3_letters_down, 4); // The 12 The or
    assert_int_equal(counts.urls, 1);
    assert_int_equal(counts.emails, 1);
}

static void add_run_of_letters(size_t n_letters, size_t n_digits)
{
    char word[LONGEST];
    memset(word, 'm', n_letters);
    memset(word + n_letters, '7', n_digits);
    word[n_letters + n_digits] = '\0';
    add_word(word);
}

static void long_sentences_of_long_words_are_added_up_in_full(void **state)
{
    (void) state;
    enum { N_WORDS = 500, N_LETTERS = 255, N_DIGITS = 255 };
    begin_article();
    for (size_t i = 0; i < N_WORDS; ++i) {
        add_run_of_letters(N_LETTERS, N_DIGITS);
    }
    end_block();
    assert_int_equal(count(), BSH_OK);
    assert_int_equal(counts.sentences, 1);
    assert_int_equal(counts.letters, N_WORDS * N_LETTERS);
    assert_int_equal(counts.characters, N_WORDS * (N_LETTERS + N_DIGITS));
    assert_int_equal(counts.words_3_letters_down, 0);
    assert_int_equal(counts.words_6_letters_up, N_WORDS);
    assert_int_equal(counts.words_7_letters_up, N_WORDS);
    assert_int_equal(counts.content_words, N_WORDS);
}

static void a_word_of_hundreds_of_letters_is_added_up_in_full(void **state)
{
    (void) state;
    begin_article();
    add_run_of_letters(300, 20);
    add_run_of_letters(20, 300);
    add_word("tide");
    end_block();
    assert_int_equal(count(), BSH_OK);
    assert_int_equal(counts.letters, 300 + 20 + 4);
    assert_int_equal(counts.characters, 320 + 320 + 4);
    assert_int_equal(counts.words_7_letters_up, 2);
}

static void words_of_other_blocks_are_only_excluded(void **state)
{
    (void) state;
    given("~ Mara Castell reports // The pier is shut // ~ Read more");
    assert_int_equal(counts.words, 4);
    assert_int_equal(counts.words_excluded, 5);
    assert_int_equal(counts.paragraphs, 1);
    assert_int_equal(counts.sentences, 1);
    assert_true(has_flag("pier", BSH_TOKEN_COUNTED));
    assert_false(has_flag("reports", BSH_TOKEN_COUNTED));
    assert_false(has_flag("Castell", BSH_TOKEN_NAME));
}

static void a_sentence_without_a_word_does_not_count(void **state)
{
    (void) state;
    given("The pier is shut / http://kiel.example / It burned");
    assert_int_equal(counts.sentences, 2);
    assert_int_equal(counts.sequences.n_sentences, 2);
    assert_int_equal(counts.sequences.sentence_words[0], 4);
    assert_int_equal(counts.sequences.sentence_words[1], 2);
    assert_true(has_flag("The", BSH_TOKEN_SENTENCE_FIRST));
    assert_true(has_flag("It", BSH_TOKEN_SENTENCE_FIRST));
    assert_false(has_flag("pier", BSH_TOKEN_SENTENCE_FIRST));
}

/* ---- terms */

static void terms_are_numbered_as_they_come(void **state)
{
    (void) state;
    given("The pier and the port / Pier and quay");
    const uint32_t expected[] = {0, 1, 2, 0, 3, 1, 2, 4};
    assert_int_equal(counts.sequences.n_terms, 8);
    assert_memory_equal(counts.sequences.terms, expected, sizeof expected);
    const uint32_t frequencies[] = {2, 2, 2, 1, 1};
    assert_int_equal(counts.sequences.n_types, 5);
    assert_memory_equal(counts.sequences.frequencies, frequencies, sizeof frequencies);
    assert_int_equal(counts.types, 5);
    assert_int_equal(counts.hapaxes, 2);
    assert_int_equal(counts.dis_legomena, 3);
    const bsh_term_count *const list = terms.items;
    assert_int_equal(terms.n, 5);
    assert_int_equal(list[0].term, tokens[0].term);
    assert_int_equal(list[0].count, 2);
    assert_int_equal(list[4].term, tokens[7].term);
    assert_int_equal(list[4].count, 1);
    for (size_t i = 0; i < counts.sequences.n_types; ++i) {
        assert_int_equal(counts.sequences.scratch[i], 0);
    }
}

static void an_article_leaves_no_trace_in_the_next(void **state)
{
    (void) state;
    given("She saw Castell at the pier / Castell left the pier");
    assert_int_equal(counts.types, 7);
    given("Castell left / The pier");
    assert_int_equal(counts.types, 4);
    assert_int_equal(counts.hapaxes, 4);
    assert_int_equal(counts.sequences.terms[0], 0);
    // seen inside a sentence before, but not here
    assert_false(has_flag("Castell", BSH_TOKEN_NAME));
    given("<d1a We left > / <d2a No >");
    given("<s1- Left > / <d2b Yes >");
    assert_int_equal(counts.quotes, 1);
    assert_int_equal(counts.sequences.n_quotes, 1);
    assert_int_equal(counts.sequences.quote_words[0], 1);
}

static void words_of_the_function_word_list_are_no_content(void **state)
{
    (void) state;
    given("The pier of the old port burned");
    assert_int_equal(counts.content_words, 4);
}

/* ---- names, and what they exempt */

static void a_capital_inside_a_sentence_is_a_name(void **state)
{
    (void) state;
    given("Then Castell shut the White House / A white pier");
    assert_true(has_flag("Castell", BSH_TOKEN_NAME));
    assert_true(has_flag("White", BSH_TOKEN_NAME)); // though the article has "white" too
    assert_false(has_flag("Then", BSH_TOKEN_NAME));
    assert_false(has_flag("white", BSH_TOKEN_NAME));
}

static void a_first_word_is_a_name_if_it_is_one_elsewhere(void **state)
{
    (void) state;
    given("Castell shut the pier / Then Castell left / Workers watched Castell / "
          "The Workers Union met / Some workers cried");
    assert_true((tokens[0].flags & BSH_TOKEN_NAME) != 0);
    assert_false(has_flag("Workers", BSH_TOKEN_NAME)); // "workers" stands in lower case
    assert_false(has_flag("Some", BSH_TOKEN_NAME));
}

static void the_first_word_of_a_quote_is_no_name_by_its_capital(void **state)
{
    (void) state;
    given("She said <d1- Fortifications fell > and <f2- Lind > agreed");
    assert_false(has_flag("Fortifications", BSH_TOKEN_NAME));
    assert_false(has_flag("Lind", BSH_TOKEN_NAME));
    given("She said <d1- Lind fell > and Lind agreed");
    assert_true(has_flag("Lind", BSH_TOKEN_NAME));
    assert_false(has_flag("Lind", 1U << 15)); // no mark of our own is left
}

static void i_is_no_name(void **state)
{
    (void) state;
    given("Here I said that I'm late and I\u2019ll run with Ian");
    assert_false(has_flag("I", BSH_TOKEN_NAME));
    assert_false(has_flag("I'm", BSH_TOKEN_NAME));
    assert_false(has_flag("I\u2019ll", BSH_TOKEN_NAME));
    assert_true(has_flag("Ian", BSH_TOKEN_NAME));
}

static void capitals_tell_nothing_in_a_sentence_of_capitals(void **state)
{
    (void) state;
    given("FIRE GUTS PIER IN KIEL / The fire reached Kiel");
    assert_false(has_flag("GUTS", BSH_TOKEN_NAME));
    assert_false(has_flag("FIRE", BSH_TOKEN_NAME));
    assert_true(has_flag("KIEL", BSH_TOKEN_NAME)); // by the second sentence
}

static void names_are_neither_hard_nor_unfamiliar(void **state)
{
    (void) state;
    given("The for|ti|fi|ca|tions of Mon|te|ne|gro are long");
    assert_true(has_flag("fortifications", BSH_TOKEN_HARD_FOG));
    assert_true(has_flag("fortifications", BSH_TOKEN_UNFAMILIAR));
    assert_false(has_flag("Montenegro", BSH_TOKEN_HARD_FOG));
    assert_false(has_flag("Montenegro", BSH_TOKEN_UNFAMILIAR));
    assert_int_equal(counts.hard_words_fog, 1);
    assert_int_equal(counts.unfamiliar_dale_chall, 1);
    assert_int_equal(counts.words_3_syllables_up, 2);
}

static void a_first_word_that_turns_out_to_be_a_name_is_no_longer_hard(void **state)
{
    (void) state;
    given("Mon|te|ne|gro is old / The peo|ple of Mon|te|ne|gro is old");
    assert_true(has_flag("Montenegro", BSH_TOKEN_NAME)); // the first of the two
    assert_false(has_flag("Montenegro", BSH_TOKEN_HARD_FOG | BSH_TOKEN_UNFAMILIAR));
    assert_int_equal(counts.hard_words_fog, 0);
    assert_int_equal(counts.unfamiliar_dale_chall, 0);
}

static void a_form_is_asked_once_and_remembered(void **state)
{
    (void) state;
    given("The for|ti|fi|ca|tions / Old for|ti|fi|ca|tions");
    assert_int_equal(counts.hard_words_fog, 2);
    given("Old for|ti|fi|ca|tions");
    assert_int_equal(counts.hard_words_fog, 1);
}

/* ---- quotation */

static void pieces_join_into_quotes(void **state)
{
    (void) state;
    given("<d1a We lost the roof > she said / <d1a It fell > // "
          "Lind called it <f2b a bad deal > and <s3- reform > / Read <t4- The Long Pier >");
    assert_int_equal(counts.pieces, 3);
    assert_int_equal(counts.quotes, 2);
    assert_int_equal(counts.quoted_words, 4 + 2 + 3);
    assert_int_equal(counts.quoted_words_all, 4 + 2 + 3 + 1 + 3);
    assert_int_equal(counts.scare_pieces, 1);
    assert_int_equal(counts.title_pieces, 1);
    assert_int_equal(counts.fragment_pieces, 1);
    assert_int_equal(counts.direct_words, 6);
    assert_int_equal(counts.direct_quotes, 1);
    assert_int_equal(counts.sequences.n_quotes, 1);
    assert_int_equal(counts.sequences.quote_words[0], 6);
    assert_int_equal(counts.speakers, 2);
    assert_int_equal(counts.top_speaker_words, 6);
    assert_int_equal(counts.unattributed_words, 0);
    assert_int_equal(counts.repairs, 0);
    assert_true(has_flag("roof", BSH_TOKEN_IN_QUOTE));
    assert_true(has_flag("deal", BSH_TOKEN_IN_QUOTE));
    assert_false(has_flag("said", BSH_TOKEN_IN_QUOTE));
    assert_false(has_flag("reform", BSH_TOKEN_IN_QUOTE));
    assert_false(has_flag("Long", BSH_TOKEN_IN_QUOTE));
}

static void quotes_are_listed_by_length(void **state)
{
    (void) state;
    given("<d1a We lost the roof > / <d2- No > / <d3a It fell >");
    const uint32_t expected[] = {1, 2, 4};
    assert_int_equal(counts.sequences.n_quotes, 3);
    assert_memory_equal(counts.sequences.quote_words, expected, sizeof expected);
    assert_int_equal(counts.unattributed_words, 1);
    assert_int_equal(counts.repairs, 0);
    given("<d1a We lost the roof >! / <s2- reform >!");
    assert_int_equal(counts.repairs, 2);
}

static void a_nested_piece_is_not_counted_again(void **state)
{
    (void) state;
    given("<d1a They told us <n1- No > and <n1- Go > twice > she said <d2a Yes >");
    assert_int_equal(counts.pieces, 2);
    assert_int_equal(counts.quotes, 2);
    assert_int_equal(counts.quoted_words, 8);
    assert_int_equal(counts.quoted_words_all, 8);
    assert_true(has_flag("twice", BSH_TOKEN_IN_QUOTE));
    assert_false(has_flag("she", BSH_TOKEN_IN_QUOTE));
    assert_true(has_flag("Yes", BSH_TOKEN_IN_QUOTE));
}

static void reported_speech_without_marks_is_no_quote(void **state)
{
    (void) state;
    given("She said <i1a Castell had left >");
    assert_int_equal(counts.pieces, 0);
    assert_int_equal(counts.quotes, 0);
    assert_int_equal(counts.quoted_words_all, 0);
    assert_int_equal(counts.speakers, 0);
    assert_true(has_flag("Castell", BSH_TOKEN_NAME)); // no mark asks for its capital
}

static const char two_voices[] =
    "<d1a We lost the roof / We will stay > she said / <d2a No > / The pier is shut";

static void quoted_words_can_be_left_out(void **state)
{
    (void) state;
    options.quotes = BSH_QUOTES_EXCLUDE;
    given(two_voices);
    assert_int_equal(counts.words, 6);
    assert_int_equal(counts.sentences, 2); // "We lost the roof" and "No" have no word left
    assert_int_equal(counts.sequences.sentence_words[0], 2);
    assert_int_equal(counts.words_set_aside, 8);
    assert_int_equal(counts.words_excluded, 0);
    assert_int_equal(counts.quoted_words, 8);
    assert_int_equal(counts.quotes, 2);
    assert_false(has_flag("roof", BSH_TOKEN_COUNTED));
    assert_int_equal(counts.types, 6);
}

static void words_set_aside_still_tell_names_but_are_no_terms(void **state)
{
    (void) state;
    options.quotes = BSH_QUOTES_EXCLUDE;
    given("<d1a The har|bour is shut and Kiel's port slept > she said / Kiel is far / "
          "Har|bour fees rose");
    assert_true(has_flag("Kiel", BSH_TOKEN_NAME));
    assert_false(has_flag("Harbour", BSH_TOKEN_NAME));
    assert_int_equal(counts.types, 8);
    const bsh_term_count *const list = terms.items;
    assert_int_equal(list[2].term, tokens[10].term); // Kiel, behind "she said"
    assert_int_equal(list[2].count, 1);
    assert_int_equal(counts.sequences.terms[2], 2);
}

static void quoted_words_can_be_all_that_counts(void **state)
{
    (void) state;
    options.quotes = BSH_QUOTES_ONLY;
    given(two_voices);
    assert_int_equal(counts.words, 8);
    assert_int_equal(counts.sentences, 3);
    assert_int_equal(counts.words_set_aside, 6);
    assert_int_equal(counts.quoted_words, 8);
    assert_true(has_flag("roof", BSH_TOKEN_COUNTED));
    assert_false(has_flag("pier", BSH_TOKEN_COUNTED));
}

/* ---- memory */

static void a_second_article_allocates_nothing(void **state)
{
    (void) state;
    given(two_voices);
    long const n_before = memory.n_calls;
    given(two_voices);
    assert_int_equal(memory.n_calls, n_before);
}

static void no_memory_is_an_ordinary_error(void **state)
{
    (void) state;
    bsh__counter *const spare = counter;
    read_article(two_voices);
    bsh_status status = BSH_E_NOMEM;
    for (long fail_at = 1; status != BSH_OK; ++fail_at) {
        test_allocator_restart(&memory, fail_at);
        bsh__vec_free(&terms);
        status = bsh__counter_create(&counter, &options, &memory.allocator, NULL);
        if (status == BSH_OK) {
            status = count();
        } else {
            assert_null(counter);
        }
        assert_true(status == BSH_OK || status == BSH_E_NOMEM);
        bsh__counter_destroy(counter);
        assert_true(fail_at < 100);
    }
    test_allocator_restart(&memory, 0);
    counter = spare;
    assert_int_equal(count(), BSH_OK);
    assert_int_equal(counts.words, 14);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_empty_article_has_counts_of_zero),
        TEST(words_are_counted_by_syllables_and_letters),
        TEST(long_sentences_of_long_words_are_added_up_in_full),
        TEST(a_word_of_hundreds_of_letters_is_added_up_in_full),
        TEST(words_of_other_blocks_are_only_excluded),
        TEST(a_sentence_without_a_word_does_not_count),
        TEST(terms_are_numbered_as_they_come),
        TEST(an_article_leaves_no_trace_in_the_next),
        TEST(words_of_the_function_word_list_are_no_content),
        TEST(a_capital_inside_a_sentence_is_a_name),
        TEST(a_first_word_is_a_name_if_it_is_one_elsewhere),
        TEST(the_first_word_of_a_quote_is_no_name_by_its_capital),
        TEST(i_is_no_name),
        TEST(capitals_tell_nothing_in_a_sentence_of_capitals),
        TEST(names_are_neither_hard_nor_unfamiliar),
        TEST(a_first_word_that_turns_out_to_be_a_name_is_no_longer_hard),
        TEST(a_form_is_asked_once_and_remembered),
        TEST(pieces_join_into_quotes),
        TEST(quotes_are_listed_by_length),
        TEST(a_nested_piece_is_not_counted_again),
        TEST(reported_speech_without_marks_is_no_quote),
        TEST(quoted_words_can_be_left_out),
        TEST(words_set_aside_still_tell_names_but_are_no_terms),
        TEST(quoted_words_can_be_all_that_counts),
        TEST(a_second_article_allocates_nothing),
        TEST(no_memory_is_an_ordinary_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
