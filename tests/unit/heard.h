/* A source of records in a scratch folder, and what a run over it heard. */
#ifndef BSH_TESTS_HEARD_H
#define BSH_TESTS_HEARD_H

#include "tests/t.h"

#include "tests/unit/scratch.h"

#include <broadsheet/corpus.h>

#include "base/memory.h"

static bsh_source *source;
static bsh_error   error;
static bsh_options options;

static inline int start(void **state)
{
    (void) state;
    source = NULL;
    error = (bsh_error){0};
    bsh_options_init(&options);
    return scratch_enter() == 0 && bsh_source_create(&source, &options, &error) == BSH_OK ? 0
                                                                                          : -1;
}

static inline int stop(void **state)
{
    (void) state;
    bsh_source_destroy(source);
    return scratch_leave();
}

/* ---- what a run heard */

typedef struct heard {
    bsh__buffer lines; /* "id corpus name words" or the problem, a line an article */
    bool        has_fields;
    bool        has_decoding;
    size_t      n_analysed;
} heard;

static inline bsh_status map(void *payload, unsigned worker, const bsh_input *input,
                             const bsh_document *document, void **result, bsh_error *err)
{
    const heard *const h = payload;
    (void) worker;
    (void) err;
    char *const text = malloc(600);
    assert_non_null(text);
    assert_true((input->record != NULL) == (input->line != 0));
    if (document == NULL) {
        double words = -1;
        (void) bsh_record_real(input->record, "words", &words);
        (void) snprintf(text, 600, "analysed %.0f", words);
    } else if (h->has_decoding) {
        const bsh_decoding *const decoding = bsh_document_decoding(document);
        (void) snprintf(
            text, 600, "%s replaced=%d control=%d nul=%d first=%d [%.400s]", decoding->encoding,
            (int) decoding->n_replaced, (int) decoding->n_controls, (int) decoding->n_nul,
            decoding->is_guessed || decoding->n_replaced != 0 ? (int) decoding->first_bad_offset
                                                              : 0,
            bsh_document_text(document).data);
    } else {
        (void) snprintf(text, 600, "%d", (int) bsh_document_counts(document)->words);
    }
    *result = text;
    return BSH_OK;
}

static const char *shown(const char *text)
{
    return text == NULL ? "-" : text;
}

static inline bsh_status emit(void *payload, const bsh_input *input, bsh_status status,
                              const bsh_error *problem, void *result, bsh_error *err)
{
    heard *const h = payload;
    char         line[1024];
    (void) err;
    if (status != BSH_OK) {
        (void) snprintf(line, sizeof line, "%s\n", problem->message);
    } else {
        (void) snprintf(line, sizeof line, "%s %s %s %s\n", input->id, input->corpus,
                        input->name, (const char *) result);
    }
    bsh__buffer_add_text(&h->lines, line);
    if (status == BSH_OK && h->has_fields) {
        (void) snprintf(line, sizeof line, " title=%s date=%s url=%s author=%s carried=%s,%s\n",
                        shown(input->title), shown(input->date), shown(input->url),
                        shown(input->author),
                        shown(input->carried == NULL ? NULL : input->carried[0]),
                        shown(input->carried == NULL ? NULL : input->carried[1]));
        bsh__buffer_add_text(&h->lines, line);
    }
    free(result);
    return BSH_OK;
}

static inline void discard(void *payload, void *result)
{
    (void) payload;
    free(result);
}

static inline bsh_status run_with(heard *h, unsigned n_threads)
{
    bsh_consumer const consumer = {h, map, emit, discard};
    bsh__buffer_init(&h->lines, bsh__allocator(NULL));
    bsh_status const status = bsh_corpus_run(source, &options, n_threads, &consumer, &error);
    bsh__buffer_add_char(&h->lines, '\0');
    return status;
}

static inline void assert_heard_by(heard h, const char *expected)
{
    static unsigned const thread_counts[] = {1, 3};
    for (size_t i = 0; i < 2; ++i) {
        assert_int_equal(run_with(&h, thread_counts[i]), BSH_OK);
        assert_string_equal(h.lines.data, expected);
        bsh__buffer_free(&h.lines);
    }
}

static inline void assert_heard(const char *expected)
{
    assert_heard_by((heard){.has_fields = false}, expected);
}

static inline void write_bytes(const char *path, const void *bytes, size_t n)
{
    FILE *const file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

static inline void add(const char *path)
{
    assert_int_equal(bsh_source_add(source, path, &error), BSH_OK);
}

/* Adds a file of records with this text. */
static inline void add_records(const char *text)
{
    scratch_write("a.jsonl", text);
    add("a.jsonl");
}

static inline void set_fields(bsh_fields fields)
{
    assert_int_equal(bsh_source_set_fields(source, &fields, &error), BSH_OK);
}

#endif
