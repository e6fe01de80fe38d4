#include "segment/attribution.h"

#include "segment/antecedents.h"
#include "segment/clauses.h"
#include "segment/indirect.h"
#include "segment/phrase_words.h"
#include "segment/quote_kinds.h"
#include "segment/speech_verbs.h"

enum { MIN_SILENCE = 40, MAX_HINT = 12, MAX_LEAD_IN = 30 };

/* The speaker that a bare quote in the next paragraph takes. */
typedef struct carried {
    bsh__phrase phrase;
    uint32_t    person;
} carried;

/* The state of the walk through the blocks. */
typedef struct walk {
    const bsh__attribution *work;
    const bsh__item_view   *view;
    carried                 last;
    uint32_t                sentence; /* first item of the one the walk is in */
    uint32_t                covered;  /* one behind the last item of the last report */
} walk;

/* ---- the clauses of a block's pieces */

/* The first BREAK or PIECE behind stop `k`, which is not the last of its block: an item. */
static uint32_t next_bound(const bsh__item_view *view, uint32_t k)
{
    do {
        ++k;
    } while (view->items[view->stops[k]].type == BSH__ITEM_WORD);
    return view->stops[k];
}

/* A piece without speaker of its own, behind one that has: shares it if it stands alone, or if
 * its sentence holds no verb of saying. */
static bool shares(const bsh__tie *tie)
{
    return tie->is_fresh || (tie->via == BSH_VIA_SUBJECT && tie->verb == 0) ||
           (tie->via == BSH_VIA_NONE && tie->verb == 0);
}

static void share(bsh__tie *ties, uint32_t quote, uint32_t source)
{
    bsh__tie *const tie = &ties[quote];
    tie->phrase = ties[source].phrase;
    tie->is_said = ties[source].via != BSH_VIA_SUBJECT &&
                   (ties[source].via != BSH_VIA_SAME_PARAGRAPH || ties[source].is_said);
    tie->via = BSH_VIA_SAME_PARAGRAPH;
    tie->verb = 0;
    tie->is_beside = false;
    tie->source = ties[source].source != BSH__NO_QUOTE ? ties[source].source : source;
}

/* First pass: what each piece's own sentence says, and what its neighbours lend. */
static void read_block(const walk *w, const bsh__block_items *block)
{
    const bsh__item *const items = w->view->items;
    bsh__tie *const        ties = w->work->ties;
    uint32_t               left = block->items.begin + 1;
    uint32_t               sentence = left;
    uint32_t               previous = BSH__NO_QUOTE;
    for (uint32_t k = block->stops.begin; k < block->stops.end; ++k) {
        uint32_t const i = w->view->stops[k];
        if (items[i].type == BSH__ITEM_BREAK) {
            left = sentence = i + 1;
        }
        if (items[i].type != BSH__ITEM_PIECE) {
            continue;
        }
        uint32_t const   quote = items[i].term;
        bsh__place const place = {i, sentence, left, next_bound(w->view, k), k};
        ties[quote].item = i;
        bsh__clause_read(w->view, &w->work->quotes[quote], &place, &ties[quote]);
        bool const has_own =
            bsh__is_phrase(ties[quote].phrase) && ties[quote].via != BSH_VIA_SUBJECT;
        if (!has_own && previous != BSH__NO_QUOTE && shares(&ties[quote])) {
            share(ties, quote, previous);
        }
        if (bsh__is_phrase(ties[quote].phrase)) {
            previous = quote;
        }
        left = i + 1;
    }
}

/* A quote that opens its paragraph may be told of only behind the next one. */
static void lend_back(const walk *w, const bsh__block_items *block)
{
    bsh__tie *const ties = w->work->ties;
    uint32_t        giver = block->pieces.begin;
    while (giver < block->pieces.end &&
           (ties[giver].item == 0 || !bsh__is_phrase(ties[giver].phrase))) {
        ++giver;
    }
    uint32_t const end = giver < block->pieces.end ? giver : block->pieces.begin;
    for (uint32_t i = block->pieces.begin; i < end; ++i) {
        if (ties[i].item != 0 && !bsh__is_phrase(ties[i].phrase) && ties[i].is_fresh) {
            share(ties, i, giver);
        }
    }
}

