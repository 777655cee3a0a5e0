package dev.safebank.explore.actors;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lambdas as a class loader has loaded them: written down once, and read again for each execution,
 * with the loader's classes in place of those that they were written with.
 */
@SuppressWarnings({"unchecked", "rawtypes"}) // the state's class is the loader's
final class LoadedActors implements ProgramDefinition {

  private final List<String> names;
  private final ClassLoader classes;
  private final byte[] written;

  /** Those of the current execution: the supplier of the state, the actors, and the check. */
  private List<Object> lambdas = List.of();

  LoadedActors(
      String program,
      List<String> names,
      StateSupplier<?> state,
      List<? extends ActorFunction<?>> actors,
      Optional<? extends ActorAction<?>> check,
      ClassLoader classes) {
    this.names = names;
    this.classes = classes;
    List<Object> all = new ArrayList<>(List.of(state));
    all.addAll(actors);
    check.ifPresent(all::add);
    this.written = write(program, all);
  }

  /** An actor that reports nothing. */
  static <S> ActorFunction<S> reportingNothing(ActorAction<S> action) {
    return new Silent<>(action);
  }

  private record Silent<S>(ActorAction<S> action) implements ActorFunction<S> {

    @Override
    public Object apply(S state) throws Exception {
      action.run(state);
      return Nothing.REPORTED;
    }
  }

  private enum Nothing {
    REPORTED
  }

  private static byte[] write(String program, List<Object> lambdas) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ArrayList<>(lambdas));
    } catch (NotSerializableException e) {
      throw new IllegalArgumentException(
          ("The lambdas of %s capture a %s, which cannot be copied for each execution. Make it in"
                  + " the supplier of the state instead, use a local variable where a lambda uses"
                  + " a field or a method of the class around it, or let the class implement"
                  + " Serializable")
              .formatted(program, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The lambdas of %s cannot be copied: %s".formatted(program, e), e);
    }
    return bytes.toByteArray();
  }

  @Override
  public List<String> actors() {
    return names;
  }

  @Override
  public int calls(int actor) {
    return 1;
  }

  @Override
  public Object newState() throws Throwable {
    try (ObjectInputStream in = new LambdaReader(new ByteArrayInputStream(written))) {
      lambdas = (List<Object>) in.readObject();
    }
    return ((StateSupplier<?>) lambdas.get(0)).get();
  }

  @Override
  public Optional<Object> call(int actor, int call, Object state) throws Throwable {
    Object result = ((ActorFunction) lambdas.get(1 + actor)).apply(state);
    return result == Nothing.REPORTED ? Optional.empty() : Optional.of(String.valueOf(result));
  }

  @Override
  public void verify(Object state) throws Throwable {
    if (lambdas.size() > 1 + names.size()) {
      ((ActorAction) lambdas.get(1 + names.size())).run(state);
    }
  }

  /** Finds classes by the loader that explores. */
  private final class LambdaReader extends ObjectInputStream {

    LambdaReader(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(description.getName(), false, classes);
      } catch (ClassNotFoundException primitive) {
        return super.resolveClass(description);
      }
    }
  }
}
