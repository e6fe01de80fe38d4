/* broadsheet/statistics.h -- what a statistical test can say of itself. */
#ifndef BROADSHEET_STATISTICS_H
#define BROADSHEET_STATISTICS_H

#include <broadsheet/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What became of a test: a result that is not defined is a status, never a made-up number. */
#define BSH_TEST_STATUS_MAP(X)                                                                 \
    X(OK, "ok")                                                                                \
    X(TOO_FEW, "too_few")         /* an outlet has fewer values than the test needs */         \
    X(NO_VARIANCE, "no_variance") /* all values equal: in every outlet, or over all (ranks) */ \
    X(DEGENERATE, "degenerate")   /* completely separated samples: no variance of ranks */     \
    X(ABSENT, "absent")           /* a term that occurs nowhere */                             \
    X(DF_BELOW_2, "df_below_2")   /* a pair of Games-Howell has under 2 degrees of freedom */

#define BSH_TEST_STATUS_ENUM(name, id) BSH_TEST_##name,
typedef enum bsh_test_status {
    BSH_TEST_STATUS_MAP(BSH_TEST_STATUS_ENUM) BSH_TEST_STATUS_COUNT
} bsh_test_status;
#undef BSH_TEST_STATUS_ENUM

/* "ok", "too_few" ...  Static. */
BSH_API const char *bsh_test_status_name(bsh_test_status status);

/* How p values of many tests are adjusted.  Sources: Holm 1979; Hochberg 1988; Benjamini &
 * Hochberg 1995; Benjamini & Yekutieli 2001; Westfall & Young 1993 (maxt, step-down). */
#define BSH_ADJUST_MAP(X)                                                                      \
    X(NONE, "none")                                                                            \
    X(BONFERRONI, "bonferroni")                                                                \
    X(HOLM, "holm")                                                                            \
    X(HOCHBERG, "hochberg")                                                                    \
    X(BH, "bh")                                                                                \
    X(BY, "by")                                                                                \
    X(MAXT, "maxt")

#define BSH_ADJUST_ENUM(name, id) BSH_ADJUST_##name,
typedef enum bsh_adjust { BSH_ADJUST_MAP(BSH_ADJUST_ENUM) BSH_ADJUST_COUNT } bsh_adjust;
#undef BSH_ADJUST_ENUM

/* "holm" ...  Static. */
BSH_API const char *bsh_adjust_name(bsh_adjust adjust);

/* The method of a name; BSH_ADJUST_COUNT if there is none. */
BSH_API bsh_adjust bsh_adjust_find(const char *name);

#ifdef __cplusplus
}
#endif
#endif
