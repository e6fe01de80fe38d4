#include "tests/t.h"

#include "tests/allocator.h"
#include "tests/unit/heard.h"

#include "corpus/iso_date.h"
#include "corpus/record.h"

/* ---- which files are JSON Lines */

static void assert_is_records(const char *name, const char *text, bool is_records)
{
    bsh_source *own = NULL;
    scratch_write(name, text);
    assert_int_equal(bsh_source_create(&own, NULL, &error), BSH_OK);
    assert_int_equal(bsh_source_add(own, name, &error), BSH_OK);
    bsh_source *const before = source;
    source = own;
    heard h = {.has_fields = false};
    assert_int_equal(run_with(&h, 1), BSH_OK);
    assert_int_equal(strstr(h.lines.data, "#1") != NULL || strstr(h.lines.data, ":1:") != NULL,
                     is_records);
    bsh__buffer_free(&h.lines);
    source = before;
    bsh_source_destroy(own);
}

static void contents_tell_records_from_prose(void **state)
{
    (void) state;
    assert_is_records("one", "{\"text\":\"A.\"}", true);
    assert_is_records("crlf", "\r\n  {\"text\":\"A.\"}\r\n\r\n{\"text\":\"B.\"}\r\n", true);
    assert_is_records("mark", "\xEF\xBB\xBF{\"text\":\"A.\"}\n", true);
    assert_is_records("empty-object", "{ }\n", true);
    assert_is_records("blank-before-colon", "{ \"text\" : \"A.\" }\n", true);
    assert_is_records("cut", "{\"text\":\"A.\"}\n{\"text\":\"B", true);
    assert_is_records("prose", "The ferry runs.\n{\"text\":\"A.\"}\n", false);
    assert_is_records("later-prose", "{\"text\":\"A.\"}\nThe ferry runs.\n", false);
    assert_is_records("braces", "{Laughs.} The ferry runs.}", false);
    assert_is_records("template", "{{name}}\n{{name}}", false);
    assert_is_records("quote-in-braces", "{\"The ferry runs\"}\n", false);
    assert_is_records("pretty", "{\n  \"text\": \"A.\"\n}\n", false);
    assert_is_records("all-cut", "{\"text\":\"A.\n", false);
    assert_is_records("nothing", "", false);
}

static void a_suffix_breaks_ties(void **state)
{
    (void) state;
    assert_is_records("cut.jsonl", "{\"text\":\"A\n", true);
    assert_is_records("list.NDJSON", "[1]\n", true);
    assert_is_records("damaged.jsonl", "oops\n{\"text\":\"B.\"}\n", true);
    assert_is_records("prose.jsonl", "The ferry runs.\n", false);
    assert_is_records("prose.json-l", "{\"text\":\"A.\"}\nThe ferry runs.\n", false);
}

static void files_of_records_without_one_are_told(void **state)
{
    (void) state;
    scratch_write("none.jsonl", "\n \r\n");
    assert_int_equal(bsh_source_add(source, "none.jsonl", &error), BSH_E_EMPTY);
    assert_string_equal(error.message, "none.jsonl: no records in it");
    write_bytes("wide.jsonl", "\xFF\xFE{\0}\0\n", 7);
    assert_int_equal(bsh_source_add(source, "wide.jsonl", &error), BSH_E_FORMAT);
    assert_string_equal(error.message,
                        "wide.jsonl: looks like UTF-16; JSON Lines are read as UTF-8");
    assert_int_equal(bsh_source_size(source), 0);
}

