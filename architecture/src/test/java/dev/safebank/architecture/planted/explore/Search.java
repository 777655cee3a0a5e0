package dev.safebank.architecture.planted.explore;

import dev.safebank.architecture.planted.model.Account;

/** Knows of banks. */
public record Search(Account account) {}