/* Nothing but a comma or "and" stands between two pieces. */
static bool is_listed(const bsh__item_view *view, uint32_t first, uint32_t second)
{
    for (uint32_t i = first + 1; i < second; ++i) {
        const bsh__item *const item = &view->items[i];
        if (item->type != BSH__ITEM_COMMA && item->role != BSH__ROLE_AND) {
            return false;
        }
    }
    return second > first + 1;
}

/* Words like "maybe" and "perhaps", she said: the speaker of the last is that of all. */
static void lend_along_list(const walk *w, const bsh__block_items *block)
{
    bsh__tie *const ties = w->work->ties;
    for (uint32_t i = block->pieces.end; i-- > block->pieces.begin + 1;) {
        bsh__tie *const left = &ties[i - 1];
        bool const      is_told = bsh__is_phrase(ties[i].phrase) && ties[i].verb != 0;
        bool const      is_open = left->verb == 0 && left->source == BSH__NO_QUOTE &&
                             (left->via == BSH_VIA_NONE || left->via == BSH_VIA_SUBJECT);
        if (left->item != 0 && is_told && is_open &&
            is_listed(w->view, left->item, ties[i].item)) {
            share(ties, i - 1, i);
        }
    }
}

/* ---- carried speakers */

/* The block is nothing but quotes. */
static bool is_bare(const walk *w, const bsh__block_items *block)
{
    bool has_piece = false;
    for (uint32_t i = block->items.begin; i < block->items.end; ++i) {
        uint8_t const type = w->view->items[i].type;
        has_piece = has_piece || type == BSH__ITEM_PIECE;
        if (type == BSH__ITEM_WORD || type == BSH__ITEM_UNREAD) {
            return false;
        }
    }
    return has_piece;
}

static void carry(const walk *w, const bsh__block_items *block)
{
    bsh__tie *const ties = w->work->ties;
    if (!bsh__is_phrase(w->last.phrase) || !is_bare(w, block)) {
        return;
    }
    for (uint32_t i = block->pieces.begin; i < block->pieces.end; ++i) {
        bool const is_open =
            ties[i].item != 0 && ties[i].is_fresh && !bsh__is_phrase(ties[i].phrase);
        if (is_open) {
            ties[i].phrase = w->last.phrase;
            ties[i].person = w->last.person;
            ties[i].via = BSH_VIA_CARRIED;
            ties[i].verb = 0;
        }
    }
}

/* ---- sources without a name */

/* "Speaking on condition of anonymity, a clerk said". */
static bool is_hidden_before(const bsh__item_view *view, bsh__phrase phrase)
{
    for (uint32_t i = phrase.first - 1; phrase.first - i < MAX_HINT; --i) {
        const bsh__item *const item = &view->items[i];
        if (item->type == BSH__ITEM_BREAK || item->type == BSH__ITEM_PIECE) {
            return false;
        }
        if (item->key == BSH__KEY_ANONYMITY) {
            return true;
        }
    }
    return false;
}

/* Item i, a verb of saying, is followed by what is said and no longer by words of the speaker:
 * "Police said the man would not be named", but "said, speaking on condition of". */
static bool begins_said(const bsh__item_view *view, uint32_t i)
{
    if (!bsh__is_speech_verb(&view->items[i])) {
        return false;
    }
    const bsh__item *const next = &view->items[i + 1];
    bool const             is_circumstance =
        next->type == BSH__ITEM_COMMA ||
        ((next->lists & BSH__WORD_PREPOSITION) != 0 && next->role != BSH__ROLE_OF);
    bool const is_relative = view->items[i - 1].key == BSH__KEY_WHO; // who asked not to be
    return !is_circumstance && !is_relative;
}