static void files_of_records_are_found_in_folders(void **state)
{
    (void) state;
    assert_int_equal(mkdir("f", 0755), 0);
    assert_int_equal(mkdir("f/gazette", 0755), 0);
    scratch_write("f/gazette/a.jsonl", "{\"text\":\"The ferry runs.\"}\n");
    scratch_write("f/b.ndjson", "{\"text\":\"It ran.\"}\n{\"text\":\"It runs.\"");
    scratch_write("f/c.txt", "One.");
    scratch_write("f/d.jsonl", "");
    add("f");
    assert_heard("d0001 b f/b.ndjson#1 2\n"
                 "f/b.ndjson:2: broken record: ends too early, at column 18\n"
                 "d0003 f f/c.txt 1\n"
                 "f/d.jsonl: no records in it\n"
                 "d0005 gazette f/gazette/a.jsonl#1 3\n");
}

/* ---- what is read of them */

static void records_have_the_usual_fields(void **state)
{
    (void) state;
    add_records(
        "{\"id\":\"x1\",\"title\":\" The strike \",\"date\":\"July 7, 2023\",\"Author\":"
        "[{\"name\":\"Ana Roe\"},\"Tom Lee\"],\"URL\":\"https://gazette.example/1\","
        "\"outlet\":\"Ledger\",\"text\":\"The ferry runs.\"}\n"
        "{\"doc_id\":7,\"Head-Line\":\"B\",\"pub date\":\"07/08/2023\",\"source\":"
        "{\"id\":null,\"name\":\"Chronicle\"},\"Full Text\":\"It runs.\"}\n"
        "{\"text\":\"\",\"body\":\"It ran.\",\"source.name\":\"Flat\"}\n"
        "{\"text\":null,\"content\":{\"x\":1},\"story\":\"It ran on.\",\"url\":"
        "\"http://me@WWW.gazette.example:80/a?b\"}\n");
    assert_heard_by((heard){.has_fields = true},
                    "x1 Ledger a.jsonl#1 3\n"
                    " title=The strike date=2023-07-07 url=https://gazette.example/1"
                    " author=Ana Roe, Tom Lee carried=-,-\n"
                    "7 Chronicle a.jsonl#2 2\n"
                    " title=B date=07/08/2023 url=- author=- carried=-,-\n"
                    "d0003 Flat a.jsonl#3 2\n"
                    " title=- date=- url=- author=- carried=-,-\n"
                    "d0004 gazette.example a.jsonl#4 3\n"
                    " title=- date=- url=http://me@WWW.gazette.example:80/a?b author=- "
                    "carried=-,-\n");
}

static void fields_can_be_named(void **state)
{
    (void) state;
    set_fields((bsh_fields){.text = "doc.parts.prose",
                            .title = "kicker",
                            .id = "n",
                            .by = "meta.desk",
                            .carry = {"event", "published"},
                            .n_carry = 2});
    add_records("{\"doc\":{\"parts\":{\"prose\":\"The ferry runs.\"}},\"text\":\"No.\",\"n\":3,"
                "\"kicker\":\"K\",\"title\":\"T\",\"meta\":{\"Desk\":\"city\"},\"event\":12.5,"
                "\"published\":\"2023-07-07T10:00:00Z\"}\n"
                "{\"doc\":{\"parts\":{\"prose\":\"It runs.\"}},\"meta\":{\"desk\":true}}\n"
                "{\"doc\":{\"parts\":{}},\"text\":\"No.\",\"meta\":{\"desk\":\"city\"}}\n"
                "{\"doc\":{\"parts\":{\"prose\":\"It runs.\"}},\"meta\":{}}\n");
    assert_heard_by((heard){.has_fields = true},
                    "3 city a.jsonl#1 3\n"
                    " title=K date=2023-07-07 url=- author=- carried=12.5,2023-07-07\n"
                    "d0002 true a.jsonl#2 2\n"
                    " title=- date=- url=- author=- carried=-,-\n"
                    "a.jsonl:3: no text in a field \"doc.parts.prose\"; skipped\n"
                    "a.jsonl:4: no field \"meta.desk\" to tell the corpus by\n");
}

