#include "articles.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "corpora.h"
#include "notices.h"

static void result_free(void *payload, void *memory)
{
    (void) payload;
    cli_result *const result = memory;
    if (result == NULL) {
        return;
    }
    bsh_table_destroy(result->table);
    cli_notices_free(result->notices);
    free(result->text);
    if (result->free_extra != NULL) {
        result->free_extra(result->extra);
    } else {
        free(result->extra);
    }
    free(result->problem);
    free(result);
}

bsh_status cli_write_page(cli_outputs *outputs, void (*print)(FILE *page, void *payload),
                          void *payload, bsh_error *err)
{
    char       *data = NULL;
    size_t      n = 0;
    FILE *const page = open_memstream(&data, &n);
    if (page == NULL) {
        return cli_fail_memory(err);
    }
    print(page, payload);
    bool const       has_failed = ferror(page) != 0;
    bsh_status const status = fclose(page) == 0 && !has_failed
                                  ? cli_outputs_text(outputs, data, n, err)
                                  : cli_fail_memory(err);
    free(data);
    return status;
}

static bsh_status map_text(cli_run *run, cli_article *article, cli_result *result,
                           bsh_error *err)
{
    article->text = open_memstream(&result->text, &result->text_size);
    if (article->text == NULL) {
        return cli_fail_memory(err);
    }
    bsh_status const status = run->job->map(run, article, result, err);
    bool const       has_failed = ferror(article->text) != 0;
    return fclose(article->text) == 0 && !has_failed ? status : cli_fail_memory(err);
}

/* An article that was analysed before.  What the command has no use for, or the record lacks,
 * ends nothing. */
static bsh_status map_analysed(cli_run *run, const cli_article *article, cli_result *result,
                               bsh_error *err)
{
    bsh_status status = BSH_E_FORMAT;
    if (run->job->takes_analysed) {
        status = run->job->map(run, article, result, err);
    } else {
        (void) cli_usage(err, "%s: was analysed before; this command needs the article itself",
                         cli_name_end(article->input->name, 100));
    }
    if (status != BSH_E_FORMAT) {
        return status;
    }
    result->problem = calloc(1, sizeof *result->problem);
    if (result->problem == NULL) {
        return cli_fail_memory(err);
    }
    *result->problem = *err;
    result->problem->status = status;
    return BSH_OK;
}

/* What the article was measured with; empty where its record does not say. */
static void note_settings(const cli_run *run, const cli_article *article, cli_result *result)
{
    const char *text = run->own_settings;
    if (article->document == NULL &&
        !bsh_record_text(article->input->record, "settings", &text)) {
        text = "";
    }
    size_t const most = sizeof result->settings - 1;
    memcpy(result->settings, text, strnlen(text, most)); // zeroed: it ends in a NUL
}

static bsh_status map(void *payload, unsigned worker, const bsh_input *input,
                      const bsh_document *document, void **out, bsh_error *err)
{
    cli_run *const    run = payload;
    cli_result *const result = calloc(1, sizeof *result);
    cli_article       article = {worker, input, document, NULL};
    if (result == NULL) {
        return cli_fail_memory(err);
    }
    note_settings(run, &article, result);
    bsh_status status =
        document == NULL || cli_notices_of(&result->notices, run, input, document)
            ? BSH_OK
            : cli_fail_memory(err);
    if (status == BSH_OK && document == NULL) {
        *out = result;
        return map_analysed(run, &article, result, err);
    }
    if (status == BSH_OK) {
        status = cli_outputs_have_text(&run->outputs)
                     ? map_text(run, &article, result, err)
                     : run->job->map(run, &article, result, err);
    }
    if (status != BSH_OK) {
        result_free(NULL, result);
        return status;
    }
    *out = result;
    return BSH_OK;
}

