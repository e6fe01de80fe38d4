#include "compare/row_parts.h"

#include <math.h>
#include <string.h>

/* ---- a row */

bsh_status bsh__row_create_empty(bsh_row **out, size_t n_measures, const bsh_input *input,
                                 const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    allocator = bsh__allocator(allocator);
    bsh_row *const row = bsh__allocate_zeroed(allocator, 1, sizeof *row);
    if (row == NULL) {
        return bsh__fail_memory(err);
    }
    row->allocator = allocator;
    row->n_measures = n_measures;
    bsh__arena_init(&row->texts, allocator);
    row->values = bsh__allocate(allocator, 2 * n_measures + 1, sizeof(double));
    row->corpus = bsh__row_text(row, input->corpus);
    row->name = bsh__row_text(row, input->name);
    if (row->values == NULL || row->corpus == NULL || row->name == NULL) {
        bsh_row_destroy(row);
        return bsh__fail_memory(err);
    }
    row->denominators = row->values + n_measures;
    for (size_t i = 0; i < 2 * n_measures; ++i) {
        row->values[i] = (double) NAN;
    }
    *out = row;
    return BSH_OK;
}

void bsh_row_destroy(bsh_row *row)
{
    if (row == NULL) {
        return;
    }
    if (row->values != NULL) {
        bsh__release(row->allocator, row->values);
    }
    bsh__arena_free(&row->texts);
    bsh__release(row->allocator, row);
}

const char *bsh__row_text(bsh_row *row, const char *text)
{
    return bsh__arena_copy(&row->texts, text, strlen(text));
}

static double denominator_of(const bsh_measure *measure, const bsh_counts *counts)
{
    uint64_t const n_aside = bsh__is_of_all_words(measure) ? counts->words_set_aside : 0;
    for (size_t i = 0; measure->denominator != NULL && i < bsh_count_table_size(); ++i) {
        const bsh_count_row *const count = bsh_count_table_at(i);
        if (strcmp(count->id, measure->denominator) == 0) {
            return (double) (bsh_count_value(count, counts) + n_aside);
        }
    }
    return (double) NAN;
}

static void fill_values(bsh_row *row, const bsh_selection *selection, const bsh_counts *counts)
{
    for (size_t i = 0; i < selection->n_measures; ++i) {
        const bsh_measure *const measure = selection->measures[i];
        bsh_value const          value = bsh_measure_value(measure, counts);
        if (value.presence == BSH_PRESENT) {
            row->values[i] = value.number;
            row->denominators[i] = denominator_of(measure, counts);
        }
    }
}

static void fill_from_document(bsh_row *row, const bsh_selection *selection,
                               const bsh_options *options, const bsh_document *document)
{
    const bsh_counts *const   counts = bsh_document_counts(document);
    const bsh_decoding *const decoding = bsh_document_decoding(document);
    row->article.mark = bsh_document_main_mark(document);
    row->article.words = counts->words;
    row->article.words_excluded = counts->words_excluded;
    row->article.pieces = counts->pieces;
    row->article.repairs = counts->repairs;
    row->article.is_tested = counts->words >= options->min_words && counts->words != 0;
    row->article.is_decoded_oddly = decoding->is_guessed || decoding->n_replaced != 0 ||
                                    decoding->n_controls != 0 || decoding->n_mojibake != 0;
    row->article.is_other_language = !counts->is_english;
    bsh_settings_fingerprint(row->settings, options);
    fill_values(row, selection, counts);
}

bsh_status bsh_row_create(bsh_row **out, const bsh_selection *selection,
                          const bsh_options *options, const bsh_input *input,
                          const bsh_document *document, bsh_error *err)
{
    BSH_TRY(bsh__row_create_empty(out, selection->n_measures, input, options->allocator, err));
    bsh_status status = BSH_OK;
    if (document != NULL) {
        fill_from_document(*out, selection, options, document);
    } else {
        status = bsh__row_from_record(*out, selection, options, input, err);
    }
    if (status != BSH_OK) {
        bsh_row_destroy(*out);
        *out = NULL;
    }
    return status;
}

