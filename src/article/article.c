#include "article/article.h"

#include "article/context.h"
#include "article/datelines.h"
#include "article/features.h"
#include "article/headline.h"
#include "article/paragraphs.h"
#include "article/pull_quotes.h"
#include "article/region.h"
#include "article/zone_rules.h"
#include "article/zones.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

struct bsh__article {
    const bsh_allocator *allocator;
    bsh__vec             paragraphs;
    bsh__vec             initials; /* of words: unsigned char */
    bsh__zone_buffers    buffers;
    bsh__pull_quotes     pull_quotes;
};

static const char *const rule_names[] = {
#define RULE_NAME(name, id) id,
    BSH__ZONE_RULE_MAP(RULE_NAME)
#undef RULE_NAME
};

const char *bsh_block_rule_name(uint16_t rule)
{
    return rule < BSH__RULE_COUNT ? rule_names[rule] : "";
}

/* ---- making and ending */

bsh_status bsh__article_create(bsh__article **out, const bsh_allocator *allocator,
                               bsh_error *err)
{
    allocator = bsh__allocator(allocator);
    *out = bsh__allocate_zeroed(allocator, 1, sizeof **out);
    if (*out == NULL) {
        return bsh__fail_memory(err);
    }
    (*out)->allocator = allocator;
    bsh__vec_init(&(*out)->paragraphs, allocator, sizeof(bsh__paragraph));
    bsh__vec_init(&(*out)->initials, allocator, sizeof(unsigned char));
    bsh__buffer_init(&(*out)->buffers.plain, allocator);
    bsh__buffer_init(&(*out)->buffers.lower, allocator);
    bsh__pull_quotes_init(&(*out)->pull_quotes, allocator);
    return BSH_OK;
}

void bsh__article_destroy(bsh__article *article)
{
    if (article == NULL) {
        return;
    }
    bsh__pull_quotes_free(&article->pull_quotes);
    bsh__buffer_free(&article->buffers.lower);
    bsh__buffer_free(&article->buffers.plain);
    bsh__vec_free(&article->initials);
    bsh__vec_free(&article->paragraphs);
    bsh__release(article->allocator, article);
}

/* ---- from paragraphs to blocks */

/* Paragraphs of the body among which a place alone opens a report. */
enum { near_top = 3 };

static bool add_block(bsh__vec *blocks, const bsh__paragraph *p, bsh_span span,
                      bsh_block_kind kind, bsh__zone_rule rule)
{
    bsh_block *const block = bsh__vec_push(blocks);
    if (block == NULL) {
        return false;
    }
    *block = (bsh_block){
        .span = span,
        .kind = kind,
        .rule = (uint16_t) rule,
        .first_line = p->first_line,
        .last_line = p->last_line,
    };
    return true;
}

static uint32_t skip_space(const char *text, bsh_span span, size_t at)
{
    at += span.begin;
    while (at < span.end) {
        size_t        next = at;
        int32_t const c = bsh__utf8_next(text, span.end, &next);
        if (!bsh__is_space(c) && !bsh__is_transparent(c)) {
            break;
        }
        at = next;
    }
    return (uint32_t) at;
}

/* A body paragraph, its dateline cut off as a block of its own. */
static bool add_body(bsh__article *article, bsh__vec *blocks, const char *text,
                     const bsh__paragraph *p, bool is_near_top)
{
    bsh_span rest = p->span;
    size_t   n_bytes = bsh__dateline_dash(text, p->span);
    if (n_bytes > 0) {
        bsh__even      even;
        bsh_span const head = {p->span.begin, p->span.end - p->span.begin > 256
                                                  ? p->span.begin + 256
                                                  : p->span.end};
        if (!bsh__even_make(&even, &article->buffers.plain, &article->buffers.lower, text,
                            head)) {
            return false;
        }
        n_bytes = bsh__opens_with_dateline(&even, is_near_top) ? n_bytes : 0;
    }
    if (n_bytes > 0) {
        bsh_span const dateline = {p->span.begin, p->span.begin + (uint32_t) n_bytes};
        if (!add_block(blocks, p, dateline, BSH_BLOCK_DATELINE, BSH__RULE_DATELINE)) {
            return false;
        }
        rest.begin = skip_space(text, p->span, n_bytes);
    }
    return rest.begin == rest.end ||
           add_block(blocks, p, rest, BSH_BLOCK_BODY, (bsh__zone_rule) p->rule);
}

static bool add_paragraph(bsh__article *article, bsh__vec *blocks, const char *text,
                          const bsh__paragraph *p, bool is_near_top)
{
    if (p->kind == BSH_BLOCK_BODY) {
        return add_body(article, blocks, text, p, is_near_top);
    }
    return add_block(blocks, p, p->span, (bsh_block_kind) p->kind, (bsh__zone_rule) p->rule);
}

static bsh_status make_blocks(bsh__article *article, const bsh__zones *zones, bsh__vec *blocks,
                              bsh_error *err)
{
    unsigned n_body = 0;
    for (size_t i = 0; i < zones->n; ++i) {
        const bsh__paragraph *const p = &zones->paragraphs[i];
        if (!add_paragraph(article, blocks, zones->text, p, n_body < near_top)) {
            return bsh__fail_memory(err);
        }
        n_body += p->kind == BSH_BLOCK_BODY && n_body < near_top;
    }
    return BSH_OK;
}

static bsh_status draft_all(bsh__article *article, bsh__zones *zones, bsh_error *err)
{
    if (!bsh__vec_reserve(&article->initials, zones->n_bytes / 2 + 1)) {
        return bsh__fail_memory(err);
    }
    zones->initials = article->initials.items;
    for (size_t i = 0; i < zones->n; ++i) {
        bsh__paragraph *const p = &zones->paragraphs[i];
        p->first_word = (uint32_t) zones->n_initials;
        zones->n_initials +=
            bsh__features_find(zones->text, p, zones->initials + p->first_word);
        if (!bsh__zone_draft(zones->text, p, &article->buffers)) {
            return bsh__fail_memory(err);
        }
    }
    return BSH_OK;
}

bsh_status bsh__article_blocks(bsh__article *article, bsh_string text,
                               const bsh_options *options, bsh_string title, bsh__vec *blocks,
                               bsh_error *err)
{
    blocks->n = 0;
    BSH_TRY(bsh__paragraphs_find(&article->paragraphs, text.data, text.n_bytes,
                                 options->newlines, err));
    bsh__zones zones = {
        .text = text.data,
        .n_bytes = text.n_bytes,
        .paragraphs = article->paragraphs.items,
        .n = article->paragraphs.n,
    };
    BSH_TRY(draft_all(article, &zones, err));
    bsh__region_find(&zones, options->is_extracted);
    bsh__context_label(&zones);
    bsh__headline_label(&zones, title);
    BSH_TRY(bsh__pull_quotes_label(&article->pull_quotes, &zones, err));
    return make_blocks(article, &zones, blocks, err);
}
