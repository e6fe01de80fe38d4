#include <math.h>

#include "measure/family.h"
#include "stats/describe.h"

/* All words of the counted blocks: with --quotes exclude or only, those that are set aside too,
 * so that the share of quotes in an article is the same in each mode. */
static uint64_t block_words(const bsh_counts *c)
{
    return c->words + c->words_set_aside;
}

static double per_1000_words(const bsh_counts *c, uint64_t n)
{
    return 1000.0 * bsh__ratio(n, block_words(c));
}

static double quote_density(const bsh_counts *c)
{
    return bsh__ratio(c->quoted_words, block_words(c));
}

static double direct_density(const bsh_counts *c)
{
    return bsh__ratio(c->direct_words, block_words(c));
}

static double quotes_per_1000(const bsh_counts *c)
{
    return per_1000_words(c, c->quotes);
}

static double scare_per_1000(const bsh_counts *c)
{
    return per_1000_words(c, c->scare_pieces);
}

/* An article without a quote has 0 speakers; one without a word has no such number. */
static double speakers(const bsh_counts *c)
{
    return block_words(c) == 0 ? (double) NAN : (double) c->speakers;
}

static double speakers_per_1000(const bsh_counts *c)
{
    return per_1000_words(c, c->speakers);
}

static double mean_quote_words(const bsh_counts *c)
{
    return bsh__ratio(c->direct_words, c->direct_quotes);
}

static double median_quote_words(const bsh_counts *c)
{
    return bsh__median(c->sequences.quote_words, c->sequences.n_quotes);
}

static double fragment_share(const bsh_counts *c)
{
    return bsh__ratio(c->fragment_pieces, c->pieces);
}

static double top_speaker_share(const bsh_counts *c)
{
    return bsh__ratio(c->top_speaker_words, c->quoted_words);
}

static double unattributed_share(const bsh_counts *c)
{
    return bsh__ratio(c->unattributed_words, c->quoted_words);
}

/* Over the words that have a speaker: a share of the words without one would be nobody's. */
static double speaker_entropy(const bsh_counts *c)
{
    uint64_t const n_words = c->quoted_words - c->unattributed_words;
    double         bits = n_words == 0 ? (double) NAN : 0;
    for (size_t i = 0; i < c->sequences.n_speakers; ++i) {
        double const share = bsh__ratio(c->sequences.speaker_words[i], n_words);
        bits -= share * log2(share);
    }
    return bits;
}

static double indirect_ratio(const bsh_counts *c)
{
    return bsh__ratio(c->indirect, c->indirect + c->quotes);
}

static double anon_share(const bsh_counts *c)
{
    return bsh__ratio(c->anon_reports, c->indirect + c->quotes);
}

static double verb_said_share(const bsh_counts *c)
{
    return bsh__ratio(c->said_quotes, c->attributed_quotes);
}

static double verb_loaded_share(const bsh_counts *c)
{
    return bsh__ratio(c->loaded_quotes, c->attributed_quotes);
}

/* Without a direct quote there is no first one. */
static double first_quote_at(const bsh_counts *c)
{
    return c->direct_quotes == 0 ? (double) NAN
                                 : bsh__ratio(c->words_before_quote, block_words(c));
}

/* low, high: 5th and 95th percentile, rounded, of what this program finds with its defaults in
 * 120 political news articles: three American outlets of 2010 to 2013, on the same 40 events.
 * Bars in the text report only. */
