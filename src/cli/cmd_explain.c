/* broadsheet explain: what a measure is, and its worked calculation for an article. */
#include "articles.h"
#include "commands.h"
#include "page.h"
#include "word_list.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void print_wrapped(FILE *out, const cli_style *style, const char *text)
{
    unsigned column = 0;
    while (*text != '\0') {
        size_t const n = strcspn(text, " ");
        if (column > 0 && column + 1 + n > style->width - 2) {
            (void) fputc('\n', out);
            column = 0;
        }
        (void) fprintf(out, "%s%.*s", column == 0 ? "  " : " ", (int) n, text);
        column += (unsigned) n + (column == 0 ? 2 : 1);
        text += n + (text[n] == ' ');
    }
    (void) fputc('\n', out);
}

static void print_range(FILE *out, const bsh_measure *measure)
{
    char low[64], high[64];
    if (measure->low < measure->high) {
        (void) bsh_number_fixed(low, measure->low,
                                measure->decimals > 1 ? measure->decimals : 0);
        (void) bsh_number_fixed(high, measure->high,
                                measure->decimals > 1 ? measure->decimals : 0);
        (void) fprintf(out, "  usual in newspapers   %s to %s\n", low, high);
    }
}

static void print_measure(FILE *out, const cli_style *style, const bsh_measure *measure)
{
    const char *const direction = bsh_direction_name(measure->direction);
    cli_ink_set(out, style, CLI_INK_BOLD);
    (void) fputs(measure->label, out);
    cli_ink_set(out, style, CLI_INK_PLAIN);
    (void) fprintf(out, " (%s): %s%s%s\n\n", measure->id, measure->unit,
                   direction[0] != '\0' ? ", higher = " : "", direction);
    print_wrapped(out, style, measure->formula);
    (void) fprintf(out, "\n  source                %s\n", measure->source);
    (void) fprintf(out, "  made from             %s\n", measure->inputs);
    if (measure->min_words > 0) {
        (void) fprintf(out, "  advised sample        %u words or more\n", measure->min_words);
    }
    if (measure->min_sentences > 0) {
        (void) fprintf(out, "  advised sample        %u sentences or more\n",
                       measure->min_sentences);
    }
    print_range(out, measure);
    if (measure->caveat[0] != '\0') {
        (void) fputc('\n', out);
        print_wrapped(out, style, measure->caveat);
    }
}

/* ---- the worked calculation */

static const bsh_count_row *count_named(const char *name, size_t n)
{
    for (size_t i = 0; i < bsh_count_table_size(); ++i) {
        const bsh_count_row *const row = bsh_count_table_at(i);
        if (strlen(row->id) == n && strncmp(row->id, name, n) == 0) {
            return row;
        }
    }
    return NULL;
}

/* Words that --quotes leaves out are below the line of a share of quotes all the same. */
static uint64_t words_aside(const bsh_measure *measure, const bsh_counts *counts)
{
    bool const is_of_words = strcmp(measure->family, "quotation") == 0 &&
                             measure->denominator != NULL &&
                             strcmp(measure->denominator, "words") == 0;
    return is_of_words ? counts->words_set_aside : 0;
}

static void print_inputs(FILE *out, const bsh_measure *measure, const bsh_counts *counts)
{
    for (const char *at = measure->inputs; *at != '\0';) {
        size_t const               n = strcspn(at, " ");
        const bsh_count_row *const row = count_named(at, n);
        char                       number[32];
        bool const                 is_looked_for =
            row != NULL && (row->set != BSH_COUNT_ENGLISH || counts->is_english);
        if (is_looked_for) {
            bool const is_estimated =
                !counts->is_english && strstr(row->id, "syllable") != NULL;
            (void) fprintf(out, "  %-22s%8s   %s%s\n", row->id,
                           cli_grouped(number, bsh_count_value(row, counts)), row->meaning,
                           is_estimated ? ", estimated" : "");
        }
        at += n + (at[n] == ' ');
    }
    uint64_t const n_aside = words_aside(measure, counts);
    if (n_aside > 0) {
        char number[32];
        (void) fprintf(out,
                       "  %-22s%8s   words that --quotes leaves out; all are counted here\n",
                       "words set aside", cli_grouped(number, n_aside));
    }
}

static bool is_name_character(char c)
{
    return isalnum((unsigned char) c) != 0 || c == '_';
}

/* True if every name in the formula is a count: then numbers can stand in their place. */
static bool is_worked(const char *formula)
{
    bool has_count = false;
    for (const char *at = formula; *at != '\0';) {
        size_t n = 0;
        while (is_name_character(at[n])) {
            ++n;
        }
        bool const is_name = n > 0 && isalpha((unsigned char) at[0]) != 0;
        if (is_name && count_named(at, n) == NULL && strncmp(at, "sqrt", n) != 0) {
            return false;
        }
        has_count = has_count || is_name;
        at += n > 0 ? n : 1;
    }
    return has_count;
}

