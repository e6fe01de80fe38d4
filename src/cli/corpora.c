#include "corpora.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The text before the first "=" names the corpus, unless the whole is a path that exists. */
static size_t n_of_name(const char *operand)
{
    const char *const equals = strchr(operand, '=');
    return equals == NULL || equals == operand || access(operand, F_OK) == 0
               ? 0
               : (size_t) (equals - operand);
}

static const char *path_of(const char *operand)
{
    size_t const n = n_of_name(operand);
    return n == 0 ? operand : operand + n + 1;
}

/* The last part of a path, without the slashes behind it; of a file without its suffix, but
 * "ledger.example" may be a folder. */
static void last_part(const char *path, size_t *begin, size_t *end)
{
    *end = strlen(path);
    while (*end > 1 && path[*end - 1] == '/') {
        --*end;
    }
    *begin = *end;
    while (*begin > 0 && path[*begin - 1] != '/') {
        --*begin;
    }
    struct stat about;
    bool const  is_folder =
        path[*end] == '/' || (stat(path, &about) == 0 && S_ISDIR(about.st_mode));
    for (size_t i = *end; !is_folder && i > *begin + 1; --i) {
        if (path[i - 1] == '.') {
            *end = i - 1;
            break;
        }
    }
}

char *cli_corpus_name(const char *operand)
{
    size_t const n_name = n_of_name(operand);
    size_t       begin = 0;
    size_t       end = n_name;
    if (n_name == 0 && strcmp(operand, "-") == 0) {
        return strdup("stdin");
    }
    if (n_name == 0) {
        last_part(operand, &begin, &end);
    }
    return strndup(operand + begin, end - begin);
}

/* "ledger/2021 ledger/2022" are called alike only if their last parts are. */
static bsh_status check_pair(const char *first, const char *second, bsh_error *err)
{
    char *const      a = cli_corpus_name(first);
    char *const      b = cli_corpus_name(second);
    bsh_status const status =
        a == NULL || b == NULL ? cli_fail_memory(err)
        : strcmp(a, b) != 0
            ? BSH_OK
            : cli_usage(err, "two corpora are called \"%.60s\"; name them: one=%.60s two=%.60s",
                        a, path_of(first), path_of(second));
    free(a);
    free(b);
    return status;
}

bsh_status cli_corpora_check_number(size_t n_corpora, bsh_error *err)
{
    return n_corpora > CLI_MOST_CORPORA
               ? cli_usage(err, "more than %d corpora; --by names one a value",
                           CLI_MOST_CORPORA)
               : BSH_OK;
}

bsh_status cli_corpora_check(const cli_arguments *arguments, bsh_error *err)
{
    bool const has_lists = arguments->files_from != NULL || arguments->files0_from != NULL;
    if (arguments->fields.by != NULL) {
        return BSH_OK;
    }
    if (has_lists) {
        return cli_usage(err, "a list of files does not say which corpus each is of; "
                              "add --by outlet (the folder of a file), or name folders");
    }
    if (arguments->n_inputs < 2) {
        return cli_usage(err, "two corpora or more are needed: NAME=PATH NAME=PATH; "
                              "or --by outlet, for a folder of folders or records that name "
                              "their outlet");
    }
    // first: the names of 2,500 files ("compare *.txt") took 6 s to be held against each other
    CLI_TRY(cli_corpora_check_number(arguments->n_inputs, err));
    for (size_t i = 0; i < arguments->n_inputs; ++i) {
        for (size_t k = i + 1; k < arguments->n_inputs; ++k) {
            CLI_TRY(check_pair(arguments->inputs[i], arguments->inputs[k], err));
        }
    }
    return BSH_OK;
}

bsh_status cli_corpora_set_fields(bsh_source *source, const cli_arguments *arguments,
                                  bsh_error *err)
{
    bsh_fields fields = arguments->fields;
    if (arguments->block != NULL) {
        fields.carry[fields.n_carry++] = arguments->block;
    }
    if (arguments->cluster != NULL) {
        fields.carry[fields.n_carry++] = arguments->cluster;
    }
    return bsh_source_set_fields(source, &fields, err);
}

const char *cli_block_of(const cli_arguments *arguments, const bsh_input *input)
{
    return arguments->block == NULL || input->carried == NULL ? NULL : input->carried[0];
}

const char *cli_cluster_of(const cli_arguments *arguments, const bsh_input *input)
{
    return arguments->cluster == NULL || input->carried == NULL
               ? NULL
               : input->carried[arguments->block != NULL];
}

bsh_status cli_corpus_add(bsh_source *source, const cli_arguments *arguments,
                          const char *operand, bsh_error *err)
{
    bool const  is_named = arguments->fields.by == NULL || n_of_name(operand) > 0;
    char *const name = is_named ? cli_corpus_name(operand) : NULL;
    if (is_named && name == NULL) {
        return cli_fail_memory(err);
    }
    bsh_status const status = bsh_source_add_as(source, path_of(operand), name, err);
    free(name);
    return status;
}
