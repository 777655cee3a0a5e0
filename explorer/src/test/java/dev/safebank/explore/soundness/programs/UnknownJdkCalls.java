package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * Calls into the JDK are accesses to receiver and arguments (JLS 17.4.1), whoever has listed them.
 */
@SuppressWarnings({
  "all",
  "deprecation",
  "rawtypes",
  "removal",
  "static",
  "synchronization",
  "this-escape",
  "try",
  "unchecked"
})
public final class UnknownJdkCalls {

  private UnknownJdkCalls() {}

  @State
  @Expect(
      value = {"ab", "ba"},
      torn = {"a*", "b*"},
      races = Expect.Races.SOME,
      because = "StringBuilder: not safe for use by multiple threads")
  public static class SharedStringBuilder {
    final StringBuilder sb = new StringBuilder();

    @Actor
    public void one() {
      sb.append("a");
    }

    @Actor
    public void two() {
      sb.append("b");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = sb.toString();
    }
  }

  @State
  @Expect(
      value = {"ab", "ba"},
      because = "StringBuffer: as if all operations took place in some serial order")
  public static class SharedStringBuffer {
    final StringBuffer sb = new StringBuffer();

    @Actor
    public void one() {
      sb.append("a");
    }

    @Actor
    public void two() {
      sb.append("b");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = sb.toString();
    }
  }

  @State
  @Expect(
      value = {"n=0", "n=1"},
      because = "AtomicInteger.toString: the current value; JLS 15.18.1")
  public static class AtomicConcat {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      n.set(1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "n=" + n;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "AtomicInteger.toString: the current value")
  public static class AtomicToString {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      n.set(1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = n.toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "ArrayList is not synchronized; its stream is a view of it")
  public static class ListStream {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.stream().mapToInt(i -> i).sum();
    }
  }

  @State
  @Expect(
      value = {"[]", "[1]"},
      torn = {"FAILED*", "[null]"},
      races = Expect.Races.SOME,
      because = "JLS 15.18.1: concatenation calls toString, which reads the list")
  public static class ListConcat {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "" + l;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "List.copyOf reads its argument")
  public static class ListCopyOf {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = List.copyOf(l).size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Collection.addAll: undefined if the argument is modified meanwhile")
  public static class AddAllArgument {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      List<Integer> mine = new ArrayList<>();
      mine.addAll(l);
      r.r1 = mine.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "the copy constructor reads its argument, which holds no lock")
  public static class CopyConstructor {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      synchronized (l) {
        l.add(1);
      }
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = new ArrayList<>(l).size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collections.unmodifiableList is a view: it reads through")
  public static class UnmodifiableView {
    final List<Integer> l = new ArrayList<>();
    final List<Integer> v = Collections.unmodifiableList(l);

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = v.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "ArrayList.clone reads the list")
  public static class ArrayListClone {
    final ArrayList<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = ((List<?>) l.clone()).size();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Collections.max reads the list")
  public static class CollectionsMax {
    final List<Integer> l = new ArrayList<>(List.of(1));

    @Actor
    public void one() {
      l.add(2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Collections.max(l);
    }
  }

  @State
  @Expect(
      value = {"[0, 0]", "[1, 0]", "[1, 1]"},
      torn = "[0, 1]",
      races = Expect.Races.SOME,
      because = "Arrays.toString reads the elements")
  public static class ArraysToString {
    final int[] a = new int[2];

    @Actor
    public void one() {
      a[0] = 1;
      a[1] = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = Arrays.toString(a);
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      races = Expect.Races.SOME,
      because = "Arrays.equals reads the elements")
  public static class ArraysEquals {
    final int[] a = new int[2];
    final int[] b = {1, 1};

    @Actor
    public void one() {
      a[0] = 1;
      a[1] = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Arrays.equals(a, b);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Arrays.asList writes through to the array")
  public static class ArraysAsList {
    final Integer[] a = {0};
    final List<Integer> l = Arrays.asList(a);

    @Actor
    public void one() {
      l.set(0, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"ab", "xb", "xy"},
      torn = "ay",
      races = Expect.Races.SOME,
      because = "String(char[]) reads the elements")
  public static class CharsToString {
    final char[] c = {'a', 'b'};

    @Actor
    public void one() {
      c[0] = 'x';
      c[1] = 'y';
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new String(c);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Array.setInt writes the element")
  public static class ReflectArray {
    final int[] a = new int[1];

    @Actor
    public void one() {
      java.lang.reflect.Array.setInt(a, 0, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 0", "1, 1"},
      torn = "0, 1",
      races = Expect.Races.SOME,
      because = "Object.clone reads all fields, as if by assignment")
  public static class ObjectClone {
    static class Point implements Cloneable {
      int a;
      int b;

      @Override
      public Point clone() {
        try {
          return (Point) super.clone();
        } catch (CloneNotSupportedException e) {
          throw new AssertionError(e);
        }
      }
    }

    final Point p = new Point();

    @Actor
    public void one() {
      p.a = 1;
      p.b = 1;
    }

    @Actor
    public void two(II_Result r) {
      Point c = p.clone();
      r.r1 = c.a;
      r.r2 = c.b;
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 0", "1, 1"},
      torn = "0, 1",
      races = Expect.Races.EITHER,
      because = "Object.clone reads all fields, as if by assignment, in no order that is said")
  public static class ObjectCloneVolatile {
    static class Point implements Cloneable {
      volatile int a;
      volatile int b;

      @Override
      public Point clone() {
        try {
          return (Point) super.clone();
        } catch (CloneNotSupportedException e) {
          throw new AssertionError(e);
        }
      }
    }

    final Point p = new Point();

    @Actor
    public void one() {
      p.a = 1;
      p.b = 1;
    }

    @Actor
    public void two(II_Result r) {
      Point c = p.clone();
      r.r1 = c.a;
      r.r2 = c.b;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Date is mutable and not synchronized")
  public static class ADate {
    final Date d = new Date(0);

    @Actor
    public void one() {
      d.setTime(1);
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = d.getTime();
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      races = Expect.Races.EITHER,
      because = "Properties: safe for use by multiple threads")
  public static class SystemProperties {
    static final String KEY = "safebank.soundness";

    @Actor
    public void one() {
      System.setProperty(KEY, "1");
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = System.getProperty(KEY);
    }

    @Arbiter
    public void end() {
      System.clearProperty(KEY);
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "AtomicInteger.setRelease: seen by toString, which does not wait for it")
  public static class HandoverToString {
    final AtomicInteger n = new AtomicInteger(1);

    @Actor
    public void one() {
      n.setRelease(n.getAndSet(0) + 1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = n.toString();
    }
  }
}
