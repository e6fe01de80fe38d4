#include "article/zone_rules.h"

#include <string.h>

#include "article/authors.h"
#include "article/clue_bits.h"
#include "article/credits.h"
#include "article/date_lines.h"
#include "article/features.h"
#include "article/site_lines.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* A paragraph under the rules. */
typedef struct candidate {
    const char           *text;
    const bsh__paragraph *paragraph;
    bsh__even             even;
} candidate;

/* ---- what rules ask */

static bool is_terminated(const candidate *c)
{
    return bsh__paragraph_has(c->paragraph, BSH__PARAGRAPH_TERMINATED);
}

static bool has_said(const candidate *c)
{
    return bsh__features_has_said(c->text, c->paragraph->span);
}

static bool opens_with_quote(const candidate *c)
{
    return c->even.n > 0 && (c->even.plain[0] == '"' || c->even.plain[0] == '\'');
}

static size_t find_text(const bsh__even *even, const char *words)
{
    size_t const n = strlen(words);
    for (size_t i = 0; i + n <= even->n; ++i) {
        if (even->lower[i] == words[0] && memcmp(even->lower + i, words, n) == 0) {
            return i;
        }
    }
    return even->n;
}

/* Prose with a sentence end and its share of function words. */
static bool is_prose(const candidate *c)
{
    return is_terminated(c) && c->paragraph->n_words >= 10 &&
           bsh__features_shares(c->text, c->paragraph).function_words >= .3F;
}

/* ---- adverts, pictures */

static bool has_no_words(const candidate *c)
{
    return c->paragraph->n_words == 0;
}

/* "Gazette Photo": the name of an outlet in capitals, then what hangs there. */
static bool is_outlet_photo(const candidate *c)
{
    static const char end[] = " photo";
    size_t const      n = sizeof end - 1;
    return c->even.n > n && memcmp(c->even.lower + c->even.n - n, end, n) == 0 &&
           memchr(c->even.lower, '/', c->even.n) == NULL &&
           bsh__features_shares(c->text, c->paragraph).capitals >= 1.F;
}

static bool is_placeholder(const candidate *c)
{
    return bsh__phrase_is_all(BSH__PHRASE_PLACEHOLDER, &c->even);
}

static bool is_ad_line(const candidate *c)
{
    return bsh__phrase_is_all(BSH__PHRASE_AD_LINE, &c->even);
}

/* "The shop offered free shipping on all orders in May." is prose: there it takes two phrases.
 */
static bool has_shop_phrase(const candidate *c)
{
    unsigned n = 0;
    size_t   begin = 0;
    size_t   end = 0;
    for (size_t from = 0; bsh__phrase_inside(BSH__PHRASE_SHOP, &c->even, from, &begin, &end);
         from = end) {
        ++n;
    }
    return n > 0 && ((n > 1 && !has_said(c)) || !is_prose(c));
}

static size_t skip_currency_code(const bsh__even *even, size_t at)
{
    static const char *const codes[] = {"USD ", "EUR ", "GBP "};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; ++i) {
        if (at + 4 <= even->n && memcmp(even->plain + at, codes[i], 4) == 0) {
            return at + 4;
        }
    }
    return at;
}

/* "$9.90 USD Order": a price, then what to do about it. */
static bool has_price_tag(const candidate *c)
{
    const bsh__even *const even = &c->even;
    for (size_t i = 0; i < even->n;) {
        int32_t const sign = bsh__utf8_next(even->plain, even->n, &i);
        if (!bsh__is_currency(sign)) {
            continue;
        }
        size_t at = i;
        while (at < even->n && strchr("0123456789.,", even->plain[at]) != NULL) {
            ++at;
        }
        bool const has_gap = at > i && at < even->n && even->plain[at] == ' ';
        if (has_gap &&
            bsh__phrase_at(BSH__PHRASE_BUY_VERB, even, skip_currency_code(even, at + 1),
                           NULL) &&
            !is_prose(c)) {
            return true;
        }
    }
    return false;
}

static bool ends_in_arrows(const candidate *c)
{
    const bsh__even *const even = &c->even;
    return !even->is_cut && even->n > 2 && memcmp(even->plain + even->n - 2, ">>", 2) == 0;
}

