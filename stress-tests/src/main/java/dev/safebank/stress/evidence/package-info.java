/** What was seen, written down as it happens: the files that verdicts are made from. */
package dev.safebank.stress.evidence;
