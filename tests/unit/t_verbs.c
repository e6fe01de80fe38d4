/* Tables of verbs of saying that a user gives. */
#include "tests/t.h"

#include <broadsheet.h>

#include <stdio.h>

#include "segment/verb_table.h"

static bsh_verbs *verbs_of(const char *file)
{
    bsh_verbs *verbs = NULL;
    bsh_error  err = {0};
    if (bsh_verbs_create(&verbs, file, strlen(file), NULL, &err) != BSH_OK) {
        fail_msg("%s", err.message);
    }
    return verbs;
}

static void assert_refused(const char *bytes, size_t n_bytes, bsh_status status,
                           const char *message)
{
    bsh_verbs *verbs = NULL;
    bsh_error  err = {0};
    assert_int_equal(bsh_verbs_create(&verbs, bytes, n_bytes, NULL, &err), status);
    assert_null(verbs);
    assert_string_equal(err.message, message);
    assert_int_equal(bsh_verbs_create(&verbs, bytes, n_bytes, NULL, NULL), status);
}

static void assert_line_refused(const char *line, const char *message)
{
    assert_refused(line, strlen(line), BSH_E_FORMAT, message);
}

static bsh__verb find(const bsh_verbs *verbs, const char *term)
{
    return bsh__verb_of(verbs, bsh__english(), (bsh_string){term, strlen(term)});
}

/* ---- what a table says */

static void a_table_stands_in_place_of_the_programs_own(void **state)
{
    (void) state;
    bsh_verbs *const verbs = verbs_of("said\tsay\tforce\nbellowed\tbellow\tdoubt\n");
    assert_int_equal(find(verbs, "said").verb_class, BSH_VERB_FORCE);
    assert_int_equal(find(verbs, "bellowed").verb_class, BSH_VERB_DOUBT);
    assert_int_equal(find(verbs, "claimed").verb_class, BSH_VERB_NONE);
    assert_int_equal(find(NULL, "claimed").verb_class, BSH_VERB_DOUBT);
    bsh_verbs_destroy(verbs);
}

static void forms_of_say_and_tell_are_said(void **state)
{
    (void) state;
    bsh_verbs *const verbs =
        verbs_of("sez\tsay\tmanner\ntold\ttell\tneutral\nsaid\tutter\tneutral\n");
    assert_true(find(verbs, "sez").is_said);
    assert_true(find(verbs, "told").is_said);
    assert_false(find(verbs, "said").is_said);
    bsh_verbs_destroy(verbs);
}

static void every_class_but_other_may_be_given(void **state)
{
    (void) state;
    for (unsigned k = BSH_VERB_NEUTRAL; k < BSH_VERB_OTHER; ++k) {
        char line[64];
        (void) snprintf(line, sizeof line, "murmured\tmurmur\t%s", bsh_verb_class_name(k));
        bsh_verbs *const verbs = verbs_of(line);
        assert_int_equal(find(verbs, "murmured").verb_class, k);
        bsh_verbs_destroy(verbs);
    }
}

static void case_and_apostrophes_and_composition_do_not_matter(void **state)
{
    (void) state;
    bsh_verbs *const verbs = verbs_of("Sa\u00ceD\tsay\tneutral\n"
                                      "de\u0301clare\tdeclare\tforce\n"
                                      "s\u2019exclame\texclaim\tforce\n");
    assert_int_equal(find(verbs, "sa\u00eed").verb_class, BSH_VERB_NEUTRAL);
    assert_int_equal(find(verbs, "d\u00e9clare").verb_class, BSH_VERB_FORCE);
    assert_int_equal(find(verbs, "s'exclame").verb_class, BSH_VERB_FORCE);
    bsh_verbs_destroy(verbs);
}

static void marks_comments_blanks_and_line_ends_say_nothing(void **state)
{
    (void) state;
    bsh_verbs *const verbs = verbs_of("\ufeff# form, lemma, class\r\n"
                                      "\r\n"
                                      "  \t \n"
                                      " said \t say\tneutral \t\r\n"
                                      "  # told\ttell\tneutral\n"
                                      "added\tadd\tneutral");
    assert_int_equal(find(verbs, "said").verb_class, BSH_VERB_NEUTRAL);
    assert_int_equal(find(verbs, "added").verb_class, BSH_VERB_NEUTRAL);
    assert_int_equal(find(verbs, "told").verb_class, BSH_VERB_NONE);
    bsh_verbs_destroy(verbs);
}

/* ---- what is refused */

