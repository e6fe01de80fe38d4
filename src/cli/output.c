#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "messages.h"

/* ---- temporary names, for the signal handler: SIGINT must not leave .broadsheet.x7Qa21 behind
 */

static char *volatile pending[CLI_MOST_OUTPUTS];

static void remove_pending(int number)
{
    for (size_t i = 0; i < CLI_MOST_OUTPUTS; ++i) {
        if (pending[i] != NULL) {
            (void) unlink(pending[i]);
        }
    }
    (void) signal(number, SIG_DFL);
    (void) raise(number);
}

static void catch_signals(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; ++i) {
        struct sigaction before = {0};
        struct sigaction action = {0};
        // nohup has it ignored: a closed terminal is to end nothing
        if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler == SIG_IGN) {
            continue;
        }
        action.sa_handler = remove_pending;
        (void) sigemptyset(&action.sa_mask);
        (void) sigaction(numbers[i], &action, NULL);
    }
}

/* ---- opening */

static bsh_status fail_write(const cli_output *output, int number, bsh_error *err)
{
    static const struct {
        int         number;
        const char *text;
    } texts[] = {
        {ENOENT, "no such folder"},       {EACCES, "permission denied"},
        {EROFS, "read-only file system"}, {ENOSPC, "no space left on device"},
        {EDQUOT, "disk quota exceeded"},  {EFBIG, "file too large"},
        {EISDIR, "is a folder"},          {ENOTDIR, "a part of the path is not a folder"},
        {EBADF, "not open for writing"}};
    const char *text = "cannot be written";
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
        text = texts[i].number == number ? texts[i].text : text;
    }
    const char *const path = output->path == NULL ? "standard output" : output->path;
    const char *const name = cli_name_end(path, sizeof err->message / 2);
    (void) snprintf(err->message, sizeof err->message, "%s%s: %s%s", name > path ? "…" : "",
                    name, text, output->temporary == NULL ? "" : "; nothing replaced");
    err->detail = number;
    return err->status = BSH_E_WRITE;
}

static const char *format_of_suffix(const char *path)
{
    const char *const dot = strrchr(path, '.');
    if (dot == NULL || strchr(dot, '/') != NULL) {
        return "text";
    }
    if (strcmp(dot, ".txt") == 0) {
        return "text";
    }
    for (size_t i = 0; bsh_format_name(i) != NULL; ++i) {
        if (strcmp(dot + 1, bsh_format_name(i)) == 0) {
            return bsh_format_name(i);
        }
    }
    return NULL;
}

/* A new file beside the old one, with the rights of that, else those of a new file.  Its name
 * does not grow with the other's, which may be as long as the system takes. */
static int open_temporary(cli_output *output, const struct stat *old)
{
    static const char name[] = ".broadsheet.XXXXXX";
    const char *const slash = strrchr(output->path, '/');
    size_t const      n_folder = slash != NULL ? (size_t) (slash + 1 - output->path) : 0;
    size_t const      n = n_folder + sizeof name;
    output->temporary = malloc(n);
    if (output->temporary == NULL) {
        errno = ENOMEM;
        return -1;
    }
    memcpy(output->temporary, output->path, n_folder);
    memcpy(output->temporary + n_folder, name, sizeof name);
    int const fd = mkstemp(output->temporary);
    if (fd < 0) {
        free(output->temporary);
        output->temporary = NULL;
        return -1;
    }
    mode_t const mask = umask(0);
    (void) umask(mask);
    (void) fchmod(fd, old != NULL ? old->st_mode & 0777 : 0666 & ~mask);
    return fd;
}

/* Devices and pipes are written in place: /dev/full cannot be replaced by a file. */
static bsh_status open_file(cli_output *output, size_t index, bsh_error *err)
{
    struct stat status;
    bool const  exists = stat(output->path, &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
        return fail_write(output, EISDIR, err);
    }
    if (exists && S_ISREG(status.st_mode) && access(output->path, W_OK) != 0) {
        return fail_write(output, errno, err);
    }
    output->fd = exists && !S_ISREG(status.st_mode)
                     ? open(output->path, O_WRONLY | O_CLOEXEC)
                     : open_temporary(output, exists ? &status : NULL);
    if (output->fd < 0) {
        return fail_write(output, errno, err);
    }
    pending[index] = output->temporary;
    return BSH_OK;
}

