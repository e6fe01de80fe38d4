#include "segment/kinds_by_looks.h"

#include "segment/clauses.h"
#include "segment/quote_kinds.h"
#include "segment/speech_verbs.h"

enum { MAX_BETWEEN = 12, MAX_CLAUSE = 6, MIN_SENTENCE = 4 };

typedef struct walk {
    const bsh__attribution *work;
    const bsh__item_view   *view;
    const bsh__language    *language;
} walk;

bool bsh__is_foreign_speech_clause(const bsh__item *words, size_t n)
{
    for (size_t i = 0; i < n && i < MAX_CLAUSE; ++i) {
        if (words[i].verb_class != BSH_VERB_NONE && (words[i].flags & BSH__ITEM_CAPITAL) == 0) {
            return true;
        }
        bool const may_begin = (words[i].flags & BSH__ITEM_CAPITAL) != 0 ||
                               (words[i].lists & BSH__WORD_STARTER) != 0;
        if (i == 0 && !may_begin) {
            return false;
        }
    }
    return false;
}

/* The first verb of saying behind stop `k` before the next piece or sentence; 0 if there is
 * none. */
static uint32_t verb_behind(const walk *w, uint32_t k)
{
    const bsh__item *const items = w->view->items;
    for (++k; items[w->view->stops[k]].type == BSH__ITEM_WORD; ++k) {
        if (bsh__is_speech_verb(&items[w->view->stops[k]])) {
            return w->view->stops[k];
        }
    }
    return 0;
}

/* Nothing but words of its clause stands between the piece and the verb behind it. */
static bool is_near(const bsh__item_view *view, uint32_t piece, uint32_t verb)
{
    uint32_t i = piece + 1;
    while (view->items[i].type == BSH__ITEM_COMMA || view->items[i].type == BSH__ITEM_DASH) {
        ++i;
    }
    if (verb - i > MAX_CLAUSE) {
        return false;
    }
    while (i < verb && view->items[i].type == BSH__ITEM_WORD) {
        ++i;
    }
    return i == verb;
}

/* Ties the piece to the verb of saying of its clause, which stands for the speaker that the
 * rules of kinds ask for.
 *
 * before   the verb before it, or 0
 * is_said  an earlier piece of its sentence has one: spoke of "A" and "B" */
static void tie_piece(const walk *w, const bsh__place *place, uint32_t before, uint32_t behind,
                      bool is_said, bsh__tie *tie)
{
    uint32_t const verb = before != 0 && (tie->is_led_in || behind == 0) ? before : behind;
    if (verb != 0) {
        tie->phrase = (bsh__phrase){verb, verb};
        tie->verb = verb;
        tie->via = BSH_VIA_LEFT;
        tie->is_beside =
            verb < place->item ? tie->is_led_in : is_near(w->view, place->item, verb);
    } else if (is_said) {
        tie->via = BSH_VIA_SAME_PARAGRAPH;
        tie->is_said = true;
    }
}

/* Set off by punctuation outside of the marks, where most languages have it: afirmó Rey, "pero
 * flota".  Without a verb that is known two words in front of a comma are speech, with one
 * four: "Der lange Winter", a play. */
static bool is_set_off_outside(const walk *w, const bsh_quote *quote, const bsh__tie *tie)
{
    bool const     is_last = w->view->items[tie->item + 1].type == BSH__ITEM_BREAK;
    uint32_t const least = w->language->verbs != NULL ? MIN_SENTENCE : 2;
    return (tie->is_beside && tie->is_led_in && is_last) ||
           (tie->is_fresh && (tie->is_closed || is_last) && quote->n_words >= least);
}

/* Where every noun has a capital, what a verb says is no title: sprach von "Verrat und Raub".
 */
static bool is_object(const walk *w, const bsh__tie *tie)
{
    return w->language->has_capital_nouns &&
           (tie->is_said || (tie->verb != 0 && tie->verb < tie->item));
}

