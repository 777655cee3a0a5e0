package dev.safebank.explore.boundary;

import java.lang.invoke.MethodType;

/**
 * A call from instrumented code into code that is not.
 *
 * @param owner internal name of the class through which the method is called
 * @param descriptor the method's descriptor
 * @param kind how the receiver decides which code runs
 */
public record ForeignCall(
    String owner, String name, String descriptor, Dispatch kind, Effect effect) {

  /** How the code that runs is found. */
  public enum Dispatch {
    /** There is no receiver. */
    STATIC,
    /** By the receiver's class. */
    VIRTUAL,
    /** By the class that the call names, though there is a receiver. */
    SPECIAL
  }

  public boolean hasReceiver() {
    return kind != Dispatch.STATIC;
  }

  /** Whether it makes an object. */
  public boolean isConstructor() {
    return name.equals("<init>");
  }

  /** Whether a parameter is declared as an array, whose elements the method gets at. */
  public boolean isArray(int parameter) {
    return descriptor.charAt(start(parameter)) == '[';
  }

  /** Whether a parameter is declared as a function, a comparator or a collector. */
  public boolean isFunction(int parameter) {
    int at = start(parameter);
    return descriptor.startsWith("Ljava/util/function/", at)
        || descriptor.startsWith("Ljava/util/Comparator;", at)
        || descriptor.startsWith("Ljava/util/stream/Collector;", at);
  }

  private int start(int parameter) {
    int at = 1;
    for (int i = 0; i < parameter && descriptor.charAt(at) != ')'; i++) {
      at = end(at);
    }
    return at;
  }

  private int end(int start) {
    int at = start;
    while (descriptor.charAt(at) == '[') {
      at++;
    }
    return descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
  }

  /** How many parameters a descriptor has. */
  static int parameters(String descriptor) {
    int count = 0;
    for (int at = 1; descriptor.charAt(at) != ')'; count++) {
      while (descriptor.charAt(at) == '[') {
        at++;
      }
      at = descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
    }
    return count;
  }

  static String descriptor(Class<?> result, Class<?>... parameters) {
    return MethodType.methodType(result, parameters).toMethodDescriptorString();
  }
}