/* An article that could not be read ends nothing, unless --fail-fast says so. */
static bsh_status report_problem(cli_run *run, const bsh_input *input, const bsh_error *problem,
                                 bsh_error *err)
{
    cli_message_kind const kind = input->line != 0  ? CLI_MESSAGE_RECORD
                                  : input->is_named ? CLI_MESSAGE_UNUSED
                                                    : CLI_MESSAGE_SKIPPED;
    cli_message(&run->messages, kind, problem->message);
    run->n_unused += input->is_named;
    if (run->arguments->is_fail_fast) {
        *err = *problem;
        return problem->status;
    }
    return BSH_OK;
}

static bsh_status fail_unlike(const cli_run *run, const bsh_input *input,
                              const cli_result *result, bsh_error *err)
{
    (void) cli_usage(err,
                     "%s: measured with other options or another version than %s (settings %s, "
                     "not %s); analyse both alike",
                     cli_name_end(input->name, 100), run->first_name, result->settings,
                     run->settings);
    err->status = BSH_E_FORMAT;
    return BSH_E_FORMAT;
}

/* Counts that other options made cannot be set side by side: "analyze --quotes only" counted
 * other words.  Where all were made by options that are not those of this run, theirs hold, and
 * that is said. */
static bsh_status check_settings(cli_run *run, const bsh_input *input, const cli_result *result,
                                 bsh_error *err)
{
    char text[400];
    if (run->n_used > 1) {
        return strcmp(run->settings, result->settings) == 0
                   ? BSH_OK
                   : fail_unlike(run, input, result, err);
    }
    memcpy(run->settings, result->settings, sizeof run->settings);
    (void) snprintf(run->first_name, sizeof run->first_name, "%s",
                    cli_name_end(input->name, sizeof run->first_name - 1));
    if (strcmp(run->settings, run->own_settings) == 0) {
        return BSH_OK;
    }
    run->outputs.analysed_settings = run->settings;
    (void) snprintf(text, sizeof text,
                    "%s: analysed with other options or another version than this run has "
                    "(settings %s, not %s); what analyze was given holds",
                    run->first_name, run->settings, run->own_settings);
    cli_message(&run->messages, CLI_MESSAGE_SETTINGS, text);
    return BSH_OK;
}

static bsh_status emit(void *payload, const bsh_input *input, bsh_status status,
                       const bsh_error *problem, void *memory, bsh_error *err)
{
    cli_run *const    run = payload;
    cli_result *const result = memory;
    if (status != BSH_OK) {
        return report_problem(run, input, problem, err);
    }
    if (result->problem != NULL) {
        bsh_status const reported = report_problem(run, input, result->problem, err);
        result_free(NULL, result);
        return reported;
    }
    ++run->n_used;
    cli_notices_print(result->notices, &run->messages);
    bsh_status written = check_settings(run, input, result, err);
    if (written == BSH_OK && run->job->emit != NULL) {
        written = run->job->emit(run, input, result, err);
    }
    if (written == BSH_OK && result->table != NULL) {
        written = cli_outputs_rows(&run->outputs, result->table, err);
    }
    if (written == BSH_OK && result->text_size > 0) {
        written = cli_outputs_text(&run->outputs, result->text, result->text_size, err);
    }
    result_free(NULL, result);
    return written;
}

/* ---- inputs */

static bsh_status add_failed(cli_run *run, const bsh_error *problem)
{
    cli_message(&run->messages, CLI_MESSAGE_UNUSED, problem->message);
    if (problem->status == BSH_E_EMPTY) {
        ++run->n_empty;
    } else {
        ++run->n_unused;
    }
    return run->arguments->is_fail_fast ? problem->status : BSH_OK;
}

/* "term", "quot", "analize", but not "hp" for "help". */
static bool is_near(const char *name, const char *command)
{
    size_t const n = strlen(name);
    return bsh_edit_distance(name, command) * 3U <= n ||
           (n >= 3 && strncmp(name, command, n) == 0);
}

/* "broadsheet analize a.txt": the first operand may be a command with a slip in it. */
static void suggest_command(const cli_arguments *arguments, const char *name, bsh_error *err)
{
    if (arguments->has_command || name != arguments->inputs[0] || err->detail != ENOENT) {
        return;
    }
    for (unsigned id = 0; id < CLI_COMMAND_COUNT; ++id) {
        if (is_near(name, cli_commands[id].name)) {
            (void) cli_usage(err, "%s: no such file; did you mean the command %s?", name,
                             cli_commands[id].name);
            err->status = BSH_E_READ;
            return;
        }
    }
}

