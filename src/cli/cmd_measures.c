/* broadsheet measures: the registry, for people and for programs. */
#include "articles.h"
#include "commands.h"

#include <string.h>

static void print_measures(FILE *out, void *payload)
{
    const bsh_selection *const selection = payload;
    const char                *family = "";
    for (size_t i = 0; i < selection->n_measures; ++i) {
        const bsh_measure *const measure = selection->measures[i];
        if (strcmp(family, measure->family) != 0) {
            (void) fprintf(out, "%s%s\n", i == 0 ? "" : "\n", measure->family);
            family = measure->family;
        }
        const char *const direction = bsh_direction_name(measure->direction);
        (void) fprintf(out, "  %-21s%s (%s%s%s)\n", measure->id, measure->label, measure->unit,
                       direction[0] != '\0' ? ", higher = " : "", direction);
    }
    (void) fputs("\nbroadsheet explain ID says how one is computed.\n", out);
}

static bsh_status write_measures(const cli_arguments *arguments, cli_outputs *outputs,
                                 bsh_error *err)
{
    bsh_selection     selection;
    bsh_table        *table;
    const char *const list = arguments->measures == NULL ? "all" : arguments->measures;
    CLI_TRY(bsh_selection_parse(&selection, list, BSH_SET_CORE, err));
    CLI_TRY(cli_outputs_open(outputs, arguments, err));
    CLI_TRY(cli_write_page(outputs, print_measures, &selection, err));
    CLI_TRY(bsh_measures_table(&table, &selection, NULL, err));
    bsh_status const status = cli_outputs_rows(outputs, table, err);
    bsh_table_destroy(table);
    CLI_TRY(status);
    return cli_outputs_commit(outputs, err);
}

int cli_measures(const cli_arguments *arguments)
{
    cli_outputs outputs = {0};
    bsh_error   err = {0};
    if (arguments->n_inputs > 0) {
        (void) cli_usage(
            &err, "measures: takes no input; broadsheet explain %s says more of one measure",
            arguments->inputs[0]);
        return cli_refuse(&err);
    }
    bsh_status const status = write_measures(arguments, &outputs, &err);
    cli_outputs_discard(&outputs);
    return status == BSH_OK ? 0 : cli_refuse(&err);
}
