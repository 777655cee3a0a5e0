package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.RuntimeClass;

/**
 * What the virtual machine itself writes into exceptions: nobody specifies it, and it may name
 * class loaders and instructions of instrumented code.
 */
final class VirtualMachineText {

  private VirtualMachineText() {}

  /** Whether an object is an exception whose message may be the machine's. */
  static boolean isIn(Object object) {
    if (object.getClass() == NullPointerException.class) {
      String message = ((Throwable) object).getMessage();
      return message == null || message.startsWith("Cannot ");
    }
    if (object.getClass() == ClassCastException.class) {
      String message = ((Throwable) object).getMessage();
      return message == null || message.contains(" cannot be cast to ");
    }
    return object instanceof Throwable throwable && isTakenFromCause(throwable);
  }

  /** An exception that is made of another one, and of nothing else, takes its text. */
  private static boolean isTakenFromCause(Throwable throwable) {
    if (isOwnCode(throwable, "getCause", "()Ljava/lang/Throwable;") || hasOwnText(throwable)) {
      return false;
    }
    Throwable cause = throwable.getCause();
    return cause != null
        && !hasOwnText(cause)
        && isIn(cause)
        && cause.toString().equals(throwable.getMessage());
  }

  private static boolean hasOwnText(Throwable throwable) {
    return isOwnCode(throwable, "getMessage", "()Ljava/lang/String;")
        || isOwnCode(throwable, "getLocalizedMessage", "()Ljava/lang/String;")
        || isOwnCode(throwable, "toString", "()Ljava/lang/String;");
  }

  private static boolean isOwnCode(Throwable throwable, String name, String descriptor) {
    return RuntimeClass.of(throwable).isProgramCode(name, descriptor);
  }
}
