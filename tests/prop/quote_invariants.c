#include "tests/prop/quote_invariants.h"

#include "tests/prop/document_arrays.h"
#include "tests/prop/spans.h"

static bool is_indirect(const bsh_quote *quote)
{
    return quote->kind == BSH_QUOTE_INDIRECT;
}

/* ---- one piece */

static const char *broken_spans(const page *p, const bsh_quote *quote)
{
    if (!is_sound(p->text, quote->span) || !is_sound(p->text, quote->inner) ||
        !is_sound(p->text, quote->mention) || !is_sound(p->text, quote->verb)) {
        return "a quote's span, mention or verb is not sound";
    }
    if (quote->block >= p->n_blocks || !p->blocks[quote->block].is_counted) {
        return "a quote is not in a counted block";
    }
    bsh_span const block = p->blocks[quote->block].span;
    if (!is_within(quote->span, block) || !is_within(quote->inner, quote->span)) {
        return "a quote is not inside its block, or its inner part not inside its marks";
    }
    if (!is_empty(quote->verb) && !is_within(quote->verb, block)) {
        return "a verb of saying is in another block than its quote";
    }
    if (is_indirect(quote) &&
        (quote->span.begin != quote->inner.begin || quote->span.end != quote->inner.end)) {
        return "indirect speech has marks";
    }
    return NULL;
}

/* The names of things. */
static const char *broken_labels(const page *p, const bsh_quote *quote)
{
    if (quote->kind >= BSH_QUOTE_KIND_COUNT || quote->via >= BSH_VIA_COUNT ||
        quote->verb_class >= BSH_VERB_CLASS_COUNT ||
        quote->flags >> BSH_QUOTE_FLAG_COUNT != 0) {
        return "a quote's kind, way, verb class or flag is unknown";
    }
    bool const has_verb = !is_empty(quote->verb);
    if (has_verb != (quote->verb_class != BSH_VERB_NONE)) {
        return "a quote has a verb without a class, or a class without a verb";
    }
    if ((quote->is_said || quote->is_loaded) && !has_verb) {
        return "a quote without a verb says that its verb is said or loaded";
    }
    return quote->speaker == BSH_NO_SPEAKER || quote->speaker < p->n_speakers
               ? NULL
               : "a quote's speaker is not there";
}

/* A speaker comes with a mention and the way it was found; only speech has one. */
static const char *broken_speaker(const page *p, const bsh_quote *quote)
{
    bool const has_speaker = quote->speaker != BSH_NO_SPEAKER;
    if (has_speaker == is_empty(quote->mention) ||
        has_speaker == (quote->via == BSH_VIA_NONE)) {
        return "a quote has a speaker without mention and way, or these without a speaker";
    }
    if (has_speaker && !bsh_quote_is_quoting(quote) && !is_indirect(quote)) {
        return "a title, scare quote or nested piece has a speaker";
    }
    uint16_t const handed_on = has_speaker ? p->speakers[quote->speaker].flags : 0;
    return (quote->flags & handed_on) == handed_on ? NULL
                                                   : "a quote lacks a flag of its speaker";
}

static uint32_t words_inside(const page *p, bsh_span span)
{
    uint32_t n = 0;
    for (size_t i = 0; i < p->n_tokens && p->tokens[i].span.begin < span.end; ++i) {
        n += bsh_token_is_word(&p->tokens[i]) && is_within(p->tokens[i].span, span);
    }
    return n;
}

/* What stands before the first sentence counts as in it. */
static bool is_in_its_sentence(const page *p, const bsh_quote *quote)
{
    uint32_t const at = quote->inner.begin;
    uint32_t const i = quote->sentence;
    return i < p->n_sentences && (i == 0 || p->sentences[i].span.begin <= at) &&
           (i + 1 == p->n_sentences || p->sentences[i + 1].span.begin > at);
}

static const char *broken_quote(const page *p, const bsh_quote *quote)
{
    const char *const spans = broken_spans(p, quote);
    const char *const labels = spans == NULL ? broken_labels(p, quote) : spans;
    const char *const speaker = labels == NULL ? broken_speaker(p, quote) : labels;
    if (speaker != NULL) {
        return speaker;
    }
    if (!is_in_its_sentence(p, quote)) {
        return "a quote does not begin in its sentence";
    }
    return quote->n_words > 0 && quote->n_words == words_inside(p, quote->inner)
               ? NULL
               : "a quote has no words, or its n_words is wrong";
}