/* "familiar with the matter", "on condition of anonymity", "who asked not to be named". */
static bool is_hidden(const bsh__item_view *view, bsh__phrase phrase)
{
    if (is_hidden_before(view, phrase)) {
        return true;
    }
    for (uint32_t i = phrase.last + 1; i <= phrase.last + MAX_HINT; ++i) {
        const bsh__item *const item = &view->items[i];
        if (item->type == BSH__ITEM_BREAK || item->type == BSH__ITEM_PIECE ||
            begins_said(view, i)) {
            return false;
        }
        bool const is_told = item->key == BSH__KEY_NAMED || item->key == BSH__KEY_IDENTIFIED;
        if (item->key == BSH__KEY_ANONYMITY ||
            (item->key == BSH__KEY_WITH && item[-1].key == BSH__KEY_FAMILIAR) ||
            (is_told && item[-1].key == BSH__KEY_BE)) {
            return true;
        }
    }
    return false;
}

static void hide(const walk *w, bsh__phrase phrase, uint32_t person)
{
    if (bsh__speaker_may_hide(w->work->book, person) && is_hidden(w->view, phrase)) {
        bsh__speaker_hide(w->work->book, person);
    }
}

/* ---- persons, in text order */

/* Whom a phrase stands for: "Ana Bell" for the "who" behind her name. */
static bsh__phrase owner_of(const bsh__item_view *view, bsh__phrase phrase)
{
    if (view->items[phrase.first].key != BSH__KEY_WHO) {
        return phrase;
    }
    bsh__phrase const owner = bsh__phrase_antecedent(view, phrase.first);
    return bsh__is_phrase(owner) ? owner : phrase;
}

static bsh_status resolve_tie(walk *w, bsh__tie *tie, bsh_error *err)
{
    if (!bsh__is_phrase(tie->phrase) || tie->source != BSH__NO_QUOTE) {
        return BSH_OK;
    }
    if (tie->via != BSH_VIA_CARRIED) {
        BSH_TRY(
            bsh__speaker_of(w->work->book, owner_of(w->view, tie->phrase), &tie->person, err));
    }
    w->last = (carried){tie->phrase, tie->person};
    return BSH_OK;
}

/* Writes what was found of a verb into a quote or report. */
static void set_verb(bsh_quote *quote, const bsh__item *verb)
{
    quote->verb = verb->span;
    quote->verb_class =
        verb->verb_class != BSH_VERB_NONE ? verb->verb_class : (uint8_t) BSH_VERB_OTHER;
    quote->is_said = (verb->traits & BSH__TRAIT_SAID) != 0;
    quote->is_loaded = (verb->traits & BSH__TRAIT_LOADED) != 0;
}

static bsh_span span_of(const bsh__item_view *view, bsh__phrase phrase)
{
    return (bsh_span){view->items[phrase.first].span.begin, view->items[phrase.last].span.end};
}

/* A verb of saying, outside of pieces, with the phrase that is its subject. */
typedef struct speech {
    bsh__phrase phrase;
    uint32_t    verb, high;
    uint32_t    stop; /* the verb as one of the view's stops */
    uint32_t    person;
    uint8_t     via;
} speech;

static bsh_status push_report(const walk *w, const speech *told, bsh__phrase clause,
                              bsh_error *err)
{
    bsh_quote *const quote = bsh__vec_push(w->work->reports);
    if (quote == NULL) {
        return bsh__fail_memory(err);
    }
    bsh_span const span = span_of(w->view, clause);
    *quote = (bsh_quote){.span = span,
                         .inner = span,
                         .mention = bsh__mention_span(w->view, told->phrase),
                         .speaker = told->person,
                         .kind = BSH_QUOTE_INDIRECT,
                         .via = told->via};
    set_verb(quote, &w->view->items[told->verb]);
    hide(w, told->phrase, told->person);
    return BSH_OK;
}

/* Appends the indirect speech of a verb, if there is any. */
static bsh_status add_report(walk *w, const speech *told, bsh_error *err)
{
    uint32_t const          low = w->covered > w->sentence ? w->covered : w->sentence;
    bsh__report_place const place = {low, told->verb, told->high};
    bsh__report const       report = bsh__report_read(w->view, &place, told->phrase, told->via);
    if (!bsh__is_phrase(report.clause)) {
        return BSH_OK;
    }
    w->covered = report.clause.last + 1;
    bool const is_left_out =
        (report.is_order && !w->view->input->has_orders) ||
        bsh__is_mostly_quoted(w->view, report.clause, told->stop, w->work->quotes);
    return is_left_out ? BSH_OK : push_report(w, told, report.clause, err);
}

