/** What a caller can set: bounds, the reduction, and who hears of the progress. */
package dev.safebank.explore.options;