/* ---- pieces side by side */

/* What was passed, in the order of the text. */
typedef struct passed {
    const bsh_quote *piece;  /* the last one that is neither nested nor indirect */
    const bsh_quote *nested; /* the last one inside of it */
    const bsh_quote *report; /* the last indirect speech */
    uint32_t         group;  /* highest so far */
} passed;

/* Pieces follow each other, nested ones inside the one before.  A report may hold whole pieces;
 * of a label in single marks it may hold a part, for to it these are words of the sentence. */
static const char *broken_order(const passed *before, const bsh_quote *quote)
{
    if (is_indirect(quote)) {
        bool const is_behind =
            before->report == NULL || quote->span.begin >= before->report->span.end;
        bool const is_outside = before->piece == NULL ||
                                before->piece->kind == BSH_QUOTE_SCARE ||
                                quote->span.begin >= before->piece->span.end;
        return is_behind && is_outside ? NULL : "indirect speech begins inside of speech";
    }
    if (quote->kind == BSH_QUOTE_NESTED) {
        bool const is_inside =
            before->piece != NULL && is_within(quote->span, before->piece->inner);
        bool const is_behind =
            before->nested == NULL || quote->span.begin >= before->nested->span.end;
        return is_inside && is_behind ? NULL : "a nested piece is in no other, or overlaps one";
    }
    if (before->piece != NULL && quote->span.begin < before->piece->span.end) {
        return "two pieces overlap";
    }
    bool const is_cut = before->report != NULL && quote->kind != BSH_QUOTE_SCARE &&
                        quote->span.begin < before->report->span.end &&
                        quote->span.end > before->report->span.end;
    return is_cut ? "indirect speech ends inside of a piece" : NULL;
}

/* Groups are numbered as they begin; a piece goes on with that of the piece before, whatever
 * stands between, and a nested one has its parent's. */
static const char *broken_group(const passed *before, const bsh_quote *quote)
{
    bool const is_new = quote->group == before->group + 1;
    bool const is_same = before->piece != NULL && quote->group == before->piece->group;
    bool const is_right = quote->kind == BSH_QUOTE_NESTED ? is_same
                          : is_indirect(quote)            ? is_new
                                                          : is_new || is_same;
    return is_right ? NULL : "a quote's group is out of turn";
}

static void pass(passed *before, const bsh_quote *quote)
{
    if (is_indirect(quote)) {
        before->report = quote;
    } else if (quote->kind == BSH_QUOTE_NESTED) {
        before->nested = quote;
    } else {
        before->piece = quote;
        before->nested = NULL;
    }
    before->group = quote->group > before->group ? quote->group : before->group;
}

static const char *broken_quotes(const page *p)
{
    passed before = {NULL, NULL, NULL, 0};
    for (size_t i = 0; i < p->n_quotes; ++i) {
        const bsh_quote *const quote = &p->quotes[i];
        if (i > 0 && quote->inner.begin < p->quotes[i - 1].inner.begin) {
            return "quotes are not in order";
        }
        const char *const alone = broken_quote(p, quote);
        const char *const order = alone == NULL ? broken_order(&before, quote) : alone;
        const char *const group = order == NULL ? broken_group(&before, quote) : order;
        if (group != NULL) {
            return group;
        }
        pass(&before, quote);
    }
    return NULL;
}

/* ---- words */

/* A word is marked as quoted if it stands in a direct or fragment piece, and only then. */
static const char *broken_marks(const page *p)
{
    size_t q = 0;
    for (size_t i = 0; i < p->n_tokens; ++i) {
        bsh_span const span = p->tokens[i].span;
        while (q < p->n_quotes &&
               (!bsh_quote_is_quoting(&p->quotes[q]) || p->quotes[q].inner.end < span.end)) {
            ++q;
        }
        bool const is_quoted = q < p->n_quotes && is_within(span, p->quotes[q].inner);
        if (is_quoted != ((p->tokens[i].flags & BSH_TOKEN_IN_QUOTE) != 0)) {
            return "a token is in a quote and not marked so, or the other way round";
        }
    }
    return NULL;
}

/* ---- speakers */

