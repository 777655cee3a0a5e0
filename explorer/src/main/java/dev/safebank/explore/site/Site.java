package dev.safebank.explore.site;

/**
 * A place in the source of an instruction that may be a step.
 *
 * @param id its number, unique in one class loader
 * @param className binary name of the class it is in
 * @param method name of the method it is in
 * @param file the source file, or the class's simple name if that is unknown
 * @param line the line, or 0
 * @param member what is accessed or called: a field's name, or a method's such as
 *     {@code AtomicLong.get}
 * @param owner internal name of the class that declares the member
 * @param fieldKey number of the field, unique in one class loader; -1 if this is no field access
 * @param mode how the access is ordered
 */
public record Site(
    int id,
    String className,
    String method,
    String file,
    int line,
    String member,
    String owner,
    int fieldKey,
    AccessMode mode) {

  /** File and line, e.g. {@code UnsafeBank.java:31}. */
  public String where() {
    return file + ":" + line;
  }
}