static bsh_status choose_format(cli_output *output, const cli_arguments *arguments,
                                bsh_error *err)
{
    bool const is_overridden = arguments->n_outputs <= 1 && arguments->format != NULL;
    if (output->path == NULL || is_overridden) {
        output->format = arguments->format != NULL ? arguments->format : "text";
        return BSH_OK;
    }
    output->format = format_of_suffix(output->path);
    return output->format != NULL
               ? BSH_OK
               : cli_usage(err,
                           "%s: the suffix tells no format that there is: .txt .csv .tsv "
                           ".json .jsonl; or say --format",
                           output->path);
}

static void format_options(const cli_arguments *arguments, bsh_write_options *options)
{
    bsh_write_options_init(options);
    options->is_excel = arguments->is_excel;
    options->has_raw_cells = arguments->has_raw_cells;
    options->separator = arguments->csv_separator[0];
    options->decimal = arguments->decimal[0];
    options->na = arguments->na;
    options->digits = (int) (arguments->digits > 17 ? 17 : arguments->digits);
}

static bsh_status check_marks(const cli_arguments *arguments, const char *format,
                              bsh_error *err)
{
    bsh_write_options options;
    if (strlen(arguments->csv_separator) != 1) {
        return cli_usage(
            err, "--csv-sep \"%s\" is not one ASCII character; for tabs say --format tsv",
            arguments->csv_separator);
    }
    if (strlen(arguments->decimal) != 1) {
        return cli_usage(err, "--decimal \"%s\" is not one ASCII character",
                         arguments->decimal);
    }
    format_options(arguments, &options);
    return bsh_write_options_check(&options, format, err);
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat first;
    struct stat second;
    return strcmp(a, b) == 0 ||
           (stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev &&
            first.st_ino == second.st_ino);
}

/* Of two outputs of one name only the last would be left. */
static bsh_status check_names(const cli_arguments *arguments, bsh_error *err)
{
    for (size_t i = 0; i < arguments->n_outputs; ++i) {
        if (arguments->outputs[i][0] == '\0') {
            return cli_usage(err, "--output: an empty name");
        }
        for (size_t k = 0; k < i; ++k) {
            if (is_same_file(arguments->outputs[k], arguments->outputs[i])) {
                return cli_usage(err, "--output %s is given twice", arguments->outputs[i]);
            }
        }
    }
    return BSH_OK;
}

bsh_status cli_outputs_open(cli_outputs *outputs, const cli_arguments *arguments,
                            bsh_error *err)
{
    *outputs = (cli_outputs){.arguments = arguments};
    bsh_options options;
    bsh_options_init(&options);
    options.language = arguments->language;
    options.verbs = arguments->verb_table;
    cli_verbs_fingerprint(outputs->verbs, &options);
    size_t const n = arguments->n_outputs == 0 ? 1 : arguments->n_outputs;
    CLI_TRY(check_names(arguments, err));
    catch_signals();
    for (size_t i = 0; i < n; ++i) {
        cli_output *const output = &outputs->items[i];
        output->path = arguments->n_outputs == 0 || strcmp(arguments->outputs[i], "-") == 0
                           ? NULL
                           : arguments->outputs[i];
        output->fd = STDOUT_FILENO;
        CLI_TRY(choose_format(output, arguments, err));
        CLI_TRY(check_marks(arguments, output->format, err));
        if (output->path != NULL) {
            CLI_TRY(open_file(output, i, err));
        }
        ++outputs->n;
    }
    return BSH_OK;
}

bool cli_outputs_have_text(const cli_outputs *outputs)
{
    bool found = false;
    for (size_t i = 0; i < outputs->n; ++i) {
        found = found || strcmp(outputs->items[i].format, "text") == 0;
    }
    return found;
}

bool cli_outputs_have_data(const cli_outputs *outputs)
{
    bool found = false;
    for (size_t i = 0; i < outputs->n; ++i) {
        found = found || strcmp(outputs->items[i].format, "text") != 0;
    }
    return found;
}

bool cli_outputs_have_json(const cli_outputs *outputs)
{
    bool found = false;
    for (size_t i = 0; i < outputs->n; ++i) {
        found = found || strncmp(outputs->items[i].format, "json", 4) == 0; // or "jsonl"
    }
    return found;
}

/* ---- writing */

