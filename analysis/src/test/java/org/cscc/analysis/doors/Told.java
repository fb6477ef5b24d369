package org.cscc.analysis.doors;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.Provenance;
import org.jspecify.annotations.Nullable;

/** What came of a call, in words short enough for a table. */
final class Told {
  private static final int LONGEST = 110;

  private Told() {}

  /** The reason of a refusal, or the result; any other failure says so with two marks. */
  static String by(Call call) {
    try {
      Object result = call.made();
      String text = result == null ? "nothing" : text(result);
      return "= " + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
    } catch (InvalidInput refused) {
      return refused.reason().name();
    } catch (Throwable other) {
      return "!! " + other;
    }
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Double d -> number(d);
      case Optional<?> maybe -> maybe.map(Told::text).orElse("none");
      case List<?> list -> list.stream().map(Told::text).toList().toString();
      case Map<?, ?> map -> map.toString();
      case Record parts -> record(parts);
      case Number n -> n.toString();
      case Boolean b -> b.toString();
      case Enum<?> e -> e.name();
      case String s -> s;
      case Object array when array.getClass().isArray() -> array(array);
      case Object other -> "a " + other.getClass().getSimpleName();
    };
  }

  private static String number(double d) {
    return d == Math.rint(d) && Math.abs(d) < 1e9
        ? Long.toString((long) d)
        : Double.isFinite(d) ? String.format(java.util.Locale.ROOT, "%.4g", d) : Double.toString(d);
  }

  private static String array(Object array) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      parts.add(text(Array.get(array, i)));
    }
    return parts.toString();
  }

  private static String record(Record parts) {
    List<String> said = new ArrayList<>();
    for (RecordComponent part : parts.getClass().getRecordComponents()) {
      if (part.getType() != Provenance.class) {
        try {
          said.add(part.getName() + " " + text(part.getAccessor().invoke(parts)));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return String.join(", ", said);
  }
}