/* "© 2023 Harbour Post" is the site's own line; "© Ana Roe" credits a picture. */
static bool is_copyright(const candidate *c)
{
    const bsh__even *const even = &c->even;
    size_t                 at = even->first;
    if (at >= even->n || bsh__utf8_next(even->plain, even->n, &at) != 0xA9) {
        return false;
    }
    while (at < even->n && even->plain[at] == ' ') {
        ++at;
    }
    bool const is_year = at < even->n && even->plain[at] >= '0' && even->plain[at] <= '9';
    return is_year || find_text(even, "all rights reserved") < even->n;
}

static bool is_comment_head(const candidate *c)
{
    return bsh__phrase_is_all(BSH__PHRASE_COMMENT_HEAD, &c->even);
}

static bool is_response_head(const candidate *c)
{
    return bsh__is_response_head(&c->even);
}

static bool is_credit_parenthesis(const candidate *c)
{
    return bsh__credit_parenthesis(&c->even);
}

static bool is_credit_opener(const candidate *c)
{
    return bsh__credit_opener(&c->even, c->paragraph);
}

static bool has_credit_label(const candidate *c)
{
    return bsh__credit_label(&c->even);
}

static bool is_dated_photo(const candidate *c)
{
    return bsh__is_dated_photo(&c->even);
}

static bool is_credit_agency(const candidate *c)
{
    return bsh__credit_agency(&c->even);
}

static bool is_credit_source(const candidate *c)
{
    return bsh__credit_source(&c->even);
}

/* ---- authors, site */

static bool is_byline(const candidate *c)
{
    return !is_terminated(c) && bsh__is_byline(&c->even);
}

static bool is_interface_line(const candidate *c)
{
    return bsh__phrase_is_all(BSH__PHRASE_INTERFACE_LINE, &c->even);
}

/* "Related tests showed no trace of it." is a sentence; "Related: the tests of May." is not,
 * and "More from the Harbour Post" has no end. */
static bool is_interface_phrase(const candidate *c)
{
    size_t end = 0;
    if (!bsh__phrase_opens(BSH__PHRASE_INTERFACE, &c->even, &end)) {
        return false;
    }
    if (c->even.lower[end - 1] == ':') {
        return c->paragraph->n_sentences <= 1 || c->paragraph->n_words <= 18;
    }
    return !is_terminated(c) && c->paragraph->n_words < 15 &&
           !bsh__paragraph_has(c->paragraph, BSH__PARAGRAPH_OPEN_END);
}

