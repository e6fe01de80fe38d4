#include "cut_text.h"

#include <broadsheet/document.h>

static cutter prose, informal;

static int set_up(void **state)
{
    (void) state;
    return cutter_init(&prose, "en", BSH_STYLE_PROSE) +
           cutter_init(&informal, "en", BSH_STYLE_INFORMAL);
}

static int tear_down(void **state)
{
    (void) state;
    cutter_free(&prose);
    cutter_free(&informal);
    return 0;
}

/* Cut so in informal text, left whole in prose. */
static const char *const cut_if_informal[] = {
    "really?|and who pays",
    "so late!|but worth it",
    "is the pool open?|we came twice and it was shut.",
    "what a place!|thanks to everyone at the desk",
    "did the Skarv ferry run?!|nobody tells us anything",
    "where do I park?|i'll be there at nine",
    "I rely on it.|they never answer the phone",
    "that is where it is.|you can see it from the road",
};

static void lower_case_may_begin_a_sentence(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof cut_if_informal / sizeof cut_if_informal[0]; ++i) {
        assert_string_equal(cut(&informal, cut_if_informal[i]), cut_if_informal[i]);
        assert_null(strchr(cut(&prose, cut_if_informal[i]), '|'));
    }
}

/* Whole in informal text as well. */
static const char *const whole[] = {
    "“are you sure?” she asked the driver",
    "are you sure? she asks every time",
    "what now? asked Ines at the door",
    "the lamp (is it new? no idea) is on the left",
    "the second gate [which one? the green] was shut",
    "we waited ... and waited",
    "we went there… it rained",
    "they sell saws, nails, etc. in the back",
    "we meet at 9 a.m. at the gate",
    "“no way!” is what the sign says",
    "they shouted what!.. in winter",
    "pumps,? valves,? hoses, lamps",
    "Yahoo! mail is down again",
};

static void attributions_asides_and_ellipses_go_on(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof whole / sizeof whole[0]; ++i) {
        assert_string_equal(cut(&informal, whole[i]), whole[i]);
    }
}

/* What both styles cut alike. */
static const char *const alike[] = {
    "The vote was close.|eBay shares rose.",
    "Mr. Vega met Dr. Osei on Monday.|They spoke for an hour.",
    "What?!|Nobody told us!!|We left.",
    "“Are you staying?” he asked.|Nobody answered.",
    "They backed plan B.|The council did not.",
};

static void prose_in_informal_style_is_cut_as_ever(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof alike / sizeof alike[0]; ++i) {
        assert_string_equal(cut(&informal, alike[i]), alike[i]);
        assert_string_equal(cut(&prose, alike[i]), alike[i]);
    }
}

static void a_missing_space_is_seen_behind_a_question(void **state)
{
    (void) state;
    assert_string_equal(cut(&informal, "is it any good?how long does it last"),
                        "is it any good?|how long does it last");
    assert_string_equal(cut(&prose, "is it any good?how long does it last"),
                        "is it any good?how long does it last");
    assert_string_equal(cut(&informal, "see post.example/find?item=7 now"),
                        "see post.example/find?item=7 now");
}

static void the_style_is_among_the_settings(void **state)
{
    (void) state;
    bsh_options options;
    char        text[512], fingerprint[17], informal_fingerprint[17];
    bsh_options_init(&options);
    bsh_settings_fingerprint(fingerprint, &options);
    (void) bsh_settings_text(text, sizeof text, &options);
    assert_null(strstr(text, "style"));
    options.style = BSH_STYLE_INFORMAL;
    bsh_settings_fingerprint(informal_fingerprint, &options);
    (void) bsh_settings_text(text, sizeof text, &options);
    assert_non_null(strstr(text, " style=informal"));
    assert_string_not_equal(fingerprint, informal_fingerprint);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lower_case_may_begin_a_sentence),
        cmocka_unit_test(attributions_asides_and_ellipses_go_on),
        cmocka_unit_test(prose_in_informal_style_is_cut_as_ever),
        cmocka_unit_test(a_missing_space_is_seen_behind_a_question),
        cmocka_unit_test(the_style_is_among_the_settings),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