bsh_status bsh_row_set_design(bsh_row *row, const char *block, const char *cluster,
                              bsh_error *err)
{
    row->block = block == NULL || block[0] == '\0' ? NULL : bsh__row_text(row, block);
    row->cluster = cluster == NULL || cluster[0] == '\0' ? NULL : bsh__row_text(row, cluster);
    bool const has_failed = (row->block == NULL && block != NULL && block[0] != '\0') ||
                            (row->cluster == NULL && cluster != NULL && cluster[0] != '\0');
    return has_failed ? bsh__fail_memory(err) : BSH_OK;
}

/* ---- rows */

bsh_status bsh_rows_create(bsh_rows **out, const bsh_selection *selection,
                           const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    allocator = bsh__allocator(allocator);
    bsh_rows *const rows = bsh__allocate_zeroed(allocator, 1, sizeof *rows);
    if (rows == NULL) {
        return bsh__fail_memory(err);
    }
    rows->allocator = allocator;
    rows->selection = *selection;
    bsh__arena_init(&rows->texts, allocator);
    bsh__text_table_init(&rows->corpora, allocator);
    bsh__text_table_init(&rows->blocks, allocator);
    bsh__text_table_init(&rows->clusters, allocator);
    bsh__vec_init(&rows->articles, allocator, sizeof(bsh__article));
    bsh__vec_init(&rows->numbers, allocator, sizeof(double));
    *out = rows;
    return BSH_OK;
}

void bsh_rows_destroy(bsh_rows *rows)
{
    if (rows == NULL) {
        return;
    }
    bsh__vec_free(&rows->numbers);
    bsh__vec_free(&rows->articles);
    bsh__text_table_free(&rows->clusters);
    bsh__text_table_free(&rows->blocks);
    bsh__text_table_free(&rows->corpora);
    bsh__arena_free(&rows->texts);
    bsh__release(rows->allocator, rows);
}

/* The number of a name in a table, a new one if it is not there. */
static bsh_status number_of(bsh_rows *rows, bsh__text_table *table, const char *name,
                            uint32_t *number, bsh_error *err)
{
    bsh__text_key key = {name, (uint32_t) strlen(name), 0};
    *number = bsh__text_table_find(table, key);
    if (*number != BSH__NO_TEXT) {
        return BSH_OK;
    }
    key.text = bsh__arena_copy(&rows->texts, name, key.n_bytes);
    if (key.text == NULL || !bsh__text_table_reserve(table)) {
        return bsh__fail_memory(err);
    }
    *number = bsh__text_table_add(table, key);
    return BSH_OK;
}

static bsh_status number_or_none(bsh_rows *rows, bsh__text_table *table, const char *name,
                                 uint32_t *number, bsh_error *err)
{
    *number = BSH__NO_TEXT;
    return name == NULL ? BSH_OK : number_of(rows, table, name, number, err);
}

bsh_status bsh_rows_corpus(bsh_rows *rows, const char *name, bsh_error *err)
{
    uint32_t number;
    return number_of(rows, &rows->corpora, name, &number, err);
}

/* Numbers that other options made cannot be compared: "analyze --syllables spoken" counted
 * other syllables. */
static bsh_status check_settings(bsh_rows *rows, const bsh_row *row, bsh_error *err)
{
    if (rows->first_name == NULL) {
        rows->first_name = bsh__arena_copy(&rows->texts, row->name, strlen(row->name));
        memcpy(rows->settings, row->settings, sizeof rows->settings);
        return rows->first_name == NULL ? bsh__fail_memory(err) : BSH_OK;
    }
    if (memcmp(rows->settings, row->settings, sizeof rows->settings) != 0) {
        return bsh__fail_at(err, BSH_E_FORMAT, 0, row->name,
                            "measured with other options or another version than %.80s "
                            "(settings %s, not %s); analyse both alike",
                            rows->first_name, row->settings, rows->settings);
    }
    return BSH_OK;
}

static bsh_status append_numbers(bsh_rows *rows, const bsh_row *row, bsh_error *err)
{
    size_t const n_before = rows->numbers.n;
    size_t const n_more = 2 * row->n_measures;
    if (rows->articles.n >= UINT32_MAX - 1) {
        return bsh__fail(err, BSH_E_LIMIT, 0, "comparison: over 4 billion articles");
    }
    if (!bsh__vec_reserve(&rows->articles, rows->articles.n + 1) ||
        !bsh__vec_resize(&rows->numbers, n_before + n_more)) {
        return bsh__fail_memory(err);
    }
    if (n_more > 0) { // keyness has no measures, and an empty array no memory
        memcpy((double *) rows->numbers.items + n_before, row->values, n_more * sizeof(double));
    }
    return BSH_OK;
}

