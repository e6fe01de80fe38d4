#include "article/region.h"

#include "article/zone_rules.h"

/* Half-open range of paragraphs. */
typedef struct range {
    size_t begin, end;
} range;

bool bsh__is_text(const bsh__paragraph *paragraph)
{
    return paragraph->draft == BSH__DRAFT_BODY || paragraph->draft == BSH__DRAFT_LIKELY ||
           paragraph->draft == BSH__DRAFT_BRIEF;
}

/* ---- notes on authors */

/* "Ana Roe is a professor of law at the college." ends a column; amid an article it is news.
 * Two paragraphs may follow it: another note, a correction. */
static void keep_roles_in_text(bsh__zones *zones)
{
    unsigned n_behind = 0;
    for (size_t i = zones->n; i-- > 0;) {
        bsh__paragraph *const p = &zones->paragraphs[i];
        if (p->rule == BSH__RULE_COMMENT_HEAD) {
            n_behind = 0; // what readers write below is no part of the article
        } else if (p->draft == BSH__DRAFT_BODY) {
            ++n_behind;
        } else if (p->rule == BSH__RULE_AUTHOR_ROLE && n_behind > 2) {
            bsh__zone_draft_prose(zones->text, p);
        }
    }
}

/* ---- the run of largest value */

/* What a paragraph says for being inside the article, in half words. */
static int64_t value_of(const bsh__paragraph *p)
{
    int64_t const n = p->n_words;
    switch (p->draft) {
    case BSH__DRAFT_BODY:
        return 2 * (n < 60 ? n : 60);
    case BSH__DRAFT_LIKELY:
        return 12;
    case BSH__DRAFT_BRIEF:
        return (n < 10 ? n : 10) + 1;
    case BSH__DRAFT_CAPTION:
    case BSH__DRAFT_CREDIT:
    case BSH__DRAFT_AD:
        return -4;
    case BSH__DRAFT_SHORT:
        return n <= 6 ? -14 : -12;
    default:
        return -24;
    }
}

static range largest_run(const bsh__zones *zones)
{
    range   best = {0, 0};
    int64_t best_sum = 0;
    int64_t sum = 0;
    size_t  begin = 0;
    for (size_t i = 0; i < zones->n; ++i) {
        if (sum <= 0) {
            sum = 0;
            begin = i;
        }
        sum += value_of(&zones->paragraphs[i]);
        if (sum > best_sum) {
            best_sum = sum;
            best = (range){begin, i + 1};
        }
    }
    return best;
}

/* ---- a paragraph cut off by what stands in the way */

static bool is_in_the_way(const bsh__paragraph *p)
{
    bool const is_inset = p->draft == BSH__DRAFT_BOILERPLATE || p->draft == BSH__DRAFT_AD ||
                          p->draft == BSH__DRAFT_CAPTION || p->draft == BSH__DRAFT_CREDIT;
    return is_inset && p->rule != BSH__RULE_COMMENT_HEAD && p->rule != BSH__RULE_COPYRIGHT;
}

/* The last paragraph of an article may be worth less than the buttons and pictures above it. It
 * has none of the short lines above it that lead to other articles. */
static range with_last_paragraphs(const bsh__zones *zones, range r)
{
    enum { MAX_IN_THE_WAY = 5 };
    const bsh__paragraph *const all = zones->paragraphs;
    for (size_t i = r.end; r.begin < r.end && i < zones->n && i - r.end <= MAX_IN_THE_WAY;
         ++i) {
        if (all[i].draft == BSH__DRAFT_BODY) {
            r.end = i + 1;
        } else if (!is_in_the_way(&all[i])) {
            break;
        }
    }
    return r;
}

/* ---- nearly clean texts */

static bool is_nearly_clean(const bsh__zones *zones)
{
    uint64_t n_text = 0;
    uint64_t n_all = 0;
    for (size_t i = 0; i < zones->n; ++i) {
        const bsh__paragraph *const p = &zones->paragraphs[i];
        n_all += p->n_words;
        n_text += bsh__is_text(p) ? p->n_words : 0;
    }
    return n_all > 0 && n_text * 4 >= n_all * 3;
}

static bool is_trimmed_at_end(const bsh__paragraph *p)
{
    return p->draft == BSH__DRAFT_SHORT || p->draft == BSH__DRAFT_BOILERPLATE ||
           p->draft == BSH__DRAFT_CREDIT || p->draft == BSH__DRAFT_TIMESTAMP ||
           p->draft == BSH__DRAFT_AD;
}

/* Where three quarters of the words are prose, the article runs from its first paragraph of
 * prose to the last: a gap of short lines in it does not cut the text in two. */
