#include "corpus/terms_add.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "corpus/terms_parts.h"

typedef bsh__term_article article;
typedef bsh__term_posting posting;
typedef bsh__term_entry   entry;

struct bsh_terms {
    const bsh_allocator *allocator;
    uint64_t             seed;
    uint64_t             n_words;
    bsh__arena           texts;
    bsh__vec             articles; /* article */
    bsh__vec             entries;  /* entry */
    bsh__vec             postings; /* posting */
    bsh__vec             rows;     /* bsh_term_row; made when asked for */
    uint32_t            *slots;    /* number of an entry + 1 by hash; 0 is free */
    size_t               n_slots;  /* a power of two, at least twice the entries */
};

bsh_status bsh_terms_create(bsh_terms **out, const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    allocator = bsh__allocator(allocator);
    bsh_terms *const terms = bsh__allocate_zeroed(allocator, 1, sizeof *terms);
    if (terms == NULL) {
        return bsh__fail_memory(err);
    }
    terms->allocator = allocator;
    terms->seed = bsh__hash_seed();
    bsh__arena_init(&terms->texts, allocator);
    bsh__vec_init(&terms->articles, allocator, sizeof(article));
    bsh__vec_init(&terms->entries, allocator, sizeof(entry));
    bsh__vec_init(&terms->postings, allocator, sizeof(posting));
    bsh__vec_init(&terms->rows, allocator, sizeof(bsh_term_row));
    *out = terms;
    return BSH_OK;
}

void bsh_terms_destroy(bsh_terms *terms)
{
    if (terms == NULL) {
        return;
    }
    if (terms->slots != NULL) {
        bsh__release(terms->allocator, terms->slots);
    }
    bsh__vec_free(&terms->rows);
    bsh__vec_free(&terms->postings);
    bsh__vec_free(&terms->entries);
    bsh__vec_free(&terms->articles);
    bsh__arena_free(&terms->texts);
    bsh__release(terms->allocator, terms);
}

/* ---- finding a term */

static size_t slot_of(const bsh_terms *terms, bsh_string text, uint64_t hash)
{
    const entry *const entries = terms->entries.items;
    size_t             at = hash & (terms->n_slots - 1);
    for (; terms->slots[at] != 0; at = (at + 1) & (terms->n_slots - 1)) {
        const entry *const known = &entries[terms->slots[at] - 1];
        if (known->hash == hash && known->text.n_bytes == text.n_bytes &&
            memcmp(known->text.data, text.data, text.n_bytes) == 0) {
            break;
        }
    }
    return at;
}

static bool grow_slots(bsh_terms *terms)
{
    if ((terms->entries.n + 1) * 2 <= terms->n_slots) {
        return true;
    }
    size_t const    n_slots = terms->n_slots == 0 ? 1024 : terms->n_slots * 2;
    uint32_t *const slots = bsh__allocate_zeroed(terms->allocator, n_slots, sizeof *slots);
    if (slots == NULL) {
        return false;
    }
    if (terms->slots != NULL) {
        bsh__release(terms->allocator, terms->slots);
    }
    terms->slots = slots;
    terms->n_slots = n_slots;
    const entry *const entries = terms->entries.items;
    for (size_t i = 0; i < terms->entries.n; ++i) {
        slots[slot_of(terms, entries[i].text, entries[i].hash)] = (uint32_t) i + 1;
    }
    return true;
}

/* The entry of a term, a new one if it has none; NULL if there is no memory. */
static entry *find_entry(bsh_terms *terms, bsh_string text)
{
    if (!grow_slots(terms)) {
        return NULL;
    }
    uint64_t const hash = bsh__hash(terms->seed, text.data, text.n_bytes);
    size_t const   at = slot_of(terms, text, hash);
    if (terms->slots[at] != 0) {
        return (entry *) terms->entries.items + terms->slots[at] - 1;
    }
    const char *const copy = bsh__arena_copy(&terms->texts, text.data, text.n_bytes);
    entry *const      added = copy == NULL ? NULL : bsh__vec_push(&terms->entries);
    if (added != NULL) {
        *added = (entry){.text = {copy, text.n_bytes}, .hash = hash};
        terms->slots[at] = (uint32_t) terms->entries.n;
    }
    return added;
}

