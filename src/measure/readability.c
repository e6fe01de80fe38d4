#include <math.h>

#include "measure/family.h"

static double words_per_sentence(const bsh_counts *c)
{
    return bsh__ratio(c->words, c->sentences);
}

static double syllables_per_word(const bsh_counts *c)
{
    return bsh__ratio(c->syllables, c->words);
}

static double percent_of_words(const bsh_counts *c, uint64_t n)
{
    return 100.0 * bsh__ratio(n, c->words);
}

static double flesch(const bsh_counts *c)
{
    return 206.835 - 1.015 * words_per_sentence(c) - 84.6 * syllables_per_word(c);
}

static double flesch_kincaid(const bsh_counts *c)
{
    return 0.39 * words_per_sentence(c) + 11.8 * syllables_per_word(c) - 15.59;
}

static double fog(const bsh_counts *c)
{
    return 0.4 * (words_per_sentence(c) + percent_of_words(c, c->hard_words_fog));
}

static double smog(const bsh_counts *c)
{
    return 1.0430 * sqrt(30.0 * bsh__ratio(c->words_3_syllables_up, c->sentences)) + 3.1291;
}

static double ari(const bsh_counts *c)
{
    return 4.71 * bsh__ratio(c->characters, c->words) + 0.5 * words_per_sentence(c) - 21.43;
}

static double coleman_liau(const bsh_counts *c)
{
    return 5.88 * bsh__ratio(c->letters, c->words) - 29.6 * bsh__ratio(c->sentences, c->words) -
           15.8;
}

static double lix(const bsh_counts *c)
{
    return words_per_sentence(c) + percent_of_words(c, c->words_7_letters_up);
}

static double rix(const bsh_counts *c)
{
    return bsh__ratio(c->words_7_letters_up, c->sentences);
}

static double dale_chall_1995(const bsh_counts *c)
{
    return 64.0 - 0.95 * percent_of_words(c, c->unfamiliar_dale_chall) -
           0.69 * words_per_sentence(c);
}

static double dale_chall_adjusted(const bsh_counts *c)
{
    double const unfamiliar = percent_of_words(c, c->unfamiliar_dale_chall);
    double const raw = 0.1579 * unfamiliar + 0.0496 * words_per_sentence(c);
    return unfamiliar > 5.0 ? raw + 3.6365 : raw;
}

/* low, high: 5th and 95th percentile, rounded, of what this program finds with its defaults in
 * 120 political news articles: three American outlets of 2010 to 2013, on the same 40 events.
 * Bars in the text report only. */
