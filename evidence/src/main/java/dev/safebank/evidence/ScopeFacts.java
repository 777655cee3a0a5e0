package dev.safebank.evidence;

/**
 * A scope that a run explores for every variant: all programs up to a size.
 *
 * @param name in words, e.g. {@code 2 actors × 1 call over 3 accounts}; the key of every
 *     {@link ScopeRecord}
 * @param programs how many programs there are in it
 */
public record ScopeFacts(String name, long programs) {}