/* "1.015 words/sentences" becomes "1.015 x 784/42". */
static void print_worked(FILE *out, const cli_style *style, const bsh_measure *measure,
                         const bsh_counts *counts)
{
    char previous = '\0';
    for (const char *at = measure->formula; *at != '\0';) {
        size_t n = 0;
        while (is_name_character(at[n])) {
            ++n;
        }
        const bsh_count_row *const row = count_named(at, n);
        if (row != NULL) {
            bool const is_words = strcmp(row->id, "words") == 0;
            (void) fprintf(
                out, "%s%llu",
                isdigit((unsigned char) previous) != 0 ? (style->is_ascii ? "x " : "× ") : "",
                (unsigned long long) (bsh_count_value(row, counts) +
                                      (is_words ? words_aside(measure, counts) : 0)));
        } else {
            n = n > 0 ? n : 1;
            (void) fwrite(at, 1, n, out);
        }
        previous = at[n - 1] == ' ' ? previous : at[n - 1];
        at += n;
    }
}

static void print_value(FILE *out, const cli_style *style, const bsh_measure *measure,
                        const bsh_counts *counts)
{
    bsh_value const value = bsh_measure_value(measure, counts);
    char            number[64];
    (void) fputs("\n  ", out);
    if (value.presence != BSH_PRESENT) {
        (void) fprintf(out, "%s has no value here: %s\n", measure->id,
                       bsh_presence_reason(value.presence));
        return;
    }
    if (is_worked(measure->formula)) {
        print_worked(out, style, measure, counts);
    } else {
        (void) fputs(measure->id, out);
    }
    (void) bsh_number_fixed(number, value.number, measure->decimals + 2);
    (void) fprintf(out, " = %s", number);
    if (bsh_measure_band(measure, value.number)[0] != '\0') {
        (void) fprintf(out, "   (%s)", bsh_measure_band(measure, value.number));
    }
    (void) fputs(value.is_advised ? "\n" : "\n  flagged: under the advised sample\n", out);
}

/* ---- the job */

static const char text_only[] = "explain: prints text only; say -o FILE.txt";

typedef struct state {
    const bsh_measure *measure;
    const cli_style   *style;
    bool               is_described; /* the measure itself is printed */
} state;

static bsh_status map(cli_run *run, const cli_article *article, cli_result *result,
                      bsh_error *err)
{
    const state *const      s = run->state;
    const bsh_counts *const counts = bsh_document_counts(article->document);
    const char *const       name = article->input->name;
    (void) result;
    (void) fputc('\n', article->text);
    (void) cli_print_visible_middle(article->text, &run->style,
                                    (bsh_string){name, strlen(name)}, run->style.width);
    (void) fputc('\n', article->text);
    print_inputs(article->text, s->measure, counts);
    print_value(article->text, &run->style, s->measure, counts);
    return cli_word_list_print(article->text, &run->style, s->measure, article->document)
               ? BSH_OK
               : cli_fail_memory(err);
}

static void print_described(FILE *page, void *payload)
{
    const state *const s = payload;
    print_measure(page, s->style, s->measure);
}

/* The measure stands above the first article. */
static bsh_status emit(cli_run *run, const bsh_input *input, cli_result *result, bsh_error *err)
{
    state *const s = run->state;
    (void) input;
    (void) result;
    if (s->is_described) {
        return BSH_OK;
    }
    s->is_described = true;
    s->style = &run->style;
    return cli_write_page(&run->outputs, print_described, s, err);
}

static bsh_status find_measure(const cli_arguments *arguments, const bsh_measure **measure,
                               bsh_error *err)
{
    bsh_selection selection;
    if (arguments->n_inputs == 0) {
        return cli_usage(err, "explain: which measure?  (broadsheet measures lists all)");
    }
    *measure = bsh_measure_find(arguments->inputs[0]);
    if (*measure != NULL) {
        return BSH_OK;
    }
    CLI_TRY(bsh_selection_parse(&selection, arguments->inputs[0], BSH_SET_CORE, err));
    return cli_usage(err, "explain: \"%s\" is no single measure", arguments->inputs[0]);
}

/* The measure itself, without an article. */
static bsh_status print_alone(const cli_arguments *arguments, state *s, cli_outputs *outputs,
                              bsh_error *err)
{
    CLI_TRY(cli_outputs_open(outputs, arguments, err));
    if (cli_outputs_have_data(outputs)) {
        return cli_usage(err, "%s", text_only);
    }
    cli_style const style = cli_style_of(outputs, arguments);
    s->style = &style;
    CLI_TRY(cli_write_page(outputs, print_described, s, err));
    return cli_outputs_commit(outputs, err);
}

int cli_explain(const cli_arguments *arguments)
{
    static const cli_job job = {.text_only = text_only, .map = map, .emit = emit};
    bsh_error            err = {0};
    state                s = {0};
    if (find_measure(arguments, &s.measure, &err) != BSH_OK) {
        return cli_refuse(&err);
    }
    cli_arguments inputs = *arguments;
    ++inputs.inputs;
    --inputs.n_inputs;
    if (inputs.n_inputs > 0 || inputs.files_from != NULL || inputs.files0_from != NULL) {
        return cli_articles_run(&inputs, &job, &s, 0);
    }
    cli_outputs      outputs = {0};
    bsh_status const status = print_alone(arguments, &s, &outputs, &err);
    cli_outputs_discard(&outputs);
    return status == BSH_OK ? 0 : cli_refuse(&err);
}