static void a_corpus_that_was_given_wins(void **state)
{
    (void) state;
    scratch_write("a.jsonl", "{\"outlet\":\"Ledger\",\"text\":\"It runs.\"}\n");
    scratch_write("b.txt", "It ran.");
    assert_int_equal(bsh_source_add_as(source, "a.jsonl", "north", &error), BSH_OK);
    assert_int_equal(bsh_source_add_as(source, "b.txt", "south", &error), BSH_OK);
    scratch_write("c.txt", "It ran.");
    assert_int_equal(bsh_source_add_as(source, "c.txt", NULL, &error), BSH_OK);
    assert_heard("d0001 north a.jsonl#1 2\nd0002 south b.txt 2\nd0003 c c.txt 2\n");
}

static void a_named_file_is_of_its_folder_where_outlets_are_asked_for(void **state)
{
    (void) state;
    assert_int_equal(mkdir("news", 0700), 0);
    assert_int_equal(mkdir("news/ledger.example", 0700), 0);
    scratch_write("news/ledger.example/a.txt", "It ran.");
    scratch_write("news/ledger.example/b.jsonl", "{\"text\":\"It ran.\"}\n");
    scratch_write("c.txt", "It ran.");
    set_fields((bsh_fields){.by = "outlet"});
    add("news/ledger.example//a.txt");
    add("news/ledger.example/b.jsonl");
    add("./c.txt");
    assert_heard("d0001 ledger.example news/ledger.example//a.txt 2\n"
                 "d0002 b news/ledger.example/b.jsonl#1 2\n"
                 "d0003 c ./c.txt 2\n");
}

static void a_field_nobody_has_is_told_with_those_there_are(void **state)
{
    (void) state;
    heard h = {.has_fields = false};
    set_fields((bsh_fields){.carry = {"evnt"}, .n_carry = 1});
    add_records("\n{\"event\":1,\"text\":\"A.\"}\n");
    assert_int_equal(run_with(&h, 1), BSH_E_USAGE);
    assert_string_equal(
        error.message, "a.jsonl:2: no field \"evnt\"; did you mean event?; it has event, text");
    bsh__buffer_free(&h.lines);
}

/* Of names of any length those are told that the message has room for, and nothing is written
 * behind it. */
static void the_names_of_many_fields_end_in_dots(void **state)
{
    (void) state;
    char out[80 + 8];
    for (int n = 1; n < 90; ++n) {
        char       json[200];
        bsh_record record;
        int const  n_json = snprintf(json, sizeof json, "{\"%0*d\":1,\"b\":2,\"c\":3}", n, 0);
        bsh_string const text = {json, (size_t) n_json};
        assert_int_equal(bsh__record_parse(&record, text, &error), BSH_OK);
        memset(out, '#', sizeof out);
        bsh__record_names(&record, out, 80);
        bsh__record_free(&record);
        assert_true(strlen(out) < 80);
        assert_memory_equal(out + 80, "########", 8);
        bool const is_whole = n + (int) strlen(", b, c") < 80;
        assert_string_equal(out + strlen(out) - (is_whole ? 1 : 3), is_whole ? "c" : "...");
    }
}

static void a_field_may_be_missing_in_the_first_records(void **state)
{
    (void) state;
    set_fields((bsh_fields){.author = "writer"});
    add_records("{\"text\":\"A.\"}\noops\n{\"text\":\"B.\",\"writer\":\"Ana Roe\"}\n");
    assert_heard("d0001 a a.jsonl#1 1\n"
                 "a.jsonl:2: broken record: not JSON, at column 4\n"
                 "d0003 a a.jsonl#3 1\n");
}

static void plain_text_has_an_outlet_and_no_other_field(void **state)
{
    (void) state;
    heard h = {.has_fields = false};
    scratch_write("a.txt", "It runs.");
    add("a.txt");
    set_fields((bsh_fields){.text = "story", .by = "Outlet"});
    assert_heard("d0001 a a.txt 2\n");
    set_fields((bsh_fields){.by = "event"});
    assert_int_equal(run_with(&h, 1), BSH_E_USAGE);
    bsh__buffer_free(&h.lines);
}

