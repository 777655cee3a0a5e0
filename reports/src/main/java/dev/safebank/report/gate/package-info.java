/** The gate: the checks that must succeed for a build to pass, each with a name and a message. */
package dev.safebank.report.gate;