/* What the pieces say of one speaker. */
static bsh_speaker speaker_by_pieces(const page *p, uint32_t index)
{
    bsh_speaker speaker = {.name = p->speakers[index].name};
    uint32_t    last_group = 0;
    for (size_t i = 0; i < p->n_quotes; ++i) {
        const bsh_quote *const quote = &p->quotes[i];
        if (quote->speaker != index) {
            continue;
        }
        if (is_indirect(quote)) {
            ++speaker.n_indirect;
            continue;
        }
        speaker.n_words += quote->n_words;
        speaker.n_quotes += quote->group != last_group;
        last_group = quote->group;
    }
    return speaker;
}

static const char *broken_speakers(const page *p)
{
    uint16_t const known = BSH_QUOTE_FLAG_ANONYMOUS | BSH_QUOTE_FLAG_SPOKES;
    uint32_t       n_seen = 0;
    for (size_t i = 0; i < p->n_quotes; ++i) {
        uint32_t const speaker = p->quotes[i].speaker;
        if (speaker != BSH_NO_SPEAKER && speaker > n_seen) {
            return "speakers are not in the order of what they say";
        }
        n_seen += speaker == n_seen;
    }
    if (n_seen != p->n_speakers) {
        return "a speaker says nothing";
    }
    for (uint32_t i = 0; i < p->n_speakers; ++i) {
        const bsh_speaker *const speaker = &p->speakers[i];
        bsh_speaker const        by_pieces = speaker_by_pieces(p, i);
        if (speaker->name.n_bytes == 0 || (speaker->flags & ~known) != 0) {
            return "a speaker has no name, or an unknown flag";
        }
        if (speaker->n_quotes != by_pieces.n_quotes || speaker->n_words != by_pieces.n_words ||
            speaker->n_indirect != by_pieces.n_indirect) {
            return "a speaker's quotes, words or clauses are not those of the pieces";
        }
    }
    return NULL;
}

/* ---- counts */

static void count_piece(bsh_counts *c, const bsh_quote *quote)
{
    if (is_indirect(quote)) {
        ++c->indirect;
        return;
    }
    c->repairs += (quote->flags & BSH_QUOTE_REPAIRS) != 0;
    c->scare_pieces += quote->kind == BSH_QUOTE_SCARE;
    c->title_pieces += quote->kind == BSH_QUOTE_TITLE;
    c->quoted_words_all += quote->kind == BSH_QUOTE_NESTED ? 0 : quote->n_words;
    c->direct_words += quote->kind == BSH_QUOTE_DIRECT ? quote->n_words : 0;
    c->fragment_pieces += quote->kind == BSH_QUOTE_FRAGMENT;
    if (bsh_quote_is_quoting(quote)) {
        ++c->pieces;
        c->quoted_words += quote->n_words;
        c->unattributed_words += quote->speaker == BSH_NO_SPEAKER ? quote->n_words : 0;
    }
}

/* The utterance of one group. */
static void count_group(bsh_counts *c, const page *p, uint32_t group)
{
    bool is_quote = false;
    bool is_direct = false;
    bool is_attributed = false;
    bool is_said = false;
    bool is_loaded = false;
    for (size_t i = 0; i < p->n_quotes; ++i) {
        const bsh_quote *const quote = &p->quotes[i];
        if (quote->group == group && bsh_quote_is_quoting(quote)) {
            is_quote = true;
            is_direct = is_direct || quote->kind == BSH_QUOTE_DIRECT;
            is_attributed = is_attributed || quote->speaker != BSH_NO_SPEAKER;
            is_said = is_said || quote->is_said;
            is_loaded = is_loaded || quote->is_loaded;
        }
    }
    c->quotes += is_quote;
    c->direct_quotes += is_direct;
    c->attributed_quotes += is_attributed;
    c->said_quotes += is_said;
    c->loaded_quotes += is_loaded;
}

static void count_speaker(bsh_counts *c, const bsh_speaker *speaker)
{
    c->speakers += speaker->n_quotes > 0;
    c->top_speaker_words =
        speaker->n_words > c->top_speaker_words ? speaker->n_words : c->top_speaker_words;
    if ((speaker->flags & BSH_QUOTE_FLAG_ANONYMOUS) != 0) {
        ++c->anon_sources;
        c->anon_reports += speaker->n_quotes + speaker->n_indirect;
    }
}

