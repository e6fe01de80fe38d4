/* Accuracy over the hand-labelled articles of corpora/gold.  Figures are printed as TAP
 * comments; floors may only rise. */
#include "tests/t.h"

#include <broadsheet.h>
#include <stdio.h>

#include "tests/gold/labels.h"

typedef enum figure {
    BLOCKS,          /* rows of lines and class that are found just so, F1 */
    BODY,            /* of these, the body, F1 */
    SENTENCES,       /* F1 */
    PIECES,          /* quoted pieces by their text, F1 */
    PIECE_KINDS,     /* of the pieces found, those of the right kind */
    PIECE_WORDS,     /* ... with the right number of words */
    SPEAKERS,        /* of direct and fragment pieces found, those with the right mention */
    RESOLVED_NAMES,  /* ... with the right full name */
    VERBS,           /* ... with the right verb */
    REPORTS,         /* clauses of indirect speech by their text, F1 */
    REPORT_SPEAKERS, /* of the reports found, those with the right mention */
    REPORT_VERBS,    /* ... with the right verb */
    N_FIGURES
} figure;

static const struct {
    const char *name;
    double      floor;
} figures[N_FIGURES] = {
    [BLOCKS] = {"blocks F1", 0.995},
    [BODY] = {"body blocks F1", 0.995},
    [SENTENCES] = {"sentences F1", 0.990},
    [PIECES] = {"quoted pieces F1", 0.990},
    [PIECE_KINDS] = {"kinds of pieces", 0.985},
    [PIECE_WORDS] = {"words of pieces", 0.990},
    [SPEAKERS] = {"speakers", 0.980},
    [RESOLVED_NAMES] = {"resolved names", 0.950},
    [VERBS] = {"verbs", 0.990},
    [REPORTS] = {"reports F1", 0.960},
    [REPORT_SPEAKERS] = {"report speakers", 0.990},
    [REPORT_VERBS] = {"report verbs", 0.990},
};

/* What was right, what the labels hold, what the program gave. */
typedef struct score {
    size_t n_right, n_labelled, n_given;
} score;

static score scores[N_FIGURES];

static const char *const articles[][2] = {
    {"harbour-post", "01-ferry-subsidy"}, {"harbour-post", "04-school-phone-ban"},
    {"harbour-post", "05-herring-quota"}, {"harbour-post", "09-bus-strike"},
    {"meridian", "01-ferry-subsidy"},     {"meridian", "02-hospital-merger"},
    {"meridian", "06-bridge-inquiry"},    {"meridian", "07-lighthouse-museum"},
};
enum { N_ARTICLES = sizeof articles / sizeof articles[0] };

static labels load_labels(size_t article, const char *what)
{
    char path[1024];
    (void) snprintf(path, sizeof path, "%s/corpora/gold/%s-%s.%s", test_source_folder(),
                    articles[article][0], articles[article][1], what);
    labels const list = labels_load(path);
    if (list.n_rows == 0) {
        fail_msg("%s: no labels", path);
    }
    return list;
}

static const bsh_document *analyze(bsh_analyzer *analyzer, size_t article)
{
    char path[1024];
    (void) snprintf(path, sizeof path, "%s/corpora/demo/%s/%s.txt", test_source_folder(),
                    articles[article][0], articles[article][1]);
    size_t              n = 0;
    char *const         bytes = labels_read_file(path, &n);
    const bsh_document *document = NULL;
    assert_non_null(bytes);
    assert_int_equal(bsh_analyze(analyzer, bytes, n, &document, NULL), BSH_OK);
    free(bytes);
    return document;
}

/* Set BSH_SHOW_MISSES to see, as TAP comments, what was not found and what was found instead.
 */
static void show_miss(const char *what, size_t article, const char *label, const char *given)
{
    if (getenv("BSH_SHOW_MISSES") != NULL) {
        printf("# %s/%s %s: label [%s] given [%s]\n", articles[article][0],
               articles[article][1], what, label, given);
    }
}

static void add(figure which, bool is_right)
{
    scores[which].n_right += is_right;
    ++scores[which].n_labelled;
    ++scores[which].n_given;
}

/* ---- blocks */

static bool is_block(const label_row *row, const bsh_block *block)
{
    return strtoul(row->fields[0], NULL, 10) == block->first_line &&
           strtoul(row->fields[1], NULL, 10) == block->last_line &&
           strcmp(row->fields[2], bsh_block_kind_name(block->kind)) == 0;
}

