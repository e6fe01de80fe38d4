/* Where sentences of news prose end: invented news, with "|" where an editor of English ends a
 * sentence. */
#include "tests/unit/cut_text.h"

static cutter english;

static int set_up(void **state)
{
    (void) state;
    return cutter_init(&english, "en", BSH_STYLE_PROSE);
}

static int tear_down(void **state)
{
    (void) state;
    cutter_free(&english);
    return 0;
}

static void check(const char *const *texts)
{
    unsigned n_wrong = 0;
    for (; *texts != NULL; ++texts) {
        if (strcmp(cut(&english, *texts), *texts) != 0) {
            print_error("%s\n%s\n", *texts, english.cut);
            n_wrong += 1;
        }
    }
    assert_int_equal(n_wrong, 0);
}

static void titles_stand_before_names(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "Maj. Gen. Ida Roe and Lt. Cmdr. Per Vang spoke.|Sgt. 1st Class Ole Lind did not.",
        "Asst. Dist. Atty. Nora Quill asked Supt. Hale to wait.|He waited.",
        "Rt. Rev. Tom Ash blessed the boats.|Msgr. Vidal and Fr. Conti were there.",
        "Wg. Cdr. Bea Holt flew first, Flt. Lt. Rao second.|Cllr. Finch watched.",
        "Drs. Moe and Lund run Ste. Anne Clinic on Ft. Grey Road.|It opened in May.",
        "The Rev. Dr. Ana Cole met Ald. Jim Pratt and Const. Wu.|All three left early.",
        "Pte. Owen Dahl, L.Cpl. Amy Reid and Tech. Sgt. Lee Bo were hurt.|None died.",
        "Ambs. Pike and Sorel left.|Att'y Gen. Hobb stayed.",
        "Mses. Oyen and Blom won.|Messrs. Dale and Foss lost.",
        NULL};
    check(texts);
}

static void initials_belong_to_names(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "J. T. Halvorsen sold the mill to R.B. Quist.|The price was not given.",
        "Columnist Odd F. Will said no.|Singer Ida K. May said yes.",
        "Edward \"E.J.\" Holm and Marie “M.C.” Brandt married.|They live in Torv.",
        "They chose plan B.|Kielhavn did not.",
        "The town burned in World War I.|Holm rebuilt it.",
        "Few knew more than I.|Tom was one.",
        NULL};
    check(texts);
}

static void countries_and_companies_end_a_sentence_before_a_starter_only(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "The U.S. Embassy in Kielhavn closed.|It was the last in the north.",
        "Exports to the U.S. fell again.|Those to the U.K. did not.",
        "He moved to the U.S.|Four years later he came back.",
        "She left the U.S.|She came back as the U.S. First Lady asked her to.",
        "Sales rose in the U.S.|Workers there got a bonus.",
        "The U.S. Under Secretary of Ports met the U.N. Security Council.",
        "Halden Inc. Chief Executive Ida Holm resigned.|Torv Corp. Chairman Per Foss did not.",
        "He ran Lind Bros. Ferries and Moe & Sons Ltd. for years.|He sold both.",
        "The yard belongs to Skarv Co.|However, the crane is leased.",
        "The buyer was Dahl Shipping LLC.|Nobody had heard of it.",
        "He heads the CIA.|Holm leads the FBI.",
        "She was told by HR.|Lind was not.",
        "The U.S. IT sector grew.|WHO experts came.",
        NULL};
    check(texts);
}

static void states_days_and_streets_are_known_by_what_stands_beside_them(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "She was born in Alma, Mich. Roe said, and grew up in Bend, Ore.|Nobody knew.",
        "Probes flew past the Sun.|Mercury came next.",
        "He told The Sun.|Editors there were glad.",
        "The play is The Invisible Man.|Torv Stage shows it.",
        "Miners dug for Ore.|Nobody found it.",
        "The shop on 21st St.|It has closed.",
        "He lives on Quay Blvd. near Harbour Sq. and works on Mill Rd.|His son does not.",
        "The vote is on Sat. Oct. 4 in Wells, Man. and Hope, B.C. on Sun. Nov. 9.",
        "The Fla.-based yard and one in Ark. Holm named are shut.|Noah built an ark.|Rain "
        "came.",
        "It rained from Jan. to Sept. and froze in Dec.|The dam held.",
        NULL};
    check(texts);
}