bsh_status bsh_rows_add(bsh_rows *rows, const bsh_row *row, bsh_error *err)
{
    bsh__article article = row->article;
    BSH_TRY(check_settings(rows, row, err));
    BSH_TRY(number_of(rows, &rows->corpora, row->corpus, &article.corpus, err));
    BSH_TRY(number_or_none(rows, &rows->blocks, row->block, &article.block, err));
    BSH_TRY(number_or_none(rows, &rows->clusters, row->cluster, &article.cluster, err));
    BSH_TRY(append_numbers(rows, row, err));
    *(bsh__article *) bsh__vec_push(&rows->articles) = article;
    return BSH_OK;
}

size_t bsh_rows_corpus_of(const bsh_rows *rows, size_t index)
{
    return bsh__rows_articles(rows)[index].corpus;
}

bool bsh_rows_is_tested(const bsh_rows *rows, size_t index)
{
    return bsh__rows_articles(rows)[index].is_tested;
}

/* A table of the same names, added in byte order; `numbers` tells the new ones by the old. */
static bsh_status sort_names(bsh_rows *rows, bsh__text_table *sorted, uint32_t *numbers,
                             bsh_error *err)
{
    size_t const         n = rows->corpora.keys.n;
    const bsh__text_key *keys = rows->corpora.keys.items;
    BSH_TRY(bsh__rank_names(numbers, &rows->corpora, rows->allocator, err));
    for (uint32_t rank = 0; rank < n; ++rank) {
        size_t at = 0;
        while (numbers[at] != rank) {
            ++at;
        }
        if (!bsh__text_table_reserve(sorted)) {
            return bsh__fail_memory(err);
        }
        (void) bsh__text_table_add(sorted, keys[at]);
    }
    return BSH_OK;
}

bsh_status bsh_rows_sort_corpora(bsh_rows *rows, bsh_error *err)
{
    size_t const    n = rows->corpora.keys.n;
    bsh__article   *articles = rows->articles.items;
    uint32_t *const numbers = bsh__allocate(rows->allocator, n + 1, sizeof *numbers);
    if (numbers == NULL) {
        return bsh__fail_memory(err);
    }
    bsh__text_table sorted;
    bsh__text_table_init(&sorted, rows->allocator);
    bsh_status const status = sort_names(rows, &sorted, numbers, err);
    for (size_t i = 0; status == BSH_OK && i < rows->articles.n; ++i) {
        articles[i].corpus = numbers[articles[i].corpus];
    }
    bsh__text_table_free(status == BSH_OK ? &rows->corpora : &sorted);
    rows->corpora = status == BSH_OK ? sorted : rows->corpora;
    bsh__release(rows->allocator, numbers);
    return status;
}

bsh_status bsh__rows_add_values(bsh_rows *rows, const char *const names[3], uint64_t words,
                                const double *values, bsh_error *err)
{
    bsh_input const input = {.name = "given values", .corpus = names[0]};
    bsh_row        *row;
    BSH_TRY(
        bsh__row_create_empty(&row, rows->selection.n_measures, &input, rows->allocator, err));
    row->article.words = words;
    row->article.is_tested = true;
    memcpy(row->values, values, rows->selection.n_measures * sizeof *values);
    bsh_status status = bsh_row_set_design(row, names[1], names[2], err);
    if (status == BSH_OK) {
        status = bsh_rows_add(rows, row, err);
    }
    bsh_row_destroy(row);
    return status;
}

size_t bsh_rows_n(const bsh_rows *rows)
{
    return rows->articles.n;
}

size_t bsh_rows_n_corpora(const bsh_rows *rows)
{
    return rows->corpora.keys.n;
}

const char *bsh_rows_corpus_name(const bsh_rows *rows, size_t corpus)
{
    const bsh__text_key *const keys = rows->corpora.keys.items;
    return keys[corpus].text;
}
