package org.example;

import dev.safebank.junit.JudgeBank;

@JudgeBank(HastyBank.class)
class HastyBankTest {}
