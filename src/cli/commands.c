#include "commands.h"

#include <string.h>

const cli_command cli_commands[CLI_COMMAND_COUNT] = {
    [CLI_ANALYZE] =
        {"analyze", "INPUT...", "counts, readability, diversity, quotes of articles",
         "broadsheet analyze article.txt\nbroadsheet analyze -o table.csv articles/",
         cli_analyze},
    [CLI_COMPARE] =
        {"compare", "[NAME=]PATH [NAME=]PATH...", "outlets compared, measure by measure",
         "broadsheet compare ledger/ chronicle/\n"
         "broadsheet compare --by outlet --block event articles.jsonl",
         cli_compare},
    [CLI_KEYNESS] =
        {"keyness", "[NAME=]PATH [NAME=]PATH...", "terms that set corpora apart",
         "broadsheet keyness ledger/ chronicle/\n"
         "broadsheet keyness --by outlet --stats g2_p,fisher_p -f csv articles.jsonl",
         cli_keyness},
    [CLI_TERMS] =
        {"terms", "INPUT...", "the words of all inputs together, most frequent first",
         "broadsheet terms --top 20 article.txt\nbroadsheet terms -f csv articles/ > terms.csv",
         cli_terms},
    [CLI_QUOTES] =
        {"quotes", "[NAME=]INPUT...", "who says what in an article; the voices of outlets",
         "broadsheet quotes article.txt\n"
         "broadsheet quotes --by speaker -o speakers.csv ledger/ chronicle/",
         cli_quotes},
    [CLI_SEGMENT] =
        {"segment", "INPUT...", "sentences, words, syllables; or paragraphs and class",
         "broadsheet segment article.txt\nbroadsheet segment --show excluded article.txt",
         cli_segment},
    [CLI_MEASURES] = {"measures", "", "every measure: name, unit, direction, source",
                      "broadsheet measures\nbroadsheet measures -m readability -f csv",
                      cli_measures},
    [CLI_EXPLAIN] = {"explain", "MEASURE [INPUT]",
                     "formula and caveats; with INPUT the worked calculation",
                     "broadsheet explain flesch\nbroadsheet explain fog article.txt",
                     cli_explain},
    [CLI_HELP] = {"help", "[COMMAND|TOPIC]", "manual text; topics: input, classes, rules, tests, verbs",
                  "broadsheet help analyze\nbroadsheet help input", cli_help},
};

cli_command_id cli_command_find(const char *name)
{
    unsigned id = 0;
    while (id < CLI_COMMAND_COUNT && strcmp(cli_commands[id].name, name) != 0) {
        ++id;
    }
    return (cli_command_id) id;
}
