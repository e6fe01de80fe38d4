/* broadsheet segment: units, one a line; or paragraphs with the rule that made each. */
#include "articles.h"
#include "commands.h"
#include "page.h"

#include <string.h>

/* White space inside a unit folds to one blank: a sentence of wrapped text is one line.  The
 * source's own characters, but on a terminal made visible. */
static void print_unit(FILE *text, const cli_style *style, bsh_string unit)
{
    bool is_blank_due = false;
    if (style->is_terminal) {
        cli_print_visible(text, style, unit, 0);
        return;
    }
    for (size_t i = 0; i < unit.n_bytes; ++i) {
        unsigned const n = bsh_text_space(unit, i);
        if (n > 0) {
            is_blank_due = true;
            i += n - 1;
            continue;
        }
        if (is_blank_due) {
            (void) fputc(' ', text);
        }
        is_blank_due = false;
        (void) fputc(unit.data[i], text);
        for (; i + 1 < unit.n_bytes && ((unsigned char) unit.data[i + 1] & 0xC0U) == 0x80U;
             ++i) {
            (void) fputc(unit.data[i + 1], text);
        }
    }
}

static void print_line(FILE *text, const cli_style *style, bsh_string unit)
{
    print_unit(text, style, unit);
    (void) fputc('\n', text);
}

static void print_sentences(FILE *text, const cli_style *style, const bsh_document *document)
{
    size_t                    n;
    const bsh_sentence *const sentences = bsh_document_sentences(document, &n);
    for (size_t i = 0; i < n; ++i) {
        print_line(text, style, bsh_document_slice(document, sentences[i].span));
    }
}

/* Words of counted blocks; a block's words are known by its span, whatever --quotes says. */
static void print_words(FILE *text, const cli_style *style, const bsh_document *document,
                        bool has_syllables)
{
    size_t                 n_blocks;
    size_t                 n_tokens;
    const bsh_block *const blocks = bsh_document_blocks(document, &n_blocks);
    const bsh_token *const tokens = bsh_document_tokens(document, &n_tokens);
    size_t                 at = 0;
    const char *const mark = bsh_document_counts(document)->is_english ? "" : "\testimated";
    for (size_t b = 0; b < n_blocks; ++b) {
        for (; at < n_tokens && tokens[at].span.begin < blocks[b].span.end; ++at) {
            if (!blocks[b].is_counted || !bsh_token_is_word(&tokens[at])) {
                continue;
            }
            print_unit(text, style, bsh_document_slice(document, tokens[at].span));
            if (has_syllables) {
                (void) fprintf(text, "\t%u%s", (unsigned) tokens[at].syllables, mark);
            }
            (void) fputc('\n', text);
        }
    }
}

static void print_body(FILE *text, const cli_style *style, const bsh_document *document)
{
    size_t                 n;
    const bsh_block *const blocks = bsh_document_blocks(document, &n);
    bool                   is_first = true;
    for (size_t i = 0; i < n; ++i) {
        if (blocks[i].is_counted) {
            (void) fputs(is_first ? "" : "\n", text);
            print_line(text, style, bsh_document_slice(document, blocks[i].span));
            is_first = false;
        }
    }
}

static void print_units(FILE *text, const cli_run *run, const bsh_document *document)
{
    const char *const units = run->arguments->units;
    if (units == NULL || strcmp(units, "sentences") == 0) {
        print_sentences(text, &run->style, document);
    } else if (strcmp(units, "body") == 0) {
        print_body(text, &run->style, document);
    } else {
        print_words(text, &run->style, document, strcmp(units, "syllables") == 0);
    }
}

static bsh_segment_show show_of(const char *show)
{
    return strcmp(show, "kept") == 0       ? BSH_SHOW_KEPT
           : strcmp(show, "excluded") == 0 ? BSH_SHOW_EXCLUDED
                                           : BSH_SHOW_ALL;
}

static bool is_shown(const bsh_block *block, bsh_segment_show show)
{
    return show == BSH_SHOW_ALL || (show == BSH_SHOW_KEPT) == block->is_counted;
}

static void print_blocks(FILE *text, const cli_style *style, const bsh_document *document,
                         bsh_segment_show show)
{
    size_t                 n;
    const bsh_block *const blocks = bsh_document_blocks(document, &n);
    for (size_t i = 0; i < n; ++i) {
        if (!is_shown(&blocks[i], show)) {
            continue;
        }
        char lines[32];
        (void) snprintf(lines, sizeof lines, "%u-%u", blocks[i].first_line,
                        blocks[i].last_line);
        int const n_printed =
            fprintf(text, "%-12s%-9s %4u words  %-21s ", bsh_block_kind_name(blocks[i].kind),
                    lines, blocks[i].n_words, bsh_block_rule_name(blocks[i].rule));
        unsigned const column = n_printed < 0 ? 0 : (unsigned) n_printed;
        cli_print_visible(text, style, bsh_document_slice(document, blocks[i].span),
                          style->width > column + 10 ? style->width - column : 10);
        (void) fputc('\n', text);
    }
}

static bsh_status map(cli_run *run, const cli_article *article, cli_result *result,
                      bsh_error *err)
{
    const char *const show = run->arguments->show;
    if (article->text != NULL && show == NULL) {
        print_units(article->text, run, article->document);
    } else if (article->text != NULL) {
        print_blocks(article->text, &run->style, article->document, show_of(show));
    }
    if (!cli_outputs_have_data(&run->outputs)) {
        return BSH_OK;
    }
    if (show == NULL) {
        CLI_TRY(bsh_sentences_table(&result->table, NULL, err));
        return bsh_sentences_add(result->table, article->document, err);
    }
    CLI_TRY(bsh_blocks_table(&result->table, NULL, err));
    return bsh_blocks_add(result->table, article->document, show_of(show), err);
}

int cli_segment(const cli_arguments *arguments)
{
    static const cli_job units = {
        .text_only = "segment: these units are printed one a line; csv, tsv and json go with "
                     "sentences and --show",
        .map = map,
    };
    static const cli_job tables = {.map = map};
    bsh_error            err = {0};
    if (arguments->units != NULL && arguments->show != NULL) {
        (void) cli_usage(&err,
                         "segment: --units and --show ask for two things; say one of them");
        return cli_refuse(&err);
    }
    bool const are_sentences =
        arguments->units == NULL || strcmp(arguments->units, "sentences") == 0;
    return cli_articles_run(arguments, are_sentences ? &tables : &units, NULL, 0);
}