static void a_bad_line_is_named_with_what_to_do(void **state)
{
    (void) state;
    assert_line_refused("said\tsay\tneutral\nclaimed\tclaim\tdobt\n",
                        "verbs:2: unknown class \"dobt\"; did you mean doubt?");
    assert_line_refused("said\tsay\tspoken\n",
                        "verbs:1: unknown class \"spoken\"; use neutral, doubt, "
                        "concession, force, endorsement, manner, forecast or judgement");
    assert_line_refused("said\tsay\tother\n",
                        "verbs:1: unknown class \"other\"; use neutral, doubt, "
                        "concession, force, endorsement, manner, forecast or judgement");
    char const columns[] = "verbs:1: not three columns; write form, TAB, lemma, TAB, class";
    assert_line_refused("said say neutral\n", columns);
    assert_line_refused("said\tsay\n", columns);
    assert_line_refused("said\t\tneutral\n", columns);
    assert_line_refused("\tsay\tneutral\n", columns);
    assert_line_refused("said\tsay\tneutral\tperhaps\n", columns);
    assert_line_refused("point out\tpoint_out\tforce\n",
                        "verbs:1: \"point out\" is more than one word; give the first "
                        "alone");
    assert_line_refused("\u00ad\tsay\tneutral\n", "verbs:1: a form without a letter");
}

static void a_form_that_stands_twice_is_refused_with_both_lines(void **state)
{
    (void) state;
    assert_line_refused("# two of them\nsaid\tsay\tneutral\n\nSaid\tsay\tforce\n",
                        "verbs:4: \"said\" stands in line 2 already; keep one");
}

static void a_long_form_or_class_is_refused(void **state)
{
    (void) state;
    char line[256];
    char word[100];
    memset(word, 'a', sizeof word);
    (void) snprintf(line, sizeof line, "%.64s\tsay\tneutral", word);
    bsh_verbs_destroy(verbs_of(line));
    (void) snprintf(line, sizeof line, "%.65s\tsay\tneutral", word);
    assert_line_refused(line, "verbs:1: a form of 65 bytes; one word of at most 64 is "
                              "looked up");
    /* 30 bytes and half of the next letter would be 31. */
    (void) snprintf(line, sizeof line, "said\tsay\t%.30s\u00e9", word);
    assert_line_refused(line, "verbs:1: unknown class \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"; "
                              "use neutral, doubt, concession, force, endorsement, manner, "
                              "forecast or judgement");
}

static void what_is_no_text_is_refused(void **state)
{
    (void) state;
    char const latin[] = "said\tsay\tneutral\ncri\xE9\tcry\tforce\n";
    assert_refused(latin, sizeof latin - 1, BSH_E_ENCODING,
                   "verbs:2: not UTF-8; save the file as UTF-8");
    char const nul[] = "said\tsay\tneutral\0";
    assert_refused(nul, sizeof nul - 1, BSH_E_FORMAT,
                   "verbs:1: a control character (U+0000); a table is plain text");
}

static void a_table_without_a_verb_is_refused(void **state)
{
    (void) state;
    char const message[] = "verbs: no verb in it; a line is form, TAB, lemma, TAB, class";
    assert_refused("", 0, BSH_E_EMPTY, message);
    assert_refused("# nothing\n\n", 11, BSH_E_EMPTY, message);
}

static void a_table_has_a_size(void **state)
{
    (void) state;
    size_t const n = 1024 * 1024 + 1;
    char *const  blanks = malloc(n);
    assert_non_null(blanks);
    memset(blanks, '\n', n);
    memcpy(blanks, "said\tsay\tneutral", 16);
    bsh_verbs *verbs = NULL;
    assert_int_equal(bsh_verbs_create(&verbs, blanks, n - 1, NULL, NULL), BSH_OK);
    bsh_verbs_destroy(verbs);
    assert_refused(blanks, n, BSH_E_LIMIT,
                   "verbs: over 1048576 bytes; a table of verbs is smaller than that");
    free(blanks);
}

static void a_file_that_is_not_there_is_named(void **state)
{
    (void) state;
    bsh_verbs *verbs = NULL;
    bsh_error  err = {0};
    assert_int_equal(bsh_verbs_read(&verbs, "no/such/table.tsv", NULL, &err), BSH_E_READ);
    assert_null(verbs);
    assert_string_equal(err.message, "no/such/table.tsv: no such file");
}

/* ---- the fingerprint of the settings */

static void fingerprint_with(char out[17], const bsh_verbs *verbs, const char *language)
{
    bsh_options options;
    bsh_options_init(&options);
    options.verbs = verbs;
    options.language = language;
    bsh_settings_fingerprint(out, &options);
}

