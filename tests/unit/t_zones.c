/* The rules that look at one paragraph: each with an example, and a near miss that stays body.
 */
#include "tests/unit/zones_fixture.h"

typedef struct example {
    const char *line, *kind, *rule;
} example;

static void check_inside(const example *examples, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        given_inside(examples[i].line);
        if (strcmp(kind_of(examples[i].line), examples[i].kind) != 0 ||
            strcmp(rule_of(examples[i].line), examples[i].rule) != 0) {
            fail_msg("%s: %s by %s, expected %s by %s", examples[i].line,
                     kind_of(examples[i].line), rule_of(examples[i].line), examples[i].kind,
                     examples[i].rule);
        }
        assert_string_equal(kind_of("The council of Laketown"), "body");
        assert_string_equal(kind_of("A report on the damage"), "body");
    }
}

#define CHECK_INSIDE(examples) check_inside(examples, sizeof(examples) / sizeof(examples)[0])

static void adverts_are_known_by_their_words(void **state)
{
    (void) state;
    static const example examples[] = {
        {"Oak mug, hand made $9.90 USD Order here>>", "ad", "shop-phrase"},
        {"Wool hat in three colours $12 Buy yours", "ad", "price-tag"},
        {"The best boots of the winter >>", "ad", "closing-arrows"},
        {"Advertisement", "ad", "ad-line"},
        {"Story continues below", "ad", "ad-line"},
        {"Get 20% off with free shipping when you use code FERRY today.", "ad", "shop-phrase"},
        {"The shop offered free shipping on all of its mugs in May.", "body", "full-sentence"},
        {"The fare rose by $12 for shop workers who live on the east bank.", "body",
         "full-sentence"},
        {"Advertisement is what keeps the paper alive, the editor wrote.", "body",
         "full-sentence"},
    };
    CHECK_INSIDE(examples);
}

static void captions_are_known_by_their_credit(void **state)
{
    (void) state;
    static const example examples[] = {
        {"The new bridge at dawn on May 2. (Ana Roe/AFP)", "caption", "credit-parenthesis"},
        {"The new bridge at dawn, seen from the quay (Photo: Ana Roe)", "caption",
         "credit-parenthesis"},
        {"The mayor at the quay on Monday, May 2. (Ana Roe via Chirp)", "caption",
         "credit-parenthesis"},
        {"The harbour police show how the cable broke on Monday. (HPD)", "caption",
         "credit-source"},
        {"(Ana Roe/Getty Images)", "credit", "credit-parenthesis"},
        {"Ana Roe/Getty Images", "credit", "credit-agency"},
        {"Photo: Ana Roe", "credit", "credit-opener"},
        {"Image courtesy of the Harbour Board", "credit", "credit-opener"},
        {"© Ana Roe", "credit", "credit-opener"},
        {"The new bridge at dawn, before the storm.Credit...Ana Roe for The Gazette", "caption",
         "credit-opener"},
        {"The mayor at the quay with the town's engineers on Monday. Photo: Ana Roe", "caption",
         "credit-opener"},
        {"This May 2, 2019, file photo shows the harbour bridge before the storm came.",
         "caption", "credit-opener"},
        {"In this photo provided by the Harbour Board, a cable hangs from the tower.",
         "caption", "credit-opener"},
        {"The mayor speaks at the quay of Laketown on May 2, 2019. Ana Roe / AP file",
         "caption", "credit-agency"},
        {"Image 2 of 9", "caption", "placeholder"},
        {"2/9", "caption", "placeholder"},
        {"Gazette Photo", "caption", "placeholder"},
        {"She left the hall at noon. (Roe declined to comment on it)", "body",
         "short-sentence"},
        {"This photo: nobody at the town hall knew who had taken it or when.", "body",
         "full-sentence"},
        {"The board gave her credit: it was she who had seen the rust in the cables.", "body",
         "full-sentence"},
        {"Photos by Ana Roe show the bridge before the storm tore the cables.", "body",
         "full-sentence"},
        {"The council sold the old ferry to a company that is owned by AP.", "body",
         "full-sentence"},
        {"Courtesy of the storm, the town has a beach again, the mayor said.", "body",
         "full-sentence"},
    };
    CHECK_INSIDE(examples);
}

