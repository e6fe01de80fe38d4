#include "measure/family.h"
#include "stats/describe.h"

static double asl(const bsh_counts *c)
{
    return bsh__ratio(c->words, c->sentences);
}

static double asl_sd(const bsh_counts *c)
{
    return bsh__deviation(c->sequences.sentence_words, c->sequences.n_sentences);
}

static double asl_median(const bsh_counts *c)
{
    return bsh__median(c->sequences.sentence_words, c->sequences.n_sentences);
}

static double asw(const bsh_counts *c)
{
    return bsh__ratio(c->syllables, c->words);
}

static double awl_letters(const bsh_counts *c)
{
    return bsh__ratio(c->letters, c->words);
}

/* low, high: 5th and 95th percentile, rounded, of what this program finds with its defaults in
 * 120 political news articles: three American outlets of 2010 to 2013, on the same 40 events.
 * Bars in the text report only. */
static const bsh_measure rows[] = {
    {
        .id = "asl",
        .label = "Words per sentence",
        .unit = "words",
        .family = "length",
        .formula = "words/sentences",
        .source = "Flesch 1948",
        .caveat =
            "Two sentences that are not told apart count as one of twice the length, and a "
            "list taken for a sentence does the same.",
        .inputs = "words sentences",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .denominator = "sentences",
        .sets = BSH_SET_CORE | BSH_SET_KEY,
        .languages = BSH_LANGUAGE_ANY,
        .decimals = 1,
        .low = 16.5,
        .high = 32,
        .compute = asl,
    },
    {
        .id = "asl_sd",
        .label = "Words per sentence, standard deviation",
        .short_label = "Words/sentence, sd",
        .unit = "words",
        .family = "length",
        .formula = "standard deviation (n - 1) of the words of the sentences",
        .source = "Yule 1939",
        .caveat = "A single very long sentence moves it more than twenty ordinary ones.",
        .inputs = "words sentences",
        .direction = BSH_NO_DIRECTION,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE,
        .languages = BSH_LANGUAGE_ANY,
        .decimals = 1,
        .low = 8,
        .high = 15.5,
        .compute = asl_sd,
    },
    {
        .id = "asl_median",
        .label = "Words per sentence, median",
        .short_label = "Words/sentence, med.",
        .unit = "words",
        .family = "length",
        .formula = "median of the words of the sentences",
        .source = "Yule 1939",
        .caveat = "Blind to the longest sentences, which are those that stop a reader.",
        .inputs = "words sentences",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_DOCUMENTS,
        .languages = BSH_LANGUAGE_ANY,
        .decimals = 1,
        .low = 15,
        .high = 31,
        .compute = asl_median,
    },
    {
        .id = "asw",
        .label = "Syllables per word",
        .unit = "per word",
        .family = "length",
        .formula = "syllables/words",
        .source = "Flesch 1948",
        .caveat = "Names and places weigh like other words, however well readers know them; "
                  "figures and initialisms count as --syllables says. In other languages "
                  "than English syllables are estimated from the letters.",
        .inputs = "syllables words",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .denominator = "words",
        .sets = BSH_SET_CORE | BSH_SET_KEY,
        .languages = BSH_LANGUAGE_ANY,
        .decimals = 2,
        .low = 1.5,
        .high = 1.75,
        .compute = asw,
    },
    {
        .id = "awl_letters",
        .label = "Letters per word",
        .unit = "per word",
        .family = "length",
        .formula = "letters/words",
        .source = "Coleman & Liau 1975",
        .caveat = "Figures have no letters, so a text full of sums looks short-worded.",
        .inputs = "letters words",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .denominator = "words",
        .languages = BSH_LANGUAGE_ANY,
        .decimals = 2,
        .low = 4.5,
        .high = 5.2,
        .compute = awl_letters,
    },
};
const bsh__family bsh__family_length = {rows, sizeof rows / sizeof rows[0]};
