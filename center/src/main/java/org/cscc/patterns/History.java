package org.cscc.patterns;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The recorded harm of the city in memory, read once and asked many times. Immutable: a new import
 * makes a new one.
 */
final class History {
  private final List<Person> people;
  private final List<Happening> happenings;
  private final Map<String, Integer> areaOfBlock;
  private final Map<String, String> blockOfSlug = new HashMap<>();

  private History(List<Person> people, List<Happening> happenings) {
    this.people = people;
    this.happenings = happenings;
    this.areaOfBlock = Blocks.areas(happenings);
    areaOfBlock.keySet().forEach(block -> blockOfSlug.putIfAbsent(BlockSlug.of(block), block));
  }

  /** The people harmed and the incidents they were harmed in, in any order. */
  static History of(Collection<Person> people, Collection<Happening> happenings) {
    return new History(
        people.stream().sorted(Comparator.comparingInt(Person::day)).toList(),
        happenings.stream()
            .sorted(Comparator.comparingInt(Happening::day).thenComparing(Happening::id))
            .toList());
  }

  /** What happened on a ground. */
  Part on(Extent extent) {
    Predicate<Located> holds = extent.holds();
    return new Part(
        people.stream().filter(holds).toList(), happenings.stream().filter(holds).toList());
  }

  /** The block with the slug, if the records name it; see {@link BlockSlug}. */
  Optional<String> block(String slug) {
    return Optional.ofNullable(blockOfSlug.get(slug));
  }

  /** The area of each block that the records name; see {@link Blocks#areas}. */
  Map<String, Integer> areaOfBlock() {
    return areaOfBlock;
  }

  /** Incidents between two epoch days, both included, in order of days. */
  List<Happening> between(int from, int to) {
    return happenings.subList(firstOnOrAfter(from), firstOnOrAfter(to + 1));
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

  private int firstOnOrAfter(int day) {
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
