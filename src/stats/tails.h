/* Upper tails, right in their last digits as far out as a double reaches. */
#ifndef BSH_STATS_TAILS_H
#define BSH_STATS_TAILS_H

/* P(T > t) of Student's t with df > 0 degrees of freedom (any real number); t of any sign.
 * Relative error under 1e-12 down to 1e-300.  NaN in, NaN out. */
double bsh__student_t_q(double t, double df);

/* P(|T| > |t|): the two-sided p value. */
double bsh__student_t_two_sided(double t, double df);

/* The t that P(T > t) = p, for 1e-150 < p < 1: an interval of level c reaches out by the one
 * of (1 - c)/2.  NaN outside. */
double bsh__student_t_quantile(double p, double df);

/* P(F > f) and P(F < f) of Fisher's F; f >= 0. */
double bsh__f_q(double f, double df1, double df2);
double bsh__f_p(double f, double df1, double df2);

/* The f that P(F > f) = p, for 1e-150 < p < 1; NaN outside. */
double bsh__f_quantile(double p, double df1, double df2);

/* Regularized incomplete beta function I_x(a, b), a and b > 0, with y = 1 - x given by the
 * caller, who knows it to its last digit where the difference would not. */
double bsh__beta_share(double a, double b, double x, double y);

#endif