/* Who "adding" and "left and said" belong to: the last speaker of the sentence, or its subject.
 */
static bsh__phrase subject_of_participle(const walk *w, uint32_t verb)
{
    bsh__phrase const last = w->last.phrase;
    bool const is_here = bsh__is_phrase(last) && last.first >= w->sentence && last.last < verb;
    return is_here ? last : bsh__phrase_subject(w->view, w->sentence, verb);
}

/* A verb of saying outside of pieces: its speaker is the one that "he" means further on, and
 * what is said may be indirect speech. */
static bsh_status note_verb(walk *w, uint32_t low, uint32_t stop, uint32_t high, bsh_error *err)
{
    uint32_t const verb = w->view->stops[stop];
    speech         told = {.phrase = BSH__NO_PHRASE,
                           .verb = verb,
                           .high = high,
                           .stop = stop,
                           .person = BSH__NO_PERSON};
    bool const     is_second = bsh__is_second_predicate(w->view, verb);
    if (!is_second) {
        told.phrase = bsh__clause_speaker(w->view, low, verb, high, &told.via);
    }
    if (bsh__is_phrase(told.phrase)) {
        BSH_TRY(bsh__speaker_note(w->work->book, owner_of(w->view, told.phrase), &told.person,
                                  err));
        w->last = (carried){told.phrase, told.person};
    } else if (is_second || bsh__is_participle(&w->view->items[verb])) {
        told.phrase = subject_of_participle(w, verb);
        told.via = BSH_VIA_LEFT;
        if (bsh__is_phrase(told.phrase)) {
            BSH_TRY(bsh__speaker_of(w->work->book, owner_of(w->view, told.phrase), &told.person,
                                    err));
        }
    }
    return bsh__is_phrase(told.phrase) ? add_report(w, &told, err) : BSH_OK;
}

/* A verb of thought that no report holds: counted, if it has a subject and a clause. */
static void note_thought(walk *w, uint32_t low, uint32_t verb, uint32_t high)
{
    bsh__report_place const place = {low, verb, high};
    bsh__report const       thought = bsh__thought_read(w->view, &place);
    if (bsh__is_phrase(thought.clause)) {
        w->covered = thought.clause.last + 1;
        *w->work->n_thoughts += 1;
    }
}

/* Second pass: whom each mention of the block means.  *has_speech is set if somebody speaks. */
static bsh_status resolve_items(walk *w, const bsh__block_items *block, bool *has_speech,
                                bsh_error *err)
{
    const bsh__item *const items = w->view->items;
    const uint32_t *const  stops = w->view->stops;
    uint32_t const         last = block->stops.end - 1;
    uint32_t               left = block->items.begin + 1;
    w->sentence = left;
    for (uint32_t k = block->stops.begin; k < last; ++k) {
        uint32_t const i = stops[k];
        if (items[i].type == BSH__ITEM_WORD) {
            if (i < w->covered) {
                continue; // He said that nobody had warned the school: nobody says nothing
            }
            if (bsh__is_speech_verb(&items[i])) {
                *has_speech = true;
                BSH_TRY(note_verb(w, left, k, block->items.end, err));
            } else if (bsh__is_thought_verb(&items[i])) {
                note_thought(w, left, i, block->items.end);
            }
        } else if (items[i].type == BSH__ITEM_BREAK) {
            left = w->sentence = i + 1;
            BSH_TRY(bsh__subject_note(w->work->book, left, err));
        } else {
            *has_speech = true;
            left = i + 1;
            BSH_TRY(resolve_tie(w, &w->work->ties[items[i].term], err));
        }
    }
    return BSH_OK;
}

/* A block that ends in a colon hands what follows to the subject of its last sentence, if no
 * verb there has a speaker: "She went on to say:". */
