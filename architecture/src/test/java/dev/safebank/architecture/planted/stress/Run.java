package dev.safebank.architecture.planted.stress;

import dev.safebank.architecture.planted.explore.hook.Hook;
import dev.safebank.architecture.planted.explore.result.Result;
import dev.safebank.architecture.planted.report.Page;

/** Uses the explorer's internals, and depends on the report. */
public record Run(Hook hook, Result result, Page page) {}
