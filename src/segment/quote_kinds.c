#include "segment/quote_kinds.h"

#include "data/lexicon.h"
#include "segment/punctuation.h"
#include "segment/quote_marks.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

enum {
    MAX_TITLE = 14, /* with a subtitle */
    MIN_SENTENCE = 4,
    LONG = 8,
    MAX_SCARE = 3,
    MAX_SHORT_WORD = 3,
    ELLIPSIS = 0x2026
};

/* What the text of a piece tells. */
typedef struct looks {
    uint32_t n;         /* words */
    bool     is_titled; /* every longer word has a capital, and the first one */
    uint32_t n_capitals;
    bool     leads; /* begins as a sentence does */
    bool     ends;  /* ends as a sentence, or before an attribution */
    bool     asks;  /* ends in ? or ! */
} looks;

static void look_at_word(const bsh__quote_input *input, const bsh_token *token, looks *l)
{
    const bsh__form *const form = bsh__vocabulary_form_at(input->vocabulary, token->form);
    bool const is_capital = (form->flags & BSH__FORM_CAPITALISED) != 0 || form->letters == 0;
    bool const is_small_word =
        form->letters <= MAX_SHORT_WORD || (form->lists & BSH__WORD_PREPOSITION) != 0;
    bool const may_be_low = is_small_word && l->n > 0; // "A Night with Ana Bell"
    l->leads = l->n == 0 ? is_capital : l->leads;
    l->is_titled = l->is_titled && (is_capital || may_be_low);
    l->n_capitals += is_capital;
    ++l->n;
}

static looks look_at(const bsh__quote_input *input, bsh_span inner)
{
    looks  l = {.is_titled = true};
    size_t i = bsh__token_from(input, inner.begin);
    for (; i < input->n_tokens && input->tokens[i].span.end <= inner.end; ++i) {
        if (bsh_token_is_word(&input->tokens[i])) {
            look_at_word(input, &input->tokens[i], &l);
        }
    }
    size_t        at = inner.begin;
    int32_t const first = bsh__utf8_next(input->text, inner.end, &at);
    int32_t const last = bsh__last_character(input->text, inner);
    l.leads = l.leads || first == ELLIPSIS || first == '[' || first == '(' || first == '.';
    l.ends = bsh__is_stop(last) || bsh__is_dash(last);
    l.asks = last == '?' || last == '!';
    return l;
}

/* The last word before the piece, past a comma; NULL if another piece or sentence is there. */
static const bsh__item *word_before(const bsh__item_view *view, const bsh__tie *tie)
{
    const bsh__item *item = &view->items[tie->item - 1];
    if (item->type == BSH__ITEM_COMMA) {
        --item;
    }
    return item->type == BSH__ITEM_WORD ? item : NULL;
}

/* So-called, known as, dubbed, the term, the word. */
static bool is_label(const bsh__item_view *view, const bsh__tie *tie)
{
    const bsh__item *const before = word_before(view, tie);
    if (before == NULL) {
        return false;
    }
    return (before->traits & BSH__TRAIT_LABEL) != 0 ||
           (before->key == BSH__KEY_AS && before[-1].key == BSH__KEY_KNOWN);
}

/* Right behind book, film, song, or on NBC's. */
static bool is_behind_work(const bsh__item_view *view, const bsh__tie *tie)
{
    const bsh__item *const before = word_before(view, tie);
    if (before == NULL) {
        return false;
    }
    bool const is_channel = (before->flags & BSH__ITEM_POSSESSIVE) != 0 &&
                            (before->flags & BSH__ITEM_CAPITAL) != 0 &&
                            before[-1].key == BSH__KEY_ON;
    return (before->lists & BSH__WORD_WORK_NOUN) != 0 || is_channel ||
           before->key == BSH__KEY_ON;
}

/* Its own sentence says who says it, by a verb of saying, a colon or "according to". */
static bool is_said(const bsh__tie *tie)
{
    switch (tie->via) {
    case BSH_VIA_LEFT:
    case BSH_VIA_INVERTED:
    case BSH_VIA_COLON:
    case BSH_VIA_ACCORDING:
        return true;
    case BSH_VIA_SAME_PARAGRAPH:
        return tie->is_said && !tie->is_fresh;
    default:
        return false;
    }
}

/* A comma, colon or clause sets it off. */
static bool is_set_off(const looks *l, const bsh__tie *tie)
{
    if (!tie->is_beside) {
        return false;
    }
    bool const is_bounded = tie->is_closed || tie->is_led_in;
    return (is_bounded && l->ends) || (tie->is_closed && tie->is_fresh) ||
           (l->leads && l->n > 2);
}

static bool is_direct(const looks *l, const bsh__tie *tie)
{
    bool const has_speaker = bsh__is_phrase(tie->phrase) && tie->via != BSH_VIA_SUBJECT;
    bool const is_sentence = l->leads && l->n >= MIN_SENTENCE && (l->ends || has_speaker);
    bool const stands_alone = tie->is_fresh && l->ends && l->n >= 2;
    return l->n >= LONG || is_sentence || stands_alone || is_set_off(l, tie);
}