static bsh_status resolve_colon(walk *w, const bsh__block_items *block, bsh_error *err)
{
    const bsh__item *const items = w->view->items;
    uint32_t const         end = block->items.end - 1;
    uint32_t               begin = end;
    while (end - begin < MAX_LEAD_IN && items[begin - 1].type != BSH__ITEM_BREAK) {
        --begin;
    }
    if (bsh__is_phrase(w->last.phrase) && w->last.phrase.first >= begin) {
        return BSH_OK;
    }
    bsh__phrase const subject = bsh__phrase_subject(w->view, begin, end);
    bool const        is_heading = bsh__is_phrase(subject) && subject.first == subject.last &&
                            bsh__is_group(&items[subject.last]); // "Excerpts follow:"
    if (!bsh__is_phrase(subject) || is_heading || !bsh__may_be_person(&items[subject.last])) {
        return BSH_OK;
    }
    w->last.phrase = subject;
    return bsh__speaker_of(w->work->book, subject, &w->last.person, err);
}

static bsh_status resolve_block(walk *w, const bsh__block_items *block, bsh_error *err)
{
    const bsh__item *const items = w->view->items;
    bool                   has_speech = false;
    BSH_TRY(resolve_items(w, block, &has_speech, err));
    bool const is_lead_in = block->items.end - block->items.begin > 2 &&
                            items[block->items.end - 2].type == BSH__ITEM_COLON;
    has_speech = has_speech || is_lead_in;
    BSH_TRY(is_lead_in ? resolve_colon(w, block, err) : BSH_OK);
    const bsh__item *const end = &items[block->items.end - 1];
    if (!has_speech && end->span.end - items[block->items.begin].span.begin > MIN_SILENCE) {
        w->last.phrase = BSH__NO_PHRASE;
    }
    for (uint32_t i = block->pieces.begin; i < block->pieces.end; ++i) {
        bsh__tie *const tie = &w->work->ties[i];
        if (tie->source != BSH__NO_QUOTE) {
            tie->person = w->work->ties[tie->source].person;
        }
    }
    return BSH_OK;
}

/* ---- quotes */

/* Writes what was found into the quote. */
static void fill_quote(const walk *w, uint32_t index)
{
    bsh_quote *const      quote = &w->work->quotes[index];
    const bsh__tie *const tie = &w->work->ties[index];
    if (quote->kind == BSH_QUOTE_DIRECT) {
        quote->kind = (uint8_t) bsh__quote_kind_of(w->view, quote, tie);
    }
    if (!bsh_quote_is_quoting(quote) || !bsh__is_phrase(tie->phrase)) {
        return;
    }
    quote->mention = bsh__mention_span(w->view, tie->phrase);
    quote->via = tie->via;
    quote->speaker = tie->person;
    if (tie->verb != 0) {
        set_verb(quote, &w->view->items[tie->verb]);
    }
    hide(w, tie->phrase, tie->person);
}

/* One speaker for the pieces of a quote that runs over paragraphs; one that is told beside a
 * piece goes before one that was carried. */
static void give_speaker(bsh_quote *to, const bsh_quote *from)
{
    bool const is_weak = to->speaker == BSH_NO_SPEAKER || to->via == BSH_VIA_CARRIED ||
                         to->via == BSH_VIA_SUBJECT;
    if (!is_weak || from->speaker == BSH_NO_SPEAKER || to->speaker == from->speaker) {
        return;
    }
    to->mention = from->mention;
    to->speaker = from->speaker;
    to->verb = (bsh_span){0, 0};
    to->verb_class = BSH_VERB_NONE;
    to->is_said = to->is_loaded = false;
    to->via = BSH_VIA_CARRIED;
}

/* The next quote that is no nested one. */
static size_t next_quote(const bsh__attribution *work, size_t i)
{
    do {
        ++i;
    } while (i < work->n_quotes && work->quotes[i].kind == BSH_QUOTE_NESTED);
    return i;
}