static void score_label_block(size_t article, const label_row *row, const bsh_block *blocks,
                              size_t n)
{
    bool        is_found = false;
    const char *given = "nothing";
    for (size_t i = 0; i < n; ++i) {
        is_found = is_found || is_block(row, &blocks[i]);
        if (strtoul(row->fields[0], NULL, 10) == blocks[i].first_line) {
            given = bsh_block_kind_name(blocks[i].kind);
        }
    }
    bool const is_body = strcmp(row->fields[2], "body") == 0;
    scores[BLOCKS].n_right += is_found;
    scores[BODY].n_right += is_found && is_body;
    scores[BODY].n_labelled += is_body;
    if (!is_found) {
        char label[64];
        (void) snprintf(label, sizeof label, "%.16s-%.16s %.20s", row->fields[0],
                        row->fields[1], row->fields[2]);
        show_miss("block", article, label, given);
    }
}

static void score_blocks(size_t article, const bsh_document *document)
{
    labels                 list = load_labels(article, "blocks.tsv");
    size_t                 n = 0;
    const bsh_block *const blocks = bsh_document_blocks(document, &n);
    for (size_t i = 0; i < list.n_rows; ++i) {
        score_label_block(article, &list.rows[i], blocks, n);
    }
    for (size_t i = 0; i < n; ++i) {
        scores[BODY].n_given += blocks[i].kind == BSH_BLOCK_BODY;
    }
    scores[BLOCKS].n_labelled += list.n_rows;
    scores[BLOCKS].n_given += n;
    labels_free(&list);
}

/* ---- sentences */

static void free_texts(char **texts, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        free(texts[i]);
    }
    free(texts);
}

/* The texts of a column of labels, folded like those of the document. */
static char **label_texts(const labels *list, size_t field)
{
    char **const texts = calloc(list->n_rows, sizeof *texts);
    assert_non_null(texts);
    for (size_t i = 0; i < list->n_rows; ++i) {
        const char *const text = list->rows[i].fields[field];
        texts[i] = labels_fold((bsh_string){text, strlen(text)});
    }
    return texts;
}

static char *folded_slice(const bsh_document *document, bsh_span span)
{
    return labels_fold(bsh_document_slice(document, span));
}

static void score_sentences(size_t article, const bsh_document *document)
{
    labels                    list = load_labels(article, "sentences.txt");
    size_t                    n = 0;
    const bsh_sentence *const sentences = bsh_document_sentences(document, &n);
    char **const              expected = label_texts(&list, 0);
    char **const              given = calloc(n + 1, sizeof *given);
    size_t *const             partner = calloc(list.n_rows, sizeof *partner);
    assert_non_null(given);
    assert_non_null(partner);
    for (size_t i = 0; i < n; ++i) {
        given[i] = folded_slice(document, sentences[i].span);
    }
    scores[SENTENCES].n_right += labels_align(expected, list.n_rows, given, n, partner);
    scores[SENTENCES].n_labelled += list.n_rows;
    scores[SENTENCES].n_given += n;
    for (size_t i = 0; i < list.n_rows; ++i) {
        if (partner[i] == SIZE_MAX) {
            show_miss("sentence", article, expected[i], "");
        }
    }
    free(partner);
    free_texts(given, n);
    free_texts(expected, list.n_rows);
    labels_free(&list);
}

/* ---- quotes */

/* quotes.tsv holds the pieces between marks that stand in no other piece. */
static bool is_piece(const bsh_quote *quote)
{
    return quote->kind != BSH_QUOTE_NESTED && quote->kind != BSH_QUOTE_INDIRECT;
}

static bool is_report(const bsh_quote *quote)
{
    return quote->kind == BSH_QUOTE_INDIRECT;
}

/* The quotes that a file of labels holds, in text order; yours to free. */
static size_t labelled_quotes(const bsh_document *document,
                              bool (*is_labelled)(const bsh_quote *), const bsh_quote ***out)
{
    size_t                  n_quotes = 0;
    const bsh_quote *const  quotes = bsh_document_quotes(document, &n_quotes);
    const bsh_quote **const pieces = calloc(n_quotes + 1, sizeof *pieces);
    size_t                  n = 0;
    assert_non_null(pieces);
    for (size_t i = 0; i < n_quotes; ++i) {
        if (is_labelled(&quotes[i])) {
            pieces[n++] = &quotes[i];
        }
    }
    *out = pieces;
    return n;
}

static void score_text(figure which, size_t article, const char *label, char *given)
{
    const char *const text = given[0] == '\0' ? "-" : given;
    bool const        is_right = strcmp(label, text) == 0;
    add(which, is_right);
    if (!is_right) {
        show_miss(figures[which].name, article, label, text);
    }
    free(given);
}

