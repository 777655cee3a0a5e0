package dev.safebank.faults.mutation;

import java.util.List;

/**
 * One place where an operator applies.
 *
 * @param method name of the method or field that it changes
 * @param edits what it changes
 */
record Mutation(String method, List<Edit> edits) {}
