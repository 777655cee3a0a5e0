package dev.safebank.explore.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.soundness.programs.CollectionElements;
import dev.safebank.explore.soundness.programs.StaticState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Each referee sees a fault that is planted for it, and none where there is none. */
class RefereeTest {

  private static Observation proof(Set<String> outcomes, String... races) {
    return new Observation(
        "p",
        Observation.Ending.EXPLORED,
        outcomes,
        outcomes,
        List.of(races),
        List.of(),
        races.length == 0,
        "",
        1);
  }

  private static Observation incomplete(Set<String> outcomes) {
    return new Observation(
        "p",
        Observation.Ending.EXPLORED,
        outcomes,
        outcomes,
        List.of(),
        List.of("cannot control f at A.java:1"),
        false,
        "",
        1);
  }

  @Test
  void anExplorationThatDependsOnTheOrderOfMethodsIsSeen() {
    assertThat(Referee.ofSwap(proof(Set.of("0", "10")), proof(Set.of("10")))).isPresent();
    assertThat(Referee.ofSwap(proof(Set.of("0", "10")), proof(Set.of("10", "0"))))
        .isEmpty();
    assertThat(Referee.ofSwap(incomplete(Set.of("0", "10")), proof(Set.of("10"))))
        .isEmpty();
  }

  @Test
  void aRaceThatDependsOnTheOrderOfMethodsIsSeenWhoeverComesFirst() {
    Observation racy = proof(Set.of("0"), "x: one writes at A.java:1, two reads at A.java:2");
    Observation swapped = proof(Set.of("0"), "x: two reads at A.java:2, one writes at A.java:1");
    Observation other = proof(Set.of("0"), "x: one writes at A.java:1, two reads at A.java:3");

    assertThat(Referee.ofSwap(racy, swapped)).isEmpty();
    assertThat(Referee.ofSwap(racy, other)).isPresent();
    assertThat(Referee.ofSwap(racy, proof(Set.of("0")))).isPresent();
  }

  @Test
  void anOutcomeOrARaceThatOnlyMoreStepsBringAboutIsSeen() {
    Observation racy = proof(Set.of("0"), "x: one writes at A.java:1, two reads at A.java:2");

    assertThat(Referee.ofSteps(proof(Set.of("0")), proof(Set.of("0", "1")))).isPresent();
    assertThat(Referee.ofSteps(proof(Set.of("0")), incomplete(Set.of("1")))).isPresent();
    assertThat(Referee.ofSteps(proof(Set.of("0")), racy)).isPresent();
    assertThat(Referee.ofSteps(proof(Set.of("0", "1")), incomplete(Set.of("0"))))
        .isEmpty();
    assertThat(Referee.ofSteps(incomplete(Set.of("0")), proof(Set.of("0", "1"))))
        .isEmpty();
  }

  @Test
  void anOutcomeThatRealThreadsShowInTurnAndTheExplorationDoesNotIsSeen() {
    Observation real = real(Observation.Ending.EXPLORED, "1, 2", "2, 1");
    Observation waited = real(Observation.Ending.HUNG, "1, 2");

    assertThat(Referee.ofSerial(proof(Set.of("9, 10")), real, true)).isPresent();
    assertThat(Referee.ofSerial(proof(Set.of("1, 2")), real, true)).isPresent();
    assertThat(Referee.ofSerial(proof(Set.of("1, 2", "2, 1", "0, 0")), real, true))
        .isPresent();
    assertThat(Referee.ofSerial(proof(Set.of("1, 2", "2, 1", "0, 0")), real, false))
        .isEmpty();
    assertThat(Referee.ofSerial(proof(Set.of("1, 2", "2, 1")), waited, true)).isEmpty();
  }

  private static Observation real(Observation.Ending ending, String... outcomes) {
    return new Observation(
        "p", ending, Set.of(), Set.of(outcomes), List.of(), List.of(), false, "", 1);
  }

  @Test
  void theOrdersOfActorsAreAllThereAre() {
    assertThat(ActorOrder.all(3)).hasSize(6).doesNotHaveDuplicates();
    assertThat(ActorOrder.all(3).get(0)).containsExactly(0, 1, 2);
    assertThat(ActorOrder.others(2)).containsExactly(List.of(1, 0));
  }

  @Test
  void swappingMovesTheActorsAndNothingElse() throws IOException {
    Class<?> program = CollectionElements.ForgottenLock.class;

    assertThat(methods(program, Rewriting.NONE)).containsSubsequence("deposit", "look");
    assertThat(methods(program, Rewriting.swap(List.of(1, 0))))
        .containsSubsequence("look", "deposit")
        .containsExactlyInAnyOrderElementsOf(methods(program, Rewriting.NONE));
  }

  @Test
  void anExplorerThatRunsOnlyTheFirstOrderIsCaughtBySwapping() throws Exception {
    Class<?> program = CollectionElements.ForgottenLock.class;

    assertThat(Referee.ofSwap(
            inOrderOfMethods(program, Rewriting.NONE),
            inOrderOfMethods(program, Rewriting.swap(List.of(1, 0)))))
        .hasValue("outcomes [10], but [0]");
  }

  /** An explorer with a fault: it takes one execution for all there are. */
  private static Observation inOrderOfMethods(Class<?> program, Rewriting rewriting)
      throws Exception {
    ClassLoader loader = new FreshLoader(
        RefereeTest.class.getClassLoader(), program.getName(), classFile -> classFile);
    RealRun run = new RealRun(Class.forName(program.getName(), true, loader));
    List<String> sorted = List.of("deposit", "look");
    for (String method : methods(program, rewriting)) {
      if (sorted.contains(method)) {
        run.start(sorted.indexOf(method), () -> {}).join();
      }
    }
    return proof(Set.of(run.outcome()));
  }

  @Test
  void moreStepsAreInsertedBeforeEachLineThatIsNotInALoop() throws IOException {
    Class<?> program = StaticState.DeadlockOnce.class;
    List<String> writes = new ArrayList<>();
    for (MethodNode method : rewritten(program, Rewriting.STEPS).methods) {
      for (AbstractInsnNode at : method.instructions) {
        if (at instanceof FieldInsnNode field
            && field.getOpcode() == Opcodes.PUTSTATIC
            && field.name.equals("$extra")) {
          writes.add(method.name);
        }
      }
    }

    assertThat(writes).filteredOn("one"::equals).hasSizeGreaterThan(4);
    assertThat(writes).contains("one", "two", "end").doesNotContain("<clinit>");
  }

  private static List<String> methods(Class<?> program, Rewriting rewriting) throws IOException {
    return rewritten(program, rewriting).methods.stream()
        .map(method -> method.name)
        .toList();
  }

  private static ClassNode rewritten(Class<?> program, Rewriting rewriting) throws IOException {
    ClassLoader loader =
        new RewritingLoader(program.getClassLoader(), program.getName(), rewriting);
    String path = program.getName().replace('.', '/') + ".class";
    ClassNode type = new ClassNode();
    try (InputStream in = loader.getResourceAsStream(path)) {
      assertThat(in).isInstanceOf(ByteArrayInputStream.class);
      new ClassReader(in).accept(type, 0);
    }
    return type;
  }
}
