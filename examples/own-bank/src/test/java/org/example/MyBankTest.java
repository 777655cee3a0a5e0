package org.example;

import dev.safebank.junit.JudgeBank;

@JudgeBank(MyBank.class)
class MyBankTest {}