static void hours_have_time_zones(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "Doors open at 7 p.m. Eastern and 4 p.m. Pacific.|Seats are free.",
        "The call is at 9 a.m. Toronto time.|Bring a pen.",
        "It sank at 3:15 a.m. GMT.|Rescuers came at 5 a.m.|Divers followed.",
        "The hall shuts at 10 p.m. Sunday and 11 p.m. Monday.|Trains run later.",
        "The toll rose by 6 p.m.|Holm called it grim.",
        "Polls close at 8 p.m. (local time) and counting starts.",
        NULL};
    check(texts);
}

static void figures_hold_points(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "Turnout was 61.4 percent, up 2.25 points.|In 2020 it was 59.",
        "The fine is $1.2 million.|Vega, 43, will appeal.",
        "Torv won 3-1.|Skarv lost 0-2.|Kiel drew 1-1.",
        "No. 7 seed Lind beat No. 2 Roe.|Was it luck?|No.|She had trained.",
        "See vol. 4, p. 12, fig. 3 and sec. 9.|The rest is lost.",
        "Flight 305 left Gate 12.|Flight 9 did not.",
        "The hull is 40 ft. long and 9 ft. wide.|Its mast is 60 ft.|The keel is lead.",
        "They sell nets, hooks, ropes, etc.|Vega Marine sells boats.",
        "Version 3.0.2 crashed at 14.30.|Engineers rolled it back.",
        "It cost 5.|50 people paid.",
        "iv. The harbour closes in May.|Boats must leave.",
        NULL};
    check(texts);
}

static void what_is_asked_in_quotes_goes_on_to_its_speaker(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "“Who pays?” asked Vega.|Nobody knew.",
        "“Who pays?” Vega asked.|“We all do.”|He sat down.",
        "“Who pays?” Tom Vega, 43, asked.|Nobody knew.",
        "“Stop!” Mr. Dahl shouted.|“Stop!”|The van drove on.",
        "“Is it safe?” — so asked a mother of two.|It was.",
        "Asked “Will you run again?” the mayor shrugged.|“Maybe.”",
        "“It is over.”|“It is not,” Lind said.",
        "The banner read “No more!” in red.|Police took it down.",
        "“We lost everything.|The barn.|The boat.|“But we live,” she said.",
        "He called the plan “a joke.”|Holm called it “brave.”",
        "‘We will not go,’ he said.|‘Not now.’|She nodded.",
        "\"Why us?\" she said.|\"Why now?\"|No answer came.",
        NULL};
    check(texts);
}

static void brackets_may_stand_inside_or_alone(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "Her films were Ay, Marta! (1965), Meurs? (1971) and Torv (1980).|Few remain.",
        "The dam held.|(Nobody had thought so.)|Crews went home.",
        "The bill passed (Lind abstained).|It is now law.",
        "Sheriff Tom Roe (R-Halden, Ariz.) Monday said no.|He later said yes.",
        "The boats left!|(some had no crew)",
        "The ferry, Nils!, sank.|No one drowned.",
        "Rents rose.[4]|Wages did not.[citation needed]|Taxes fell.",
        NULL};
    check(texts);
}

static void dots_leave_words_out(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "“The roof ... was gone,” Vega said.|“The walls … too.”",
        "“We waited …|The ferry never came.”",
        "She paused ... then signed.|The room was still.",
        "The list is long ...|Nobody has read it.", NULL};
    check(texts);
}

static void names_that_begin_small_begin_sentences(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "Shares rose.|eBay gained most.|iTorv lost.", "Who won?|macFerry did.",
        "They sell nets, ropes, etc.|eBay sells boats.", "He likes iPads. and pens.", NULL};
    check(texts);
}

static void web_addresses_take_no_stop(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "Maps are at www.torv.example/maps|The office is shut.",
        "http://a.example/one|http://b.example/two|https://c.example/three",
        "Read it here.|https://post.example/ferry?id=7",
        "Go to www.torv.example and www.skarv.example for more.",
        "Go to www.torv.example, The Post or Holm.",
        "Ask www.torv.example Holm said.",
        "Write to the desk at post.example The end.",
        NULL};
    check(texts);
}