static void authors_are_no_body(void **state)
{
    (void) state;
    static const example examples[] = {
        {"By Ana Roe and Tom Lee", "byline", "byline"},
        {"Written by ANA ROE, Gazette staff", "byline", "byline"},
        {"By Friday, Water Had Gone", "subheading", "short-above-body"},
        {"Kim Roe and Tom Lee contributed to this report.", "authornote", "author-phrase"},
        {"(Reporting by Ana Roe; editing by Tom Lee)", "authornote", "author-phrase"},
        {"Follow her on Chirp.", "authornote", "author-phrase"},
        {"Contact Ana Roe at roe@gazette.example.", "authornote", "author-phrase"},
        {"Contact with the ferry was lost at noon, and nobody knew where it was.", "body",
         "full-sentence"},
        {"The ferry was late again on Monday, and the town wants its money back. (Reporting by "
         "Ana Roe; editing by Tom Lee.)",
         "body", "full-sentence"},
        {"By Friday the water had gone, and with it the old ferry landing.", "body",
         "full-sentence"},
        {"“Follow me on the quay and you will see it,” Ms. Castell said.", "body",
         "full-sentence"},
        {"Mr. Castell is a former editor who now runs the ferry company.", "body",
         "full-sentence"},
    };
    CHECK_INSIDE(examples);
}

static void an_author_is_described_at_the_end_only(void **state)
{
    (void) state;
    given_below("Ana Roe is a staff writer at the Gazette.");
    assert_string_equal(kind_of("Ana Roe is"), "authornote");
    assert_string_equal(rule_of("Ana Roe is"), "author-role");
    given_below("Ana Roe joined the Gazette in 2009 and covers the harbour.");
    assert_string_equal(kind_of("Ana Roe joined"), "authornote");
    given_below("Ana Roe writes about ferries and bridges from Laketown.");
    assert_string_equal(kind_of("Ana Roe writes"), "authornote");
    given_below("The Gazette reports that the bridge will stay shut until May.");
    assert_string_equal(kind_of("The Gazette reports"), "body");
    given_below("Lake News reports that the bridge will stay shut until May.");
    assert_string_equal(kind_of("Lake News reports"), "body");
    given_inside("Ana Roe is a professor of bridge building at the town's college.");
    assert_string_equal(kind_of("Ana Roe is"), "body");
}

static void lines_of_the_site_are_boilerplate(void **state)
{
    (void) state;
    static const example examples[] = {
        {"Source link", "boilerplate", "interface-line"},
        {"Reply", "boilerplate", "interface-line"},
        {"Read more: The night of the storm", "boilerplate", "interface-phrase"},
        {"Related: Which ferries run today?", "boilerplate", "interface-phrase"},
        {"More from the Gazette", "boilerplate", "interface-phrase"},
        {"» Most read this week", "boilerplate", "interface-phrase"},
        {"Tags: bridge, storm", "boilerplate", "interface-phrase"},
        {"Sign up for our newsletter and get the news every morning.", "boilerplate",
         "site-notice"},
        {"This site uses cookies to reduce spam. Learn how your data is processed.",
         "boilerplate", "site-notice"},
        {"© 2024 The Gazette. All rights reserved.", "boilerplate", "copyright-line"},
        {"www.gazette.example/more", "boilerplate", "url-line"},
        {"Get the day's news from the harbour delivered to your inbox every morning.",
         "boilerplate", "site-notice"},
        {"If you buy through our links, the Gazette may earn a commission on it.",
         "boilerplate", "site-notice"},
        {"The mayor opened the letter in her inbox and sent it to the whole council.", "body",
         "full-sentence"},
        {"The agents earn a commission on every house that they sell in Laketown.", "body",
         "full-sentence"},
        {"Follow the Gazette and its reporters on Facebook, Chirp and Instagram.",
         "boilerplate", "site-notice"},
        {"Town buys a second ferry for the summer ~3 hours ago", "boilerplate",
         "interface-phrase"},
        {"The bridge that the storm left is older than the town hall […]", "boilerplate",
         "interface-phrase"},
        {"The bridge that the storm left had been built 90 years ago.", "body",
         "full-sentence"},
        {"What do you think of the bridge? What do you think of those who closed it?", "body",
         "full-sentence"},
        {"A version of this article appears in print on May 3, 2019, on Page A12 of the late "
         "edition with the headline: Bridge Closed for a Week. Order a copy of this page or "
         "subscribe to the paper",
         "boilerplate", "site-notice"},
        {"Published May 2, 2023 at 9:14", "timestamp", "date-line"},
        {"Updated 3 hours ago", "timestamp", "date-line"},
        {"2023-05-02 09:14", "timestamp", "date-line"},
        {"Tuesday, 2nd May 2023, 9:14 a.m.", "timestamp", "date-line"},
        {"* * *", "boilerplate", "no-words"},
        {"Share prices fell on Monday, and analysts expect more.", "body", "short-sentence"},
        {"Related tests showed no trace of rust in the other cables.", "body", "full-sentence"},
        {"Follow the river north for a mile and the old quay appears.", "body",
         "full-sentence"},
        {"Watch keepers saw the first cable go at a quarter past four.", "body",
         "full-sentence"},
        {"Reply came none.", "body", "short-sentence"},
        {"The bridge was opened on May 2, 1934.", "body", "short-sentence"},
    };
    CHECK_INSIDE(examples);
}