/* Notices that run to several sentences. */
static bool is_long_notice(const candidate *c)
{
    static const char *const openers[] = {"this site uses",
                                          "this website uses",
                                          "we use cookies",
                                          "we and our partners",
                                          "we value your",
                                          "copyright",
                                          "(c) ",
                                          "by signing",
                                          "a version of this",
                                          "this article appear",
                                          "this article originally",
                                          "by clicking",
                                          "by subscribing",
                                          "by continuing",
                                          "by submitting"};
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; ++i) {
        size_t const n = strlen(openers[i]);
        if (c->even.n >= n && memcmp(c->even.lower, openers[i], n) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_site_notice(const candidate *c)
{
    return bsh__phrase_opens(BSH__PHRASE_SITE_NOTICE, &c->even, NULL) && !has_said(c) &&
           (c->paragraph->n_words < 30 || is_long_notice(c));
}

static bool is_site_appeal(const candidate *c)
{
    return !opens_with_quote(c) && bsh__is_site_appeal(&c->even) && !has_said(c);
}

static bool is_follow_line(const candidate *c)
{
    return !opens_with_quote(c) && bsh__is_follow_line(&c->even) && !has_said(c);
}

static bool is_teaser(const candidate *c)
{
    return bsh__is_teaser(&c->even);
}

/* "The ferry ran late again on Monday. (Reporting by Ana Roe)" is a paragraph of the article
 * that names its author behind its last sentence. */
static bool has_news_before_note(const candidate *c)
{
    const bsh__even *const even = &c->even;
    size_t                 open = even->n;
    while (open > 0 && even->plain[open - 1] != '(') {
        --open;
    }
    unsigned n_words = 0;
    for (size_t i = 0; i < open; ++i) {
        n_words += even->plain[i] == ' ';
    }
    return open > 2 && n_words >= 10 && even->plain[even->n - 1] == ')' &&
           strchr(".?!\"", even->plain[open - 3]) != NULL;
}

static bool is_author_phrase(const candidate *c)
{
    return !opens_with_quote(c) &&
           (bsh__is_author_note(&c->even, c->paragraph->clues) ||
            bsh__is_contact_line(&c->even)) &&
           !has_said(c) && !has_news_before_note(c);
}

static bool is_author_role(const candidate *c)
{
    return bsh__is_author_role(&c->even);
}

/* "... at 9:14 a.m." ends with a stop and is no sentence. */
static bool is_date_line(const candidate *c)
{
    const bsh__even *const even = &c->even;
    bool const ends_in_hour = even->n > 4 && memcmp(even->lower + even->n - 3, ".m.", 3) == 0;
    return (!is_terminated(c) || ends_in_hour) && bsh__is_date_line(even);
}

static bool is_url_line(const candidate *c)
{
    return find_text(&c->even, "http://") < c->even.n ||
           find_text(&c->even, "https://") < c->even.n ||
           find_text(&c->even, "www.") < c->even.n;
}

/* ---- prose */

/* A text without spaces between words has half as many words as characters (features.c). */
static bool is_spaceless_text(const bsh__paragraph *p)
{
    return bsh__paragraph_has(p, BSH__PARAGRAPH_SPACELESS) &&
           (p->n_words > 30 ||
            (p->n_words >= 12 && bsh__paragraph_has(p, BSH__PARAGRAPH_TERMINATED)));
}

static bool opens_with_mark(const char *text, const bsh__paragraph *p)
{
    size_t        at = p->span.begin;
    int32_t const c = bsh__utf8_next(text, p->span.end, &at);
    return c == '"' || c == 0x201C || c == 0x201E || c == 0xAB;
}

static void set_draft(bsh__paragraph *p, bsh__draft draft, bsh__zone_rule rule)
{
    p->draft = (uint8_t) draft;
    p->rule = (uint16_t) rule;
}

static void mark_leading_on(const char *text, bsh__paragraph *p)
{
    if (bsh__paragraph_has(p, BSH__PARAGRAPH_OPEN_END) &&
        (p->n_words >= 5 || bsh__features_has_saying(text, p->span))) {
        p->flags = (uint16_t) (p->flags | BSH__PARAGRAPH_LEADS_ON);
    }
}

/* “Never.” alone, a quotation whose end is in the next paragraph, a sentence with an aside
 * behind it
 * ("She left at noon. (Roe declined to comment)"). */
static bool is_brief(const char *text, const bsh__paragraph *p, float capitals)
{
    if (p->n_sentences >= 1 && p->n_words >= 8 && capitals < .6F &&
        text[p->span.end - 1] == ')') {
        return true;
    }
    bool const terminated = bsh__paragraph_has(p, BSH__PARAGRAPH_TERMINATED);
    if (opens_with_mark(text, p)) {
        return (terminated && p->n_words > 0) || p->n_words >= 13;
    }
    return terminated && p->n_words >= 3;
}

/* Shares of words decide on long lines, and on short ones with an aside at their end. */
static bool needs_shares(const char *text, const bsh__paragraph *p)
{
    return p->n_words >= 14 || text[p->span.end - 1] == ')';
}

/* Text without a sentence end, or too short for one. */
static void draft_rest(const char *text, bsh__paragraph *p)
{
    bsh__shares const shares =
        needs_shares(text, p) ? bsh__features_shares(text, p) : (bsh__shares){0, 0};
    bool const is_title =
        !bsh__paragraph_has(p, BSH__PARAGRAPH_TERMINATED) && shares.capitals >= .8F;
    bool const has_prose =
        shares.function_words > .2F || bsh__paragraph_has(p, BSH__PARAGRAPH_NON_LATIN);
    if (p->n_words >= 25 && !is_title && has_prose) {
        set_draft(p, BSH__DRAFT_BODY, BSH__RULE_LONG_TEXT);
    } else if (p->n_words >= 14 && shares.function_words >= .3F &&
               !(is_title && p->n_words <= 30)) {
        set_draft(p, BSH__DRAFT_LIKELY, BSH__RULE_PROSE_WORDS);
    } else if (is_brief(text, p, shares.capitals)) {
        set_draft(p, BSH__DRAFT_BRIEF, BSH__RULE_SHORT_SENTENCE);
    } else {
        set_draft(p, BSH__DRAFT_SHORT, BSH__RULE_SHORT_LINE);
        mark_leading_on(text, p);
    }
}

/* "Can the Ferry Be Saved?" */
static void mark_title_question(const char *text, bsh__paragraph *p)
{
    if (bsh__paragraph_has(p, BSH__PARAGRAPH_ASKS) && p->n_words <= 20 &&
        !opens_with_mark(text, p) && bsh__features_shares(text, p).capitals >= .8F) {
        p->flags = (uint16_t) (p->flags | BSH__PARAGRAPH_HEAD_TITLE);
    }
}

/* "Ferry Grants Get a Second Look From the U.S." is a headline: its stop belongs to the
 * abbreviation. */
static void unmark_abbreviation(const char *text, bsh__paragraph *p)
{
    size_t const end = p->span.end;
    bool const   is_dotted =
        end - p->span.begin > 4 && text[end - 1] == '.' && text[end - 3] == '.';
    if (is_dotted && p->n_words <= 20 && !opens_with_mark(text, p) &&
        bsh__features_shares(text, p).capitals >= .8F) {
        unsigned const ends = BSH__PARAGRAPH_TERMINATED | BSH__PARAGRAPH_STOPPED;
        p->flags = (uint16_t) (p->flags & ~ends);
    }
}

void bsh__zone_draft_prose(const char *text, bsh__paragraph *paragraph)
{
    unmark_abbreviation(text, paragraph);
    if (is_spaceless_text(paragraph)) {
        set_draft(paragraph, BSH__DRAFT_BODY, BSH__RULE_SPACELESS_TEXT);
    } else if (bsh__paragraph_has(paragraph, BSH__PARAGRAPH_SPACELESS)) {
        set_draft(paragraph, BSH__DRAFT_SHORT, BSH__RULE_SHORT_LINE);
    } else if (bsh__paragraph_has(paragraph, BSH__PARAGRAPH_TERMINATED) &&
               paragraph->n_words >= 10) {
        set_draft(paragraph, BSH__DRAFT_BODY, BSH__RULE_FULL_SENTENCE);
    } else {
        draft_rest(text, paragraph);
    }
    mark_title_question(text, paragraph);
}

/* ---- the table */

#define TO(list) BSH__CLUE_TO(list)

/* A rule is tried on paragraphs of at most so many words that show one of its clues. */
static const struct {
    bsh__zone_rule rule;
    bsh__draft     draft;
    uint32_t       most_words;
    uint32_t       clues;
    bool (*fits)(const candidate *c);
} rules[] = {
    {BSH__RULE_WORDLESS, BSH__DRAFT_BOILERPLATE, 0, BSH__CLUE_ALWAYS, has_no_words},
    {BSH__RULE_PLACEHOLDER, BSH__DRAFT_CAPTION, 9, TO(PLACEHOLDER), is_placeholder},
    {BSH__RULE_PLACEHOLDER, BSH__DRAFT_CAPTION, 4, TO(PICTURE_WORD), is_outlet_photo},
    {BSH__RULE_AD_LINE, BSH__DRAFT_AD, 39, TO(AD_LINE), is_ad_line},
    {BSH__RULE_SHOP_PHRASE, BSH__DRAFT_AD, 39, TO(SHOP), has_shop_phrase},
    {BSH__RULE_PRICE_TAG, BSH__DRAFT_AD, 39, TO(BUY_VERB), has_price_tag},
    {BSH__RULE_ARROWS, BSH__DRAFT_AD, 39, BSH__CLUE_ARROWS, ends_in_arrows},
    {BSH__RULE_COPYRIGHT, BSH__DRAFT_BOILERPLATE, 59, BSH__CLUE_COPYRIGHT, is_copyright},
    {BSH__RULE_COMMENT_HEAD, BSH__DRAFT_BOILERPLATE, 7, TO(COMMENT_HEAD), is_comment_head},
    {BSH__RULE_COMMENT_HEAD, BSH__DRAFT_BOILERPLATE, 39, BSH__CLUE_COUNT, is_response_head},
    {BSH__RULE_CREDIT_PARENTHESIS, BSH__DRAFT_CREDIT, 89, BSH__CLUE_PARENTHESIS,
     is_credit_parenthesis},
    {BSH__RULE_CREDIT_OPENER, BSH__DRAFT_CREDIT, 89, TO(CREDIT_OPENER) | BSH__CLUE_COPYRIGHT,
     is_credit_opener},
    {BSH__RULE_CREDIT_OPENER, BSH__DRAFT_CREDIT, 89, BSH__CLUE_LABEL, has_credit_label},
    {BSH__RULE_CREDIT_OPENER, BSH__DRAFT_CREDIT, 89, TO(PICTURE_WORD), is_dated_photo},
    {BSH__RULE_CREDIT_AGENCY, BSH__DRAFT_CREDIT, 89, TO(AGENCY), is_credit_agency},
    {BSH__RULE_CREDIT_SOURCE, BSH__DRAFT_CREDIT, 69, BSH__CLUE_PARENTHESIS, is_credit_source},
    {BSH__RULE_BYLINE, BSH__DRAFT_BYLINE, 14, TO(BYLINE_OPENER), is_byline},
    {BSH__RULE_INTERFACE_LINE, BSH__DRAFT_BOILERPLATE, 11, TO(INTERFACE_LINE),
     is_interface_line},
    {BSH__RULE_INTERFACE_PHRASE, BSH__DRAFT_BOILERPLATE, 29, TO(INTERFACE),
     is_interface_phrase},
    {BSH__RULE_SITE_NOTICE, BSH__DRAFT_BOILERPLATE, 79, TO(SITE_NOTICE), is_site_notice},
    {BSH__RULE_AUTHOR_PHRASE, BSH__DRAFT_AUTHORNOTE, 69,
     TO(AUTHOR_NOTE) | TO(AUTHOR_WORK) | BSH__CLUE_AT_SIGN, is_author_phrase},
    {BSH__RULE_AUTHOR_ROLE, BSH__DRAFT_AUTHORNOTE, 69, TO(AUTHOR_ROLE) | TO(BEAT),
     is_author_role},
    {BSH__RULE_DATE_LINE, BSH__DRAFT_TIMESTAMP, 14, BSH__CLUE_FIGURE, is_date_line},
    {BSH__RULE_INTERFACE_PHRASE, BSH__DRAFT_BOILERPLATE, 59, BSH__CLUE_TEASER, is_teaser},
    {BSH__RULE_SITE_NOTICE, BSH__DRAFT_BOILERPLATE, 59, TO(SITE_APPEAL), is_site_appeal},
    {BSH__RULE_SITE_NOTICE, BSH__DRAFT_BOILERPLATE, 29, TO(FOLLOW_OPENER), is_follow_line},
    {BSH__RULE_URL_LINE, BSH__DRAFT_BOILERPLATE, 13, BSH__CLUE_ADDRESS, is_url_line},
};

/* Index of the first rule from `i` on that may fit; the number of rules if there is none. */
static size_t next_rule(const bsh__paragraph *p, size_t i)
{
    size_t const n = sizeof rules / sizeof rules[0];
    if (p->clues == BSH__CLUE_ALWAYS && p->n_words > 0) {
        return n; // as two paragraphs of three
    }
    while (i < n && (p->n_words > rules[i].most_words || (p->clues & rules[i].clues) == 0)) {
        ++i;
    }
    return i;
}

bool bsh__zone_draft(const char *text, bsh__paragraph *paragraph, bsh__zone_buffers *buffers)
{
    size_t const n = sizeof rules / sizeof rules[0];
    size_t       i = next_rule(paragraph, 0);
    candidate    c = {text, paragraph, {NULL, NULL, 0, 0, false}};
    if (i < n &&
        !bsh__even_make(&c.even, &buffers->plain, &buffers->lower, text, paragraph->span)) {
        return false;
    }
    for (; i < n; i = next_rule(paragraph, i + 1)) {
        if (rules[i].fits(&c)) {
            bool const is_text = rules[i].draft == BSH__DRAFT_CREDIT && paragraph->n_words > 8;
            set_draft(paragraph, is_text ? BSH__DRAFT_CAPTION : rules[i].draft, rules[i].rule);
            return true;
        }
    }
    bsh__zone_draft_prose(text, paragraph);
    return true;
}