static void assert_fingerprints(const char *file, const char *other, bool are_equal)
{
    char             a[17];
    char             b[17];
    bsh_verbs *const verbs = verbs_of(file);
    bsh_verbs *const others = other != NULL ? verbs_of(other) : NULL;
    fingerprint_with(a, verbs, "en");
    fingerprint_with(b, others, "en");
    assert_int_equal(strcmp(a, b) == 0, are_equal);
    bsh_verbs_destroy(verbs);
    bsh_verbs_destroy(others);
}

static void settings_tell_tables_apart_by_what_they_say(void **state)
{
    (void) state;
    char const table[] = "said\tsay\tneutral\nclaimed\tclaim\tdoubt\n";
    assert_fingerprints(table, NULL, false);
    assert_fingerprints(table, "# turned\nclaimed\tclaim\tdoubt\nSAID\tsay\tneutral", true);
    assert_fingerprints(table, "said\tsay\tneutral\nclaimed\tclaim\tforce\n", false);
    assert_fingerprints(table, "said\tutter\tneutral\nclaimed\tclaim\tdoubt\n", false);
    assert_fingerprints(table, "said\tsay\tneutral\nclaims\tclaim\tdoubt\n", false);
}

static void the_programs_own_table_changes_no_settings(void **state)
{
    (void) state;
    bsh_string const own = bsh_verbs_builtin();
    bsh_verbs       *verbs = NULL;
    char             with[17];
    char             without[17];
    assert_int_equal(bsh_verbs_create(&verbs, own.data, own.n_bytes, NULL, NULL), BSH_OK);
    fingerprint_with(with, verbs, "en");
    fingerprint_with(without, NULL, "en");
    assert_string_equal(with, without);
    fingerprint_with(with, verbs, "de"); // there it is another table
    fingerprint_with(without, NULL, "de");
    assert_string_not_equal(with, without);
    bsh_verbs_destroy(verbs);
    /* One line less is another table. */
    size_t n = own.n_bytes - 1;
    while (own.data[n - 1] != '\n') {
        --n;
    }
    assert_int_equal(bsh_verbs_create(&verbs, own.data, n, NULL, NULL), BSH_OK);
    fingerprint_with(with, verbs, "en");
    fingerprint_with(without, NULL, "en");
    assert_string_not_equal(with, without);
    bsh_verbs_destroy(verbs);
}

/* ---- an article */

static void quotes_take_their_verbs_from_the_table(void **state)
{
    (void) state;
    char const       article[] = "\u201cThe pier is closed,\u201d Ms. Ito said.\n\n"
                                 "\u201cIt was never open,\u201d Mr. Bell quoth.\n";
    bsh_verbs *const verbs = verbs_of("quoth\tsay\tjudgement\n");
    bsh_options      options;
    bsh_options_init(&options);
    options.verbs = verbs;
    bsh_analyzer       *analyzer = NULL;
    const bsh_document *document = NULL;
    size_t              n = 0;
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, NULL), BSH_OK);
    assert_int_equal(bsh_analyze(analyzer, article, sizeof article - 1, &document, NULL),
                     BSH_OK);
    const bsh_quote *const quotes = bsh_document_quotes(document, &n);
    assert_int_equal(n, 2);
    assert_int_equal(quotes[0].verb_class, BSH_VERB_OTHER);
    assert_false(quotes[0].is_said);
    assert_int_equal(quotes[1].verb_class, BSH_VERB_JUDGEMENT);
    assert_true(quotes[1].is_said);
    bsh_analyzer_destroy(analyzer);
    bsh_verbs_destroy(verbs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_stands_in_place_of_the_programs_own),
        cmocka_unit_test(forms_of_say_and_tell_are_said),
        cmocka_unit_test(every_class_but_other_may_be_given),
        cmocka_unit_test(case_and_apostrophes_and_composition_do_not_matter),
        cmocka_unit_test(marks_comments_blanks_and_line_ends_say_nothing),
        cmocka_unit_test(a_bad_line_is_named_with_what_to_do),
        cmocka_unit_test(a_form_that_stands_twice_is_refused_with_both_lines),
        cmocka_unit_test(a_long_form_or_class_is_refused),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(a_table_without_a_verb_is_refused),
        cmocka_unit_test(a_table_has_a_size),
        cmocka_unit_test(a_file_that_is_not_there_is_named),
        cmocka_unit_test(settings_tell_tables_apart_by_what_they_say),
        cmocka_unit_test(the_programs_own_table_changes_no_settings),
        cmocka_unit_test(quotes_take_their_verbs_from_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
