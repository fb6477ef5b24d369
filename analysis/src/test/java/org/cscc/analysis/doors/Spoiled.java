package org.cscc.analysis.doors;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.jspecify.annotations.Nullable;

/** Every way in which the arguments of a call can be illegal or leave nothing to compute. */
final class Spoiled {
  private static final int FAR_OFF = 1_000_000;

  private Spoiled() {}

  /** What is wrong, and the call with it. */
  static Map<String, Call> of(Call legal) {
    Map<String, Call> all = new LinkedHashMap<>();
    for (int i = 0; i < legal.arguments().size(); i++) {
      one(all, legal, i);
    }
    whole(all, "everything empty", legal, v -> cut(v, 0));
    whole(all, "n = 1", legal, v -> cut(v, 1));
    whole(all, "all values equal", legal, v -> repeated(v, false));
    whole(all, "all values zero", legal, v -> repeated(v, true));
    if (needsNeighbours(legal)) {
      all.put("one island", neighbours(legal, Spoiled::withoutFirst));
      all.put(
          "islands only", neighbours(legal, call -> call.with(1, new int[0]).with(2, new int[0])));
    }
    return all;
  }

  private static void one(Map<String, Call> all, Call legal, int index) {
    Object value = legal.arguments().get(index);
    String name = legal.door().getParameters()[index].getName();
    put(all, name + " NaN", legal, index, set(value, Double.NaN));
    put(all, name + " infinite", legal, index, set(value, Double.POSITIVE_INFINITY));
    put(all, name + " negative", legal, index, set(value, -1));
    if (value.getClass().isArray() || value instanceof List<?> || value instanceof Map<?, ?>) {
      put(all, name + " empty", legal, index, cut(value, 0));
    }
    if (value instanceof double[] || value instanceof int[] || value instanceof long[]) {
      put(all, name + " all equal", legal, index, repeated(value, false));
    }
    if (legal.ids().contains(index)) {
      put(all, name + " unknown", legal, index, set(value, FAR_OFF));
      if (value.getClass().isArray()) {
        Object twice = copy(value);
        Array.set(twice, 1, Array.get(twice, 0));
        put(all, name + " twice", legal, index, twice);
      }
    }
  }

  private static void put(
      Map<String, Call> all, String what, Call legal, int index, @Nullable Object value) {
    if (value != null) {
      all.put(what, legal.with(index, value));
    }
  }

  private static void whole(
      Map<String, Call> all, String what, Call legal, UnaryOperator<Object> spoil) {
    Call spoiled = everywhere(legal, spoil);
    if (!spoiled.equals(legal)) {
      all.put(what, spoiled);
    }
  }

  private static Call everywhere(Call call, UnaryOperator<Object> spoil) {
    boolean places = call.given() == Neighbours.class && call.asked() == null;
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Object value = call.arguments().get(i);
      if (places) {
        arguments.add(fewer(value, i, spoil));
      } else {
        arguments.add(value instanceof Call inner ? everywhere(inner, spoil) : spoil.apply(value));
      }
    }
    Call asked = call.asked() == null ? null : everywhere(call.asked(), spoil);
    return arguments.equals(call.arguments()) && java.util.Objects.equals(asked, call.asked())
        ? call
        : call.with(asked, arguments);
  }

  /** Who neighbours whom changes with the number of places only. */
  private static Object fewer(Object value, int index, UnaryOperator<Object> spoil) {
    int left = Array.getLength(spoil.apply(new int[9]));
    if (left == 9) {
      return value;
    }
    return index == 0 ? (Object) left : new int[0];
  }

  private static boolean needsNeighbours(Call call) {
    return call.given() == Neighbours.class
        || (call.asked() != null && needsNeighbours(call.asked()))
        || call.arguments().stream().anyMatch(a -> a instanceof Call c && needsNeighbours(c));
  }

  private static Call neighbours(Call call, UnaryOperator<Call> change) {
    if (call.given() == Neighbours.class) {
      return change.apply(call);
    }
    List<Object> arguments = new ArrayList<>();
    for (Object value : call.arguments()) {
      arguments.add(value instanceof Call inner ? neighbours(inner, change) : value);
    }
    return call.with(call.asked() == null ? null : neighbours(call.asked(), change), arguments);
  }

  private static Call withoutFirst(Call ofEdges) {
    int[] i = (int[]) ofEdges.arguments().get(1);
    int[] j = (int[]) ofEdges.arguments().get(2);
    int[] left =
        java.util.stream.IntStream.range(0, i.length).filter(e -> i[e] != 0 && j[e] != 0).toArray();
    return ofEdges
        .with(1, Arrays.stream(left).map(e -> i[e]).toArray())
        .with(2, Arrays.stream(left).map(e -> j[e]).toArray());
  }

  /** The value with a bad number in it; null where its type can not hold one. */
  private static @Nullable Object set(Object value, double bad) {
    boolean whole = bad == Math.rint(bad) && Double.isFinite(bad);
    return switch (value) {
      case Double _ -> bad;
      case Integer _ -> whole ? (Object) (int) bad : null;
      case Long _ -> whole ? (Object) (long) bad : null;
      case double[] _, double[][] _ -> within(value, bad);
      case int[] _, int[][] _ -> whole ? within(value, (int) bad) : null;
      case long[] _ -> whole ? within(value, (long) bad) : null;
      default -> null;
    };
  }

  private static Object within(Object array, Object bad) {
    Object copy = copy(array);
    if (array.getClass().getComponentType().isArray()) {
      Array.set(copy, 0, within(Array.get(copy, 0), bad));
    } else {
      Array.set(copy, Array.getLength(copy) - 1, bad);
    }
    return copy;
  }

  /** The value, or an array like it. */
  static Object copyOf(Object value) {
    return value.getClass().isArray() ? copy(value) : value;
  }

  private static Object copy(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  private static Object cut(Object value, int length) {
    if (value.getClass().isArray() && Array.getLength(value) > length) {
      Object less = Array.newInstance(value.getClass().getComponentType(), length);
      System.arraycopy(value, 0, less, 0, length);
      return less;
    }
    return switch (value) {
      case List<?> list when list.size() > length -> list.subList(0, length);
      case Map<?, ?> map when length == 0 -> Map.of();
      default -> value;
    };
  }

  private static Object repeated(Object value, boolean zero) {
    return switch (value) {
      case double[] v when v.length > 0 -> filled(v.length, zero ? 0 : v[0]);
      case int[] v when v.length > 0 -> {
        int[] same = new int[v.length];
        Arrays.fill(same, zero ? 0 : v[0]);
        yield same;
      }
      case long[] v when v.length > 0 -> {
        long[] same = new long[v.length];
        Arrays.fill(same, zero ? 0 : v[0]);
        yield same;
      }
      case double[][] v -> {
        double[][] same = new double[v.length][];
        Arrays.setAll(same, i -> filled(v[i].length, zero ? 0 : v[0][0]));
        yield same;
      }
      case int[][] v -> {
        int[][] same = new int[v.length][];
        for (int i = 0; i < v.length; i++) {
          same[i] = new int[v[i].length];
          Arrays.fill(same[i], zero ? 0 : v[0][0]);
        }
        yield same;
      }
      default -> value;
    };
  }

  private static double[] filled(int length, double value) {
    double[] same = new double[length];
    Arrays.fill(same, value);
    return same;
  }
}
