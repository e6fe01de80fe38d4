#include "article/context.h"

#include "article/features.h"
#include "article/region.h"

static bool is_inside(const bsh__paragraph *p)
{
    return bsh__paragraph_has(p, BSH__PARAGRAPH_INSIDE);
}

static bool is_short_inside(const bsh__paragraph *p)
{
    return is_inside(p) && p->draft == BSH__DRAFT_SHORT;
}

static bool is_picture(const bsh__paragraph *p)
{
    return p->draft == BSH__DRAFT_CAPTION || p->draft == BSH__DRAFT_CREDIT;
}

static bsh_block_kind kind_of_draft(unsigned draft)
{
    switch (draft) {
    case BSH__DRAFT_CAPTION:
        return BSH_BLOCK_CAPTION;
    case BSH__DRAFT_CREDIT:
        return BSH_BLOCK_CREDIT;
    case BSH__DRAFT_AD:
        return BSH_BLOCK_AD;
    case BSH__DRAFT_BYLINE:
        return BSH_BLOCK_BYLINE;
    case BSH__DRAFT_AUTHORNOTE:
        return BSH_BLOCK_AUTHORNOTE;
    case BSH__DRAFT_TIMESTAMP:
        return BSH_BLOCK_TIMESTAMP;
    case BSH__DRAFT_BOILERPLATE:
        return BSH_BLOCK_BOILERPLATE;
    default:
        return BSH_BLOCK_BODY;
    }
}

/* ---- short lines in the article */

enum { least_prose = 8 }; /* words of a short line that is prose although it has no end */

/* What a short line stands among. */
typedef struct place {
    const bsh__paragraph *next;      /* inside; NULL at the end */
    const bsh__paragraph *next_text; /* likewise, past pictures, adverts and furniture */
    bool                  is_in_run; /* of three short lines or more */
    bool                  follows_text;
    bool                  is_alone; /* the only paragraph of the document */
} place;

/* Written as a headline: "Best Boots for a Wet Winter". */
static bool is_title(const char *text, const bsh__paragraph *p)
{
    return bsh__features_shares(text, p).capitals >= .8F;
}

/* "anthony castell" above "Mayor Anthony Castell on May 2. (Ana Roe/AFP)": a picture's
 * alternative text on the line above its caption. */
static bool is_above_caption(const bsh__paragraph *p, const place *at)
{
    return at->next != NULL && is_picture(at->next) &&
           at->next->first_line - p->last_line <= 1 &&
           !bsh__paragraph_has(p, BSH__PARAGRAPH_LEADS_ON);
}

/* "The board named three reasons:", and "No." between two paragraphs. */
static bool is_short_prose(const bsh__paragraph *p, const place *at)
{
    if (bsh__paragraph_has(p, BSH__PARAGRAPH_LEADS_ON)) {
        return true;
    }
    return bsh__paragraph_has(p, BSH__PARAGRAPH_STOPPED) && at->follows_text &&
           at->next_text != NULL && bsh__is_text(at->next_text);
}

static void label_short(const char *text, bsh__paragraph *p, const place *at)
{
    bool const is_above_text = at->next_text != NULL && bsh__is_text(at->next_text);
    if (is_above_caption(p, at)) {
        bsh__paragraph_label(p, BSH_BLOCK_CAPTION, BSH__RULE_SHORT_ABOVE_CAPTION);
    } else if (at->is_alone) {
        bsh__paragraph_label(p, BSH_BLOCK_BODY, BSH__RULE_SHORT_PROSE);
    } else if (bsh__paragraph_has(p, BSH__PARAGRAPH_BULLET) && p->n_words >= 2) {
        bsh__paragraph_label(p, BSH_BLOCK_LIST, BSH__RULE_LIST_ITEM);
    } else if (at->is_in_run && p->n_words < 25) {
        bsh__paragraph_label(p, BSH_BLOCK_LIST, BSH__RULE_SHORT_RUN);
    } else if (is_short_prose(p, at)) {
        bsh__paragraph_label(p, BSH_BLOCK_BODY, BSH__RULE_SHORT_PROSE);
    } else if (is_above_text && p->n_words <= 14) {
        bsh__paragraph_label(p, BSH_BLOCK_SUBHEADING, BSH__RULE_SHORT_ABOVE_BODY);
    } else if (p->n_words >= least_prose && !is_title(text, p)) {
        bsh__paragraph_label(p, BSH_BLOCK_BODY, BSH__RULE_SHORT_PROSE);
    } else {
        bsh__paragraph_label(p, BSH_BLOCK_BOILERPLATE, BSH__RULE_STRAY_SHORT);
    }
}

/* The length of the run of short lines at `i`. */
static size_t run_length(const bsh__zones *zones, size_t i)
{
    size_t const begin = i;
    while (i < zones->n && is_short_inside(&zones->paragraphs[i])) {
        ++i;
    }
    return i - begin;
}

/* What a reader's eye skips on the way from a sub-heading to its text. */
static bool is_passed_over(const bsh__paragraph *p)
{
    return !bsh__is_text(p) && p->draft != BSH__DRAFT_SHORT;
}

/* Labels the run of short lines [begin, end). */
static void label_run(bsh__zones *zones, size_t begin, size_t end, bool follows_text)
{
    bsh__paragraph *const all = zones->paragraphs;
    size_t                text = end;
    while (text < zones->n && is_inside(&all[text]) && is_passed_over(&all[text])) {
        ++text;
    }
    bool const   has_next = end < zones->n && is_inside(&all[end]);
    bool const   has_text = text < zones->n && is_inside(&all[text]);
    bool const   is_captioned = has_next && is_picture(&all[end]);
    size_t const n = end - begin - (is_captioned ? 1 : 0);
    for (size_t i = begin; i < end; ++i) {
        bool const  is_last = i + 1 == end;
        place const at = {
            .next = !is_last   ? &all[i + 1]
                    : has_next ? &all[end]
                               : NULL,
            .next_text = !is_last   ? &all[i + 1]
                         : has_text ? &all[text]
                                    : NULL,
            .is_in_run = n >= 3,
            .follows_text = follows_text && i == begin,
            .is_alone = zones->n == 1,
        };
        label_short(zones->text, &all[i], &at);
    }
}

/* ---- all */

static void label_long(bsh__paragraph *p, const bsh__paragraph *next)
{
    place const at = {.next = next};
    if (p->draft == BSH__DRAFT_SHORT && is_above_caption(p, &at)) {
        bsh__paragraph_label(p, BSH_BLOCK_CAPTION, BSH__RULE_SHORT_ABOVE_CAPTION);
    } else if (is_inside(p) || (!bsh__is_text(p) && p->draft != BSH__DRAFT_SHORT)) {
        p->kind = (uint8_t) kind_of_draft(p->draft);
    } else if (p->rule != BSH__RULE_BELOW_COMMENT_HEAD) {
        bsh__paragraph_label(p, BSH_BLOCK_OUTSIDE, BSH__RULE_OUTSIDE_REGION);
    }
}

void bsh__context_label(bsh__zones *zones)
{
    bool follows_text = false;
    for (size_t i = 0; i < zones->n;) {
        bsh__paragraph *const p = &zones->paragraphs[i];
        size_t const          n = run_length(zones, i);
        if (n > 0) {
            label_run(zones, i, i + n, follows_text);
            follows_text = false;
            i += n;
            continue;
        }
        label_long(p, i + 1 < zones->n ? p + 1 : NULL);
        follows_text = bsh__is_text(p) || (follows_text && is_passed_over(p));
        ++i;
    }
}
