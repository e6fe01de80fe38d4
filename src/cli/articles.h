/* A run over articles, the same for every command that reads them: inputs, workers, messages,
 * outputs, exit status. */
#ifndef BSH_CLI_ARTICLES_H
#define BSH_CLI_ARTICLES_H

#include "arguments.h"
#include "messages.h"
#include "output.h"

#include <stdio.h>

typedef struct cli_run cli_run;

/* What a worker makes of one article.  All of it is freed by the run. */
typedef struct cli_result {
    bsh_table *table; /* rows for data formats; NULL if none */
    char      *text;  /* for the text format; NULL if none */
    size_t     text_size;
    void      *extra;                /* the job's own; NULL if none */
    void (*free_extra)(void *extra); /* NULL: free */
    struct cli_notice *notices;
    bsh_error         *problem;      /* why the article could not be used; NULL: it could */
    char               settings[17]; /* fingerprint of those it was measured with */
} cli_result;

/* One article in a worker's hands. */
typedef struct cli_article {
    unsigned            worker;
    const bsh_input    *input;
    const bsh_document *document; /* NULL: analysed before, input->record holds its row */
    FILE               *text;     /* stream for the text format; NULL if no output is text */
} cli_article;

/* What a command does with each article. */
typedef struct cli_job {
    /* What to say where data is asked for of a command that prints text; NULL: it has data too.
     */
    const char *text_only;
    bool        has_corpora; /* operands are [NAME=]PATH, each a corpus */
    /* Articles that were analysed before are handed to `map` too, without a document; E_FORMAT
     * from it is a problem of the record alone. */
    bool takes_analysed;
    /* Before the first article, when the options are read; may be NULL. */
    bsh_status (*begin)(cli_run *run, bsh_error *err);
    /* In a worker's thread: fills the result. */
    bsh_status (*map)(cli_run *run, const cli_article *article, cli_result *result,
                      bsh_error *err);
    /* In the caller's thread, in input order, before the result is written; may be NULL. */
    bsh_status (*emit)(cli_run *run, const bsh_input *input, cli_result *result,
                       bsh_error *err);
    /* After the last article; may be NULL. */
    bsh_status (*finish)(cli_run *run, bsh_error *err);
} cli_job;

struct cli_run {
    const cli_arguments *arguments;
    const cli_job       *job;
    void                *state; /* the job's own */
    bsh_options          options;
    bsh_selection        selection;
    cli_outputs          outputs;
    cli_style            style;
    cli_messages         messages;
    bsh_source          *source;
    bool                 is_checked; /* messages about measures under their sample are wanted */
    size_t               n_used;     /* articles */
    size_t               n_unused;   /* named inputs that could not be used */
    size_t               n_empty;    /* folders without articles */
    int                  outcome;    /* 3 if the articles are too few for the request */
    char                 own_settings[17]; /* fingerprint of the options of this run */
    char                 settings[17];     /* that of the articles, from the first one on */
    char                 first_name[101];  /* of that article */
    bool                 is_void;          /* nothing was written: old files are to stay */
};

/* A page made by `print` for every text output. */
bsh_status cli_write_page(cli_outputs *outputs, void (*print)(FILE *page, void *payload),
                          void *payload, bsh_error *err);

/* Runs the job over the inputs of the command line and returns the exit status.  `state` is for
 * the job; measures of -m are parsed with default_set where the command takes them (0: it does
 * not). */
int cli_articles_run(const cli_arguments *arguments, const cli_job *job, void *state,
                     unsigned default_set);

#endif
