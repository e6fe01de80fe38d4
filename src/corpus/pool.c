#include "corpus/source.h"
unsigned bsh_corpus_n_threads(unsigned n_threads) { return n_threads; }
bsh_status bsh_corpus_run(bsh_source *source, const bsh_options *options, unsigned n_threads, const bsh_consumer *consumer, bsh_error *err) { (void) source; (void) options; (void) n_threads; (void) consumer; (void) err; return BSH_OK; }