static bsh_status write_all(void *payload, const char *data, size_t n_bytes, bsh_error *err)
{
    const cli_output *const output = payload;
    while (n_bytes > 0) {
        ssize_t const written = write(output->fd, data, n_bytes);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return fail_write(output, errno, err);
        }
        data += written;
        n_bytes -= (size_t) written;
    }
    return BSH_OK;
}

static bool keep_byte(cli_output *output, char byte)
{
    if (output->n_line == output->line_capacity) {
        size_t const capacity = output->line_capacity == 0 ? 256 : output->line_capacity * 2;
        char *const  line = realloc(output->line, capacity);
        if (line == NULL) {
            return false;
        }
        output->line = line;
        output->line_capacity = capacity;
    }
    output->line[output->n_line++] = byte;
    return true;
}

static bsh_status show_line(cli_output *output, bsh_error *err)
{
    bsh_string const line = {output->line, output->n_line};
    bool const       is_ascii = output->is_ascii;
    size_t const     n = output->n_line == 0 ? 0 : bsh_text_visible(NULL, 0, line, is_ascii);
    output->n_line = 0;
    if (n == 0) {
        return BSH_OK;
    }
    char *const visible = malloc(n + 1);
    if (visible == NULL) {
        return cli_fail_memory(err);
    }
    (void) bsh_text_visible(visible, n + 1, line, is_ascii);
    bsh_status const status = write_all(output, visible, n, err);
    free(visible);
    return status;
}

/* Data for a terminal: an escape sequence in the name of a file is shown, not obeyed.  Line by
 * line, for a piece may end within a character. */
static bsh_status write_visible(void *payload, const char *data, size_t n_bytes, bsh_error *err)
{
    cli_output *const output = payload;
    for (size_t i = 0; i < n_bytes; ++i) {
        if (data[i] == '\n' || data[i] == '\t') {
            CLI_TRY(show_line(output, err));
            CLI_TRY(write_all(output, &data[i], 1, err));
        } else if (!keep_byte(output, data[i])) {
            return cli_fail_memory(err);
        }
    }
    return BSH_OK;
}

/* Options that are told where they are given only: what is older has none of them. */
static size_t add_rare(const cli_outputs *outputs, bsh_meta *meta)
{
    size_t n = 0;
    if (outputs->arguments->counts_orders) {
        meta[n++] = (bsh_meta){"orders", "reported"};
    }
    if (outputs->verbs[0] != '\0') {
        meta[n++] = (bsh_meta){"verbs", outputs->verbs};
    }
    return n;
}

/* What made the numbers, for the `meta` of JSON. */
static size_t meta_of(const cli_outputs *outputs, bsh_meta meta[16])
{
    const cli_arguments *const arguments = outputs->arguments;
    size_t                     n = 0;
    bsh_meta const             fixed[] = {
                    {"version", bsh_version()},
                    {"icu", bsh_version_icu()},
                    {"unicode", bsh_version_unicode()},
                    {"gsl", bsh_version_gsl()},
                    {"word_lists", bsh_version_word_lists()},
                    {"language", arguments->language},
                    {"syllables", arguments->syllables},
                    {"style", arguments->style},
                    {"quotes", arguments->quotes},
                    {"keep", arguments->keep == NULL ? "" : arguments->keep},
                    {"drop", arguments->drop == NULL ? "" : arguments->drop},
    };
    // options of this run did not make what was analysed with others
    bool const   is_own = outputs->analysed_settings == NULL;
    size_t const n_fixed = is_own ? sizeof fixed / sizeof fixed[0] : 5;
    for (; n < n_fixed; ++n) {
        meta[n] = fixed[n];
    }
    if (!is_own) {
        meta[n++] = (bsh_meta){"analysed_settings", outputs->analysed_settings};
        return n;
    }
    return n + add_rare(outputs, meta + n);
}

static bsh_status begin(cli_outputs *outputs, cli_output *output, const bsh_table *like,
                        bsh_error *err)
{
    cli_style const   style = cli_style_of(outputs, outputs->arguments);
    bsh_write_options options;
    bsh_meta          meta[16];
    // aligned text is visible already; only of data do the bytes matter to a program
    bool const     is_shown = strcmp(output->format, "text") != 0 && isatty(output->fd) == 1;
    bsh_sink const sink = {is_shown ? write_visible : write_all, output};
    output->is_ascii = style.is_ascii;
    format_options(outputs->arguments, &options);
    options.width = style.width;
    options.is_ascii = style.is_ascii;
    options.meta = meta;
    options.n_meta = meta_of(outputs, meta);
    options.schema = outputs->schema;
    options.settings = outputs->settings;
    options.n_settings = outputs->n_settings;
    return bsh_writer_create(&output->writer, output->format, like, &options, &sink, err);
}

