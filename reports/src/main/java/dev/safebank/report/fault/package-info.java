/** The kill matrix: which planted faults exploration and stress find. No verdict depends on it. */
package dev.safebank.report.fault;