static const bsh_measure rows[] = {
    {
        .id = "flesch",
        .label = "Flesch reading ease",
        .unit = "points",
        .family = "readability",
        .formula = "206.835 - 1.015 words/sentences - 84.6 syllables/words",
        .source = "Flesch 1948",
        .caveat = "Sees length, not sense: the same words in a muddle score the same, and one "
                  "tenth of a syllable per word is worth eight points.",
        .inputs = "words sentences syllables",
        .direction = BSH_HIGHER_IS_EASIER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE | BSH_SET_KEY,
        .languages = BSH_LANGUAGE_EN,
        .min_words = 100,
        .decimals = 1,
        .bands = bsh__bands_flesch,
        .low = 31,
        .high = 58,
        .compute = flesch,
    },
    {
        .id = "flesch_kincaid",
        .label = "Flesch-Kincaid grade",
        .unit = "US grade",
        .family = "readability",
        .formula = "0.39 words/sentences + 11.8 syllables/words - 15.59",
        .source = "Kincaid, Fishburne, Rogers & Chissom 1975",
        .caveat = "Fitted to training manuals of the US Navy; a grade is a school year there, "
                  "not the age of a reader of news.",
        .inputs = "words sentences syllables",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE | BSH_SET_KEY,
        .languages = BSH_LANGUAGE_EN,
        .min_words = 100,
        .decimals = 1,
        .bands = bsh__bands_grade,
        .low = 10,
        .high = 16,
        .compute = flesch_kincaid,
    },
    {
        .id = "fog",
        .label = "Gunning Fog index",
        .unit = "US grade",
        .family = "readability",
        .formula = "0.4 (words/sentences + 100 hard_words_fog/words)",
        .source = "Gunning 1952",
        .caveat = "Names are left out of the hard words by their capital alone, so a name that "
                  "only ever opens a sentence counts as hard.",
        .inputs = "words sentences hard_words_fog",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE,
        .languages = BSH_LANGUAGE_EN,
        .min_words = 100,
        .decimals = 1,
        .bands = bsh__bands_grade,
        .low = 10.5,
        .high = 17,
        .compute = fog,
    },
    {
        .id = "smog",
        .label = "SMOG grade",
        .unit = "US grade",
        .family = "readability",
        .formula = "1.0430 sqrt(30 words_3_syllables_up/sentences) + 3.1291",
        .source = "McLaughlin 1969",
        .caveat = "Made for samples of 30 sentences and for full understanding, hence a grade "
                  "or two above the other formulas.",
        .inputs = "words_3_syllables_up sentences",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE,
        .languages = BSH_LANGUAGE_EN,
        .min_sentences = 30,
        .decimals = 1,
        .bands = bsh__bands_grade,
        .low = 12,
        .high = 17,
        .compute = smog,
    },
    {
        .id = "ari",
        .label = "Automated readability index",
        .short_label = "ARI",
        .unit = "US grade",
        .family = "readability",
        .formula = "4.71 characters/words + 0.5 words/sentences - 21.43",
        .source = "Smith & Senter 1967",
        .caveat = "Counts the strokes of a typewriter, so a long familiar word such as "
                  "something weighs more than a short rare one.",
        .inputs = "characters words sentences",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 100,
        .decimals = 1,
        .bands = bsh__bands_grade,
        .low = 9.5,
        .high = 18,
        .compute = ari,
    },
    {
        .id = "coleman_liau",
        .label = "Coleman-Liau index",
        .unit = "US grade",
        .family = "readability",
        .formula = "5.88 letters/words - 29.6 sentences/words - 15.8",
        .source = "Coleman & Liau 1975",
        .caveat = "Rests on word length for nearly all of its range; long sentences hardly "
                  "move it.",
        .inputs = "letters words sentences",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE,
        .languages = BSH_LANGUAGE_EN,
        .min_words = 100,
        .decimals = 1,
        .bands = bsh__bands_grade,
        .low = 9.5,
        .high = 14,
        .compute = coleman_liau,
    },
    {
        .id = "lix",
        .label = "LIX",
        .unit = "index",
        .family = "readability",
        .formula = "words/sentences + 100 words_7_letters_up/words",
        .source = "Björnsson 1968",
        .caveat = "A word of seven letters counts as long in every language, so values of two "
                  "languages are not on one scale.",
        .inputs = "words sentences words_7_letters_up",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE | BSH_SET_KEY,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 200,
        .decimals = 1,
        .bands = bsh__bands_lix,
        .low = 41,
        .high = 61,
        .compute = lix,
    },
    {
        .id = "rix",
        .label = "RIX",
        .unit = "index",
        .family = "readability",
        .formula = "words_7_letters_up/sentences",
        .source = "Anderson 1983",
        .caveat = "Grows with sentence length and word length at once and cannot tell which "
                  "of the two it was.",
        .inputs = "words_7_letters_up sentences",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_RATIO_OF_SUMS,
        .denominator = "sentences",
        .sets = BSH_SET_CORE,
        .languages = BSH_LANGUAGE_ANY,
        .min_words = 200,
        .decimals = 1,
        .low = 4,
        .high = 9,
        .compute = rix,
    },
    {
        .id = "dale_chall_1995",
        .label = "New Dale-Chall score",
        .unit = "points",
        .family = "readability",
        .formula = "64 - 0.95 (100 unfamiliar_dale_chall/words) - 0.69 words/sentences",
        .source = "Chall & Dale 1995",
        .caveat = "Higher is easier, unlike the scores of 1948; the list of familiar words is "
                  "decades old and knows no internet.",
        .inputs = "unfamiliar_dale_chall words sentences",
        .direction = BSH_HIGHER_IS_EASIER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE | BSH_SET_KEY,
        .languages = BSH_LANGUAGE_EN,
        .min_words = 100,
        .decimals = 1,
        .low = 21,
        .high = 37,
        .compute = dale_chall_1995,
    },
    {
        .id = "dale_chall_adjusted",
        .label = "Dale-Chall score, adjusted",
        .short_label = "Dale-Chall, adjusted",
        .unit = "raw score",
        .family = "readability",
        .formula = "0.1579 (100 unfamiliar_dale_chall/words) + 0.0496 words/sentences, "
                   "+ 3.6365 if more than 5 % are unfamiliar",
        .source = "Dale & Chall 1948, constant above 5 % as in common use",
        .caveat = "Jumps by 3.6 points where 5 % of the words are unfamiliar; of news hardly "
                  "any article lies below.",
        .inputs = "unfamiliar_dale_chall words sentences",
        .direction = BSH_HIGHER_IS_HARDER,
        .pooling = BSH_POOL_DOCUMENTS,
        .sets = BSH_SET_CORE,
        .languages = BSH_LANGUAGE_EN,
        .min_words = 100,
        .decimals = 1,
        .low = 7,
        .high = 9,
        .compute = dale_chall_adjusted,
    },
};
const bsh__family bsh__family_readability = {rows, sizeof rows / sizeof rows[0]};
