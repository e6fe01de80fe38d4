#include <stdio.h>

#include "tests/unit/speaker_checks.h"

static void a_surname_finds_its_full_name_anywhere_in_the_text(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(
        &t, "On the quay, Nils P. Arden, deputy head of the mine, told workers the "
            "seam was old.\n“The seam is worked out,” Mr. Arden said.\n“It is,” said "
            "Norland Secretary of State Felix Castell.\n“It is so,” Mr. Castell said.\n"
            "“Fine,” said Arden.");
    check_speaker(&t, 0, "Mr. Arden", "Nils P. Arden", BSH_VIA_LEFT);
    check_speaker(&t, 1, "Norland Secretary of State Felix Castell", "Felix Castell",
                  BSH_VIA_INVERTED);
    check_speaker(&t, 2, "Mr. Castell", "Felix Castell", BSH_VIA_LEFT);
    check_speaker(&t, 3, "Arden", "Nils P. Arden", BSH_VIA_INVERTED);
    assert_int_equal(t.speakers.n, 2);
    assert_int_equal(quoted_text_speaker(&t, 0)->n_quotes, 2);
    assert_int_equal(quoted_text_speaker(&t, 0)->n_words, 6);
    quoted_text_end(&t);
}

/* A sentence in which nobody speaks is read for its names, however they are written. */
static void a_full_name_may_stand_where_nobody_speaks(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t,
                     "The port lies empty. The wall fell on Ana  Bell in May. “It hurt,” Bell "
                     "said. “So it did,” said Roy. The quay was named after Tom\u00a0Roy.");
    check_speaker(&t, 0, "Bell", "Ana  Bell", BSH_VIA_LEFT);
    check_speaker(&t, 1, "Roy", "Tom\u00a0Roy", BSH_VIA_INVERTED);
    quoted_text_end(&t);
}

static void two_people_with_one_surname_are_kept_apart(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t,
                     "Mary Bell and John Bell run the farm.\n“We sow in May,” Mr. Bell said.\n"
                     "“We reap in August,” Ms. Bell said.\n“It rained,” Bell said.");
    check_speaker(&t, 0, "Mr. Bell", "John Bell", BSH_VIA_LEFT);
    check_speaker(&t, 1, "Ms. Bell", "Mary Bell", BSH_VIA_LEFT);
    check_speaker(&t, 2, "Bell", "Bell", BSH_VIA_LEFT);
    quoted_text_end(&t);
}

static void a_title_that_disagrees_keeps_a_name_apart(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "Mary Bell runs the farm.\n“We sow in May,” Mr. Bell said.");
    check_speaker(&t, 0, "Mr. Bell", "Mr. Bell", BSH_VIA_LEFT);
    quoted_text_end(&t);
}

static void a_pronoun_means_the_last_person_who_agrees(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t,
                     "“We sow in May,” Mr. Arden said.\n“We reap in June,” Ms. Hale said.\n“It "
                     "rained,” he said.\n“It poured,” she said.\nThe Russian river rose. Mr. "
                     "Osei said mending it would take years.\n“It is a long river,” he said.");
    check_speaker(&t, 2, "he", "Mr. Arden", BSH_VIA_LEFT);
    check_speaker(&t, 3, "she", "Ms. Hale", BSH_VIA_LEFT);
    check_speaker(&t, 4, "he", "Mr. Osei", BSH_VIA_LEFT);
    quoted_text_end(&t);
    check_one("“I will not resign,” she said on Monday.", "she", "she", BSH_VIA_LEFT);
}

static void they_means_the_last_group(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t,
                     "“Nobody told us,” residents said.\n“Mr. Vega knew,” Ms. Ito said.\n“We "
                     "will march,” they added.");
    check_speaker(&t, 2, "they", "residents", BSH_VIA_LEFT);
    quoted_text_end(&t);
}

static void mr_and_mrs_of_one_surname_are_two(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "“It is dead,” Mr. Bell said.\n“It is not,” Mrs. Bell said.\n"
                         "“It is,” Mr. Bell said.");
    assert_int_equal(t.speakers.n, 2);
    assert_int_equal(quoted_text_at(&t, 0)->speaker, quoted_text_at(&t, 2)->speaker);
    assert_int_not_equal(quoted_text_at(&t, 0)->speaker, quoted_text_at(&t, 1)->speaker);
    quoted_text_end(&t);
}