/* A piece that goes on in the next paragraph is speech, and so is its continuation. */
static void join_continued(const bsh__attribution *work)
{
    size_t i = work->n_quotes;
    size_t next = work->n_quotes;
    while (i-- > 0) {
        bsh_quote *const quote = &work->quotes[i];
        if (quote->kind == BSH_QUOTE_NESTED) {
            continue;
        }
        if ((quote->flags & BSH_QUOTE_FLAG_CONTINUES) != 0 && next < work->n_quotes &&
            bsh_quote_is_quoting(quote) && bsh_quote_is_quoting(&work->quotes[next])) {
            give_speaker(quote, &work->quotes[next]);
        }
        next = i;
    }
    for (i = 0; i < work->n_quotes; i = next) {
        next = next_quote(work, i);
        if ((work->quotes[i].flags & BSH_QUOTE_FLAG_CONTINUES) != 0 && next < work->n_quotes &&
            bsh_quote_is_quoting(&work->quotes[i]) &&
            bsh_quote_is_quoting(&work->quotes[next])) {
            give_speaker(&work->quotes[next], &work->quotes[i]);
        }
    }
}

/* A quote that goes on in the next paragraph has one speaker; with two its closer is missing.
 */
static bool may_share_speaker(const bsh_quote *a, const bsh_quote *b)
{
    return a->speaker == b->speaker || a->speaker == BSH_NO_SPEAKER ||
           b->speaker == BSH_NO_SPEAKER;
}

/* "A," she said. "B.": only the clause of the first stands between. */
static bool is_same_quote(const walk *w, size_t i, size_t before)
{
    const bsh_quote *const a = &w->work->quotes[before];
    const bsh_quote *const b = &w->work->quotes[i];
    const bsh__tie *const  ta = &w->work->ties[before];
    const bsh__tie *const  tb = &w->work->ties[i];
    if ((a->flags & BSH_QUOTE_FLAG_CONTINUES) != 0) {
        return may_share_speaker(a, b);
    }
    if (a->block != b->block || a->kind != BSH_QUOTE_DIRECT || b->kind != BSH_QUOTE_DIRECT ||
        a->speaker != b->speaker || a->speaker == BSH_NO_SPEAKER) {
        return false;
    }
    uint32_t n_breaks = 0;
    for (uint32_t item = ta->item + 1; item < tb->item; ++item) {
        n_breaks += w->view->items[item].type == BSH__ITEM_BREAK;
    }
    bool const is_near = n_breaks <= 1 && tb->is_fresh;
    return (ta->verb != 0 && ta->verb == tb->verb) ||
           (tb->via == BSH_VIA_SAME_PARAGRAPH && is_near) ||
           (ta->via == BSH_VIA_SAME_PARAGRAPH && is_near && tb->via != BSH_VIA_LEFT);
}

static void number_groups(const walk *w)
{
    uint32_t group = 0;
    size_t   before = SIZE_MAX;
    for (size_t i = 0; i < w->work->n_quotes; ++i) {
        bsh_quote *const quote = &w->work->quotes[i];
        if (quote->kind != BSH_QUOTE_NESTED) {
            group += before == SIZE_MAX || !is_same_quote(w, i, before);
            before = i;
        }
        quote->group = group;
    }
}

bsh_status bsh__attribute(const bsh__attribution *work, bsh_error *err)
{
    walk w = {work, work->view, {BSH__NO_PHRASE, BSH__NO_PERSON}, 0, 0};
    const bsh__block_items *const block = work->blocks->items;
    for (size_t i = 0; i < work->n_quotes; ++i) {
        work->ties[i] = (bsh__tie){
            .phrase = BSH__NO_PHRASE, .person = BSH__NO_PERSON, .source = BSH__NO_QUOTE};
    }
    for (size_t i = 0; i < work->blocks->n; ++i) {
        if (block[i].pieces.end > block[i].pieces.begin) {
            read_block(&w, &block[i]);
            lend_along_list(&w, &block[i]);
            lend_back(&w, &block[i]);
            carry(&w, &block[i]);
        }
        BSH_TRY(resolve_block(&w, &block[i], err));
        for (uint32_t k = block[i].pieces.begin; k < block[i].pieces.end; ++k) {
            if (work->quotes[k].kind == BSH_QUOTE_DIRECT) {
                fill_quote(&w, k);
            }
        }
    }
    join_continued(work);
    number_groups(&w);
    return BSH_OK;
}