static bsh_status add_input(cli_run *run, const char *name, bsh_error *err)
{
    if (strcmp(name, "-") == 0 && isatty(STDIN_FILENO) == 1) {
        cli_message(&run->messages, CLI_MESSAGE_NOTE,
                    "reading from the terminal; Ctrl-D ends the text");
    }
    bsh_status const status = run->job->has_corpora
                                  ? cli_corpus_add(run->source, run->arguments, name, err)
                                  : bsh_source_add(run->source, name, err);
    if (status == BSH_OK || bsh_status_exit(status) == 5) {
        return status;
    }
    if (status == BSH_E_USAGE) {
        return status;
    }
    suggest_command(run->arguments, name, err);
    return add_failed(run, err);
}

static bsh_status add_list(cli_run *run, const char *path, bool is_nul_separated,
                           bsh_error *err)
{
    bsh_status const status = bsh_source_add_list(run->source, path, is_nul_separated, err);
    return status == BSH_OK || bsh_status_exit(status) == 5 ? status : add_failed(run, err);
}

static bool is_stdin(const char *name)
{
    return name != NULL && strcmp(name, "-") == 0;
}

/* What a list was read from is at its end: "-" beside it would be an empty article. */
static bsh_status check_stdin(const cli_arguments *arguments, bsh_error *err)
{
    unsigned n = is_stdin(arguments->files_from) + is_stdin(arguments->files0_from);
    for (size_t i = 0; n > 0 && i < arguments->n_inputs; ++i) {
        n += is_stdin(arguments->inputs[i]);
    }
    return n > 1 ? cli_usage(err, "standard input (-) cannot be read twice") : BSH_OK;
}

static bsh_status add_inputs(cli_run *run, bsh_error *err)
{
    const cli_arguments *const arguments = run->arguments;
    CLI_TRY(bsh_source_create(&run->source, &run->options, err));
    if (run->job->has_corpora) {
        CLI_TRY(cli_corpora_check(arguments, err));
        CLI_TRY(cli_corpora_set_fields(run->source, arguments, err));
    } else {
        CLI_TRY(bsh_source_set_fields(run->source, &arguments->fields, err));
    }
    for (size_t i = 0; i < arguments->n_inputs; ++i) {
        CLI_TRY(add_input(run, arguments->inputs[i], err));
    }
    if (arguments->files_from != NULL) {
        CLI_TRY(add_list(run, arguments->files_from, false, err));
    }
    if (arguments->files0_from != NULL) {
        CLI_TRY(add_list(run, arguments->files0_from, true, err));
    }
    bool const is_silent = arguments->n_inputs == 0 && arguments->files_from == NULL &&
                           arguments->files0_from == NULL;
    if (is_silent) {
        CLI_TRY(add_input(run, "-", err));
    }
    for (size_t i = 0; i < bsh_source_n_notes(run->source); ++i) {
        cli_message(&run->messages, CLI_MESSAGE_NOTE, bsh_source_note(run->source, i));
    }
    return BSH_OK;
}

/* "broadsheet a.txt -o a.txt" would put the page in the article's place; the page of an earlier
 * run in the folder that is measured would count as an article. */
static bsh_status check_outputs(const cli_run *run, bsh_error *err)
{
    for (size_t i = 0; i < run->outputs.n; ++i) {
        const char *const path = run->outputs.items[i].path;
        if (path != NULL && run->outputs.items[i].temporary != NULL &&
            bsh_source_has(run->source, path)) {
            return cli_usage(err, "--output %s is an input too; give it another name or folder",
                             path);
        }
    }
    return BSH_OK;
}

/* ---- the run */

