/* All terms of two groups: tested, adjusted, put in order. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/key_terms.h"
#include "stats/adjust.h"

struct bsh_keyness {
    bsh_keyness_options options;
    bsh__term_spread    groups[2];
    bsh__vec            terms; /* bsh_key_term */
    size_t              n_tested;
};

void bsh_keyness_options_init(bsh_keyness_options *options)
{
    *options = (bsh_keyness_options){
        .size = sizeof *options,
        .alpha = .05,
        .conf_level = .95,
        .adjust = BSH_ADJUST_BH,
        .min_count = 1,
        .min_docs = 5,
        .prior_words = 1000,
    };
}

static bsh_status check(const bsh_keyness_options *options, bsh_error *err)
{
    if (options->size != sizeof *options) {
        return bsh__fail(err, BSH_E_USAGE, 0,
                         "keyness: size %zu is not that of this library; "
                         "start from bsh_keyness_options_init",
                         options->size);
    }
    if (!(options->alpha > 0 && options->alpha < 1) ||
        !(options->conf_level > 0 && options->conf_level < 1)) {
        return bsh__fail(err, BSH_E_USAGE, 0, "keyness: alpha and level lie between 0 and 1");
    }
    if (!(options->prior_words > 0) || isinf(options->prior_words)) {
        return bsh__fail(err, BSH_E_USAGE, 0, "keyness: the prior needs over 0 words");
    }
    if (options->adjust == BSH_ADJUST_MAXT || options->adjust >= BSH_ADJUST_COUNT) {
        return bsh__fail(err, BSH_E_USAGE, 0,
                         "keyness: p values of terms cannot be adjusted by \"%s\"; use bh",
                         bsh_adjust_name(options->adjust));
    }
    return BSH_OK;
}

/* ---- groups */

static bsh__key_side side_of(const bsh_key_groups *by, const bsh__term_article *article)
{
    if (article->seq >= by->n_group_of || article->n_words == 0) {
        return BSH__SIDE_NONE;
    }
    uint32_t const group = by->group_of[article->seq];
    if (group == BSH_NO_GROUP) {
        return BSH__SIDE_NONE;
    }
    return group == by->a ? BSH__SIDE_A : group == by->b ? BSH__SIDE_B : BSH__SIDE_NONE;
}

static void group_articles(bsh__key_corpora *corpora, const bsh_key_groups *by)
{
    for (size_t i = 0; i < corpora->parts.n_articles; ++i) {
        const bsh__term_article *const article = &corpora->parts.articles[i];
        bsh__key_side const            side = side_of(by, article);
        corpora->sides[i] = (unsigned char) side;
        if (side != BSH__SIDE_NONE) {
            bsh__term_spread_add(&corpora->groups[side], article->n_words);
        }
    }
}

/* ---- tests */

static bsh_status test_terms(bsh_keyness *keyness, const bsh__key_corpora *corpora,
                             bsh_error *err)
{
    for (size_t i = 0; i < corpora->parts.n_entries; ++i) {
        bsh_key_term term;
        if (corpora->parts.entries[i].count < keyness->options.min_count) {
            continue;
        }
        bsh__key_term_of(&term, corpora, &corpora->parts.entries[i]);
        uint64_t const count = term.count_a + term.count_b;
        if (count < keyness->options.min_count) {
            continue;
        }
        bsh_key_term *const added = bsh__vec_push(&keyness->terms);
        if (added == NULL) {
            return bsh__fail_memory(err);
        }
        *added = term;
    }
    return BSH_OK;
}

/* A term in a handful of articles cannot be found to differ, and thousands of them (half of all
 * terms occur once) would take from the others what power there is.  How many articles hold a
 * term says nothing of which outlet they are of, so the choice favours neither. */
static double p_of_family(const bsh_keyness *keyness, const bsh_key_term *term)
{
    return term->docs_a + term->docs_b >= keyness->options.min_docs ? term->welch_p
                                                                    : (double) NAN;
}

static bsh_status adjust(bsh_keyness *keyness, bsh_error *err)
{
    bsh_key_term *const terms = keyness->terms.items;
    size_t const        n = keyness->terms.n;
    if (n == 0) {
        return BSH_OK;
    }
    double *const p = bsh__allocate(keyness->options.allocator, n, sizeof *p);
    if (p == NULL) {
        return bsh__fail_memory(err);
    }
    for (size_t i = 0; i < n; ++i) {
        p[i] = p_of_family(keyness, &terms[i]);
        keyness->n_tested += isnan(p[i]) ? 0 : 1;
    }
    bsh_status const status =
        bsh__adjust_p(p, p, n, keyness->options.adjust, keyness->options.allocator, err);
    for (size_t i = 0; i < n && status == BSH_OK; ++i) {
        terms[i].p_adj = p[i];
        terms[i].is_key = p[i] < keyness->options.alpha;
    }
    bsh__release(keyness->options.allocator, p);
    return status;
}

