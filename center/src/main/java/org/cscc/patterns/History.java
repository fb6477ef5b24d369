package org.cscc.patterns;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The recorded harm of the city in memory, read once and asked many times. Immutable: a new import
 * makes a new one.
 */
final class History {
  private final List<Person> people;
  private final List<Happening> happenings;
  private final List<Happening> shots;
  private final Map<String, Integer> areaOfBlock;
  private final Map<String, String> blockOfSlug = new HashMap<>();

  private History(List<Person> people, List<Happening> happenings, List<Happening> shots) {
    this.people = people;
    this.happenings = happenings;
    this.shots = shots;
    this.areaOfBlock = Blocks.areas(Stream.concat(happenings.stream(), shots.stream()).toList());
    areaOfBlock.keySet().forEach(block -> blockOfSlug.putIfAbsent(BlockSlug.of(block), block));
  }

  /**
   * The people harmed, the incidents they were harmed in, and the incidents in which shots were
   * fired and nobody is known to be hit; each in any order.
   */
  static History of(
      Collection<Person> people, Collection<Happening> happenings, Collection<Happening> shots) {
    return new History(
        people.stream().sorted(Comparator.comparingInt(Person::day)).toList(),
        byDay(happenings),
        byDay(shots));
  }

  private static List<Happening> byDay(Collection<Happening> happenings) {
    return happenings.stream()
        .sorted(Comparator.comparingInt(Happening::day).thenComparing(Happening::id))
        .toList();
  }

  /** What happened on a ground. */
  Part on(Extent extent) {
    return switch (extent.kind()) {
      case CITY -> new Part(people, happenings);
      case TEAM, AREA -> new Part(within(people, extent), within(happenings, extent));
      case BLOCK -> new Part(only(people, extent), only(happenings, extent));
    };
  }

  private static <T extends Located> List<T> within(List<T> all, Extent extent) {
    boolean[] inside = new boolean[1 + highest(extent)];
    extent.areas().forEach(area -> inside[area] = true);
    List<T> found = new ArrayList<>();
    for (T one : all) {
      int area = one.area();
      if (area >= 0 && area < inside.length && inside[area]) {
        found.add(one);
      }
    }
    return found;
  }

  private static int highest(Extent extent) {
    return extent.areas().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static <T extends Located> List<T> only(List<T> all, Extent block) {
    return all.stream().filter(one -> one.block().equals(block.key())).toList();
  }

  /** The block with the slug, if the records name it; see {@link BlockSlug}. */
  Optional<String> block(String slug) {
    return Optional.ofNullable(blockOfSlug.get(slug));
  }

  /** The area of each block that the records name; see {@link Blocks#areas}. */
  Map<String, Integer> areaOfBlock() {
    return areaOfBlock;
  }

  /** Incidents with people harmed between two epoch days, both included, in order of days. */
  List<Happening> between(int from, int to) {
    return between(happenings, from, to);
  }

  /**
   * What the score of blocks reads between two epoch days, both included: the incidents with people
   * harmed and, if the rule counts them, shots that hit nobody known.
   */
  List<Happening> scored(int from, int to, BlockScoreRule rule) {
    List<Happening> harmful = between(from, to);
    return rule.countsShots()
        ? Stream.concat(harmful.stream(), between(shots, from, to).stream()).toList()
        : harmful;
  }

  /** The part of a list in order of days that lies between two epoch days, both included. */
  static List<Happening> between(List<Happening> sorted, int from, int to) {
    return sorted.subList(firstOnOrAfter(sorted, from), firstOnOrAfter(sorted, to + 1));
  }

  /**
   * First day on which such harm is recorded in the whole city: before it, a zero means nothing.
   * For everybody it is the later of the two kinds, because the two feeds may begin in different
   * years.
   */
  Optional<LocalDate> recordsFrom(Harm harm) {
    return switch (harm) {
      case KILLED -> first(true);
      case INJURED -> first(false);
      case ALL ->
          Stream.of(first(true), first(false)).flatMap(Optional::stream).max(naturalOrder());
    };
  }

  private Optional<LocalDate> first(boolean fatal) {
    return people.stream()
        .filter(person -> person.fatal() == fatal)
        .findFirst()
        .map(person -> LocalDate.ofEpochDay(person.day()));
  }

  /** People harmed in all. */
  int people() {
    return people.size();
  }

  private static int firstOnOrAfter(List<Happening> happenings, int day) {
    int low = 0;
    int high = happenings.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (happenings.get(middle).day() < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
