#include "tests/t.h"

#include "corpus/folder.h"
#include "corpus/source.h"
#include "tests/unit/scratch.h"

static bsh_source *source;
static bsh_error   error;

static int start(void **state)
{
    (void) state;
    source = NULL;
    error = (bsh_error){0};
    // "-" is read when it is added
    return scratch_enter() == 0 && freopen("/dev/null", "rb", stdin) != NULL &&
                   bsh_source_create(&source, NULL, &error) == BSH_OK
               ? 0
               : -1;
}

static int stop(void **state)
{
    (void) state;
    bsh_source_destroy(source);
    return scratch_leave();
}

static const bsh_input *input_at(size_t index)
{
    return &bsh__source_places(source)[bsh__source_item(source, index).place].input;
}

static void folder(const char *path)
{
    assert_int_equal(mkdir(path, 0755), 0);
}

static void add(const char *path)
{
    assert_int_equal(bsh_source_add(source, path, &error), BSH_OK);
}

static void assert_fails(const char *path, bsh_status status, const char *message)
{
    size_t const before = bsh_source_size(source);
    assert_int_equal(bsh_source_add(source, path, &error), status);
    assert_int_equal(error.status, status);
    assert_string_equal(error.message, message);
    assert_int_equal(bsh_source_size(source), before);
}

/* All inputs as "name=corpus" joined by blanks. */
static void assert_inputs(const char *expected)
{
    static char all[4096];
    size_t      at = 0;
    all[0] = '\0';
    for (size_t i = 0; i < bsh_source_size(source); ++i) {
        const bsh_input *const input = input_at(i);
        assert_int_equal(input->seq, i);
        at += (size_t) snprintf(all + at, sizeof all - at, "%s%s=%s", i == 0 ? "" : " ",
                                input->name, input->corpus);
    }
    assert_string_equal(all, expected);
}

static void a_file_is_a_corpus_of_its_stem(void **state)
{
    (void) state;
    folder("ledger");
    scratch_write("ledger/a.b.txt", "The ferry runs.");
    scratch_write(".profile", "x");
    add("ledger/a.b.txt");
    add(".profile");
    add("-");
    assert_inputs("ledger/a.b.txt=a.b .profile=.profile -=stdin");
    const bsh_input *const first = input_at(0);
    assert_string_equal(first->id, "d0001");
    assert_true(first->is_named);
}

static void folders_are_read_in_byte_order_of_paths(void **state)
{
    (void) state;
    folder("root");
    folder("root/a");
    folder("root/a/deep");
    folder("root/B");
    scratch_write("root/a/x.txt", "1");
    scratch_write("root/a/deep/y", "2");
    scratch_write("root/a-1.txt", "3");
    scratch_write("root/a.txt", "4");
    scratch_write("root/B/z.TXT", "5");
    add("root//");
    assert_inputs("root/B/z.TXT=B root/a-1.txt=root root/a.txt=root root/a/deep/y=a "
                  "root/a/x.txt=a");
    assert_false(input_at(0)->is_named);
}

static void the_folder_we_are_in_has_its_own_name(void **state)
{
    (void) state;
    folder("ledger");
    scratch_write("ledger/a.txt", "1");
    assert_int_equal(chdir("ledger"), 0);
    add(".");
    assert_inputs("./a.txt=ledger");
    assert_int_equal(chdir(".."), 0);
}

static void hidden_files_and_backups_are_skipped(void **state)
{
    (void) state;
    folder("f");
    folder("f/.git");
    folder("f/CVS");
    scratch_write("f/.git/config", "x");
    scratch_write("f/CVS/Root", "x");
    scratch_write("f/.hidden.txt", "x");
    scratch_write("f/a.txt~", "x");
    scratch_write("f/a.txt", "x");
    add("f");
    assert_inputs("f/a.txt=f");
}

static void only_what_may_be_an_article_is_taken_from_a_folder(void **state)
{
    (void) state;
    folder("f");
    scratch_write("f/a.txt", "x");
    scratch_write("f/b.text", "x");
    scratch_write("f/c", "x");
    scratch_write("f/d.md", "The ferry runs.");
    scratch_write("f/e.article", "\1\2\3\4\5 no text");
    scratch_write("f/g.jpg", "x");
    scratch_write("f/h.HTML", "x");
    add("f");
    assert_inputs("f/a.txt=f f/b.text=f f/c=f f/d.md=f");
    add("f/g.jpg"); // named by its own name, it is tried
    assert_int_equal(bsh_source_size(source), 5);
}

