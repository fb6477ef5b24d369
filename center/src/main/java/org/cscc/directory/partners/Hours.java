package org.cscc.directory.partners;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Opening hours as people type them: {@code MO-FR 09:00-17:00; SA 10:00-14:00}. Days are the two
 * letters of calendars (RFC 5545); closing at midnight is written 23:59.
 */
final class Hours {
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Pattern LINE =
      Pattern.compile(
          "((?:MO|TU|WE|TH|FR|SA|SU)(?:[-,](?:MO|TU|WE|TH|FR|SA|SU))*)"
              + "\\s+(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private Hours() {}

  static String letters(DayOfWeek day) {
    return DAYS.get(day.getValue() - 1);
  }

  static Optional<DayOfWeek> day(String letters) {
    int index = DAYS.indexOf(letters.strip().toUpperCase(Locale.ROOT));
    return index < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(index + 1));
  }

  /** The hours that the text says, in order; empty where a part of it can not be read. */
  static Optional<List<Opening>> read(String text) {
    TreeSet<Opening> openings = new TreeSet<>();
    for (String line : text.toUpperCase(Locale.ROOT).split("[;\\n]", -1)) {
      if (line.isBlank()) {
        continue;
      }
      Matcher matcher = LINE.matcher(line.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      try {
        LocalTime opens = LocalTime.parse(matcher.group(2), CLOCK);
        LocalTime closes = LocalTime.parse(matcher.group(3), CLOCK);
        if (!opens.isBefore(closes)) {
          return Optional.empty();
        }
        days(matcher.group(1)).forEach(day -> openings.add(new Opening(day, opens, closes)));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(openings));
  }

  private static List<DayOfWeek> days(String text) {
    List<DayOfWeek> days = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      int first = DAYS.indexOf(part.substring(0, 2));
      int last = DAYS.indexOf(part.substring(part.length() - 2));
      for (int i = first; i != last; i = (i + 1) % 7) {
        days.add(DayOfWeek.of(i + 1));
      }
      days.add(DayOfWeek.of(last + 1));
    }
    return days;
  }

  /**
   * Days in a row with the same hours.
   *
   * @param last the same as {@code first} for one day
   */
  record Span(DayOfWeek first, DayOfWeek last, LocalTime opens, LocalTime closes) {
    /** Whether it is one day. */
    public boolean oneDay() {
      return first == last;
    }

    private boolean goesOn(Opening next) {
      return last != DayOfWeek.SUNDAY
          && last.plus(1) == next.day()
          && opens.equals(next.opens())
          && closes.equals(next.closes());
    }
  }

  /** The hours with days in a row put together, in the order of the week. */
  static List<Span> spans(List<Opening> openings) {
    List<Span> spans = new ArrayList<>();
    for (Opening next : openings.stream().sorted().toList()) {
      int goingOn = -1;
      for (int i = 0; i < spans.size(); i++) {
        goingOn = spans.get(i).goesOn(next) ? i : goingOn;
      }
      if (goingOn < 0) {
        spans.add(new Span(next.day(), next.day(), next.opens(), next.closes()));
      } else {
        Span longer = spans.get(goingOn);
        spans.set(goingOn, new Span(longer.first, next.day(), longer.opens, longer.closes));
      }
    }
    return List.copyOf(spans);
  }

  /** The text that {@link #read} understands. */
  static String write(List<Opening> openings) {
    return spans(openings).stream()
        .map(
            span ->
                letters(span.first())
                    + (span.oneDay() ? "" : "-" + letters(span.last()))
                    + " "
                    + SHOWN.format(span.opens())
                    + "-"
                    + SHOWN.format(span.closes()))
        .collect(Collectors.joining("; "));
  }
}