static const bsh_measure rows[] = {
    {
        .id = "quote_density",
        .label = "Words in quotes",
        .unit = "0..1",
        .family = "quotation",
        .formula = "quoted_words/words (direct and fragment pieces)",
        .source = "broadsheet, own definition",
        .caveat = "A quote mark that is missing or turned the wrong way can put a paragraph "
                  "inside or "
                  "outside: look at the number of repairs.",
        .inputs = "quoted_words words",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .denominator = "words",
        .sets = BSH_SET_CORE | BSH_SET_KEY,
        .languages = BSH_LANGUAGE_ANY,
        .decimals = 2,
        .low = 0.07,
        .high = 0.54,
        .compute = quote_density,
    },
    {
        .id = "direct_density",
        .label = "Words in direct quotes",
        .short_label = "Direct quotes",
        .unit = "0..1",
        .family = "quotation",
        .formula = "words of direct pieces/words",
        .source = "broadsheet, own definition",
        .caveat = "Long partial quotes count as direct, short ones as fragments: the limit is "
                  "eight words.",
        .inputs = "words",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .denominator = "words",
        .languages = BSH_LANGUAGE_ANY,
        .decimals = 2,
        .low = 0.05,
        .high = 0.53,
        .compute = direct_density,
    },
    {
        .id = "quotes_per_1000",
        .label = "Quotes per 1,000 words",
        .short_label = "Quotes per 1,000",
        .unit = "per 1,000 words",
        .family = "quotation",
        .formula = "1000 quotes/words",
        .source = "broadsheet, own definition",
        .caveat = "Pieces around one attribution are one quote; a scene told in many short "
                  "exchanges has "
                  "many.",
        .inputs = "quotes words",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .denominator = "words",
        .sets = BSH_SET_CORE | BSH_SET_KEY,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 1,
        .low = 6,
        .high = 27,
        .compute = quotes_per_1000,
    },
    {
        .id = "scare_per_1000",
        .label = "Scare quotes per 1,000 words",
        .short_label = "Scare q. per 1,000",
        .unit = "per 1,000 words",
        .family = "quotation",
        .formula = "1000 scare_pieces/words",
        .source = "broadsheet, own definition",
        .caveat = "A one-word quote whose speaker stands in another sentence is taken for a "
                  "scare quote.",
        .inputs = "scare_pieces words",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .denominator = "words",
        .languages = BSH_LANGUAGE_EN,
        .decimals = 1,
        .low = 0,
        .high = 3,
        .compute = scare_per_1000,
    },
    {
        .id = "speakers",
        .label = "Speakers",
        .unit = "count",
        .family = "quotation",
        .formula = "distinct speakers of direct and fragment pieces",
        .source = "broadsheet, own definition",
        .caveat = "Two people of one surname may merge, one person under two names may count "
                  "twice; grows "
                  "with the article.",
        .inputs = "quotes",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 0,
        .low = 1,
        .high = 10,
        .compute = speakers,
    },
    {
        .id = "speakers_per_1000",
        .label = "Speakers per 1,000 words",
        .short_label = "Speakers per 1,000",
        .unit = "per 1,000 words",
        .family = "quotation",
        .formula = "1000 speakers/words",
        .source = "broadsheet, own definition",
        .caveat = "High in a short article with one quote; compare articles of like length.",
        .inputs = "quotes words",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .denominator = "words",
        .sets = BSH_SET_KEY,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 1,
        .low = 3,
        .high = 13.5,
        .compute = speakers_per_1000,
    },
    {
        .id = "mean_quote_words",
        .label = "Words per direct quote",
        .short_label = "Direct quote, words",
        .unit = "words",
        .family = "quotation",
        .formula = "words of direct pieces/direct quotes",
        .source = "Hallin 1992 (length of sound bites)",
        .caveat = "A document quoted at length counts like a speaker's sentence and pulls the "
                  "mean up.",
        .inputs = "quotes",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .sets = BSH_SET_KEY,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 1,
        .low = 12,
        .high = 54,
        .compute = mean_quote_words,
    },
    {
        .id = "median_quote_words",
        .label = "Words per direct quote, median",
        .short_label = "Direct quote, median",
        .unit = "words",
        .family = "quotation",
        .formula = "median of the words of the direct quotes",
        .source = "Hallin 1992 (length of sound bites)",
        .caveat = "Rests on few numbers: most articles have fewer than ten direct quotes.",
        .inputs = "quotes",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 1,
        .low = 10,
        .high = 51,
        .compute = median_quote_words,
    },
    {
        .id = "fragment_share",
        .label = "Fragments among pieces",
        .short_label = "Fragments",
        .unit = "0..1",
        .family = "quotation",
        .formula = "fragment pieces/pieces",
        .source = "broadsheet, own definition",
        .caveat = "Whether a short piece is a fragment or a scare quote depends on finding its "
                  "speaker.",
        .inputs = "pieces",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .denominator = "pieces",
        .languages = BSH_LANGUAGE_EN,
        .decimals = 2,
        .low = 0,
        .high = 0.5,
        .compute = fragment_share,
    },
    {
        .id = "top_speaker_share",
        .label = "Share of the most quoted speaker",
        .short_label = "Top speaker",
        .unit = "0..1",
        .family = "quotation",
        .formula = "most words of one speaker/quoted_words",
        .source = "broadsheet, own definition",
        .caveat = "With one speaker it is 1 less what could not be attributed, whatever the "
                  "balance of the "
                  "article.",
        .inputs = "quoted_words",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 2,
        .low = 0.25,
        .high = 1,
        .compute = top_speaker_share,
    },
    {
        .id = "unattributed_share",
        .label = "Quoted words without a speaker",
        .short_label = "No speaker",
        .unit = "0..1",
        .family = "quotation",
        .formula = "words without a speaker/quoted_words",
        .source = "broadsheet, own definition",
        .caveat = "A failure to find the speaker looks the same as a reporter who names none.",
        .inputs = "quoted_words",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .denominator = "quoted_words",
        .languages = BSH_LANGUAGE_EN,
        .decimals = 2,
        .low = 0,
        .high = 0.18,
        .compute = unattributed_share,
    },
    {
        .id = "indirect_ratio",
        .label = "Indirect among reports of speech",
        .short_label = "Indirect",
        .unit = "0..1",
        .family = "quotation",
        .formula = "indirect/(indirect + quotes)",
        .source = "broadsheet, own definition",
        .caveat = "A clause counts that a verb of saying reports with a subject and a finite "
                  "verb; headlines and heads of lists do not.",
        .inputs = "indirect quotes",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 2,
        .low = 0,
        .high = 0.67,
        .compute = indirect_ratio,
    },
    {
        .id = "anon_share",
        .label = "Reports by anonymous sources",
        .short_label = "Anonymous sources",
        .unit = "0..1",
        .family = "quotation",
        .formula = "quotes and indirect clauses by anonymous sources/(indirect + quotes)",
        .source = "broadsheet, own definition",
        .caveat = "A spokesman of a named body is not anonymous; a group (\"residents\") is "
                  "one source.",
        .inputs = "indirect quotes anon_sources",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 2,
        .low = 0,
        .high = 0.25,
        .compute = anon_share,
    },
    {
        .id = "verb_said_share",
        .label = "Quotes told by say or tell",
        .short_label = "Say or tell",
        .unit = "0..1",
        .family = "quotation",
        .formula = "attributed quotes whose verb is say or tell/attributed quotes",
        .source = "broadsheet, own definition",
        .caveat = "A speaker who is told by a colon or carried over from the paragraph before "
                  "has no verb, and counts below the line.",
        .inputs = "quotes",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 2,
        .low = 0,
        .high = 1,
        .compute = verb_said_share,
    },
    {
        .id = "verb_loaded_share",
        .label = "Quotes told by a loaded verb",
        .short_label = "Loaded verbs",
        .unit = "0..1",
        .family = "quotation",
        .formula = "attributed quotes whose verb takes sides/attributed quotes",
        .source = "broadsheet, own definition",
        .caveat = "Verbs of doubt, concession, force, endorsement and judgement; what a verb "
                  "means in its sentence is not asked.",
        .inputs = "quotes",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 2,
        .low = 0,
        .high = 0.33,
        .compute = verb_loaded_share,
    },
    {
        .id = "first_quote_at",
        .label = "Place of the first direct quote",
        .short_label = "First quote at",
        .unit = "0..1",
        .family = "quotation",
        .formula = "words before the first direct quote/words",
        .source = "broadsheet, own definition",
        .caveat = "Empty without a direct quote; a quote in the headline is not of the body.",
        .inputs = "words",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 2,
        .low = 0.04,
        .high = 0.43,
        .compute = first_quote_at,
    },
    {
        .id = "speaker_entropy",
        .label = "Speaker entropy",
        .unit = "bits",
        .family = "quotation",
        .formula = "-sum p log2 p (p: share of the attributed quoted words)",
        .source = "Shannon 1948",
        .caveat = "Grows with the number of speakers: 0 for one, 1 for two of equal length.",
        .inputs = "quoted_words",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_EN,
        .decimals = 2,
        .low = 0,
        .high = 2.73,
        .compute = speaker_entropy,
    },
};
const bsh__family bsh__family_quotation = {rows, sizeof rows / sizeof rows[0]};