static void prose_is_body_however_short(void **state)
{
    (void) state;
    static const example examples[] = {
        {"“Never,” she said.", "body", "short-sentence"},
        {"He said no.", "body", "short-sentence"},
        {"“Never.”", "body", "short-sentence"},
        {"The board named three reasons for it:", "body", "short-prose"},
        {"The Gazette reports:", "body", "short-prose"},
        {"“We have had no word from the capital since the night of the storm, and none of "
         "us expects one",
         "body", "prose-words"},
        {"the council had no plan for it and it did not say when there would be one for the "
         "people who live on the other side of the water",
         "body", "long-text"},
        {"昨日の午後、港の橋が嵐のために閉鎖されたと市役所が発表しました。", "body",
         "spaceless-text"},
    };
    CHECK_INSIDE(examples);
}

static void a_long_paragraph_that_ends_in_an_agency_is_body(void **state)
{
    (void) state;
    static char line[2048];
    line[0] = '\0';
    for (unsigned i = 0; i < 10; ++i) {
        (void) strcat(line, "The mayor of the town read the report and put it away. ");
    }
    (void) strcat(line, "Then she left. (AP)");
    given_inside(line);
    assert_string_equal(kind_of("The mayor of the town"), "body");
}

static void a_title_that_ends_in_an_abbreviation_is_a_headline(void **state)
{
    (void) state;
    given("Ferry Grants Get a Second Look From the U.S.\n\n" ZONES_TAIL);
    assert_string_equal(kind_of("Ferry Grants"), "headline");
}

static void every_rule_has_a_name(void **state)
{
    (void) state;
    assert_string_equal(bsh_block_rule_name(0), "");
    assert_string_not_equal(bsh_block_rule_name(1), "");
    assert_string_equal(bsh_block_rule_name(UINT16_MAX), "");
    given_inside("Source link");
    for (size_t i = 0; i < n_blocks(); ++i) {
        assert_string_not_equal(bsh_block_rule_name(block(i)->rule), "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adverts_are_known_by_their_words),
        cmocka_unit_test(captions_are_known_by_their_credit),
        cmocka_unit_test(authors_are_no_body),
        cmocka_unit_test(an_author_is_described_at_the_end_only),
        cmocka_unit_test(lines_of_the_site_are_boilerplate),
        cmocka_unit_test(prose_is_body_however_short),
        cmocka_unit_test(a_long_paragraph_that_ends_in_an_agency_is_body),
        cmocka_unit_test(a_title_that_ends_in_an_abbreviation_is_a_headline),
        cmocka_unit_test(every_rule_has_a_name),
    };
    return cmocka_run_group_tests(tests, zones_setup, zones_teardown);
}