/* "a website called “Harbor Watch”", "has been dubbed “Harbor Watch”": a name is given. */
static bool is_naming(const bsh__item *verb)
{
    const bsh__item *const before = verb - 1;
    bool const             is_noun = before->type == BSH__ITEM_WORD &&
                         (before->traits & BSH__TRAIT_FILLER) != 0 &&
                         (before->flags & BSH__ITEM_CAPITAL) == 0;
    return verb->verb_class == BSH_VERB_JUDGEMENT &&
           (is_noun || before->type == BSH__ITEM_COMMA || before->key == BSH__KEY_IS ||
            before->key == BSH__KEY_BE);
}

/* Say, or call: what they lead in is no name ("a sign saying “Save Our Harbor”"); but one may
 * tell “Harbor Tonight” something, and write or read “Harbor Nights”. */
static bool leads_in(const bsh__item *verb)
{
    bool const is_say =
        (verb->traits & BSH__TRAIT_SAID) != 0 && (verb->lists & BSH__WORD_HEARER_VERB) == 0;
    return is_say || (verb->verb_class == BSH_VERB_JUDGEMENT && !is_naming(verb));
}

/* "said “Harbor Nights” would be sold": the piece is what something is said of. */
static bool is_subject(const bsh__item *piece)
{
    const bsh__item *const next = piece + 1;
    return next->type == BSH__ITEM_WORD &&
           (next->role == BSH__ROLE_AUXILIARY || (next->traits & BSH__TRAIT_VERBAL) != 0 ||
            (next->lists & BSH__WORD_IRREGULAR_PAST) != 0);
}

/* A verb of saying stands close before the piece, which is what was said and no name. */
static bool is_led_by_verb(const bsh__item_view *view, const bsh__tie *tie)
{
    enum { MAX_DISTANCE = 3 };
    return tie->verb != 0 && tie->verb < tie->item && tie->item - tie->verb <= MAX_DISTANCE &&
           leads_in(&view->items[tie->verb]) && !is_subject(&view->items[tie->item]);
}

/* The name of a work: "Meet the Neighbors", or any capitalised words right behind "novel". */
static bool is_title(const bsh__item_view *view, const looks *l, const bsh__tie *tie)
{
    if (!l->is_titled || l->n > MAX_TITLE || l->asks || tie->is_beside) {
        return false;
    }
    bool const is_inside = !tie->is_fresh || !l->ends; // "Meet the Neighbors" star Ana Bell
    return (is_inside && l->n_capitals >= 2 && !is_led_by_verb(view, tie)) ||
           is_behind_work(view, tie);
}

/* A name, he, she, they, the senator, officials: who may have said it. */
static bool may_speak(const bsh__item *item)
{
    uint32_t const heads =
        BSH__WORD_COURTESY | BSH__WORD_ANONYMOUS_HEAD | BSH__WORD_SPOKES_HEAD;
    return (item->traits & BSH__TRAIT_NAME) != 0 || (item->lists & heads) != 0 ||
           (item->role >= BSH__ROLE_HE && item->role <= BSH__ROLE_THEY);
}

/* The subject of the sentence is its speaker: a verb of saying stands before the piece, or a
 * word that it completes: "Ms. Ito rejected the idea as “absurd”", "she was “sure” of it"; but
 * not "the plan is “dead”". */
static bool is_of_subject(const bsh__item_view *view, const bsh__tie *tie)
{
    const bsh__item *const before = word_before(view, tie);
    if (tie->via != BSH_VIA_SUBJECT) {
        return false;
    }
    bool const completes =
        before != NULL && (before->key == BSH__KEY_IS || before->key == BSH__KEY_BE ||
                           before->key == BSH__KEY_AS);
    return tie->verb != 0 || (completes && may_speak(&view->items[tie->phrase.last]));
}

bsh_quote_kind bsh__quote_kind_of(const bsh__item_view *view, const bsh_quote *quote,
                                  const bsh__tie *tie)
{
    if (quote->n_words > (tie->is_beside ? LONG - 1 : MAX_TITLE)) {
        return BSH_QUOTE_DIRECT; // whatever it looks like; no title stands beside its clause
    }
    looks const l = look_at(view->input, quote->inner);
    if (is_title(view, &l, tie)) {
        return BSH_QUOTE_TITLE;
    }
    if (l.n <= MAX_SCARE && is_label(view, tie)) {
        return BSH_QUOTE_SCARE;
    }
    if (is_direct(&l, tie)) {
        return BSH_QUOTE_DIRECT;
    }
    bool const is_word = l.n == 1 && l.leads && tie->via != BSH_VIA_LEFT &&
                         tie->via != BSH_VIA_SAME_PARAGRAPH; // goes by "Shorty"
    if ((is_said(tie) && !is_word) || (!l.leads && is_of_subject(view, tie))) {
        return BSH_QUOTE_FRAGMENT;
    }
    return l.n <= MAX_SCARE ? BSH_QUOTE_SCARE : BSH_QUOTE_FRAGMENT;
}