static void warn_of_cut_cells(cli_run *run)
{
    for (size_t i = 0; i < run->outputs.n; ++i) {
        const cli_output *const output = &run->outputs.items[i];
        uint64_t const          n_cut = cli_output_n_cut(output);
        char                    text[512];
        if (n_cut > 0) {
            (void) snprintf(text, sizeof text,
                            "%s: %llu cell%s cut to the 32,767 characters a spreadsheet keeps; "
                            "whole without --excel",
                            output->path == NULL ? "standard output"
                                                 : cli_name_end(output->path, 300),
                            (unsigned long long) n_cut, n_cut == 1 ? "" : "s");
            cli_message(&run->messages, CLI_MESSAGE_CUT, text);
        }
    }
}

static bsh_status run_steps(cli_run *run, unsigned default_set, bsh_error *err)
{
    const cli_arguments *const arguments = run->arguments;
    bsh_consumer const         consumer = {run, map, emit, result_free};
    CLI_TRY(cli_library_options(arguments, &run->options, err));
    bsh_settings_fingerprint(run->own_settings, &run->options);
    CLI_TRY(check_stdin(arguments, err));
    if (default_set != 0) {
        const char *const standard = default_set == BSH_SET_KEY ? "key" : "core";
        const char *const list = arguments->measures == NULL ? standard : arguments->measures;
        CLI_TRY(bsh_selection_parse(&run->selection, list, default_set, err));
        run->selection.has_terms = arguments->has_terms;
    }
    CLI_TRY(cli_outputs_open(&run->outputs, arguments, err));
    if (run->job->text_only != NULL && cli_outputs_have_data(&run->outputs)) {
        return cli_usage(err, "%s", run->job->text_only);
    }
    run->style = cli_style_of(&run->outputs, arguments);
    run->messages.is_ascii = run->style.is_ascii;
    CLI_TRY(add_inputs(run, err));
    CLI_TRY(check_outputs(run, err));
    if (run->job->begin != NULL) {
        CLI_TRY(run->job->begin(run, err));
    }
    CLI_TRY(bsh_corpus_run(run->source, &run->options, arguments->jobs, &consumer, err));
    if (run->n_used == 0) {
        return BSH_OK;
    }
    if (run->job->finish != NULL) {
        CLI_TRY(run->job->finish(run, err));
    }
    if (run->is_void) {
        return BSH_OK;
    }
    CLI_TRY(cli_outputs_commit(&run->outputs, err));
    warn_of_cut_cells(run);
    return BSH_OK;
}

/* The highest that applies, but 1 before 3 where nothing is left: a missing file is the reason.
 */
static int exit_status(const cli_run *run, bsh_status status)
{
    bool const is_partly_unused = run->n_unused > 0 || (run->n_empty > 0 && run->n_used > 0);
    if (status != BSH_OK) {
        return bsh_status_exit(status);
    }
    if (run->n_used > 0 && run->outcome != 0) {
        return run->outcome;
    }
    if (is_partly_unused) {
        return 1;
    }
    if (run->n_used == 0) {
        return 3;
    }
    return run->arguments->is_strict && cli_messages_warnings(&run->messages) > 0 ? 1 : 0;
}

int cli_articles_run(const cli_arguments *arguments, const cli_job *job, void *state,
                     unsigned default_set)
{
    cli_run run = {
        .arguments = arguments, .job = job, .state = state, .is_checked = default_set != 0};
    bsh_error err = {0};
    run.messages.is_quiet = arguments->is_quiet;
    run.messages.is_verbose = arguments->is_verbose;
    bsh_status const status = run_steps(&run, default_set, &err);
    bool const       was_told = arguments->is_fail_fast && run.n_unused + run.n_empty > 0;
    if (status != BSH_OK && !was_told) {
        cli_message(&run.messages, CLI_MESSAGE_ERROR, err.message);
    }
    if (status == BSH_OK && run.n_used == 0 && run.n_unused + run.n_empty == 0) {
        cli_message(&run.messages, CLI_MESSAGE_ERROR, "no usable article");
    }
    cli_messages_end(&run.messages);
    cli_outputs_discard(&run.outputs);
    bsh_source_destroy(run.source);
    return exit_status(&run, status);
}
