package dev.safebank.explore.site;

import dev.safebank.explore.boundary.ForeignCall;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** All sites of the classes of one class loader, by number. Only ever grows. */
public final class Sites {

  private final List<Site> sites = new ArrayList<>();
  private final Map<Integer, ForeignCall> calls = new HashMap<>();
  private boolean accessOrdered;
  private final Map<String, Integer> fieldKeys = new HashMap<>();
  private final Map<Integer, Integer> loops = new HashMap<>();
  private final BitSet loopsWithCalls = new BitSet();
  private final BitSet shared = new BitSet();

  public Site add(
      String className,
      String method,
      String file,
      int line,
      String member,
      String owner,
      int fieldKey,
      AccessMode mode) {
    Site site =
        new Site(sites.size(), className, method, file, line, member, owner, fieldKey, mode);
    sites.add(site);
    return site;
  }

  /** The site with this number. */
  public Site get(int id) {
    return sites.get(id);
  }

  /** Records that a call at a site is in a loop that carries nothing over in local variables. */
  public void inLoop(int call, int loop) {
    loops.put(call, loop);
    loopsWithCalls.set(loop);
  }

  /** The site of the loop around the call at this site, if that carries nothing over. */
  public OptionalInt loopOf(int call) {
    Integer loop = loops.get(call);
    return loop == null ? OptionalInt.empty() : OptionalInt.of(loop);
  }

  /** Whether the loop at this site is one that {@link #loopOf} answers. */
  public boolean isLoopOfCalls(int loop) {
    return loopsWithCalls.get(loop);
  }

  /**
   * The sites of first accesses to what several threads access, as far as explorations that build
   * on each other have found them.
   */
  public BitSet shared() {
    return shared;
  }

  /** Records which call into the JDK is made at a site. */
  public void call(int id, ForeignCall call) {
    calls.put(id, call);
  }

  /** The call into the JDK that is made at a site. */
  public ForeignCall call(int id) {
    return calls.get(id);
  }

  /** Records that the program creates maps that are ordered by access, whose reads are writes. */
  public void makesAccessOrderedMaps() {
    accessOrdered = true;
  }

  /** Whether the program may make maps that are ordered by access. */
  public boolean hasAccessOrderedMaps() {
    return accessOrdered;
  }

  /** The number of a field, the same for every kind of access. */
  public int fieldKey(String declaringClass, String field) {
    return fieldKeys.computeIfAbsent(declaringClass + "." + field, name -> fieldKeys.size());
  }
}
