package dev.safebank.stress.explore.instrument;

import dev.safebank.stress.explore.engine.Mode;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** Numbers the places of one class where something happens that the engine must know of. */
final class SiteFactory {

  private final Sites sites;
  private final Hierarchy hierarchy;
  private final String owner;
  private String file;
  private int line;

  SiteFactory(Sites sites, Hierarchy hierarchy, String owner) {
    this.sites = sites;
    this.hierarchy = hierarchy;
    this.owner = owner;
    this.file = owner.substring(owner.lastIndexOf('/') + 1);
  }

  void file(String source) {
    if (source != null) {
      file = source;
    }
  }

  void line(int newLine) {
    line = newLine;
  }

  int currentLine() {
    return line;
  }

  Hierarchy hierarchy() {
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
    boolean fixed = (access & (Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC)) != 0;
    boolean foreign = !Territory.isOurs(declarer) && !declarer.startsWith("org/openjdk/");
    if (fixed || foreign) {
      return Optional.empty();
    }
    Mode mode = (access & Opcodes.ACC_VOLATILE) != 0 ? Mode.VOLATILE : Mode.PLAIN;
    return Optional.of(add(name, declarer, sites.fieldKey(declarer, name), mode));
  }

  Site place(String what) {
    return add(what, owner, -1, Mode.PLAIN);
  }

  Site call(String calledOwner, String name, Mode mode) {
    return add(simpleName(calledOwner) + "." + name, calledOwner, -1, mode);
  }

  private Site add(String member, String memberOwner, int fieldKey, Mode mode) {
    return sites.add(owner.replace('/', '.'), file, line, member, memberOwner, fieldKey, mode);
  }
}
