/* A file of JSON Lines, read as a pipe is: where its records are, what their fields say, what
 * their articles measure.  The first byte chooses fields and encoding. */
#include "tests/fuzz/fuzz.h"

#include <broadsheet/corpus.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "corpus/json_lines.h"
#include "corpus/record_reader.h"
#include "unicode/utf8_scan.h"

const char fuzz_name[] = "records";

static void check_text(const char *text)
{
    if (text != NULL) {
        fuzz_check(bsh__scan_utf8(text, strlen(text)).n_bad == 0);
    }
}

static void check_input(const bsh_input *input, unsigned n_carry)
{
    fuzz_check(input->id != NULL && input->name != NULL && input->corpus != NULL);
    fuzz_check(input->line != 0);
    check_text(input->id);
    check_text(input->corpus);
    check_text(input->title);
    check_text(input->date);
    check_text(input->url);
    check_text(input->author);
    for (unsigned i = 0; i < n_carry; ++i) {
        check_text(input->carried == NULL ? NULL : input->carried[i]);
    }
}

/* Borders as the scanner sees them in one piece and byte by byte. */
static void check_borders(const char *bytes, size_t n_bytes, bool has_suffix)
{
    bsh__vec        items[2];
    bsh__json_lines lines[2];
    bool            is_one[2];
    for (int i = 0; i < 2; ++i) {
        bsh__vec_init(&items[i], bsh__allocator(NULL), sizeof(bsh__item));
        bsh__json_lines_begin(&lines[i], &items[i], 0, has_suffix ? "a.jsonl" : "a");
    }
    bsh__json_lines_feed(&lines[0], bytes, n_bytes);
    size_t const n_first = n_bytes < 2 ? n_bytes : 2; // UTF-16 is known by two bytes
    bsh__json_lines_feed(&lines[1], bytes, n_first);
    for (size_t i = n_first; i < n_bytes; ++i) {
        bsh__json_lines_feed(&lines[1], bytes + i, 1);
    }
    for (int i = 0; i < 2; ++i) {
        is_one[i] = bsh__json_lines_end(&lines[i]);
    }
    fuzz_check(is_one[0] == is_one[1] && items[0].n == items[1].n);
    for (size_t i = 0; i < items[0].n; ++i) {
        const bsh__item *const a = (const bsh__item *) items[0].items + i;
        const bsh__item *const b = (const bsh__item *) items[1].items + i;
        fuzz_check(a->offset == b->offset && a->n_bytes == b->n_bytes && a->line == b->line);
        fuzz_check(a->n_bytes > 0 && a->offset + a->n_bytes <= n_bytes && a->number == i + 1);
    }
    bsh__vec_free(&items[0]);
    bsh__vec_free(&items[1]);
}

static void check_record(bsh__record_reader *reader, bsh_analyzer *analyzer, uint64_t seq,
                         unsigned n_carry)
{
    bsh__reading       *reading = NULL;
    bsh__text_field     field;
    bsh_error           error = {0};
    const bsh_document *document = NULL;
    bsh_status const    status = bsh__record_read(reader, seq, &reading, &field, &error);
    fuzz_check(reading != NULL);
    check_input(&reading->input, n_carry);
    fuzz_check(status == BSH_OK || status == BSH_E_FORMAT || status == BSH_E_ENCODING);
    fuzz_check(status == BSH_OK || strstr(error.message, "standard input:") != NULL);
    if (status == BSH_OK && !bsh_record_is_article(&reading->record)) {
        bsh_status const analysed = bsh__analyze_field(analyzer, &field, &document, &error);
        fuzz_check(analysed == BSH_OK || analysed == BSH_E_FORMAT);
    }
    bsh__reading_destroy(reading);
}

/* The source reads standard input when it is added. */
static void check_source(const bsh_options *options, const bsh_fields *fields)
{
    bsh_source        *source = NULL;
    bsh_analyzer      *analyzer = NULL;
    bsh__record_reader reader;
    fuzz_check(bsh_source_create(&source, options, NULL) == BSH_OK);
    fuzz_check(bsh_source_set_fields(source, fields, NULL) == BSH_OK);
    fuzz_check(bsh_source_add(source, "-", NULL) == BSH_OK);
    fuzz_check(bsh_analyzer_create(&analyzer, options, NULL) == BSH_OK);
    bsh__record_reader_init(&reader, source, options);
    bsh_status const checked = bsh__record_check_fields(&reader, NULL);
    fuzz_check(checked == BSH_OK || checked == BSH_E_USAGE);
    for (size_t i = 0; i < bsh_source_size(source); ++i) {
        if (bsh__source_item(source, i).line != 0) {
            check_record(&reader, analyzer, i, fields->n_carry);
        }
    }
    bsh__record_reader_free(&reader);
    bsh_analyzer_destroy(analyzer);
    bsh_source_destroy(source);
}

/* Gives the bytes to standard input; false if there is no place for them. */
static bool put_on_stdin(const uint8_t *data, size_t n_bytes)
{
    FILE *const file = tmpfile();
    if (file == NULL) {
        return false;
    }
    bool const is_there = fwrite(data, 1, n_bytes, file) == n_bytes && fflush(file) == 0 &&
                          dup2(fileno(file), STDIN_FILENO) >= 0 &&
                          lseek(STDIN_FILENO, 0, SEEK_SET) == 0;
    (void) fclose(file);
    return is_there;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    if (n_bytes == 0) {
        return 0;
    }
    bsh_fields const named = {.text = "a.b", .by = "c", .carry = {"date", "d"}, .n_carry = 2};
    unsigned const   bits = data[0];
    bsh_fields const fields = (bits & 1U) != 0 ? named : (bsh_fields){.by = "outlet"};
    bsh_options      options;
    bsh_options_init(&options);
    options.encoding = (bits & 2U) != 0 ? "windows-1252" : "auto";
    check_borders((const char *) data + 1, n_bytes - 1, (bits & 4U) != 0);
    if (put_on_stdin(data + 1, n_bytes - 1)) {
        check_source(&options, &fields);
    }
    return 0;
}