/* ---- counting */

static bsh_status add_posting(bsh_terms *terms, entry *term, uint32_t article_number,
                              uint64_t count, bsh_error *err)
{
    posting *const last =
        term->last == 0 ? NULL : (posting *) terms->postings.items + term->last - 1;
    term->count += count;
    if (last != NULL && last->article == article_number) {
        last->count += count;
        return BSH_OK;
    }
    posting *const added = bsh__vec_push(&terms->postings);
    if (added == NULL) {
        return bsh__fail_memory(err);
    }
    *added = (posting){.count = count, .article = article_number, .next = term->last};
    term->last = (uint32_t) terms->postings.n;
    ++term->n_articles;
    return BSH_OK;
}

static bsh_status check_limits(const bsh_terms *terms, bsh_error *err)
{
    size_t const most = UINT32_MAX - 1;
    if (terms->articles.n >= most || terms->entries.n >= most || terms->postings.n >= most) {
        return bsh__fail(err, BSH_E_LIMIT, 0,
                         "terms: over 4 billion articles, terms or terms in articles");
    }
    return BSH_OK;
}

bsh_status bsh__terms_begin_article(bsh_terms *terms, uint64_t seq, bsh_error *err)
{
    BSH_TRY(check_limits(terms, err));
    article *const added = bsh__vec_push(&terms->articles);
    if (added == NULL) {
        return bsh__fail_memory(err);
    }
    added->seq = seq;
    return BSH_OK;
}

bsh_status bsh__terms_count(bsh_terms *terms, bsh_string term, uint64_t count, bsh_error *err)
{
    if (count == 0) {
        return BSH_OK;
    }
    BSH_TRY(check_limits(terms, err));
    entry *const found = find_entry(terms, term);
    if (found == NULL) {
        return bsh__fail_memory(err);
    }
    uint32_t const number = (uint32_t) terms->articles.n - 1;
    BSH_TRY(add_posting(terms, found, number, count, err));
    ((article *) terms->articles.items)[number].n_words += count;
    terms->n_words += count;
    return BSH_OK;
}

bsh_status bsh_terms_add(bsh_terms *terms, uint64_t seq, const bsh_document *document,
                         bsh_error *err)
{
    size_t                      n = 0;
    const bsh_term_count *const counts = bsh_document_terms(document, &n);
    BSH_TRY(bsh__terms_begin_article(terms, seq, err));
    for (size_t i = 0; i < n; ++i) {
        bsh_string const text = bsh_document_term_text(document, counts[i].term);
        BSH_TRY(bsh__terms_count(terms, text, counts[i].count, err));
    }
    return BSH_OK;
}

/* ---- merging */

static bsh_status merge_entry(bsh_terms *terms, const bsh_terms *other, const entry *from,
                              size_t n_before, bsh_error *err)
{
    const posting *const postings = other->postings.items;
    entry *const         to = find_entry(terms, from->text);
    if (to == NULL) {
        return bsh__fail_memory(err);
    }
    for (uint32_t at = from->last; at != 0; at = postings[at - 1].next) {
        size_t const number = n_before + postings[at - 1].article;
        BSH_TRY(check_limits(terms, err));
        BSH_TRY(add_posting(terms, to, (uint32_t) number, postings[at - 1].count, err));
    }
    return BSH_OK;
}

bsh_status bsh_terms_merge(bsh_terms *terms, const bsh_terms *other, bsh_error *err)
{
    size_t const         n_before = terms->articles.n;
    const article *const articles = other->articles.items;
    const entry *const   entries = other->entries.items;
    for (size_t i = 0; i < other->articles.n; ++i) {
        BSH_TRY(bsh__terms_begin_article(terms, articles[i].seq, err));
        ((article *) terms->articles.items)[n_before + i].n_words = articles[i].n_words;
        terms->n_words += articles[i].n_words;
    }
    for (size_t i = 0; i < other->entries.n; ++i) {
        BSH_TRY(merge_entry(terms, other, &entries[i], n_before, err));
    }
    return BSH_OK;
}