static void links_do_not_lead_out_of_the_folder(void **state)
{
    (void) state;
    folder("f");
    folder("f/sub");
    folder("g");
    scratch_write("g/secret.txt", "x");
    scratch_write("fg.txt", "x");
    scratch_write("f/sub/a.txt", "x");
    assert_int_equal(symlink("../g/secret.txt", "f/out.txt"), 0);
    assert_int_equal(symlink("../fg.txt", "f/beside.txt"), 0);
    assert_int_equal(symlink("sub", "f/loop"), 0);
    assert_int_equal(symlink("..", "f/sub/up"), 0);
    assert_int_equal(symlink("nowhere", "f/dead.txt"), 0);
    add("f");
    assert_inputs("f/sub/a.txt=sub");
    assert_int_equal(bsh_source_n_notes(source), 0);
    // inside it leads to a file that is there already
    assert_int_equal(symlink("sub/a.txt", "f/in.txt"), 0);
    bsh_source *const before = source;
    assert_int_equal(bsh_source_create(&source, NULL, &error), BSH_OK);
    add("f");
    assert_inputs("f/in.txt=f");
    assert_string_equal(bsh_source_note(source, 0),
                        "f/in.txt given twice (also as f/sub/a.txt); counted once");
    bsh_source_destroy(before);
}

static void pipes_in_a_folder_are_left_alone(void **state)
{
    (void) state;
    folder("f");
    assert_int_equal(mkfifo("f/pipe", 0644), 0);
    scratch_write("f/a.txt", "x");
    add("f");
    assert_inputs("f/a.txt=f");
}

static void a_file_given_twice_is_counted_once(void **state)
{
    (void) state;
    folder("ledger");
    scratch_write("ledger/a.txt", "x");
    add("ledger");
    add("./ledger/a.txt");
    add("ledger/a.txt");
    add("-");
    add("-");
    assert_int_equal(bsh_source_size(source), 2);
    assert_int_equal(bsh_source_n_notes(source), 3);
    assert_string_equal(bsh_source_note(source, 0),
                        "ledger/a.txt given twice (also as ./ledger/a.txt); counted once");
    assert_string_equal(bsh_source_note(source, 1), "ledger/a.txt given twice; counted once");
    assert_string_equal(bsh_source_note(source, 2), "- given twice; counted once");
}

static void a_missing_file_is_told_with_a_name_like_it(void **state)
{
    (void) state;
    folder("news");
    scratch_write("article.txt", "x");
    scratch_write("artikel.doc", "x");
    scratch_write("news/ferry.txt", "x");
    assert_fails("artcle.txt", BSH_E_READ,
                 "artcle.txt: no such file; did you mean article.txt?");
    assert_fails("news/fery.txt", BSH_E_READ,
                 "news/fery.txt: no such file; did you mean news/ferry.txt?");
    assert_fails("other.txt", BSH_E_READ, "other.txt: no such file");
    assert_fails("nowhere/a.txt", BSH_E_READ, "nowhere/a.txt: no such file");
    assert_fails("ab", BSH_E_READ, "ab: no such file");
    assert_fails("", BSH_E_READ, "an empty name: no such file");
    assert_fails("article.txt/x", BSH_E_READ,
                 "article.txt/x: a part of the path is not a folder");
}

static void a_folder_without_articles_says_what_is_there(void **state)
{
    (void) state;
    folder("f");
    assert_fails(
        "f", BSH_E_EMPTY,
        "f/: no articles found (looked at 0 files); accepted types: broadsheet help input");
    scratch_write("f/1.jpg", "x");
    assert_fails(
        "f/", BSH_E_EMPTY,
        "f/: no articles found (looked at 1 file: 1 image); accepted types: broadsheet "
        "help input");
    scratch_write("f/2.PNG", "x");
    scratch_write("f/3.html", "x");
    scratch_write("f/4.bin", "\1\2\3");
    assert_fails("f", BSH_E_EMPTY,
                 "f/: no articles found (looked at 4 files: 2 images, 1 web page, 1 not text); "
                 "accepted types: broadsheet help input");
}

static void a_list_names_inputs_and_its_bad_names_are_bad_inputs(void **state)
{
    (void) state;
    folder("e");
    scratch_write("a.txt", "x");
    scratch_write("b c.txt", "x");
    scratch_write("list", "a.txt\r\n\nb c.txt\nc.txt\ne");
    assert_int_equal(bsh_source_add_list(source, "list", false, &error), BSH_OK);
    assert_inputs("a.txt=a b c.txt=b c c.txt=c e=e");
    assert_int_equal(bsh__source_problem(source, 1, &error), BSH_OK);
    assert_int_equal(bsh__source_problem(source, 2, &error), BSH_E_READ);
    assert_string_equal(error.message, "c.txt: no such file");
    assert_int_equal(bsh__source_problem(source, 3, &error), BSH_E_EMPTY);
    assert_true(input_at(2)->is_named);
}

static void a_list_may_be_separated_by_nul(void **state)
{
    (void) state;
    scratch_write("a\nb.txt", "x");
    scratch_write("c.txt", "x");
    FILE *const list = fopen("list", "wb");
    assert_non_null(list);
    assert_int_equal(fwrite("a\nb.txt\0c.txt", 1, 13, list), 13);
    assert_int_equal(fclose(list), 0);
    assert_int_equal(bsh_source_add_list(source, "list", true, &error), BSH_OK);
    assert_inputs("a\nb.txt=a\nb c.txt=c");
    assert_int_equal(bsh_source_add_list(source, "list", false, &error), BSH_E_FORMAT);
    assert_string_equal(error.message, "list: holds NUL bytes; see --files0-from");
    assert_int_equal(bsh_source_add_list(source, "none", true, &error), BSH_E_READ);
}

