package dev.safebank.stress.command;

import dev.safebank.evidence.ScopeFacts;
import dev.safebank.stress.program.Scope;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says which programs to explore. */
final class ScopeOption {

  /** The name of the option in the build. */
  static final String NAME = "explore.scope";

  @Option(
      names = "--" + NAME,
      paramLabel = "SCOPES",
      defaultValue = Scope.DEFAULT,
      description = "All programs of these scopes are explored: ACTORSxCALLSxACCOUNTS, separated by"
          + " commas; calls are those of each actor, at most; with :small, from the small alphabet"
          + " of calls; with :interrupts, one actor is interrupted by one more; with :overflow,"
          + " balances are near the largest. Default: ${DEFAULT-VALUE}.")
  private String text;

  /** The option as it was given. */
  String text() {
    return text;
  }

  List<Scope> scopes() {
    return Scope.parse(text);
  }

  /** The scopes as evidence announces them. */
  List<ScopeFacts> facts() {
    return scopes().stream().map(Scope::facts).toList();
  }
}