static void emoticons_belong_to_what_ends(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "We won. :)|Thanks to all.", "Did they lose? ;-)|Yes! =D|They did.",
        "We won. :( and lost.", "Three rules hold. : The first is old.", NULL};
    check(texts);
}

static void a_date_line_ends_a_headline(void **state)
{
    (void) state;
    static const char *const texts[] = {"Harbour reopens after storm|Tuesday, May 4, 2021",
                                        "Why is the bridge shut?|Friday, March 12, 2021",
                                        "‘We will stay,’ say islanders|Sunday 9 June 2019",
                                        "The vote is on Tuesday, May 4, 2021",
                                        "Updated Tuesday, May 4, 2021",
                                        "The mayor resigned Tuesday, May 4, 2021",
                                        "Tuesday, May 4, 2021",
                                        "Doors open, Tuesday, May 4, 2021",
                                        "It sails Tuesday, May 4",
                                        NULL};
    check(texts);
}

static void foreign_names_keep_their_stops(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "Dipl.-Ing. Uwe Kranz and Prof. Dr. Jan Böhm met at St. Pauli.|It was cold.",
        "Hr. Lund and Frl. Moritz sang.|Mme. Duval played.",
        "Sra. Ortiz and Srta. Gil came from Sto. Tomé.|Sres. Paz and Rey did not.",
        "J.-P. Duval led Zürich v. Köln.|It ended 2-2.", NULL};
    check(texts);
}

/* Each name of the table, and no number that has none. */
static void every_rule_has_a_name_and_an_explanation(void **state)
{
    (void) state;
    size_t n = 0;
    for (; bsh_sentence_rule_at(n) != UINT16_MAX; ++n) {
        unsigned const rule = bsh_sentence_rule_at(n);
        assert_true(strlen(bsh_sentence_rule_name(rule)) > 0);
        assert_true(strlen(bsh_sentence_rule_text(rule)) > 0);
    }
    assert_int_equal(n, 12);
    assert_string_equal(bsh_sentence_rule_name(BSH_SENTENCE_MISSING_SPACE), "missing-space");
    assert_string_equal(bsh_sentence_rule_name(0), "block-end");
    assert_string_equal(bsh_sentence_rule_name(2), "");
    assert_string_equal(bsh_sentence_rule_text(UINT16_MAX), "");
}

static unsigned rule_of(size_t i)
{
    assert_true(i < english.found.n);
    return ((const bsh_sentence *) english.found.items)[i].rule;
}

static void the_rule_is_told(void **state)
{
    (void) state;
    (void) cut(&english, "Go to www.torv.example The end came. :) Who won? Lind. eBay, "
                         "Friday, March 12, 2021");
    assert_int_equal(rule_of(0), BSH_SENTENCE_WEB_ADDRESS);
    assert_int_equal(rule_of(1), BSH_SENTENCE_TAIL);
    assert_int_equal(rule_of(2), BSH_SENTENCE_EXCLAMATION);
    assert_int_equal(rule_of(3), BSH_SENTENCE_STOP);
    assert_int_equal(rule_of(4), BSH_SENTENCE_BLOCK_END);
    (void) cut(&english, "Harbour reopens Friday, March 12, 2021");
    assert_int_equal(rule_of(0), BSH_SENTENCE_DATE_TAIL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_stand_before_names),
        cmocka_unit_test(initials_belong_to_names),
        cmocka_unit_test(countries_and_companies_end_a_sentence_before_a_starter_only),
        cmocka_unit_test(states_days_and_streets_are_known_by_what_stands_beside_them),
        cmocka_unit_test(hours_have_time_zones),
        cmocka_unit_test(figures_hold_points),
        cmocka_unit_test(what_is_asked_in_quotes_goes_on_to_its_speaker),
        cmocka_unit_test(brackets_may_stand_inside_or_alone),
        cmocka_unit_test(dots_leave_words_out),
        cmocka_unit_test(names_that_begin_small_begin_sentences),
        cmocka_unit_test(web_addresses_take_no_stop),
        cmocka_unit_test(emoticons_belong_to_what_ends),
        cmocka_unit_test(a_date_line_ends_a_headline),
        cmocka_unit_test(foreign_names_keep_their_stops),
        cmocka_unit_test(every_rule_has_a_name_and_an_explanation),
        cmocka_unit_test(the_rule_is_told),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
