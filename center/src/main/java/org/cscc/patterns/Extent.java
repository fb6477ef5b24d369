package org.cscc.patterns;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The ground that numbers are about.
 *
 * @param kind what it is
 * @param key team code, area number, block, or {@code city}
 * @param name what people call it; empty for the city
 * @param areas numbers of its areas; empty for the city, which is everything, unmapped included
 */
public record Extent(Kind kind, String key, String name, List<Integer> areas) {
  /** Kinds of ground. */
  public enum Kind {
    CITY,
    TEAM,
    AREA,
    BLOCK
  }

  /** The whole city. */
  static final Extent CITY = new Extent(Kind.CITY, "city", "", List.of());

  /** Whether an incident, or where a person was harmed, lies on it. */
  Predicate<Located> holds() {
    Set<Integer> inside = Set.copyOf(areas);
    return switch (kind) {
      case CITY -> located -> true;
      case TEAM, AREA -> located -> inside.contains(located.area());
      case BLOCK -> located -> located.block().equals(key);
    };
  }
}