static void the_usual_names_lead_to_a_carried_field(void **state)
{
    (void) state;
    set_fields((bsh_fields){.carry = {"author", "outlet"}, .n_carry = 2});
    add_records("{\"text\":\"A.\",\"byline\":\"Ana Roe\",\"publisher\":\"Ledger\"}\n");
    assert_heard_by((heard){.has_fields = true},
                    "d0001 Ledger a.jsonl#1 1\n"
                    " title=- date=- url=- author=Ana Roe carried=Ana Roe,Ledger\n");
}

static void the_text_of_a_record_is_all_article(void **state)
{
    (void) state;
    // by the rules of a page, words in front of the article would be outside it
    add_records(
        "{\"title\":\"Ferry back\",\"text\":\"Ferry back\\n\\nMore on this below\\n\\nThe "
        "ferry runs again, the council said on Monday, after nine long weeks.\"}");
    assert_heard("d0001 a a.jsonl#1 13\n");
}

/* ---- articles that were analysed before */

static bsh_record record;

static void parse(const char *text)
{
    bsh_string const string = {text, strlen(text)};
    assert_int_equal(bsh__record_parse(&record, string, &error), BSH_OK);
}

static bsh_status add_count(void *payload, bsh_string key, uint64_t count, bsh_error *err)
{
    (void) err;
    bsh__buffer *const out = payload;
    char               text[64];
    (void) snprintf(text, sizeof text, "%.*s=%d ", (int) key.n_bytes, key.data, (int) count);
    bsh__buffer_add_text(out, text);
    return strncmp(key.data, "stop", 4) == 0 ? BSH_E_NUMERIC : BSH_OK;
}

static void an_analysed_article_says_what_it_holds(void **state)
{
    (void) state;
    double      number = 0;
    const char *text = NULL;
    parse("{\"schema\":\"broadsheet.article/1\",\"words\":12,\"flesch\":48.5,\"mattr\":null,"
          "\"flags\":[\"short\",1],\"reasons\":{\"mattr\":\"too-short\"}}");
    assert_true(bsh_record_is_article(&record));
    assert_true(bsh_record_real(&record, "words", &number));
    assert_true(number == 12);
    assert_true(bsh_record_real(&record, "flesch", &number));
    assert_true(number == 48.5);
    assert_false(bsh_record_real(&record, "mattr", &number));
    assert_false(bsh_record_real(&record, "Words", &number));
    assert_false(bsh_record_text(&record, "words", &text));
    assert_true(bsh_record_member_text(&record, "reasons", "mattr", &text));
    assert_string_equal(text, "too-short");
    assert_false(bsh_record_member_text(&record, "reason", "mattr", &text));
    assert_true(bsh_record_has_item(&record, "flags", "short"));
    assert_false(bsh_record_has_item(&record, "flags", "empty"));
    assert_false(bsh_record_has_item(&record, "words", "short"));
    bsh__record_free(&record);
}

static void counts_of_an_object_are_handed_out(void **state)
{
    (void) state;
    bsh__buffer out;
    bsh_status  status = BSH_OK;
    bsh__buffer_init(&out, bsh__allocator(NULL));
    parse("{\"terms\":{\"ferry\":2,\"x\":1.5,\"y\":-1,\"z\":\"1\",\"quay\":1,\"stop\":3,\"w\":"
          "4}}");
    assert_false(bsh_record_each_count(&record, "speakers", add_count, &out, &status, &error));
    assert_int_equal(status, BSH_OK);
    assert_true(bsh_record_each_count(&record, "terms", add_count, &out, &status, &error));
    assert_int_equal(status, BSH_E_NUMERIC);
    bsh__buffer_add_char(&out, '\0');
    assert_string_equal(out.data, "ferry=2 quay=1 stop=3 ");
    bsh__buffer_free(&out);
    bsh__record_free(&record);
}