static void a_quote_that_somebody_else_goes_on_with_is_two(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(&t, "“We waited for a boat,” Dana Ruiz said. “It never came.\n"
                         "“We went home,” said Felix Osei.");
    assert_int_not_equal(quoted_text_at(&t, 1)->group, quoted_text_at(&t, 2)->group);
    assert_int_equal(quoted_text_speaker(&t, 0)->n_quotes, 1);
    assert_int_equal(quoted_text_speaker(&t, 1)->n_quotes, 1);
    quoted_text_end(&t);
}

static void sources_without_a_name_are_flagged(void **state)
{
    (void) state;
    quoted_text t;
    quoted_text_read(
        &t, "“It is dead,” said an official in Alton.\n“It is not,” said a spokeswoman "
            "for the port.\n“It may be,” said a clerk who asked not to be named.\n“It "
            "is gone,” said Ana Bell.");
    assert_int_equal(quoted_text_at(&t, 0)->flags, BSH_QUOTE_FLAG_ANONYMOUS);
    assert_int_equal(quoted_text_at(&t, 1)->flags, BSH_QUOTE_FLAG_SPOKES);
    assert_int_equal(quoted_text_at(&t, 2)->flags, BSH_QUOTE_FLAG_ANONYMOUS);
    assert_int_equal(quoted_text_at(&t, 3)->flags, 0);
    assert_int_equal(quoted_text_speaker(&t, 0)->flags, BSH_QUOTE_FLAG_ANONYMOUS);
    quoted_text_end(&t);
}

/* Subjects are read from the last one back: the order in which pronouns claimed them stays. */
static void who_is_claimed_by_she_is_not_he(void **state)
{
    (void) state;
    check_one("Quill Ostrand came. She was late. “No,” he said.", "he", "he", BSH_VIA_LEFT);
    quoted_text t;
    quoted_text_read(&t, "Quill Ostrand came. She left. Fenno Tesk stayed. “I am here,” he "
                         "said.\n“I am not,” she said.");
    check_speaker(&t, 0, "he", "Fenno Tesk", BSH_VIA_LEFT);
    check_speaker(&t, 1, "she", "Quill Ostrand", BSH_VIA_LEFT);
    quoted_text_end(&t);
    quoted_text_read(&t, "Fenno Tesk stayed. Ms. Hale sat. She sang. “I am here,” he said.");
    check_speaker(&t, 0, "he", "Fenno Tesk", BSH_VIA_LEFT);
    quoted_text_end(&t);
}

static void a_name_that_stood_behind_a_title_may_be_meant(void **state)
{
    (void) state;
    check_one("The prize went to Governor Ostrand. Ostrand was late. “No,” he said.", "he",
              "Governor Ostrand", BSH_VIA_LEFT);
    check_one("Ostrand was late. “No,” he said. The prize went to Governor Ostrand.", "he",
              "he", BSH_VIA_LEFT);
}

/* The names of all speakers in order, and nobody else. */
static void check_speakers(const char *text, const char *names)
{
    quoted_text t;
    char        found[512] = "";
    quoted_text_read(&t, text);
    for (uint32_t i = 0; i < t.speakers.n; ++i) {
        bsh_string const name = quoted_text_speaker(&t, i)->name;
        size_t const     n = strlen(found);
        snprintf(found + n, sizeof found - n, "%s%.*s", i > 0 ? "; " : "", (int) name.n_bytes,
                 name.data);
    }
    assert_string_equal(found, names);
    quoted_text_end(&t);
}

