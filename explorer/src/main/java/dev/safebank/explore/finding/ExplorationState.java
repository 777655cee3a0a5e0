package dev.safebank.explore.finding;

import dev.safebank.explore.site.Site;
import dev.safebank.explore.site.Sites;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an exploration has found out besides outcomes, over all its executions. */
public final class ExplorationState {

  private final Sites sites;

  /** Sites of the first accesses to locations that several actors access. */
  private final BitSet sharedSites;

  private final Map<Long, FoundRace> races = new LinkedHashMap<>();
  private final BitSet relaxedSites = new BitSet();

  /** In the order in which they were met: what comes later often follows from what came first. */
  private final Set<String> uncontrolled = new LinkedHashSet<>();

  private final Set<String> bounds = new TreeSet<>();
  private final Set<Integer> seenUncontrolled = new HashSet<>();

  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  private boolean interrupts;
  private boolean arbiterThread;
  private boolean ownClasses;
  private int threadCount;

  /** Knows nothing yet. */
  public ExplorationState(Sites sites, int actors) {
    this(sites, actors, new BitSet());
  }

  /**
   * Knows something from the start.
   *
   * @param sharedSites sites of the first accesses to locations that several actors access; more
   *     are added
   */
  public ExplorationState(Sites sites, int actors, BitSet sharedSites) {
    this.sites = sites;
    this.sharedSites = sharedSites;
    this.threadCount = actors;
  }

  /**
   * A data race between two source lines.
   *
   * @param variable what they race for, by the way that leads to it
   * @param schedule a schedule in which it happens
   */
  public record FoundRace(
      String variable,
      int firstActor,
      int firstSite,
      boolean firstWrites,
      int secondActor,
      int secondSite,
      boolean secondWrites,
      Schedule schedule) {}

  public boolean isRaceKnown(int site, int otherSite) {
    return races.containsKey(pair(site, otherSite));
  }

  public void recordRace(FoundRace race) {
    races.putIfAbsent(pair(race.firstSite, race.secondSite), race);
  }

  /** One race per pair of source lines, in the order found. */
  public Collection<FoundRace> races() {
    Map<String, FoundRace> byLines = new TreeMap<>();
    for (FoundRace race : races.values()) {
      String a = line(race.firstSite);
      String b = line(race.secondSite);
      byLines.putIfAbsent(a.compareTo(b) <= 0 ? a + " " + b : b + " " + a, race);
    }
    return byLines.values();
  }

  private String line(int id) {
    Site site = sites.get(id);
    return site.className() + ":" + site.line() + " " + site.member();
  }

  private static long pair(int site, int otherSite) {
    return (long) Math.min(site, otherSite) << 32 | Math.max(site, otherSite);
  }

  public boolean isShared(int site) {
    return sharedSites.get(site);
  }

  public void markShared(int site) {
    sharedSites.set(site);
  }

  public void relaxed(int site) {
    relaxedSites.set(site);
  }

  public SortedSet<String> relaxed() {
    SortedSet<String> uses = new TreeSet<>();
    relaxedSites.stream()
        .mapToObj(sites::get)
        .forEach(site -> uses.add(site.member() + " at " + site.where()));
    return uses;
  }

  public void uncontrolled(int id) {
    if (seenUncontrolled.add(id)) {
      Site site = sites.get(id);
      uncontrolled.add(site.member() + " at " + site.where());
    }
  }

  public Set<String> uncontrolled() {
    return uncontrolled;
  }

  public void bound(String reason) {
    bounds.add(reason);
  }

  public Set<String> bounds() {
    return bounds;
  }

  /** Knows from the start what explorations learn on the way. */
  public void assume(boolean withInterrupts, boolean withArbiterThread) {
    interrupts = withInterrupts;
    arbiterThread = withArbiterThread;
  }

  /** True if it was not known yet that the program interrupts threads. */
  public boolean learnOfInterrupts() {
    boolean news = !interrupts;
    interrupts = true;
    return news;
  }

  public boolean interrupts() {
    return interrupts;
  }

  /** True if the trait was not known yet. */
  public boolean learn(Trait trait) {
    return traits.add(trait);
  }

  /** Whether the program is known to do this. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** The arbiter itself starts threads. */
  public void needArbiterThread() {
    arbiterThread = true;
  }

  /** Whether the arbiter is a thread of its own in every execution. */
  public boolean arbiterThread() {
    return arbiterThread;
  }

  public void needOwnClasses() {
    ownClasses = true;
  }

  /** Whether every execution must load the program's classes anew. */
  public boolean needsOwnClasses() {
    return ownClasses;
  }

  public int threadCount() {
    return threadCount;
  }

  public void raiseThreadCount(int most) {
    threadCount = Math.min(2 * threadCount, most);
  }

  /** Forgets what was found, but not what was learnt about the program. */
  public void reset() {
    races.clear();
    bounds.clear();
    relaxedSites.clear();
  }
}