static bsh_quote_kind kind_of(const walk *w, const bsh_quote *quote, const bsh__tie *tie)
{
    bsh_quote_kind const kind = bsh__quote_kind_of(w->view, quote, tie);
    if (kind == BSH_QUOTE_TITLE) {
        return is_object(w, tie) ? BSH_QUOTE_FRAGMENT : BSH_QUOTE_TITLE;
    }
    return is_set_off_outside(w, quote, tie) ? BSH_QUOTE_DIRECT : kind;
}

static void read_block(const walk *w, const bsh__block_items *block)
{
    const bsh__item *const items = w->view->items;
    bsh__place             place = {.sentence = block->items.begin + 1};
    uint32_t               before = 0;
    bool                   is_said = false;
    place.left = place.sentence;
    for (uint32_t k = block->stops.begin; k < block->stops.end; ++k) {
        uint32_t const i = w->view->stops[k];
        if (items[i].type == BSH__ITEM_BREAK) {
            place.left = place.sentence = i + 1;
            before = 0;
            is_said = false;
        } else if (items[i].type == BSH__ITEM_WORD) {
            before = bsh__is_speech_verb(&items[i]) ? i : before;
        } else {
            bsh_quote *const quote = &w->work->quotes[items[i].term];
            bsh__tie *const  tie = &w->work->ties[items[i].term];
            place.item = tie->item = i;
            bsh__place_read(w->view, quote, &place, tie);
            tie_piece(w, &place, before, verb_behind(w, k), is_said, tie);
            quote->kind = (uint8_t) kind_of(w, quote, tie);
            is_said = is_said || tie->verb != 0;
            place.left = i + 1;
            before = 0;
        }
    }
}

/* "A", a dit Mme Roy. "B": nothing but one clause with a verb of saying stands between, and no
 * sentence ends before the verb. */
static bool is_one_clause(const walk *w, uint32_t begin, uint32_t end)
{
    bool has_verb = false;
    bool has_break = false;
    if (end - begin > MAX_BETWEEN) {
        return false;
    }
    for (uint32_t i = begin; i < end; ++i) {
        const bsh__item *const item = &w->view->items[i];
        if (has_break || item->type == BSH__ITEM_PIECE) {
            return false;
        }
        has_verb = has_verb || (item->type == BSH__ITEM_WORD && bsh__is_speech_verb(item));
        has_break = item->type == BSH__ITEM_BREAK;
    }
    return has_verb;
}

static bool is_same_quote(const walk *w, const bsh_quote *quote, const bsh_quote *before)
{
    if ((before->flags & BSH_QUOTE_FLAG_CONTINUES) != 0) {
        return true;
    }
    if (quote->block != before->block || quote->kind != BSH_QUOTE_DIRECT ||
        before->kind != BSH_QUOTE_DIRECT) {
        return false;
    }
    const bsh__tie *const ties = w->work->ties;
    return is_one_clause(w, ties[before - w->work->quotes].item + 1,
                         ties[quote - w->work->quotes].item);
}

static void number_groups(const walk *w)
{
    const bsh_quote *before = NULL;
    uint32_t         group = 0;
    for (size_t i = 0; i < w->work->n_quotes; ++i) {
        bsh_quote *const quote = &w->work->quotes[i];
        if (quote->kind != BSH_QUOTE_NESTED) {
            group += before == NULL || !is_same_quote(w, quote, before);
            before = quote;
        }
        quote->group = group;
    }
}

void bsh__kinds_by_looks(const bsh__attribution *work)
{
    walk const w = {work, work->view, work->view->input->vocabulary->language};
    const bsh__block_items *const block = work->blocks->items;
    for (size_t i = 0; i < work->n_quotes; ++i) {
        work->ties[i] = (bsh__tie){.phrase = BSH__NO_PHRASE};
    }
    for (size_t i = 0; i < work->blocks->n; ++i) {
        if (block[i].pieces.end > block[i].pieces.begin) {
            read_block(&w, &block[i]);
        }
    }
    number_groups(&w);
}