static void analysed_articles_come_without_a_document(void **state)
{
    (void) state;
    add_records(
        "{\"schema\":\"broadsheet.article/1\",\"id\":\"x9\",\"corpus\":\"Ledger\",\"path\":"
        "\"q\",\"title\":\"T\",\"date\":\"2023-07-07\",\"words\":12,\"text\":\"No.\"}\n"
        "{\"schema\":\"broadsheet.article/2\",\"text\":\"An article.\"}\n");
    assert_heard_by((heard){.has_fields = true},
                    "x9 Ledger a.jsonl#1 analysed 12\n"
                    " title=T date=2023-07-07 url=- author=- carried=-,-\n"
                    "d0002 a a.jsonl#2 2\n"
                    " title=- date=- url=- author=- carried=-,-\n");
}

static void terms_of_an_analysed_article_are_counted(void **state)
{
    (void) state;
    bsh_terms *terms = NULL;
    bsh_input  input = {.name = "a.jsonl#1", .record = &record};
    assert_int_equal(bsh_terms_create(&terms, NULL, &error), BSH_OK);
    parse("{\"terms\":{\"ferry\":2,\"quay\":1}}");
    assert_int_equal(bsh_input_add_terms(&input, terms, &error), BSH_OK);
    assert_int_equal(bsh_terms_words(terms), 3);
    bsh__record_free(&record);
    parse("{\"words\":3}");
    assert_int_equal(bsh_input_add_terms(&input, terms, &error), BSH_E_FORMAT);
    assert_string_equal(error.message,
                        "a.jsonl#1: has no terms; analyze --with-terms writes them");
    assert_int_equal(bsh_terms_articles(terms), 1);
    bsh__record_free(&record);
    bsh_terms_destroy(terms);
}

/* ---- parts */