/* ---- rows */

void bsh__term_spread_add(bsh__term_spread *spread, uint64_t n_words)
{
    if (n_words == 0) {
        return;
    }
    spread->n_words += n_words;
    spread->n_smallest =
        spread->n_articles == 0 || n_words < spread->n_smallest ? n_words : spread->n_smallest;
    ++spread->n_articles;
}

bsh__wide bsh__term_excess(const bsh__term_posting *in_article, uint64_t n_words,
                           uint64_t count, const bsh__term_spread *spread)
{
    bsh__wide const observed = (bsh__wide) in_article->count * spread->n_words;
    bsh__wide const expected = (bsh__wide) n_words * count;
    return observed > expected ? observed - expected : 0;
}

double bsh__term_dp_norm(bsh__wide excess, uint64_t count, const bsh__term_spread *spread)
{
    return (double) excess / ((double) count * (double) (spread->n_words - spread->n_smallest));
}

static bsh__term_spread spread_of(const bsh_terms *terms)
{
    const article *const articles = terms->articles.items;
    bsh__term_spread     all = {0};
    for (size_t i = 0; i < terms->articles.n; ++i) {
        bsh__term_spread_add(&all, articles[i].n_words);
    }
    return all;
}

static double dp_norm(const bsh_terms *terms, const entry *term, const bsh__term_spread *all)
{
    const posting *const postings = terms->postings.items;
    const article *const articles = terms->articles.items;
    bsh__wide            excess = 0;
    for (uint32_t at = term->last; at != 0; at = postings[at - 1].next) {
        const posting *const p = &postings[at - 1];
        excess += bsh__term_excess(p, articles[p->article].n_words, term->count, all);
    }
    return bsh__term_dp_norm(excess, term->count, all);
}

static int compare_rows(const void *a, const void *b)
{
    const bsh_term_row *const first = a;
    const bsh_term_row *const second = b;
    if (first->count != second->count) {
        return first->count > second->count ? -1 : 1;
    }
    size_t const n_first = first->term.n_bytes;
    size_t const n_second = second->term.n_bytes;
    int const    order =
        memcmp(first->term.data, second->term.data, n_first < n_second ? n_first : n_second);
    return order != 0 ? order : (n_first > n_second) - (n_first < n_second);
}

bsh_status bsh_terms_rows(bsh_terms *terms, const bsh_term_row **out, size_t *n, bsh_error *err)
{
    *out = NULL;
    *n = 0;
    if (!bsh__vec_resize(&terms->rows, terms->entries.n)) {
        return bsh__fail_memory(err);
    }
    bsh_term_row *const    rows = terms->rows.items;
    const entry *const     entries = terms->entries.items;
    bsh__term_spread const all = spread_of(terms);
    for (size_t i = 0; i < terms->entries.n; ++i) {
        rows[i] = (bsh_term_row){
            .term = entries[i].text,
            .count = entries[i].count,
            .docs = entries[i].n_articles,
            .per_million = 1e6 * (double) entries[i].count / (double) all.n_words,
            .dp_norm = all.n_articles >= 2 ? dp_norm(terms, &entries[i], &all) : 0,
            .has_dp_norm = all.n_articles >= 2,
        };
    }
    if (terms->entries.n > 1) {
        qsort(rows, terms->entries.n, sizeof *rows, compare_rows);
    }
    *out = rows;
    *n = terms->entries.n;
    return BSH_OK;
}

uint64_t bsh_terms_words(const bsh_terms *terms)
{
    return terms->n_words;
}

uint64_t bsh_terms_articles(const bsh_terms *terms)
{
    return terms->articles.n;
}

bsh__term_parts bsh__term_parts_of(const bsh_terms *terms)
{
    return (bsh__term_parts){
        .articles = terms->articles.items,
        .n_articles = terms->articles.n,
        .entries = terms->entries.items,
        .n_entries = terms->entries.n,
        .postings = terms->postings.items,
    };
}