static bsh_status rows_to(cli_outputs *outputs, const bsh_table *table, bool has_text,
                          bsh_error *err)
{
    for (size_t i = 0; i < outputs->n; ++i) {
        cli_output *const output = &outputs->items[i];
        if (!has_text && strcmp(output->format, "text") == 0) {
            continue;
        }
        if (output->writer == NULL) {
            CLI_TRY(begin(outputs, output, table, err));
        }
        CLI_TRY(bsh_writer_rows(output->writer, table, err));
    }
    return BSH_OK;
}

bsh_status cli_outputs_rows(cli_outputs *outputs, const bsh_table *table, bsh_error *err)
{
    return rows_to(outputs, table, false, err);
}

bsh_status cli_outputs_table(cli_outputs *outputs, const bsh_table *table, bsh_error *err)
{
    return rows_to(outputs, table, true, err);
}

static bsh_status document_to(cli_outputs *outputs, cli_output *output,
                              bsh_table *const *tables, size_t n, bsh_error *err)
{
    for (size_t i = 0; i < n; ++i) {
        CLI_TRY(i == 0 ? begin(outputs, output, tables[i], err)
                       : bsh_writer_next(output->writer, tables[i], err));
        CLI_TRY(bsh_writer_rows(output->writer, tables[i], err));
    }
    return BSH_OK;
}

bsh_status cli_outputs_document(cli_outputs *outputs, bsh_table *const *tables, size_t n,
                                size_t main_index, bsh_error *err)
{
    for (size_t i = 0; i < outputs->n; ++i) {
        cli_output *const output = &outputs->items[i];
        if (strcmp(output->format, "json") == 0) {
            CLI_TRY(document_to(outputs, output, tables, n, err));
        } else if (strcmp(output->format, "text") != 0) {
            CLI_TRY(document_to(outputs, output, tables + main_index, 1, err));
        }
    }
    return BSH_OK;
}

bsh_status cli_outputs_text(cli_outputs *outputs, const char *text, size_t n_bytes,
                            bsh_error *err)
{
    for (size_t i = 0; i < outputs->n; ++i) {
        if (strcmp(outputs->items[i].format, "text") == 0) {
            CLI_TRY(write_all(&outputs->items[i], text, n_bytes, err));
        }
    }
    return BSH_OK;
}

/* ---- the end */

static bsh_status finish(cli_output *output, bsh_error *err)
{
    if (output->writer != NULL) {
        CLI_TRY(bsh_writer_end(output->writer, err));
        CLI_TRY(show_line(output, err));
    }
    if (output->temporary != NULL && fsync(output->fd) != 0 && errno != EINVAL &&
        errno != EROFS) {
        return fail_write(output, errno, err);
    }
    int const fd = output->fd;
    output->fd = -1;
    return close(fd) == 0 || errno == EINTR ? BSH_OK : fail_write(output, errno, err);
}

bsh_status cli_outputs_commit(cli_outputs *outputs, bsh_error *err)
{
    for (size_t i = 0; i < outputs->n; ++i) {
        CLI_TRY(finish(&outputs->items[i], err));
    }
    for (size_t i = 0; i < outputs->n; ++i) {
        cli_output *const output = &outputs->items[i];
        if (output->temporary == NULL) {
            continue;
        }
        if (rename(output->temporary, output->path) != 0) {
            return fail_write(output, errno, err);
        }
        pending[i] = NULL;
        free(output->temporary);
        output->temporary = NULL;
    }
    return BSH_OK;
}

uint64_t cli_output_n_cut(const cli_output *output)
{
    return output->writer != NULL ? bsh_writer_n_cut(output->writer) : 0;
}

void cli_outputs_discard(cli_outputs *outputs)
{
    for (size_t i = 0; i < CLI_MOST_OUTPUTS; ++i) {
        cli_output *const output = &outputs->items[i];
        bsh_writer_destroy(output->writer);
        output->writer = NULL;
        free(output->line);
        output->line = NULL;
        if (output->temporary != NULL) {
            pending[i] = NULL;
            (void) close(output->fd);
            (void) unlink(output->temporary);
            free(output->temporary);
            output->temporary = NULL;
        }
    }
}
