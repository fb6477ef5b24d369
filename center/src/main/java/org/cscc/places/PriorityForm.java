package org.cscc.places;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A new priority list as a person wrote it.
 *
 * @param areas one area a line, by number or name, the first in rank first
 * @param newest id of the newest list when the form was opened
 */
record PriorityForm(
    @Nullable String basis,
    @Nullable String basisFrom,
    @Nullable String basisTo,
    @Nullable String effectiveFrom,
    @Nullable String areas,
    int newest) {
  /** The form filled with the list in force, to be changed. */
  static PriorityForm from(Optional<PriorityList> list, Areas names) {
    return new PriorityForm(
        list.map(PriorityList::basis).orElse(""),
        list.map(found -> found.basisFrom().toString()).orElse(""),
        list.map(found -> found.basisTo().toString()).orElse(""),
        "",
        list.map(PriorityList::areas).orElse(List.of()).stream()
            .map(names::name)
            .collect(Collectors.joining("\n")),
        list.map(PriorityList::id).orElse(0));
  }

  /** Every field that can not be used, with the key of the sentence that says why. */
  Map<String, String> wrong(Areas known, Optional<PriorityList> before) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (basis == null || basis.isBlank() || basis.length() > 300) {
      wrong.put("basis", "places.priority.wrong.basis");
    }
    Optional<LocalDate> first = date(basisFrom);
    Optional<LocalDate> last = date(basisTo);
    if (first.isEmpty()) {
      wrong.put("basisFrom", "places.priority.wrong.date");
    }
    if (last.isEmpty()) {
      wrong.put("basisTo", "places.priority.wrong.date");
    } else if (first.isPresent() && last.get().isBefore(first.get())) {
      wrong.put("basisTo", "places.priority.wrong.order");
    }
    Optional<LocalDate> from = date(effectiveFrom);
    if (from.isEmpty()) {
      wrong.put("effectiveFrom", "places.priority.wrong.date");
    } else if (before.isPresent() && !from.get().isAfter(before.get().effectiveFrom())) {
      wrong.put("effectiveFrom", "places.priority.wrong.after");
    }
    if (lines().isEmpty() || !unknown(known).isEmpty()) {
      wrong.put("areas", "places.priority.wrong.areas");
    } else if (numbers(known).stream().distinct().count() != lines().size()) {
      wrong.put("areas", "places.priority.wrong.twice");
    }
    return wrong;
  }

  /** The list of a form in which nothing is wrong. */
  PriorityList list(Areas known) {
    return new PriorityList(
        0,
        basis == null ? "" : basis.strip(),
        date(basisFrom).orElseThrow(),
        date(basisTo).orElseThrow(),
        date(effectiveFrom).orElseThrow(),
        Optional.empty(),
        numbers(known));
  }

  /** Lines that name no area. */
  List<String> unknown(Areas known) {
    return lines().stream().filter(line -> known.resolve(line).isEmpty()).toList();
  }

  private List<Integer> numbers(Areas known) {
    List<Integer> numbers = new ArrayList<>();
    for (String line : lines()) {
      OptionalInt number = known.resolve(line);
      number.ifPresent(numbers::add);
    }
    return numbers;
  }

  private List<String> lines() {
    return areas == null
        ? List.of()
        : areas.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  private static Optional<LocalDate> date(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
