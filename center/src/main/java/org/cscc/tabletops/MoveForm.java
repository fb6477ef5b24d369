package org.cscc.tabletops;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.cscc.actions.Priority;
import org.cscc.actions.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a move sent; which fields it has depends on the move. Days are read here, so
 * that a form with an unreadable one comes back with everything else.
 *
 * @param key of the form; the same one again is the same move
 * @param version of the exercise that the person saw
 * @param owner organization and account with a slash between
 * @param back the part on whose page the form stood; null for the page of the exercise
 */
record MoveForm(
    @Nullable UUID key,
    @Nullable Integer version,
    @Nullable UUID finding,
    @Nullable Part scene,
    @Nullable FindingKind what,
    @Nullable String said,
    @Nullable String organization,
    @Nullable String none,
    @Nullable String title,
    @Nullable String owner,
    @Nullable Verb verb,
    @Nullable Priority priority,
    @Nullable String due,
    @Nullable NoCode why,
    @Nullable String because,
    @Nullable String reason,
    @Nullable String instead,
    @Nullable Part back) {
  private static final String HEADS = "heads-";

  /**
   * The move that the form means.
   *
   * @param all what was sent, for the heads of each organization
   */
  ExerciseMove move(ExerciseMoveKind kind, Map<String, String> all) {
    return switch (kind) {
      case HOLD -> new ExerciseMove.Hold(heads(all), text(instead));
      case FIND -> new ExerciseMove.Find(scene, what, text(said), text(organization));
      case TAKE_BACK -> new ExerciseMove.TakeBack(finding);
      case DEBRIEF -> new ExerciseMove.Debrief(text(none));
      case OWE ->
          new ExerciseMove.Owe(
              finding, text(title), owing(true), owing(false), verb, priority, day(due));
      case ANSWER_NO -> new ExerciseMove.AnswerNo(finding, why, text(because));
      case CLOSE -> new ExerciseMove.Close();
      case CANCEL -> new ExerciseMove.Cancel(text(reason));
      case EDIT -> throw ExerciseRules.unknown(); // a form of its own
    };
  }

  int seen() {
    return version == null ? 0 : version;
  }

  /** What was typed into a field; for a form that comes back. */
  public String typed(String field) {
    return switch (field) {
      case "said" -> text(said);
      case "none" -> text(none);
      case "title" -> text(title);
      case "due" -> text(due);
      case "because" -> text(because);
      case "instead" -> text(instead);
      default -> text(reason);
    };
  }

  /** Everything that was typed, so that none of it is lost when the form is not there any more. */
  public List<String> words() {
    return Stream.of(said, none, title, because, reason, instead)
        .map(MoveForm::text)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Organization or account of who shall owe it. */
  private String owing(boolean organization) {
    String named = text(owner);
    int slash = named.indexOf('/');
    if (slash < 0) {
      return organization ? named : "";
    }
    return organization ? named.substring(0, slash) : named.substring(slash + 1);
  }

  private static Map<String, Integer> heads(Map<String, String> all) {
    Map<String, Integer> heads = new TreeMap<>();
    all.forEach(
        (name, value) -> {
          String typed = value.strip();
          if (name.startsWith(HEADS) && !typed.isEmpty() && !typed.equals("0")) {
            heads.put(
                name.substring(HEADS.length()),
                typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : -1);
          }
        });
    return heads;
  }

  /** A day of a form, empty for none. */
  static @Nullable LocalDate day(@Nullable String typed) {
    if (text(typed).isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text(typed));
    } catch (DateTimeParseException e) {
      throw ExerciseRules.unfit("tabletops.refused.day");
    }
  }

  static String text(@Nullable String written) {
    return written == null ? "" : written.strip().replace("\r\n", "\n");
  }
}
