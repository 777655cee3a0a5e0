package dev.safebank.stress.explore.instrument;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call to a collection of the JDK.
 *
 * @param reads whether it leaves the collection as it is
 * @param view whether its result is another way to the same collection
 */
record CollectionCall(boolean reads, boolean view) {

  private static final Set<String> ROOTS = Set.of(
      "java/util/Collection",
      "java/util/Map",
      "java/util/Iterator",
      "java/util/Map$Entry",
      "java/util/Enumeration",
      "java/util/BitSet");

  private static final Set<String> READS = Set.of(
      "get",
      "size",
      "isEmpty",
      "contains",
      "containsKey",
      "containsValue",
      "containsAll",
      "peek",
      "peekFirst",
      "peekLast",
      "first",
      "last",
      "getFirst",
      "getLast",
      "element",
      "getOrDefault",
      "indexOf",
      "lastIndexOf",
      "toArray",
      "equals",
      "hashCode",
      "toString",
      "hasNext",
      "hasPrevious",
      "hasMoreElements",
      "getKey",
      "getValue",
      "firstKey",
      "lastKey",
      "forEach",
      "next",
      "previous",
      "nextElement",
      "floorKey",
      "ceilingKey",
      "higherKey",
      "lowerKey",
      "cardinality",
      "nextSetBit",
      "nextClearBit",
      "length");

  private static final Set<String> VIEWS = Set.of(
      "iterator",
      "listIterator",
      "descendingIterator",
      "elements",
      "keys",
      "entrySet",
      "keySet",
      "values",
      "subList",
      "subMap",
      "headMap",
      "tailMap",
      "headSet",
      "tailSet",
      "descendingMap",
      "descendingSet",
      "navigableKeySet",
      "next");

  private static final Set<String> BLOCKING =
      Set.of("put", "take", "transfer", "putFirst", "putLast", "takeFirst", "takeLast");

  /** Empty if this is no collection, or it does what cannot be controlled. */
  static Optional<CollectionCall> of(
      Set<String> lineage, String owner, String name, String descriptor) {
    boolean collection =
        owner.startsWith("java/util/") && lineage.stream().anyMatch(ROOTS::contains);
    if (!collection
        || name.equals("<init>")
        || blocks(lineage, name, descriptor)
        || leaves(owner, name, descriptor)) {
      return Optional.empty();
    }
    boolean view = VIEWS.contains(name) && descriptor.contains(")L");
    return Optional.of(new CollectionCall(READS.contains(name) || VIEWS.contains(name), view));
  }

  private static boolean blocks(Set<String> lineage, String name, String descriptor) {
    return lineage.contains("java/util/concurrent/BlockingQueue")
        && (BLOCKING.contains(name) || descriptor.contains("Ljava/util/concurrent/TimeUnit;"));
  }

  /** Whether what it does happens later, or in the midst of it the program's own code. */
  private static boolean leaves(String owner, String name, String descriptor) {
    boolean callsBack = descriptor.contains("java/util/function/");
    return (owner.startsWith("java/util/concurrent/") && callsBack)
        || List.of("stream", "parallelStream", "spliterator").contains(name);
  }
}
