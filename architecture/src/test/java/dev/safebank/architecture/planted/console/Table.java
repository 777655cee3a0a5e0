package dev.safebank.architecture.planted.console;

import dev.safebank.architecture.planted.model.Account;

/** Knows of banks. */
public record Table(Account account) {}
