package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.Formatter;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Scanner;
import java.util.SimpleTimeZone;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.TimeZone;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Arrays, buffers and other mutable objects of the JDK, shared. */
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
public final class SharedArrays {

  private SharedArrays() {}

  @State
  @Expect(
      value = {"0, 0", "0, 1", "1, 1"},
      torn = "1, 0",
      races = Expect.Races.SOME,
      because = "Arrays.fill writes the elements")
  public static class ArraysFill {
    final int[] a = new int[2];

    @Actor
    public void one() {
      Arrays.fill(a, 1);
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = a[0];
      r.r2 = a[1];
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Arrays.sort writes the elements")
  public static class ArraysSort {
    final int[] a = {2, 1};

    @Actor
    public void one() {
      Arrays.sort(a);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      races = Expect.Races.SOME,
      because = "Arrays.stream reads the elements")
  public static class ArraysStream {
    final int[] a = new int[2];

    @Actor
    public void one() {
      a[0] = 1;
      a[1] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Arrays.stream(a).sum();
    }
  }

  @State
  @Expect(
      value = {"31", "32"},
      races = Expect.Races.SOME,
      because = "Arrays.hashCode reads the elements")
  public static class ArraysHashCode {
    final int[] a = new int[1];

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Arrays.hashCode(a);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Arrays.copyOf reads the elements")
  public static class ArraysCopyOf {
    final int[] a = new int[1];

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Arrays.copyOf(a, 2)[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Arrays.copyOfRange reads the elements")
  public static class ArraysCopyOfRange {
    final long[] a = new long[2];

    @Actor
    public void one() {
      a[1] = 1;
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = Arrays.copyOfRange(a, 1, 2)[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Arrays.setAll writes the elements, with a function of the program's own")
  public static class ArraysSetAll {
    final int[] a = new int[1];
    volatile int n = 1;

    @Actor
    public void one() {
      Arrays.setAll(a, i -> n);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"-2", "0"},
      races = Expect.Races.SOME,
      because = "Arrays.binarySearch reads the elements")
  public static class ArraysBinarySearch {
    final int[] a = {0};

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Arrays.binarySearch(a, 1);
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      races = Expect.Races.SOME,
      because = "Arrays.deepEquals reads the elements of elements")
  public static class ArraysDeepEquals {
    final int[][] a = {{0}};
    final int[][] b = {{1}};

    @Actor
    public void one() {
      a[0][0] = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Arrays.deepEquals(a, b);
    }
  }

  @State
  @Expect(
      value = {"[[0]]", "[[1]]"},
      races = Expect.Races.SOME,
      because = "Arrays.deepToString reads the elements of elements")
  public static class ArraysDeepToString {
    final int[][] a = {{0}};

    @Actor
    public void one() {
      a[0][0] = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = Arrays.deepToString(a);
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 0", "1, 1"},
      torn = "0, 1",
      races = Expect.Races.SOME,
      because = "JLS 10.7: clone of an array reads its elements")
  public static class ArrayClone {
    final int[] a = new int[2];

    @Actor
    public void one() {
      a[0] = 1;
      a[1] = 1;
    }

    @Actor
    public void two(II_Result r) {
      int[] c = a.clone();
      r.r1 = c[0];
      r.r2 = c[1];
    }
  }

  @State
  @Expect(
      value = {"2, 3", "2, 2", "1, 2"},
      torn = "1, 3",
      races = Expect.Races.SOME,
      mustProve = true,
      because = "System.arraycopy: overlapping, as if by a temporary array")
  public static class ArraycopyOverlaps {
    final int[] a = {1, 2, 3};

    @Actor
    public void one() {
      System.arraycopy(a, 0, a, 1, 2);
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = a[1];
      r.r2 = a[2];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "System.arraycopy reads its source")
  public static class ArraycopySource {
    final int[] a = new int[1];

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      int[] mine = new int[1];
      System.arraycopy(a, 0, mine, 0, 1);
      r.r1 = mine[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Array.getInt reads the element")
  public static class ReflectGet {
    final int[] a = new int[1];

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Array.getInt(a, 0);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "ByteBuffer is not safe for use by multiple threads")
  public static class HeapBuffer {
    final ByteBuffer b = ByteBuffer.allocate(8);

    @Actor
    public void one() {
      b.putInt(0, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b.getInt(0);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "ByteBuffer, direct: not safe for use by multiple threads")
  public static class DirectBuffer {
    final ByteBuffer b = ByteBuffer.allocateDirect(8);

    @Actor
    public void one() {
      b.put(0, (byte) 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b.get(0);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "ByteBuffer.wrap: backed by the array")
  public static class WrappedArray {
    final byte[] a = new byte[1];
    final ByteBuffer b = ByteBuffer.wrap(a);

    @Actor
    public void one() {
      b.put(0, (byte) 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "ByteBuffer.duplicate: the same content")
  public static class DuplicateBuffer {
    final ByteBuffer b = ByteBuffer.allocate(4);
    final ByteBuffer d = b.duplicate();

    @Actor
    public void one() {
      b.put(0, (byte) 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = d.get(0);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "IntBuffer.wrap: backed by the array")
  public static class WrappedInts {
    final int[] a = new int[1];
    final IntBuffer b = IntBuffer.wrap(a);

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b.get(0);
    }
  }

  @State
  @Expect(
      value = {"ab", "ba"},
      torn = {"a*", "b*", "FAILED*"},
      races = Expect.Races.SOME,
      because = "StringJoiner is not thread-safe")
  public static class AStringJoiner {
    final StringJoiner j = new StringJoiner("");

    @Actor
    public void one() {
      j.add("a");
    }

    @Actor
    public void two() {
      j.add("b");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = j.toString();
    }
  }

  @State
  @Expect(
      value = {"ab", "ba"},
      torn = {"a*", "b*", "FAILED*"},
      races = Expect.Races.SOME,
      because = "Formatter is not safe for multithreaded access")
  public static class AFormatter {
    final Formatter f = new Formatter(new StringBuilder());

    @Actor
    public void one() {
      f.format("a");
    }

    @Actor
    public void two() {
      f.format("b");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = f.toString();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      torn = {"1, 1", "2, 2", "FAILED*"},
      races = Expect.Races.SOME,
      because = "Scanner is not safe for multithreaded use")
  public static class AScanner {
    final Scanner s = new Scanner("1 2");

    @Actor
    public void one(II_Result r) {
      r.r1 = s.nextInt();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = s.nextInt();
    }
  }

  @State
  @Expect(
      value = {"a, b", "b, a"},
      torn = {"a, a", "b, b", "FAILED*"},
      races = Expect.Races.SOME,
      because = "StringTokenizer is not synchronized")
  public static class ATokenizer {
    final StringTokenizer t = new StringTokenizer("a b");

    @Actor
    public void one(LL_Result r) {
      r.r1 = t.nextToken();
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = t.nextToken();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      torn = {"true, true", "false, false", "FAILED*"},
      races = Expect.Races.SOME,
      because = "Matcher is not safe for use by multiple threads")
  public static class AMatcher {
    final java.util.regex.Matcher m = java.util.regex.Pattern.compile("a").matcher("a");

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = m.find();
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = m.find();
    }
  }

  @State
  @Expect(
      value = {"1970, 1971"},
      torn = {"1*", "2*", "0*", "FAILED*"},
      races = Expect.Races.SOME,
      because = "SimpleDateFormat is not synchronized")
  public static class ADateFormat {
    final java.text.SimpleDateFormat f = new java.text.SimpleDateFormat("yyyy", Locale.ROOT);

    public ADateFormat() {
      f.setTimeZone(TimeZone.getTimeZone("UTC"));
    }

    @Actor
    public void one(LL_Result r) {
      r.r1 = f.format(new Date(0));
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = f.format(new Date(400L * 86_400_000));
    }
  }

  @State
  @Expect(
      value = {"1970", "1971"},
      torn = {"1*", "2*"},
      races = Expect.Races.SOME,
      because = "Calendar is mutable and not synchronized")
  public static class ACalendar {
    final Calendar c = new GregorianCalendar(1970, Calendar.MARCH, 1);

    @Actor
    public void one() {
      c.set(Calendar.YEAR, 1971);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = c.get(Calendar.YEAR);
    }
  }

  @State
  @Expect(
      value = {"12", "21"},
      torn = "other",
      races = Expect.Races.SOME,
      because = "Checksum: Adler32 is not synchronized")
  public static class AChecksum {
    final java.util.zip.Adler32 d = new java.util.zip.Adler32();

    static long of(int... bytes) {
      java.util.zip.Adler32 d = new java.util.zip.Adler32();
      for (int b : bytes) {
        d.update(b);
      }
      return d.getValue();
    }

    @Actor
    public void one() {
      d.update(1);
    }

    @Actor
    public void two() {
      d.update(2);
    }

    @Arbiter
    public void end(L_Result r) {
      long v = d.getValue();
      r.r1 = v == of(1, 2) ? "12" : v == of(2, 1) ? "21" : "other";
    }
  }

  @State
  @Expect(
      value = {"12", "21"},
      torn = "other",
      races = Expect.Races.SOME,
      because = "MessageDigest is not synchronized")
  public static class AMessageDigest {
    final java.security.MessageDigest d = fresh();

    static java.security.MessageDigest fresh() {
      try {
        return java.security.MessageDigest.getInstance("SHA-256");
      } catch (java.security.GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }

    static byte[] of(int first, int second) {
      java.security.MessageDigest m = fresh();
      m.update((byte) first);
      m.update((byte) second);
      return m.digest();
    }

    @Actor
    public void one() {
      d.update((byte) 1);
    }

    @Actor
    public void two() {
      d.update((byte) 2);
    }

    @Arbiter
    public void end(L_Result r) {
      byte[] v = d.digest();
      r.r1 = Arrays.equals(v, of(1, 2)) ? "12" : Arrays.equals(v, of(2, 1)) ? "21" : "other";
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "SimpleTimeZone is mutable and not synchronized")
  public static class ATimeZone {
    final SimpleTimeZone z = new SimpleTimeZone(0, "X");

    @Actor
    public void one() {
      z.setRawOffset(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = z.getRawOffset();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Throwable.addSuppressed is thread-safe")
  public static class Suppressed {
    final Exception e = new Exception("as the program wants");

    @Actor
    public void one() {
      e.addSuppressed(new Exception("more"));
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = e.getSuppressed().length;
    }
  }

  @State
  @Expect(
      value = {"null", "more"},
      races = Expect.Races.EITHER,
      because = "Throwable.initCause, getCause")
  public static class Cause {
    final Exception e = new Exception("as the program wants");

    @Actor
    public void one() {
      e.initCause(new Exception("more"));
    }

    @Actor
    public void two(L_Result r) {
      Throwable c = e.getCause();
      r.r1 = c == null ? "null" : c.getMessage();
    }
  }

  @State
  @Expect(
      value = {"ab", "ba"},
      races = Expect.Races.EITHER,
      torn = {"a*", "b*"},
      because = "StringWriter: of its safety nothing is said; on a StringBuffer in OpenJDK")
  public static class AStringWriter {
    final java.io.StringWriter w = new java.io.StringWriter();

    @Actor
    public void one() {
      w.write("a");
    }

    @Actor
    public void two() {
      w.write("b");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = w.toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.EITHER,
      because =
          "ByteArrayOutputStream: synchronized in OpenJDK, which the Javadoc does not promise")
  public static class AByteStream {
    final java.io.ByteArrayOutputStream o = new java.io.ByteArrayOutputStream();

    @Actor
    public void one() {
      o.write(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = o.size();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      torn = {"1, 1", "2, 2"},
      races = Expect.Races.EITHER,
      because = "ByteArrayInputStream: synchronized in OpenJDK, which the Javadoc does not promise")
  public static class AnInputStream {
    final java.io.InputStream i = new java.io.ByteArrayInputStream(new byte[] {1, 2});

    @Actor
    public void one(II_Result r) throws java.io.IOException {
      r.r1 = i.read();
    }

    @Actor
    public void two(II_Result r) throws java.io.IOException {
      r.r2 = i.read();
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 0", "1, 1"},
      torn = {"0, 1", "FAILED*"},
      races = Expect.Races.SOME,
      because = "ObjectOutputStream reads the fields of what it writes")
  public static class Serialized {
    static class Point implements java.io.Serializable {
      int a;
      int b;
    }

    final Point p = new Point();

    @Actor
    public void one() {
      p.a = 1;
      p.b = 1;
    }

    @Actor
    public void two(II_Result r) throws java.io.IOException {
      java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
      try (java.io.ObjectOutputStream out = new java.io.ObjectOutputStream(bytes)) {
        out.writeObject(p);
      }
      byte[] written = bytes.toByteArray();
      r.r1 = written[written.length - 5];
      r.r2 = written[written.length - 1];
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "BigInteger is immutable")
  public static class Immutable {
    volatile java.math.BigInteger n = java.math.BigInteger.ONE;

    @Actor
    public void one() {
      n = n.add(java.math.BigInteger.ONE);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n.intValue();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "java.time is immutable")
  public static class ImmutableTime {
    volatile java.time.LocalDate d = java.time.LocalDate.of(2020, 1, 1);

    @Actor
    public void one() {
      d = d.plusDays(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = d.getDayOfMonth();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "String, Integer, Math: immutable, and without state")
  public static class ImmutableText {
    volatile String s = "1";

    @Actor
    public void one() {
      s = String.valueOf(Math.max(Integer.parseInt(s) + 1, 2)).trim().toUpperCase(Locale.ROOT);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = s;
    }
  }
}
