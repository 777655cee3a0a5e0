/**
 * What correctness costs: the results of the benchmarks, and what the original program observed of
 * each variant. Both are optional, and no verdict depends on them.
 */
package dev.safebank.report.cost;
