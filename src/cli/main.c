#include <broadsheet.h>
#include <stdio.h>
int main(void) { bsh_analyzer *a; bsh_error e; const bsh_document *d; if (bsh_analyzer_create(&a, NULL, &e) || bsh_analyze(a, "x", 1, &d, &e)) { puts(e.message); return 1; } bsh_analyzer_destroy(a); puts(bsh_version()); return 0; }
