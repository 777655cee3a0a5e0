/** What the exploration of programs shows: the parts of a scope's record. */
package dev.safebank.evidence.program;
