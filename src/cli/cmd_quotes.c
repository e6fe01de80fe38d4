/* broadsheet quotes: who says what in one article, whose words the outlets print in several. */
#include "articles.h"
#include "commands.h"
#include "quotes_page.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { VOICES_OF_A_PAGE = 10, LONGEST_PATH = 4096 };

/* What each worker adds up. */
typedef struct worker {
    bsh_tally  *tally;  /* of the article in hand */
    bsh_voices *voices; /* of all its articles; NULL where no page is made of several */
} worker;

typedef struct state {
    bsh_voices_by by;
    bool          has_by;     /* --by was given */
    bool          is_several; /* a page of outlets, not of an article */
    worker       *workers;
    unsigned      n_workers;
    bsh_table    *model; /* whose columns the table of each article has */
    char          path[LONGEST_PATH];
    const char   *folder; /* name of the folder of work */
} state;

static bsh_status make_model(const cli_run *run, state *s, bsh_error *err)
{
    if (!cli_outputs_have_data(&run->outputs)) {
        return BSH_OK;
    }
    return s->has_by ? bsh_voices_table(&s->model, s->by, NULL, err)
                     : bsh_quotes_table(&s->model, NULL, err);
}

/* The last part of the path of the folder of work. */
static void find_folder(state *s)
{
    const char *const path = getcwd(s->path, sizeof s->path);
    const char *const slash = path == NULL ? NULL : strrchr(path, '/');
    s->folder = slash == NULL || slash[1] == '\0' ? "this folder" : slash + 1;
}

static bsh_status begin(cli_run *run, bsh_error *err)
{
    state *const s = run->state;
    find_folder(s);
    s->is_several = bsh_source_size(run->source) != 1 && cli_outputs_have_text(&run->outputs);
    s->n_workers = bsh_corpus_n_threads(run->arguments->jobs);
    s->workers = calloc(s->n_workers, sizeof *s->workers);
    if (s->workers == NULL) {
        return cli_fail_memory(err);
    }
    for (unsigned i = 0; i < s->n_workers; ++i) {
        CLI_TRY(bsh_tally_create(&s->workers[i].tally, s->by, NULL, err));
        if (s->is_several) {
            CLI_TRY(bsh_voices_create(&s->workers[i].voices, s->by, NULL, err));
        }
    }
    return make_model(run, s, err);
}

static bool is_in_folder_of_work(const char *name)
{
    while (strncmp(name, "./", 2) == 0) {
        name += 1 + strspn(name + 1, "/");
    }
    return strchr(name, '/') == NULL && strcmp(name, "-") != 0;
}

/* "quotes *.txt" in the folder of an outlet makes no outlet of each file: they are of the
 * folder, as they are for "quotes .".  A name that was given ("dawn=a.txt") and the outlet of a
 * record stay. */
static bsh_input with_outlet(const state *s, const bsh_input *input)
{
    bsh_input changed = *input;
    if (!input->has_given_corpus && input->is_named && input->line == 0 &&
        is_in_folder_of_work(input->name)) {
        changed.corpus = s->folder;
    }
    return changed;
}

static bsh_status map(cli_run *run, const cli_article *article, cli_result *result,
                      bsh_error *err)
{
    const state *const  s = run->state;
    const worker *const own = &s->workers[article->worker];
    bsh_input const     input = with_outlet(s, article->input);
    if (own->voices != NULL) {
        CLI_TRY(bsh_voices_add(own->voices, &input, article->document, err));
    } else if (article->text != NULL) {
        CLI_TRY(cli_quotes_article(&run->style, article, own->tally, s->has_by, err));
    }
    if (s->model == NULL) {
        return BSH_OK;
    }
    bool const has_codepoints = strcmp(run->arguments->offsets, "codepoint") == 0;
    CLI_TRY(bsh_table_create_like(&result->table, s->model, err));
    return s->has_by
               ? bsh_voices_table_add(result->table, own->tally, &input, article->document, err)
               : bsh_quotes_add(result->table, &input, article->document, has_codepoints, err);
}

/* ---- several articles */

/* A page under way, and how it went. */
typedef struct page_of {
    const cli_run *run;
    bsh_voices    *voices;
    bsh_status     status;
    bsh_error     *err;
} page_of;

static void print_page(FILE *page, void *payload)
{
    page_of *const     p = payload;
    const state *const s = p->run->state;
    size_t const       top = p->run->arguments->top;
    p->status = cli_quotes_outlets(page, &p->run->style, p->voices, s->by,
                                   top == 0 ? VOICES_OF_A_PAGE : top, p->err);
}

static bsh_status finish(cli_run *run, bsh_error *err)
{
    const state *const s = run->state;
    if (!s->is_several) {
        return BSH_OK;
    }
    for (unsigned i = 1; i < s->n_workers; ++i) {
        CLI_TRY(bsh_voices_merge(s->workers[0].voices, s->workers[i].voices, err));
    }
    page_of          page = {run, s->workers[0].voices, BSH_OK, err};
    bsh_status const written = cli_write_page(&run->outputs, print_page, &page, err);
    return page.status != BSH_OK ? page.status : written;
}

static void free_state(state *s)
{
    for (unsigned i = 0; s->workers != NULL && i < s->n_workers; ++i) {
        bsh_tally_destroy(s->workers[i].tally);
        bsh_voices_destroy(s->workers[i].voices);
    }
    free(s->workers);
    bsh_table_destroy(s->model);
}

int cli_quotes(const cli_arguments *arguments)
{
    static const cli_job job = {
        .has_corpora = true, .begin = begin, .map = map, .finish = finish};
    cli_arguments with_outlets = *arguments;
    state         s = {.by = BSH_BY_SPEAKER, .has_by = arguments->quotes_by != NULL};
    with_outlets.fields.by = "outlet"; // the folder of a file, the outlet of a record
    if (s.has_by) {
        s.by = bsh_voices_by_find(arguments->quotes_by);
    }
    int const status = cli_articles_run(&with_outlets, &job, &s, 0);
    free_state(&s);
    return status;
}