static void all_forms_of_a_name_are_one_person(void **state)
{
    (void) state;
    check_speakers("“A dam is dear,” Todd Robinson said.\n“So is a flood,” said Todd D. "
                   "Robinson.\n“We pay,” Mr. Robinson said.\n“You pay,” Robinson said.",
                   "Todd D. Robinson");
    check_speakers("“We sow,” Dana Ruiz-Bell said.\n“We reap,” Ms. Ruiz-Bell said.",
                   "Dana Ruiz-Bell");
    check_speakers("“We sow,” Jan van der Berg said.\n“We reap,” Mr. van der Berg said.\n"
                   "“It rained,” said Ana de la Cruz.\n“It poured,” Ms. de la Cruz said.",
                   "Jan van der Berg; Ana de la Cruz");
    check_speakers("“We sow,” John Bell Jr. said.\n“We reap,” Mr. Bell said.\n“It rained,” "
                   "said Adam Hale III.\n“It poured,” Hale said.",
                   "John Bell Jr.; Adam Hale III");
    check_speakers("“We sow,” said Ana Bell, the mayor.\n“We reap,” Sen. Bell (D-Alton) said.",
                   "Ana Bell");
}

static void a_lawyer_is_not_the_client(void **state)
{
    (void) state;
    check_speakers("“We sow,” Ana Bell said.\n“She reaps,” Bell’s lawyer said.",
                   "Ana Bell; Bell’s lawyer");
}

static void a_given_name_alone_means_the_one_who_bears_it(void **state)
{
    (void) state;
    check_speakers("Emma Rosen came in.\n“We sow,” Emma said.", "Emma Rosen");
    check_speakers("Emma Rosen met Emma Hale.\n“We sow,” Emma said.", "Emma");
}

static void an_organisation_has_one_name(void **state)
{
    (void) state;
    check_speakers("“It is safe,” the National Water Board said.\n“Drink it,” National Water "
                   "Board said.",
                   "the National Water Board");
    check_speakers("The pipe of the National Water Board (NWB) broke.\n“It is safe,” the NWB "
                   "said.\n“Drink it,” NWB said.",
                   "the National Water Board");
    check_speakers("“It is safe,” Halden Police said.\n“Go home,” police said.\n“Now,” the "
                   "police said.",
                   "Halden Police");
    check_speakers("“It is safe,” Halden Police said.\n“It is,” Alton Police said.\n“Go home,” "
                   "police said.",
                   "Halden Police; Alton Police; police");
}

static void an_office_means_the_one_person_who_holds_it(void **state)
{
    (void) state;
    check_speakers("“We sow,” Mayor Dana Ruiz said.\n“We reap,” the mayor said.", "Dana Ruiz");
    check_speakers("Dana Ruiz, the mayor of Alton, left.\n“We reap,” the mayor said.",
                   "Dana Ruiz");
    check_speakers("Mayor Dana Ruiz met Mayor Tom Osei.\n“We reap,” the mayor said.",
                   "the mayor");
    check_speakers("Mayor Dana Ruiz met Mayor Osei.\n“We reap,” the mayor said.", "the mayor");
    check_speakers("Mayor Dana Ruiz left.\nMayor Ruiz came back.\n“We reap,” the mayor said.",
                   "Dana Ruiz");
    check_speakers("Vice President Dana Ruiz left.\n“We reap,” the president said.",
                   "the president");
    check_speakers("Former Mayor Dana Ruiz left.\n“We reap,” the mayor said.", "the mayor");
}

static void a_pronoun_falls_back_on_a_person_named_before(void **state)
{
    (void) state;
    check_one("The news broke the good name of Tom Osei, and Judge Helen Brandt read it out.\n"
              "“The figures were not lost,” she said.",
              "she", "Helen Brandt", BSH_VIA_LEFT);
    check_one("When asked, Ms. Bell said she would “not give up so soon.”", "Ms. Bell",
              "Ms. Bell", BSH_VIA_LEFT);
    check_one("Alton fell silent.\n“It is over,” he said.", "he", "he", BSH_VIA_LEFT);
}

static void her_and_his_tell_whom_she_and_he_mean(void **state)
{
    (void) state;
    check_one("Runa Stolberg put her nose to the glass. A guard rose. Then he sat down.\n"
              "“There it is,” she said.",
              "she", "Runa Stolberg", BSH_VIA_LEFT);
}