static void score_piece(size_t article, const bsh_document *document, const label_row *row,
                        const bsh_quote *piece)
{
    const char *const kind = bsh_quote_kind_name(piece->kind);
    add(PIECE_KINDS, strcmp(row->fields[0], kind) == 0);
    if (strcmp(row->fields[0], kind) != 0) {
        show_miss("kind", article, row->fields[0], kind);
        show_miss("kind of", article, row->fields[5], "");
    }
    add(PIECE_WORDS, strtoul(row->fields[1], NULL, 10) == piece->n_words);
    if (strcmp(row->fields[0], "direct") != 0 && strcmp(row->fields[0], "fragment") != 0) {
        return;
    }
    size_t                   n_speakers = 0;
    const bsh_speaker *const speakers = bsh_document_speakers(document, &n_speakers);
    bsh_string const         name =
        piece->speaker < n_speakers ? speakers[piece->speaker].name : (bsh_string){"", 0};
    score_text(SPEAKERS, article, row->fields[2], folded_slice(document, piece->mention));
    score_text(RESOLVED_NAMES, article, row->fields[3], labels_fold(name));
    score_text(VERBS, article, row->fields[4], folded_slice(document, piece->verb));
}

static void score_report(size_t article, const bsh_document *document, const label_row *row,
                         const bsh_quote *report)
{
    score_text(REPORT_SPEAKERS, article, row->fields[0],
               folded_slice(document, report->mention));
    score_text(REPORT_VERBS, article, row->fields[1], folded_slice(document, report->verb));
}

/* A file of labels, the quotes it holds and what is scored of them. */
typedef struct quote_labels {
    const char *what;
    size_t      text_field;
    figure      found;
    const char *miss;
    bool (*is_labelled)(const bsh_quote *quote);
    void (*score)(size_t article, const bsh_document *document, const label_row *row,
                  const bsh_quote *quote);
} quote_labels;

static const quote_labels piece_labels = {
    .what = "quotes.tsv",
    .text_field = 5,
    .found = PIECES,
    .miss = "piece",
    .is_labelled = is_piece,
    .score = score_piece,
};
static const quote_labels report_labels = {
    .what = "reports.tsv",
    .text_field = 2,
    .found = REPORTS,
    .miss = "report",
    .is_labelled = is_report,
    .score = score_report,
};

/* What the program gave and no label holds. */
static void show_extra(const char *what, size_t article, char **given, size_t from, size_t to)
{
    for (size_t i = from; i < to; ++i) {
        show_miss(what, article, "", given[i]);
    }
}

static void score_quotes(const quote_labels *kind, size_t article, const bsh_document *document)
{
    labels            list = load_labels(article, kind->what);
    const bsh_quote **quotes = NULL;
    size_t const      n = labelled_quotes(document, kind->is_labelled, &quotes);
    char **const      expected = label_texts(&list, kind->text_field);
    char **const      given = calloc(n + 1, sizeof *given);
    size_t *const     partner = calloc(list.n_rows, sizeof *partner);
    assert_non_null(given);
    assert_non_null(partner);
    for (size_t i = 0; i < n; ++i) {
        given[i] = folded_slice(document, quotes[i]->inner);
    }
    scores[kind->found].n_right += labels_align(expected, list.n_rows, given, n, partner);
    scores[kind->found].n_labelled += list.n_rows;
    scores[kind->found].n_given += n;
    size_t next = 0;
    for (size_t i = 0; i < list.n_rows; ++i) {
        if (partner[i] == SIZE_MAX) {
            show_miss(kind->miss, article, expected[i], "");
            continue;
        }
        show_extra(kind->miss, article, given, next, partner[i]);
        next = partner[i] + 1;
        kind->score(article, document, &list.rows[i], quotes[partner[i]]);
    }
    show_extra(kind->miss, article, given, next, n);
    free(partner);
    free_texts(given, n);
    free_texts(expected, list.n_rows);
    free(quotes);
    labels_free(&list);
}

/* ---- the floors */

static double f1(score s)
{
    size_t const n = s.n_labelled + s.n_given;
    return n == 0 ? 0.0 : 2.0 * (double) s.n_right / (double) n;
}

static int score_all(void **state)
{
    (void) state;
    bsh_analyzer *analyzer = NULL;
    if (bsh_analyzer_create(&analyzer, NULL, NULL) != BSH_OK) {
        return -1;
    }
    for (size_t i = 0; i < N_ARTICLES; ++i) {
        const bsh_document *const document = analyze(analyzer, i);
        score_blocks(i, document);
        score_sentences(i, document);
        score_quotes(&piece_labels, i, document);
        score_quotes(&report_labels, i, document);
    }
    bsh_analyzer_destroy(analyzer);
    return 0;
}

static void accuracy_is_not_below_its_floor(void **state)
{
    (void) state;
    bool is_kept = true;
    for (size_t i = 0; i < N_FIGURES; ++i) {
        double const value = f1(scores[i]);
        printf("# %-16s %.4f (floor %.3f; %zu right of %zu labelled, %zu given)\n",
               figures[i].name, value, figures[i].floor, scores[i].n_right,
               scores[i].n_labelled, scores[i].n_given);
        is_kept = is_kept && value >= figures[i].floor;
    }
    assert_true(is_kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accuracy_is_not_below_its_floor),
    };
    return cmocka_run_group_tests(tests, score_all, NULL);
}
