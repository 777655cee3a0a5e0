package dev.safebank.architecture.planted.threads;

import dev.safebank.architecture.planted.model.Account;

/** Knows of banks. */
public record Dump(Account account) {}