static void many_files_keep_their_numbers(void **state)
{
    (void) state;
    folder("f");
    for (int i = 0; i < 300; ++i) {
        char name[32];
        (void) snprintf(name, sizeof name, "f/%03d.txt", i);
        scratch_write(name, "x");
    }
    add("f");
    add("f");
    assert_int_equal(bsh_source_size(source), 300);
    assert_int_equal(bsh_source_n_notes(source), 300);
    assert_string_equal(input_at(299)->name, "f/299.txt");
    assert_string_equal(input_at(299)->id, "d0300");
}

/* A path longer than the system takes at once is a bad input, not an endless walk. */
static void a_deep_tree_of_folders_is_walked_to_its_end(void **state)
{
    (void) state;
    static const char part[] = "a-folder-with-quite-a-long-name-in-it-so-that-paths-get-long";
    char              here[4096];
    assert_non_null(getcwd(here, sizeof here));
    folder("root");
    assert_int_equal(chdir("root"), 0);
    scratch_write("top.txt", "x");
    for (int i = 0; i < 100; ++i) {
        folder(part);
        assert_int_equal(chdir(part), 0);
    }
    scratch_write("deep.txt", "x");
    assert_int_equal(chdir(here), 0);
    add("root");
    assert_int_equal(bsh_source_size(source), 2);
    assert_int_equal(bsh__source_problem(source, 0, &error), BSH_E_READ);
    assert_int_equal(bsh__source_problem(source, 1, &error), BSH_OK);
    // nftw cannot take away what is too deep for it
    assert_int_equal(chdir("root"), 0);
    for (int i = 0; i < 100; ++i) {
        assert_int_equal(chdir(part), 0);
    }
    assert_int_equal(unlink("deep.txt"), 0);
    for (int i = 0; i < 100; ++i) {
        assert_int_equal(chdir(".."), 0);
        assert_int_equal(rmdir(part), 0);
    }
    assert_int_equal(chdir(here), 0);
}

/* It comes only once, so it is kept; but not more of it than an article may have. */
static void standard_input_is_read_when_it_is_added(void **state)
{
    (void) state;
    bsh_options options;
    bsh_source *small = NULL;
    scratch_write("in", "The ferry runs, at last.");
    assert_non_null(freopen("in", "rb", stdin));
    add("-");
    const bsh__place *const place = bsh__source_places(source);
    assert_true(place->is_kept);
    assert_int_equal(place->bytes.n, 24);
    assert_int_equal(bsh__source_item(source, 0).line, 0);
    bsh_options_init(&options);
    options.max_bytes = 10;
    assert_int_equal(bsh_source_create(&small, &options, &error), BSH_OK);
    assert_non_null(freopen("in", "rb", stdin));
    assert_int_equal(bsh_source_add(small, "-", &error), BSH_E_LIMIT);
    assert_string_equal(error.message,
                        "standard input: over --max-doc 10 bytes per article, skipped");
    assert_int_equal(bsh_source_size(small), 0);
    bsh_source_destroy(small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_a_corpus_of_its_stem, start, stop),
        cmocka_unit_test_setup_teardown(folders_are_read_in_byte_order_of_paths, start, stop),
        cmocka_unit_test_setup_teardown(the_folder_we_are_in_has_its_own_name, start, stop),
        cmocka_unit_test_setup_teardown(hidden_files_and_backups_are_skipped, start, stop),
        cmocka_unit_test_setup_teardown(only_what_may_be_an_article_is_taken_from_a_folder,
                                        start, stop),
        cmocka_unit_test_setup_teardown(links_do_not_lead_out_of_the_folder, start, stop),
        cmocka_unit_test_setup_teardown(pipes_in_a_folder_are_left_alone, start, stop),
        cmocka_unit_test_setup_teardown(a_file_given_twice_is_counted_once, start, stop),
        cmocka_unit_test_setup_teardown(a_missing_file_is_told_with_a_name_like_it, start,
                                        stop),
        cmocka_unit_test_setup_teardown(a_folder_without_articles_says_what_is_there, start,
                                        stop),
        cmocka_unit_test_setup_teardown(a_list_names_inputs_and_its_bad_names_are_bad_inputs,
                                        start, stop),
        cmocka_unit_test_setup_teardown(a_list_may_be_separated_by_nul, start, stop),
        cmocka_unit_test_setup_teardown(standard_input_is_read_when_it_is_added, start, stop),
        cmocka_unit_test_setup_teardown(many_files_keep_their_numbers, start, stop),
        cmocka_unit_test_setup_teardown(a_deep_tree_of_folders_is_walked_to_its_end, start,
                                        stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
