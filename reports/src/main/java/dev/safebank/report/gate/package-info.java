/** What must be true for a build to pass, check by check, each with a name and a message. */
package dev.safebank.report.gate;
