package org.cscc.notices;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.When;

/** How the words of a notice go into its sentence. */
final class Sentence {
  private static final String NUMBER = "\\d{1,9}";
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private static final String HOUR = DAY + " \\d{2}:\\d{2}";

  private Sentence() {}

  /**
   * Whole numbers as numbers, so that a sentence can say "1 item" and "2 items"; days and hours of
   * Chicago's wall clock, which are kept as {@code 2026-11-27} and {@code 2026-11-27 10:00}, in the
   * form of the reader's language.
   */
  static Object[] arguments(List<String> words, When when) {
    return words.stream().map(word -> argument(word, when)).toArray();
  }

  private static Object argument(String word, When when) {
    if (word.matches(NUMBER)) {
      return Integer.valueOf(word);
    }
    try {
      if (word.matches(DAY)) {
        return when.date(LocalDate.parse(word));
      }
      if (word.matches(HOUR)) {
        return when.moment(LocalDateTime.parse(word.replace(' ', 'T')).atZone(ReviewWeek.CHICAGO));
      }
    } catch (DateTimeException e) {
      return word; // it only looks like a day
    }
    return word;
  }
}
