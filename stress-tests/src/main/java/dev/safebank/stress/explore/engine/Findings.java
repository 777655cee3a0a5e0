package dev.safebank.stress.explore.engine;

import dev.safebank.stress.explore.instrument.Site;
import dev.safebank.stress.explore.instrument.Sites;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an exploration has found out besides outcomes, over all its executions. */
final class Findings {

  private final Sites sites;

  /** Sites where a location was touched first that turned out to be touched by several actors. */
  private final BitSet sharedSites = new BitSet();

  private final Map<Long, FoundRace> races = new LinkedHashMap<>();
  private final BitSet relaxedSites = new BitSet();
  private final Set<String> uncontrolled = new TreeSet<>();
  private final Set<String> bounds = new TreeSet<>();
  private final Set<Integer> seenUncontrolled = new HashSet<>();

  private boolean interrupts;
  private boolean hashCodes;
  private int actors;

  Findings(Sites sites, int actors) {
    this.sites = sites;
    this.actors = actors;
  }

  /**
   * A data race between two source lines.
   *
   * @param variable what they race for, by the way that leads to it
   * @param schedule a schedule in which it happens
   */
  record FoundRace(
      String variable,
      int firstActor,
      int firstSite,
      boolean firstWrites,
      int secondActor,
      int secondSite,
      boolean secondWrites,
      Schedule schedule) {}

  boolean isRaceKnown(int site, int otherSite) {
    return races.containsKey(pair(site, otherSite));
  }

  void race(FoundRace race) {
    races.putIfAbsent(pair(race.firstSite, race.secondSite), race);
  }

  /** One race per pair of source lines, in the order found. */
  Collection<FoundRace> races() {
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

  boolean isShared(int site) {
    return sharedSites.get(site);
  }

  void share(int site) {
    sharedSites.set(site);
  }

  void relaxed(int site) {
    relaxedSites.set(site);
  }

  SortedSet<String> relaxed() {
    SortedSet<String> uses = new TreeSet<>();
    relaxedSites.stream()
        .mapToObj(sites::get)
        .forEach(site -> uses.add(site.member() + " at " + site.where()));
    return uses;
  }

  void uncontrolled(int id) {
    if (seenUncontrolled.add(id)) {
      Site site = sites.get(id);
      uncontrolled.add(site.member() + " at " + site.where());
    }
  }

  Set<String> uncontrolled() {
    return uncontrolled;
  }

  void bound(String reason) {
    bounds.add(reason);
  }

  Set<String> bounds() {
    return bounds;
  }

  /** True if it is news that the program interrupts threads. */
  boolean interrupting() {
    boolean news = !interrupts;
    interrupts = true;
    return news;
  }

  boolean interrupts() {
    return interrupts;
  }

  void askedForHashCode() {
    hashCodes = true;
  }

  boolean hashCodes() {
    return hashCodes;
  }

  int actors() {
    return actors;
  }

  void moreActors() {
    actors *= 2;
  }

  /** Forgets what was found, but not what was learnt of the program's shape. */
  void startAfresh() {
    races.clear();
    bounds.clear();
    relaxedSites.clear();
  }
}