static void dates_of_four_forms_are_read(void **state)
{
    (void) state;
    static const char *const dates[][2] = {
        {"2023-07-07", "2023-07-07"},
        {"2023-07-07T09:14:00+02:00", "2023-07-07"},
        {"2023-07-07 09:14", "2023-07-07"},
        {"Fri, 07 Jul 2023 10:00:00 +0000", "2023-07-07"},
        {"07 Jul 2023 10:00:00 GMT", "2023-07-07"},
        {"July 7, 2023", "2023-07-07"},
        {"7 July 2023", "2023-07-07"},
        {"Sept. 9, 2023 at 4 p.m.", "2023-09-09"},
        {"Friday, December 31, 1999", "1999-12-31"},
        {"07/08/2023", ""},
        {"2023-13-01", ""},
        {"2023-00-01", ""},
        {"2023-07-071", ""},
        {"2023-07", ""},
        {"32 July 2023", ""},
        {"July 2023", ""},
        {"July 7, 23", ""},
        {"Julia 7, 2023", ""},
        {"99999999999999999999 July 2023", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; ++i) {
        char out[11] = "";
        assert_int_equal(bsh__iso_date(out, dates[i][0]), dates[i][1][0] != '\0');
        assert_string_equal(out, dates[i][1]);
    }
}

static void names_of_fields_are_compared_without_their_marks(void **state)
{
    (void) state;
    assert_true(bsh__is_same_field("Pub_Date", "pub-date", 8));
    assert_true(bsh__is_same_field("pubdate", "PUB DATE_", 9));
    assert_true(bsh__is_same_field("a.b", "A.B", 3));
    assert_false(bsh__is_same_field("pubdate", "pubdat", 6));
    assert_false(bsh__is_same_field("pubdat", "pubdate", 7));
    assert_true(bsh__is_same_field("source", "source.name", 6));
}

/* ---- settings */

static void a_fingerprint_changes_with_what_decides_numbers(void **state)
{
    (void) state;
    bsh_options variants[12];
    char        prints[12][17];
    for (size_t i = 0; i < 12; ++i) {
        bsh_options_init(&variants[i]);
    }
    variants[1].language = "de";
    variants[2].encoding = "strict";
    variants[3].include_kinds = BSH_BLOCK_ALL;
    variants[4].quotes = BSH_QUOTES_ONLY;
    variants[5].syllables = BSH_SYLLABLES_SPOKEN;
    variants[6].newlines = BSH_NEWLINES_BREAK;
    variants[7].is_extracted = true;
    variants[8].window = 50;
    variants[9].keeps_possessive = true;
    variants[10].counts_orders = true;
    variants[11].min_words = 50; // decides a flag that readers decide anew
    for (size_t i = 0; i < 12; ++i) {
        bsh_settings_fingerprint(prints[i], &variants[i]);
        assert_int_equal(strspn(prints[i], "0123456789abcdef"), 16);
        for (size_t k = 0; k < i; ++k) {
            assert_int_equal(strcmp(prints[i], prints[k]) == 0, i == 11 && k == 0);
        }
    }
}

static void settings_are_told_in_words(void **state)
{
    (void) state;
    char        text[512];
    char        cut[9];
    bsh_options own;
    bsh_options_init(&own);
    size_t const n = bsh_settings_text(text, sizeof text, &own);
    assert_int_equal(n, strlen(text));
    assert_memory_equal(text, "version=", 8);
    assert_non_null(strstr(text, " language=en encoding=auto keep=body quotes=include "
                                 "syllables=flesch newlines=auto extracted=no window=100"));
    assert_int_equal(bsh_settings_text(cut, sizeof cut, &own), n);
    assert_string_equal(cut, "version=");
}

/* The library's own tree is not ours to allocate; all else is. */
static bsh_status read_with(const bsh_allocator *allocator)
{
    heard              h = {.has_fields = false};
    bsh_options        own = options;
    bsh_consumer const consumer = {&h, map, emit, discard};
    bsh_fields const   fields = {.by = "outlet", .carry = {"event"}, .n_carry = 1};
    bsh_source        *inputs = NULL;
    own.allocator = allocator;
    bsh__buffer_init(&h.lines, bsh__allocator(NULL));
    bsh_status status = bsh_source_create(&inputs, &own, &error);
    if (status == BSH_OK) {
        status = bsh_source_set_fields(inputs, &fields, &error);
    }
    if (status == BSH_OK) {
        status = bsh_source_add(inputs, "a.jsonl", &error);
    }
    if (status == BSH_OK) {
        status = bsh_corpus_run(inputs, &own, 1, &consumer, &error);
    }
    bsh_source_destroy(inputs);
    bsh__buffer_free(&h.lines);
    return status;
}

static void running_out_of_memory_is_an_ordinary_error(void **state)
{
    (void) state;
    scratch_write("a.jsonl", "{\"text\":\"The ferry runs.\",\"event\":\"e\",\"date\":\"7 May "
                             "2023\",\"url\":\"http://a.example\"}\nbroken\n{\"text\":\"B.\"}");
    assert_true(test_allocator_try(read_with) > 20);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, start, stop)

/* ---- names of fields in messages */

enum { ROOM = 20 };

static bool ends_in(const char *text, const char *ending)
{
    size_t const n = strlen(text);
    size_t const n_ending = strlen(ending);
    return n >= n_ending && strcmp(text + n - n_ending, ending) == 0;
}

/* A list of names ends in whole ones, and inside the room it was given: ",..." went over the
 * end where the last comma stood in its last four bytes. */
static void names_of_fields_stay_in_their_room(void **state)
{
    (void) state;
    for (size_t length = 1; length <= 2 * (size_t) ROOM; ++length) {
        char       text[200];
        char       out[ROOM + 8];
        bsh_record named;
        (void) snprintf(text, sizeof text, "{\"%.*s\":1,\"bb\":2,\"ccc\":3}", (int) length,
                        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        memset(out, '#', sizeof out);
        bsh_string const whole = {text, strlen(text)};
        assert_int_equal(bsh__record_parse(&named, whole, &error), BSH_OK);
        bsh__record_names(&named, out, ROOM);
        bsh__record_free(&named);
        assert_memory_equal(out + ROOM, "########", 8);
        assert_non_null(memchr(out, '\0', ROOM));
        assert_true(ends_in(out, ", ccc") || ends_in(out, "..."));
        assert_int_equal(strspn(out, "a"), length + 5 <= ROOM ? length : 0);
    }
}

/* A record of so many bytes, the last of which ends the line. */
static void add_record_of(bsh__buffer *out, size_t n_bytes)
{
    static const char begin[] = "{\"text\":\"It ran.";
    static const char end[] = "\"}\n";
    size_t const      n_filled = n_bytes - (sizeof begin - 1) - (sizeof end - 1);
    bsh__buffer_add_text(out, begin);
    for (size_t i = 0; i < n_filled; ++i) {
        bsh__buffer_add_char(out, ' ');
    }
    bsh__buffer_add_text(out, end);
}

/* The first piece of a file that is read is 16 KiB: a record may end with it, or some bytes
 * before or behind. */
static void records_end_wherever_a_piece_of_the_file_ends(void **state)
{
    (void) state;
    enum { PIECE = 16 * 1024 };
    bsh__buffer text;
    bsh__buffer_init(&text, bsh__allocator(NULL));
    for (size_t n_last = 1000; n_last < 1006; ++n_last) {
        bsh__buffer_clear(&text);
        add_record_of(&text, PIECE - 1002);
        add_record_of(&text, n_last);
        add_record_of(&text, PIECE + 7);
        bsh__buffer_add_char(&text, '\0');
        char name[32];
        (void) snprintf(name, sizeof name, "%zu.jsonl", n_last);
        scratch_write(name, text.data);
        add(name);
    }
    heard h = {.has_fields = false};
    assert_int_equal(run_with(&h, 1), BSH_OK);
    size_t n_read = 0;
    for (const char *line = strtok(h.lines.data, "\n"); line != NULL;
         line = strtok(NULL, "\n")) {
        assert_true(ends_in(line, " 2"));
        ++n_read;
    }
    assert_int_equal(n_read, 18);
    bsh__buffer_free(&h.lines);
    bsh__buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(contents_tell_records_from_prose),
        IN_SCRATCH(a_suffix_breaks_ties),
        IN_SCRATCH(files_of_records_without_one_are_told),
        IN_SCRATCH(files_of_records_are_found_in_folders),
        IN_SCRATCH(records_have_the_usual_fields),
        IN_SCRATCH(fields_can_be_named),
        IN_SCRATCH(a_corpus_that_was_given_wins),
        IN_SCRATCH(a_field_nobody_has_is_told_with_those_there_are),
        IN_SCRATCH(a_named_file_is_of_its_folder_where_outlets_are_asked_for),
        IN_SCRATCH(records_end_wherever_a_piece_of_the_file_ends),
        cmocka_unit_test(the_names_of_many_fields_end_in_dots),
        IN_SCRATCH(a_field_may_be_missing_in_the_first_records),
        IN_SCRATCH(plain_text_has_an_outlet_and_no_other_field),
        IN_SCRATCH(the_usual_names_lead_to_a_carried_field),
        IN_SCRATCH(the_text_of_a_record_is_all_article),
        IN_SCRATCH(analysed_articles_come_without_a_document),
        IN_SCRATCH(running_out_of_memory_is_an_ordinary_error),
        cmocka_unit_test(names_of_fields_stay_in_their_room),
        cmocka_unit_test(an_analysed_article_says_what_it_holds),
        cmocka_unit_test(counts_of_an_object_are_handed_out),
        cmocka_unit_test(terms_of_an_analysed_article_are_counted),
        cmocka_unit_test(a_fingerprint_changes_with_what_decides_numbers),
        cmocka_unit_test(settings_are_told_in_words),
        cmocka_unit_test(dates_of_four_forms_are_read),
        cmocka_unit_test(names_of_fields_are_compared_without_their_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
