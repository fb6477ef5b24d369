package org.cscc.kernel;

import java.util.List;

/** Free text that may not be stored as it stands (R-HRIT-09): nothing of it was kept. */
public final class UnfitWording extends RuntimeException {
  /** The rule that refuses. */
  public static final String RULE = "R-HRIT-09";

  private final String field;
  private final transient String text;
  private final transient List<Mark> marks;

  /**
   * Words that point at a person.
   *
   * @param kind what they tell, such as {@code PHONE}; there is a sentence for each
   * @param start first character, counted in UTF-16 units of the text
   * @param end first character behind them
   */
  public record Mark(String kind, int start, int end) {}

  /** Refuses a text; the message names no word of it, because messages reach logs. */
  public UnfitWording(String field, String text, List<Mark> marks) {
    super(RULE + " in " + field + ": " + marks.size() + " marks");
    this.field = field;
    this.text = text;
    this.marks = List.copyOf(marks);
  }

  /** Name of the form field. */
  public String field() {
    return field;
  }

  /** What was written. */
  public String text() {
    return text;
  }

  /** Where the words are, in the order of the text, not overlapping. */
  public List<Mark> marks() {
    return marks;
  }
}
