/* What a list of measures chooses. */
#include "tests/t.h"

#include <stdbool.h>

#include <broadsheet/measure.h>

static bsh_selection selection;
static bsh_error     error;

static bsh_status parse(const char *list)
{
    error = (bsh_error){.status = BSH_OK};
    return bsh_selection_parse(&selection, list, BSH_SET_CORE, &error);
}

static void assert_chosen(const char *list, const char *ids)
{
    assert_int_equal(parse(list), BSH_OK);
    char text[4096] = "";
    for (size_t i = 0; i < selection.n_measures; ++i) {
        strcat(strcat(text, i == 0 ? "" : " "), selection.measures[i]->id);
    }
    assert_string_equal(text, ids);
}

static void assert_refused(const char *list, const char *message)
{
    assert_int_equal(parse(list), BSH_E_USAGE);
    assert_int_equal(error.status, BSH_E_USAGE);
    assert_string_equal(error.message, message);
    assert_int_equal(selection.n_measures, 0);
}

static size_t n_of_set(unsigned set)
{
    size_t n = 0;
    for (size_t i = 0; i < bsh_measure_count(); ++i) {
        n += (bsh_measure_at(i)->sets & set) != 0;
    }
    return n;
}

static void ids_come_in_registry_order(void **state)
{
    (void) state;
    assert_chosen("mtld,flesch,asl", "asl flesch mtld");
    assert_chosen("flesch,flesch", "flesch");
    assert_chosen(" flesch , asl ", "asl flesch");
    assert_false(selection.has_counts);
}

static void a_family_stands_for_its_measures(void **state)
{
    (void) state;
    assert_chosen("length", "asl asl_sd asl_median asw awl_letters");
    assert_chosen("length,-asl_sd,-asw", "asl asl_median awl_letters");
}

static void sets_are_names_too(void **state)
{
    (void) state;
    assert_int_equal(parse("core"), BSH_OK);
    assert_int_equal(selection.n_measures, n_of_set(BSH_SET_CORE));
    assert_int_equal(parse("key"), BSH_OK);
    assert_int_equal(selection.n_measures, n_of_set(BSH_SET_KEY));
    assert_int_equal(parse("counts"), BSH_OK);
    assert_int_equal(selection.n_measures, 0);
    assert_true(selection.has_counts);
    assert_int_equal(parse("all"), BSH_OK);
    assert_int_equal(selection.n_measures, bsh_measure_count());
    assert_true(selection.has_counts);
    assert_int_equal(parse("all,-counts"), BSH_OK);
    assert_int_equal(selection.n_measures, bsh_measure_count());
    assert_false(selection.has_counts);
}

static void a_list_that_begins_by_taking_away_stands_on_the_default(void **state)
{
    (void) state;
    assert_int_equal(parse("-ari"), BSH_OK);
    assert_int_equal(selection.n_measures, n_of_set(BSH_SET_CORE) - 1);
    assert_int_equal(bsh_selection_parse(&selection, "-lix,fog", BSH_SET_KEY, NULL), BSH_OK);
    assert_int_equal(selection.n_measures, n_of_set(BSH_SET_KEY));
    assert_int_equal(parse("-readability"), BSH_OK);
    for (size_t i = 0; i < selection.n_measures; ++i) {
        assert_string_not_equal(selection.measures[i]->family, "readability");
    }
}

static void the_list_is_read_from_left_to_right(void **state)
{
    (void) state;
    assert_chosen("length,-length,asw", "asw");
    assert_chosen("asw,-asw", "");
}

static void an_unknown_name_gets_suggestions(void **state)
{
    (void) state;
    assert_refused("flesh", "unknown measure \"flesh\"; did you mean flesch, flesch_kincaid?  "
                            "(broadsheet measures lists all)");
    assert_refused("core,matr", "unknown measure \"matr\"; did you mean mattr, ttr, msttr?  "
                                "(broadsheet measures lists all)");
    assert_refused("-readbility", "unknown measure \"readbility\"; did you mean readability?  "
                                  "(broadsheet measures lists all)");
    assert_refused("zymurgy", "unknown measure \"zymurgy\"  (broadsheet measures lists all)");
}

static void at_most_three_are_suggested(void **state)
{
    (void) state;
    assert_refused("hapax_ratio", "unknown measure \"hapax_ratio\"; did you mean "
                                  "hapax_ratio_types, hapax_ratio_tokens?  "
                                  "(broadsheet measures lists all)");
    assert_refused("as", "unknown measure \"as\"; did you mean asl, asw, asl_sd?  "
                         "(broadsheet measures lists all)");
}

static void an_empty_name_is_refused(void **state)
{
    (void) state;
    static const char *const lists[] = {"", ",", "flesch,", "flesch,,fog", "-", "fog, ,lix"};
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; ++i) {
        assert_refused(lists[i],
                       "empty name in a list of measures; join names by commas: core,-ttr");
    }
}

static void a_name_without_end_is_refused(void **state)
{
    (void) state;
    static char name[100001];
    memset(name, 'x', sizeof name - 1);
    assert_refused(name, "unknown measure of 100000 bytes  (broadsheet measures lists all)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_come_in_registry_order),
        cmocka_unit_test(a_family_stands_for_its_measures),
        cmocka_unit_test(sets_are_names_too),
        cmocka_unit_test(a_list_that_begins_by_taking_away_stands_on_the_default),
        cmocka_unit_test(the_list_is_read_from_left_to_right),
        cmocka_unit_test(an_unknown_name_gets_suggestions),
        cmocka_unit_test(at_most_three_are_suggested),
        cmocka_unit_test(an_empty_name_is_refused),
        cmocka_unit_test(a_name_without_end_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
