#include "article/headline.h"

#include "article/features.h"
#include "article/region.h"
#include "article/zone_words.h"

enum {
    reach = 12,      /* paragraphs above the text among which a headline is sought */
    most_words = 30, /* of a headline */
    least_words = 4, /* of a headline */
    most_kicker_words = 4,
    most_kickers = 2,
    most_dek_words = 50
};

/* The first paragraph that surely is text of the article: a headline of many small words ("Town
 * says it will not pay for the ferry as it waits for an answer") may be drafted LIKELY. */
static size_t find_first_body(const bsh__zones *zones)
{
    for (size_t i = 0; i < zones->n; ++i) {
        const bsh__paragraph *const p = &zones->paragraphs[i];
        if (p->kind == BSH_BLOCK_BODY && bsh__paragraph_has(p, BSH__PARAGRAPH_INSIDE) &&
            (p->draft == BSH__DRAFT_BODY || p->draft == BSH__DRAFT_BRIEF) &&
            !bsh__paragraph_has(p, BSH__PARAGRAPH_HEAD_TITLE)) {
            return i;
        }
    }
    return zones->n;
}

static bool is_candidate(const bsh__paragraph *p)
{
    if (p->n_words < least_words || p->n_words > most_words ||
        bsh__paragraph_has(p, BSH__PARAGRAPH_STOPPED)) {
        return false;
    }
    return p->kind == BSH_BLOCK_OUTSIDE || p->draft == BSH__DRAFT_SHORT ||
           p->draft == BSH__DRAFT_LIKELY || bsh__paragraph_has(p, BSH__PARAGRAPH_HEAD_TITLE);
}

/* Six words or more, longer (up to twelve), nearer. */
static unsigned score(const bsh__paragraph *p, size_t distance)
{
    unsigned const n = p->n_words < 12 ? p->n_words : 12;
    if (p->kind ==
        BSH_BLOCK_CAPTION) { // the alternative text of a picture, if nothing else is there
        return 1;
    }
    return (p->n_words >= 6 ? 60U : 0U) + 2U * n + 3U * (unsigned) (reach - distance);
}

/* A title's words and then, on the next line, a longer one in plain small letters: the dek. */
static bool is_dek_of(const char *text, const bsh__paragraph *upper,
                      const bsh__paragraph *lower)
{
    return lower->n_words > 12 && lower->n_words > upper->n_words &&
           bsh__features_shares(text, lower).capitals < .6F;
}

static size_t find_by_rule(const bsh__zones *zones, size_t first, size_t body)
{
    size_t   best = zones->n;
    unsigned best_score = 0;
    for (size_t i = first; i < body; ++i) {
        const bsh__paragraph *const p = &zones->paragraphs[i];
        if (is_candidate(p) && score(p, body - i - 1) > best_score) {
            best = i;
            best_score = score(p, body - i - 1);
        }
    }
    if (best < zones->n && best > first && is_candidate(&zones->paragraphs[best - 1]) &&
        is_dek_of(zones->text, &zones->paragraphs[best - 1], &zones->paragraphs[best])) {
        --best;
    }
    return best;
}

/* ---- a title that is known */

static size_t find_title(const bsh__zones *zones, size_t first, size_t last, bsh_string title)
{
    for (size_t i = first; title.n_bytes > 0 && i < zones->n && i <= last; ++i) {
        bsh_span const   span = zones->paragraphs[i].span;
        bsh_string const line = {zones->text + span.begin, span.end - span.begin};
        if (bsh__has_same_signs(line, title)) {
            return i;
        }
    }
    return zones->n;
}

/* ---- around the headline */

static void take_out(bsh__paragraph *p, bsh_block_kind kind, bsh__zone_rule rule)
{
    bsh__paragraph_label(p, kind, rule);
    p->flags = (uint16_t) (p->flags & ~(unsigned) BSH__PARAGRAPH_INSIDE);
}

static bsh_string bytes_of(const bsh__zones *zones, size_t i)
{
    bsh_span const span = zones->paragraphs[i].span;
    return (bsh_string){zones->text + span.begin, span.end - span.begin};
}

/* The same headline once more above it: the title of the page, then that of the article. */
static void label_twins(bsh__zones *zones, size_t first, size_t headline)
{
    for (size_t i = first; i < headline; ++i) {
        if (bsh__has_same_signs(bytes_of(zones, i), bytes_of(zones, headline))) {
            take_out(&zones->paragraphs[i], BSH_BLOCK_HEADLINE, BSH__RULE_HEADLINE_ABOVE_BODY);
        }
    }
}

static void label_kickers(bsh__zones *zones, size_t first, size_t headline)
{
    unsigned n = 0;
    for (size_t i = headline; i-- > first && n < most_kickers;) {
        bsh__paragraph *const p = &zones->paragraphs[i];
        if (p->draft == BSH__DRAFT_SHORT && p->kind != BSH_BLOCK_CAPTION &&
            p->n_words <= most_kicker_words) {
            take_out(p, BSH_BLOCK_KICKER, BSH__RULE_KICKER_ABOVE_HEADLINE);
            ++n;
        }
    }
}

static bool is_signature(const bsh__paragraph *p)
{
    return p->kind == BSH_BLOCK_BYLINE || p->kind == BSH_BLOCK_TIMESTAMP;
}

/* Between headline and text, a line without a sentence end; or one paragraph that a byline or a
 * date sets off from the text. */
static void label_dek(bsh__zones *zones, size_t headline, size_t body)
{
    size_t const          i = headline + 1;
    bsh__paragraph *const p = &zones->paragraphs[i];
    if (i >= zones->n || p->n_words < 6 || p->n_words > most_dek_words) {
        return;
    }
    bool const is_line =
        i < body && (p->draft == BSH__DRAFT_SHORT || p->draft == BSH__DRAFT_LIKELY);
    bool const is_set_off =
        bsh__is_text(p) && i + 1 < zones->n && is_signature(&zones->paragraphs[i + 1]);
    if (is_line || is_set_off) {
        take_out(p, BSH_BLOCK_DEK, BSH__RULE_DEK_BELOW_HEADLINE);
    }
}

/* What the region took in above the headline; and "Ana Roe", "Gazette Staff", "Laketown" in a
 * row below it. */
static void leave_out_rest(bsh__zones *zones, size_t first, size_t headline, size_t body)
{
    for (size_t i = first; i < body; ++i) {
        bsh__paragraph *const p = &zones->paragraphs[i];
        bool const            is_run = p->rule == BSH__RULE_SHORT_RUN;
        bool const            is_above =
            i < headline && (p->kind == BSH_BLOCK_BODY || p->kind == BSH_BLOCK_SUBHEADING);
        if (is_run || is_above) {
            take_out(p, BSH_BLOCK_OUTSIDE, BSH__RULE_OUTSIDE_REGION);
        }
    }
}

void bsh__headline_label(bsh__zones *zones, bsh_string title)
{
    size_t const body = find_first_body(zones);
    if (body == zones->n) {
        return;
    }
    size_t const first = body > reach ? body - reach : 0;
    size_t const known = find_title(zones, first, body, title);
    size_t const headline = known < zones->n ? known : find_by_rule(zones, first, body);
    if (headline == zones->n) {
        return;
    }
    take_out(&zones->paragraphs[headline], BSH_BLOCK_HEADLINE,
             known < zones->n ? BSH__RULE_HEADLINE_TITLE : BSH__RULE_HEADLINE_ABOVE_BODY);
    label_twins(zones, first, headline);
    label_kickers(zones, first, headline);
    label_dek(zones, headline, body);
    leave_out_rest(zones, first, headline, body);
}
