/* Writes what the whole program is measured on: write_texts FOLDER OUT MEGABYTES.
 *
 * OUT/articles.jsonl  MEGABYTES of the articles in FOLDER, varied
 * OUT/tenth.jsonl     the first tenth of them
 * OUT/big.txt         all of them as one plain text, for programs that know no articles
 * OUT/UNIT-1.txt, OUT/UNIT-4.txt   hostile text: one unit repeated to 1 and to 4 MB */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bench/bench_articles.h"

static FILE *open_in(const char *folder, const char *name)
{
    char path[1024];
    (void) snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *const file = fopen(path, "wb");
    if (file == NULL) {
        bench_stop(path);
    }
    return file;
}

static void close_all_right(FILE *file)
{
    if (ferror(file) != 0 || fclose(file) != 0) {
        bench_stop("could not write");
    }
}

static void put_json_text(FILE *file, bench_article article)
{
    for (size_t i = 0; i < article.n_bytes; ++i) {
        unsigned char const c = (unsigned char) article.bytes[i];
        if (c == '"' || c == '\\') {
            (void) fprintf(file, "\\%c", c);
        } else if (c == '\n') {
            (void) fputs("\\n", file);
        } else if (c < ' ') {
            (void) fprintf(file, "\\u%04x", c);
        } else {
            (void) putc(c, file);
        }
    }
}

static void write_records(const bench_articles *articles, size_t n_bytes, FILE *file)
{
    size_t n_written = 0;
    for (size_t i = 0; i < articles->n && n_written < n_bytes; ++i) {
        (void) fprintf(file, "{\"id\": %zu, \"text\": \"", i);
        put_json_text(file, articles->items[i]);
        (void) fputs("\"}\n", file);
        n_written += articles->items[i].n_bytes;
    }
    close_all_right(file);
}

static void write_plain(const bench_articles *articles, FILE *file)
{
    for (size_t i = 0; i < articles->n; ++i) {
        (void) fwrite(articles->items[i].bytes, 1, articles->items[i].n_bytes, file);
        (void) fputs("\n\n", file);
    }
    close_all_right(file);
}

/* ---- hostile text */

static const struct {
    const char *name, *unit;
} hostile[] = {
    {"ordinary", "The ferry left the port of Kiel at noon, the mayor said. Nobody was hurt. "},
    {"stops", "."},
    {"stops-and-blanks", ". "},
    {"no-blank", "abcdefghij"},
    {"no-newline", "The ferry left, \"we wait\" (so he said) and left again, "},
    {"marks", "e\xcc\x81\xcc\x81"},
    {"emoji-lines", "Great \xf0\x9f\x91\x8d\n"},
    {"open-quotes", "\xe2\x80\x9cWe wait, "},
    {"brackets", ".)]} "},
    {"ideographs", "\xe4\xbb\x8a\xe6\x97\xa5\xe3\x80\x82"},
};

static void write_unit(const char *folder, size_t which, size_t megabytes)
{
    char name[64];
    (void) snprintf(name, sizeof name, "%s-%zu.txt", hostile[which].name, megabytes);
    FILE *const  file = open_in(folder, name);
    size_t const n = strlen(hostile[which].unit);
    for (size_t at = 0; at + n <= megabytes * 1000000; at += n) {
        (void) fwrite(hostile[which].unit, 1, n, file);
    }
    close_all_right(file);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        bench_stop("usage: write_texts FOLDER OUT MEGABYTES");
    }
    bench_articles articles;
    size_t const   n_bytes = strtoul(argv[3], NULL, 10) * 1000000;
    bench_articles_make(&articles, argv[1], n_bytes);
    write_records(&articles, n_bytes, open_in(argv[2], "articles.jsonl"));
    write_records(&articles, n_bytes / 10, open_in(argv[2], "tenth.jsonl"));
    write_plain(&articles, open_in(argv[2], "big.txt"));
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; ++i) {
        write_unit(argv[2], i, 1);
        write_unit(argv[2], i, 4);
    }
    bench_articles_free(&articles);
    return 0;
}