static void several_are_neither_he_nor_she(void **state)
{
    (void) state;
    check_one("Tom Osei left. The children have called the whale Bert.\n“It is gone,” he said.",
              "he", "Tom Osei", BSH_VIA_LEFT);
    check_one("Ruvik Haldane left early. Alton Rovers have no fans, it seems.\n“It is late,” "
              "he said.",
              "he", "Ruvik Haldane", BSH_VIA_LEFT);
    check_one("The Halden Police met on Monday.\n“It is late,” they said.", "they",
              "The Halden Police", BSH_VIA_LEFT);
}

static void his_father_is_not_he(void **state)
{
    (void) state;
    check_one("Tom Osei sat down. His father drove a bus.\n“It was long,” he said.", "he",
              "Tom Osei", BSH_VIA_LEFT);
    check_one("Tom Osei sat down. His wife drove a bus.\n“It was long,” she said.", "she",
              "His wife", BSH_VIA_LEFT);
    check_one("Tom Osei sat down. A guard said no.\nThe keeper was ninety.\n“I heard it,” he "
              "said.",
              "he", "The keeper", BSH_VIA_LEFT);
}

static void two_who_share_a_surname_are_two(void **state)
{
    (void) state;
    check_speakers(
        "Emma and Felix Rosen came in, and Hilda Rosen with them.\n“There it is,” Ms. "
        "Rosen said.\n“It is,” Mr. Rosen said.",
        "Ms. Rosen; Felix Rosen");
    check_speakers("Emma and Felix Rosen came in.\n“There it is,” Ms. Rosen said.",
                   "Ms. Rosen");
}

static void they_are_no_group_that_was_named_before_the_two(void **state)
{
    (void) state;
    check_one("The council met. She and a clerk wrote a memo.\n“We ask for time,” they said.",
              "they", "they", BSH_VIA_LEFT);
}

static void who_spoke_before_by_a_surname_is_spoken_of_again(void **state)
{
    (void) state;
    check_speakers("“I am tired,” Mork said.\n“She is,” a shopkeeper said.\nMork won’t hear a "
                   "word of it.\n“I am not,” she said.",
                   "Mork; a shopkeeper");
}

static void the_same_source_without_a_name_counts_once(void **state)
{
    (void) state;
    check_speakers("“It is dead,” an official said.\n“It is gone,” the official said.",
                   "an official");
    check_speakers("“It is dead,” a senior official said.\n“It is gone,” the official said.",
                   "a senior official");
    check_speakers("“It is dead,” an official said.\n“It is gone,” another official said.",
                   "an official; another official");
    check_speakers("“It is dead,” two companies said.\n“It is gone,” the companies said.",
                   "two companies");
    check_speakers("“It is dead,” his wife said.\n“It is gone,” her wife said.",
                   "his wife; her wife");
    check_speakers("“It is dead,” three officials said.\n“It is gone,” the three officials "
                   "said.",
                   "three officials");
}

static void check_flags(const char *text, unsigned flags)
{
    quoted_text t;
    quoted_text_read(&t, text);
    assert_non_null(quoted_text_at(&t, 0));
    assert_int_equal(quoted_text_at(&t, 0)->flags, flags);
    quoted_text_end(&t);
}

static void anonymity_may_be_told_in_many_ways(void **state)
{
    (void) state;
    unsigned const hidden = BSH_QUOTE_FLAG_ANONYMOUS;
    check_flags("“It is dead,” said a clerk familiar with the matter.", hidden);
    check_flags("“It is dead,” a clerk said on condition of anonymity.", hidden);
    check_flags("“It is dead,” said a clerk who declined to be named.", hidden);
    check_flags("“It is dead,” said a clerk who asked not to be identified.", hidden);
    check_flags("Speaking on condition of anonymity, a clerk said, “It is dead.”", hidden);
    check_flags("“It is dead,” said a White House official.", hidden);
    check_flags("“It is dead,” residents of Alton said.", hidden);
    check_flags("“It is dead,” said Ana Bell, an official in Alton.", 0);
    check_flags("“It is dead,” said a clerk.", 0);
    check_flags("“It is dead,” said the mayor, whose office will close with the year.", 0);
    check_flags("“It is dead,” said Dr. Osei.\nDr. Osei said the man would not be named.", 0);
    check_flags("“It is dead,” the mayor said of the clerk, who asked not to be named.", 0);
    check_flags("“It is dead,” said a White House spokeswoman.", BSH_QUOTE_FLAG_SPOKES);
}

