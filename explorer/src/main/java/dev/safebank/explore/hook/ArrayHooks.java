package dev.safebank.explore.hook;

/** Stands in for stores to array elements. Not meant to be called by anything else. */
public final class ArrayHooks {

  private ArrayHooks() {}

  /** {@code array[index] = value}. */
  public static void store(int[] array, int index, int value, int site) {
    FieldHooks.writeElement(array, index, site);
    array[index] = value;
  }

  /** {@code array[index] = value}. */
  public static void store(long[] array, int index, long value, int site) {
    FieldHooks.writeElement(array, index, site);
    array[index] = value;
  }

  /** {@code array[index] = value}. */
  public static void store(float[] array, int index, float value, int site) {
    FieldHooks.writeElement(array, index, site);
    array[index] = value;
  }

  /** {@code array[index] = value}. */
  public static void store(double[] array, int index, double value, int site) {
    FieldHooks.writeElement(array, index, site);
    array[index] = value;
  }

  /** {@code array[index] = value}. */
  public static void store(char[] array, int index, int value, int site) {
    FieldHooks.writeElement(array, index, site);
    array[index] = (char) value;
  }

  /** {@code array[index] = value}. */
  public static void store(short[] array, int index, int value, int site) {
    FieldHooks.writeElement(array, index, site);
    array[index] = (short) value;
  }

  /** {@code array[index] = value}. */
  public static void store(Object[] array, int index, Object value, int site) {
    FieldHooks.writeElement(array, index, site);
    array[index] = value;
  }

  /** {@code array[index] = value}, for an array of bytes or booleans: the JVM has one store. */
  public static void storeByte(Object array, int index, int value, int site) {
    FieldHooks.writeElement(array, index, site);
    if (array instanceof boolean[] booleans) {
      booleans[index] = (value & 1) != 0;
    } else {
      ((byte[]) array)[index] = (byte) value;
    }
  }
}
