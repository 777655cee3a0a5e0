package dev.safebank.explore.instrument;

import dev.safebank.explore.boundary.Effect;
import dev.safebank.explore.boundary.ForeignCall;
import dev.safebank.explore.classfile.ClassFacts;
import dev.safebank.explore.classfile.ClassHierarchy;
import dev.safebank.explore.classfile.InstrumentationScope;
import dev.safebank.explore.classfile.InterfaceStatics;
import dev.safebank.explore.site.AccessMode;
import dev.safebank.explore.site.Site;
import dev.safebank.explore.site.Sites;
import java.util.Optional;
import java.util.OptionalInt;
import org.objectweb.asm.Opcodes;

/** Creates the sites of one class, numbered. */
final class SiteFactory {

  private final ClassCatalogue catalogue;
  private final Sites sites;
  private final ClassHierarchy hierarchy;
  private final InstrumentationScope scope;
  private final String owner;
  private String method = "";
  private String file;
  private int line;
  private OptionalInt loop = OptionalInt.empty();

  SiteFactory(ClassCatalogue catalogue, String owner) {
    this.catalogue = catalogue;
    this.sites = catalogue.sites();
    this.hierarchy = catalogue.hierarchy();
    this.scope = catalogue.scope();
    this.owner = owner;
    this.file = owner.substring(owner.lastIndexOf('/') + 1);
  }

  void file(String source) {
    if (source != null) {
      file = source;
    }
  }

  void method(String name) {
    method = name;
  }

  void line(int newLine) {
    line = newLine;
  }

  /** What is called from now on is called in the loop at this site, if there is one. */
  void loop(OptionalInt site) {
    loop = site;
  }

  String currentMethod() {
    return method;
  }

  int currentLine() {
    return line;
  }

  InstrumentationScope scope() {
    return scope;
  }

  ClassHierarchy hierarchy() {
    return hierarchy;
  }

  String simpleName(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
  }

  /** Empty if the field never changes after it is set, or is the JVM's or javac's own affair. */
  Optional<Site> field(String through, String name) {
    Optional<ClassFacts> declaring = hierarchy.declaringField(through, name);
    if (declaring.isEmpty()) {
      return Optional.empty();
    }
    String declarer = declaring.get().name();
    int access = declaring.get().fields().get(name);
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    boolean isFrozen =
        (access & Opcodes.ACC_FINAL) != 0 && (isStatic || !catalogue.escapes().mayEscape(declarer));
    boolean fixed = isFrozen || (access & Opcodes.ACC_SYNTHETIC) != 0;
    boolean foreign = !scope.isOurs(declarer) && !declarer.startsWith("org/openjdk/");
    if (fixed || foreign) {
      return Optional.empty();
    }
    AccessMode mode = (access & Opcodes.ACC_VOLATILE) != 0 ? AccessMode.VOLATILE : AccessMode.PLAIN;
    return Optional.of(add(name, declarer, sites.fieldKey(declarer, name), mode));
  }

  /** Whether this is a field of code that is not instrumented, and may change. */
  boolean isForeignVariable(String through, String name) {
    return hierarchy
        .declaringField(through, name)
        .filter(
            declaring -> !scope.isOurs(declaring.name()) && !scope.isExplorers(declaring.name()))
        .filter(declaring -> (declaring.fields().get(name) & Opcodes.ACC_FINAL) == 0)
        .isPresent();
  }

  /** The interface that declares a static variable whose value is kept elsewhere. */
  Optional<String> holder(String through, String name) {
    return hierarchy
        .declaringField(through, name)
        .filter(facts -> facts.isInterface() && !facts.constants().contains(name))
        .map(ClassFacts::name)
        .filter(catalogue.states()::isPerExecution)
        .map(InterfaceStatics::holderOf);
  }

  /**
   * The number of the class that must be initialised before its static member is used through a
   * class; empty if none must.
   *
   * @param userIsInitialized whether the class that uses it is surely initialised
   */
  Optional<Integer> initializedFor(Optional<ClassFacts> declaring, boolean userIsInitialized) {
    return declaring
        .map(ClassFacts::name)
        .filter(name -> !userIsInitialized || !isInheritedBy(owner, name))
        .flatMap(catalogue::numberOf);
  }

  /** Whether it is the class itself or one of its superclasses. */
  private boolean isInheritedBy(String from, String name) {
    return from.equals(name)
        || hierarchy
            .facts(from)
            .flatMap(ClassFacts::superclass)
            .map(superclass -> isInheritedBy(superclass, name))
            .orElse(false);
  }

  /** Whether the class's final fields may be read before they are set. */
  boolean mayEscape() {
    return catalogue.escapes().mayEscape(owner);
  }

  Site place(String what) {
    return add(what, owner, -1, AccessMode.PLAIN);
  }

  /** A call into code that is not instrumented. */
  Site foreign(MethodCall call, Effect effect) {
    ForeignCall.Dispatch dispatch = call.isStatic()
        ? ForeignCall.Dispatch.STATIC
        : call.opcode() == Opcodes.INVOKESPECIAL
            ? ForeignCall.Dispatch.SPECIAL
            : ForeignCall.Dispatch.VIRTUAL;
    if (call.name().equals("<init>")) {
      dispatch = ForeignCall.Dispatch.STATIC;
    }
    Site site = call(call.owner(), call.name(), AccessMode.VOLATILE);
    sites.call(
        site.id(), new ForeignCall(call.owner(), call.name(), call.descriptor(), dispatch, effect));
    return site;
  }

  /** Remembers that the program makes maps that are ordered by access. */
  void makesAccessOrderedMaps() {
    sites.makesAccessOrderedMaps();
  }

  Site call(String calledOwner, String name, AccessMode mode) {
    Site site = add(simpleName(calledOwner) + "." + name, calledOwner, -1, mode);
    loop.ifPresent(around -> sites.inLoop(site.id(), around));
    return site;
  }

  private Site add(String member, String memberOwner, int fieldKey, AccessMode mode) {
    return sites.add(
        owner.replace('/', '.'), method, file, line, member, memberOwner, fieldKey, mode);
  }
}