/* The numbers of words depend on the texts that came before, and so on which worker took them:
 * a list of surnames, 64 new words apart, gives them numbers that fall on one shelf of most
 * tables.
 */
static void what_was_read_before_changes_no_speaker(void **state)
{
    (void) state;
    static const char *const surnames[] = {"Vale", "Hale", "Dale", "Gale",
                                           "Kale", "Male", "Bell"};
    static const char article[] = "“It rained,” Ms. Vale said.\n“It poured,” Mr. Bell "
                                  "said.\nAna Vale, Ben Hale, Cy Dale, "
                                  "Eva Gale, Flo Kale and Guy Male met President Bell.";
    char              text[8192] = "#";
    size_t            n = 1;
    for (unsigned i = 0; i < sizeof surnames / sizeof surnames[0]; ++i) {
        n += (size_t) snprintf(text + n, sizeof text - n, " %s", surnames[i]);
        for (unsigned k = 0; k < 63; ++k) {
            n += (size_t) snprintf(text + n, sizeof text - n, " %c%c%c", 'q' + i, 'a' + k / 8,
                                   'q' + k % 8);
        }
    }
    (void) snprintf(text + n, sizeof text - n, "\n%s", article);
    check_speakers(article, "Ana Vale; Mr. Bell");
    check_speakers(text, "Ana Vale; Mr. Bell");
}

static void a_quoter_that_is_used_again_finds_the_same(void **state)
{
    (void) state;
    quoted_text t;
    bsh_error   err = {0};
    quoted_text_read(&t, "“We waited,” Dana L. Ruiz said.\n“We left,” Ms. Ruiz said.");
    for (int i = 0; i < 3; ++i) {
        assert_int_equal(quoted_text_find(&t, &err), BSH_OK);
        assert_int_equal(t.speakers.n, 1);
        check_speaker(&t, 1, "Ms. Ruiz", "Dana L. Ruiz", BSH_VIA_LEFT);
    }
    quoted_text_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_surname_finds_its_full_name_anywhere_in_the_text),
        cmocka_unit_test(a_full_name_may_stand_where_nobody_speaks),
        cmocka_unit_test(two_people_with_one_surname_are_kept_apart),
        cmocka_unit_test(a_title_that_disagrees_keeps_a_name_apart),
        cmocka_unit_test(a_pronoun_means_the_last_person_who_agrees),
        cmocka_unit_test(they_means_the_last_group),
        cmocka_unit_test(who_is_claimed_by_she_is_not_he),
        cmocka_unit_test(a_name_that_stood_behind_a_title_may_be_meant),
        cmocka_unit_test(sources_without_a_name_are_flagged),
        cmocka_unit_test(all_forms_of_a_name_are_one_person),
        cmocka_unit_test(a_lawyer_is_not_the_client),
        cmocka_unit_test(a_given_name_alone_means_the_one_who_bears_it),
        cmocka_unit_test(an_organisation_has_one_name),
        cmocka_unit_test(an_office_means_the_one_person_who_holds_it),
        cmocka_unit_test(a_pronoun_falls_back_on_a_person_named_before),
        cmocka_unit_test(her_and_his_tell_whom_she_and_he_mean),
        cmocka_unit_test(several_are_neither_he_nor_she),
        cmocka_unit_test(his_father_is_not_he),
        cmocka_unit_test(two_who_share_a_surname_are_two),
        cmocka_unit_test(they_are_no_group_that_was_named_before_the_two),
        cmocka_unit_test(who_spoke_before_by_a_surname_is_spoken_of_again),
        cmocka_unit_test(the_same_source_without_a_name_counts_once),
        cmocka_unit_test(anonymity_may_be_told_in_many_ways),
        cmocka_unit_test(mr_and_mrs_of_one_surname_are_two),
        cmocka_unit_test(a_quote_that_somebody_else_goes_on_with_is_two),
        cmocka_unit_test(what_was_read_before_changes_no_speaker),
        cmocka_unit_test(a_quoter_that_is_used_again_finds_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