static uint64_t words_before_quote(const page *p)
{
    size_t q = 0;
    while (q < p->n_quotes && p->quotes[q].kind != BSH_QUOTE_DIRECT) {
        ++q;
    }
    uint64_t n = 0;
    size_t   b = 0;
    for (size_t i = 0; q < p->n_quotes && i < p->n_tokens &&
                       p->tokens[i].span.end <= p->quotes[q].inner.begin;
         ++i) {
        while (p->blocks[b].span.end <= p->tokens[i].span.begin) {
            ++b;
        }
        n += bsh_token_is_word(&p->tokens[i]) && p->blocks[b].is_counted;
    }
    return n;
}

static bsh_counts counts_by_pieces(const page *p)
{
    bsh_counts c = {.words_before_quote = words_before_quote(p)};
    uint32_t   n_groups = 0;
    for (size_t i = 0; i < p->n_quotes; ++i) {
        count_piece(&c, &p->quotes[i]);
        n_groups = p->quotes[i].group > n_groups ? p->quotes[i].group : n_groups;
    }
    for (uint32_t group = 1; group <= n_groups; ++group) {
        count_group(&c, p, group);
    }
    for (size_t i = 0; i < p->n_speakers; ++i) {
        count_speaker(&c, &p->speakers[i]);
    }
    return c;
}

static const char *broken_counts(const page *p)
{
    const bsh_counts *const a = p->counts;
    bsh_counts const        b = counts_by_pieces(p);
    if (a->pieces != b.pieces || a->fragment_pieces != b.fragment_pieces ||
        a->scare_pieces != b.scare_pieces || a->title_pieces != b.title_pieces ||
        a->repairs != b.repairs || a->indirect != b.indirect) {
        return "a count of pieces is not that of the pieces";
    }
    if (a->quoted_words != b.quoted_words || a->quoted_words_all != b.quoted_words_all ||
        a->direct_words != b.direct_words || a->unattributed_words != b.unattributed_words ||
        a->words_before_quote != b.words_before_quote) {
        return "a count of quoted words is not that of the pieces";
    }
    if (a->quotes != b.quotes || a->direct_quotes != b.direct_quotes ||
        a->attributed_quotes != b.attributed_quotes || a->said_quotes != b.said_quotes ||
        a->loaded_quotes != b.loaded_quotes) {
        return "a count of utterances is not that of the groups";
    }
    return a->speakers == b.speakers && a->top_speaker_words == b.top_speaker_words &&
                   a->anon_sources == b.anon_sources && a->anon_reports == b.anon_reports
               ? NULL
               : "a count of speakers is not that of the speakers";
}

/* The words of each direct utterance and of each speaker, of which only number, order and sum
 * are held. */
static const char *broken_lists(const page *p)
{
    const bsh_counts *const    c = p->counts;
    const bsh_sequences *const list = &c->sequences;
    uint64_t                   sum = 0;
    for (size_t i = 0; i < list->n_quotes; ++i) {
        sum += list->quote_words[i];
        if (i > 0 && list->quote_words[i] < list->quote_words[i - 1]) {
            return "the words of utterances are not ascending";
        }
    }
    if (list->n_quotes != c->direct_quotes || sum != c->direct_words) {
        return "the words of utterances do not add up";
    }
    sum = 0;
    for (size_t i = 0; i < list->n_speakers; ++i) {
        sum += list->speaker_words[i];
        if (list->speaker_words[i] == 0 ||
            (i > 0 && list->speaker_words[i] < list->speaker_words[i - 1])) {
            return "the words of speakers are not ascending, or somebody has none";
        }
    }
    return list->n_speakers == c->speakers && sum + c->unattributed_words == c->quoted_words
               ? NULL
               : "the words of speakers do not add up";
}

const char *quote_invariants_broken(const bsh_document *document)
{
    page const        p = page_of(document);
    const char *const quotes = broken_quotes(&p);
    const char *const marks = quotes == NULL ? broken_marks(&p) : quotes;
    const char *const speakers = marks == NULL ? broken_speakers(&p) : marks;
    const char *const counts = speakers == NULL ? broken_counts(&p) : speakers;
    return counts == NULL ? broken_lists(&p) : counts;
}