/* ---- order */

static int compare_texts(bsh_string first, bsh_string second)
{
    size_t const n = first.n_bytes < second.n_bytes ? first.n_bytes : second.n_bytes;
    int const    order = memcmp(first.data, second.data, n);
    return order != 0 ? order
                      : (first.n_bytes > second.n_bytes) - (first.n_bytes < second.n_bytes);
}

/* Terms without a log ratio come last. */
static double size_of(const bsh_key_term *term)
{
    return isnan(term->log_ratio) ? -1 : fabs(term->log_ratio);
}

static int compare_terms(const void *a, const void *b)
{
    const bsh_key_term *const first = a;
    const bsh_key_term *const second = b;
    if (first->is_key != second->is_key) {
        return first->is_key ? -1 : 1;
    }
    double const size = size_of(first);
    double const other = size_of(second);
    if (size != other) {
        return size > other ? -1 : 1;
    }
    return compare_texts(first->term, second->term);
}

/* ---- the whole */

static bsh_status compare(bsh_keyness *keyness, bsh__key_corpora *corpora,
                          const bsh_key_groups *by, bsh_error *err)
{
    group_articles(corpora, by);
    memcpy(keyness->groups, corpora->groups, sizeof keyness->groups);
    bsh__gsl_begin();
    bsh_status const status = test_terms(keyness, corpora, err);
    bsh__gsl_end();
    BSH_TRY(status);
    BSH_TRY(adjust(keyness, err));
    if (keyness->terms.n > 1) {
        qsort(keyness->terms.items, keyness->terms.n, sizeof(bsh_key_term), compare_terms);
    }
    return BSH_OK;
}

static bsh_status compare_parts(bsh_keyness *keyness, const bsh_terms *terms,
                                const bsh_key_groups *by, bsh_error *err)
{
    const bsh_allocator *const allocator = keyness->options.allocator;
    bsh__key_corpora           corpora = {.parts = bsh__term_parts_of(terms),
                                          .conf_level = keyness->options.conf_level};
    if (corpora.parts.n_articles == 0) {
        return BSH_OK;
    }
    bsh_status status = BSH_E_NOMEM;
    corpora.sides = bsh__allocate(allocator, corpora.parts.n_articles, 1);
    corpora.rates = bsh__allocate(allocator, corpora.parts.n_articles, sizeof(double));
    if (corpora.sides == NULL || corpora.rates == NULL) {
        (void) bsh__fail_memory(err);
    } else {
        status = compare(keyness, &corpora, by, err);
    }
    bsh__release(allocator, corpora.rates);
    bsh__release(allocator, corpora.sides);
    return status;
}

bsh_status bsh_keyness_create(bsh_keyness **out, const bsh_terms *terms,
                              const bsh_key_groups *groups, const bsh_keyness_options *options,
                              bsh_error *err)
{
    bsh_keyness_options own;
    bsh_keyness_options_init(&own);
    own = options == NULL ? own : *options;
    *out = NULL;
    BSH_TRY(check(&own, err));
    own.allocator = bsh__allocator(own.allocator);
    bsh_keyness *const keyness = bsh__allocate_zeroed(own.allocator, 1, sizeof *keyness);
    if (keyness == NULL) {
        return bsh__fail_memory(err);
    }
    keyness->options = own;
    bsh__vec_init(&keyness->terms, own.allocator, sizeof(bsh_key_term));
    bsh_status const status = compare_parts(keyness, terms, groups, err);
    if (status != BSH_OK) {
        bsh_keyness_destroy(keyness);
        return status;
    }
    *out = keyness;
    return BSH_OK;
}

void bsh_keyness_destroy(bsh_keyness *keyness)
{
    if (keyness != NULL) {
        bsh__vec_free(&keyness->terms);
        bsh__release(keyness->options.allocator, keyness);
    }
}

const bsh_key_term *bsh_keyness_terms(const bsh_keyness *keyness, size_t *n)
{
    *n = keyness->terms.n;
    return keyness->terms.items;
}

size_t bsh_keyness_n_tested(const bsh_keyness *keyness)
{
    return keyness->n_tested;
}

uint64_t bsh_keyness_tokens(const bsh_keyness *keyness, bool is_b)
{
    return keyness->groups[is_b].n_words;
}

uint64_t bsh_keyness_articles(const bsh_keyness *keyness, bool is_b)
{
    return keyness->groups[is_b].n_articles;
}

const bsh_keyness_options *bsh__keyness_options_of(const bsh_keyness *keyness)
{
    return &keyness->options;
}
