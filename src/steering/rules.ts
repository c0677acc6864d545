/** Whoever judges figures needs enough of them; these numbers decide what enough is. */

/**
 * Points that limits rest on. Fewer make limits that move with each new point: NHS England, Making
 * Data Count, asks for twelve to fifteen.
 */
export const leastPoints = 12;

/** Months are charted where at most this share of them cannot be; else quarters are tried. */
export const mostLeftOut = 1 / 3;

/**
 * Cases that a period holds on average on either side, so that chance spreads evenly about the
 * mean: the usual rule for limits of three sigma (Montgomery, Introduction to Statistical Quality
 * Control, 7.3).
 */
export const leastCases = 5;

/**
 * Exact denominators from which limits are those of Laney's p′ and u′: chance alone would make them
 * too narrow. Rounded counts always take these, because their rounding is more than chance.
 */
export const largeDenominator = 500;

/** Partners that are compared at all: how much they differ cannot be told from fewer. */
export const leastPartners = 5;