static range whole_text(const bsh__zones *zones, range run)
{
    size_t begin = 0;
    while (begin < zones->n && zones->paragraphs[begin].draft != BSH__DRAFT_BODY &&
           zones->paragraphs[begin].draft != BSH__DRAFT_LIKELY) {
        ++begin;
    }
    if (run.begin < run.end && run.begin < begin) {
        begin = run.begin;
    }
    size_t end = zones->n;
    while (end > begin && is_trimmed_at_end(&zones->paragraphs[end - 1])) {
        --end;
    }
    return (range){begin, end};
}

static range trim_boilerplate(const bsh__zones *zones)
{
    range r = {0, zones->n};
    while (r.begin < r.end && zones->paragraphs[r.begin].draft == BSH__DRAFT_BOILERPLATE) {
        ++r.begin;
    }
    while (r.end > r.begin && zones->paragraphs[r.end - 1].draft == BSH__DRAFT_BOILERPLATE) {
        --r.end;
    }
    return r;
}

/* ---- comments of readers */

static uint64_t body_words(const bsh__zones *zones, size_t begin, size_t end)
{
    uint64_t n = 0;
    for (size_t i = begin; i < end; ++i) {
        n += zones->paragraphs[i].draft == BSH__DRAFT_BODY ? zones->paragraphs[i].n_words : 0;
    }
    return n;
}

/* "Kestrel says:" above "May 2, 2019 at 9:14": a reader's comment, with no head over the first.
 */
static bool is_commenter(const bsh__zones *zones, size_t i)
{
    const bsh__paragraph *const p = &zones->paragraphs[i];
    return p->draft == BSH__DRAFT_SHORT && p->n_words <= 5 &&
           bsh__paragraph_has(p, BSH__PARAGRAPH_LEADS_ON) && i + 1 < zones->n &&
           zones->paragraphs[i + 1].draft == BSH__DRAFT_TIMESTAMP;
}

/* "Comment" among the buttons of a page stands above the next paragraph of the article; above
 * what readers wrote there is a name or a date first. */
static bool is_button(const bsh__zones *zones, size_t i)
{
    const bsh__paragraph *const all = zones->paragraphs;
    if (all[i].rule != BSH__RULE_COMMENT_HEAD || all[i].n_words > 2) {
        return false;
    }
    ++i;
    while (i < zones->n &&
           (all[i].draft == BSH__DRAFT_BOILERPLATE || all[i].draft == BSH__DRAFT_AD)) {
        ++i;
    }
    return i < zones->n && all[i].draft == BSH__DRAFT_BODY;
}

/* The first comment head that ends the article; zones->n if there is none.  "12 Comments" above
 * the text counts comments only. */
static size_t comments_begin(const bsh__zones *zones, range r)
{
    uint64_t const n_all = body_words(zones, r.begin, r.end);
    uint64_t       n_before = 0;
    for (size_t i = r.begin; i < zones->n; ++i) {
        const bsh__paragraph *const p = &zones->paragraphs[i];
        bool const is_head = p->rule == BSH__RULE_COMMENT_HEAD || is_commenter(zones, i);
        if (is_head && !is_button(zones, i) && (n_before >= 120 || 2 * n_before > n_all)) {
            return i;
        }
        n_before += i < r.end && p->draft == BSH__DRAFT_BODY ? p->n_words : 0;
    }
    return zones->n;
}

static void label_comments(bsh__zones *zones, size_t begin)
{
    for (size_t i = begin; i < zones->n; ++i) {
        bsh__paragraph *const p = &zones->paragraphs[i];
        if (bsh__is_text(p)) {
            bsh__paragraph_label(p, BSH_BLOCK_COMMENT, BSH__RULE_BELOW_COMMENT_HEAD);
        }
    }
}

void bsh__region_find(bsh__zones *zones, bool is_extracted)
{
    keep_roles_in_text(zones);
    range r = is_extracted ? trim_boilerplate(zones)
                           : with_last_paragraphs(zones, largest_run(zones));
    if (zones->n == 1 && zones->paragraphs[0].draft == BSH__DRAFT_SHORT) {
        r = (range){0, 1}; // "The ferry runs again" and nothing else: what else should count
    } else if (!is_extracted && is_nearly_clean(zones)) {
        r = whole_text(zones, r);
    }
    size_t const comments = is_extracted ? zones->n : comments_begin(zones, r);
    r.end = comments < r.end ? comments : r.end;
    for (size_t i = r.begin; i < r.end; ++i) {
        bsh__paragraph *const p = &zones->paragraphs[i];
        p->flags = (uint16_t) (p->flags | BSH__PARAGRAPH_INSIDE);
    }
    label_comments(zones, comments);
}
