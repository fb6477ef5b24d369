package org.cscc.recommendations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a form about a recommendation sent; which fields it has depends on the move.
 *
 * @param key of the form; the same one again is the same move
 * @param version of the recommendation that the person saw
 * @param to code of the addressee
 */
record RecommendationForm(
    @Nullable UUID key,
    @Nullable Integer version,
    @Nullable String title,
    @Nullable String said,
    @Nullable Level level,
    @Nullable String to,
    @Nullable String reason,
    @Nullable String none,
    @Nullable String what,
    @Nullable LocalDate by,
    @Nullable String evidence,
    @Nullable Statement statement,
    @Nullable Integer n,
    @Nullable String seen) {
  /** The move that the form means. */
  RecommendationMove move(RecommendationMoveKind kind) {
    return switch (kind) {
      case REVISE -> new RecommendationMove.Revise(draft());
      case PROPOSE, ISSUE -> new RecommendationMove.Plain(kind);
      case DROP -> new RecommendationMove.Drop(text(reason), text(none));
      case RETURN, REJECT -> new RecommendationMove.Because(kind, text(reason));
      case ACCEPT -> new RecommendationMove.Accept(text(what), by);
      case IMPLEMENT -> new RecommendationMove.Implement(text(evidence));
      case EVALUATE -> new RecommendationMove.Evaluate(statement, n, text(seen));
    };
  }

  public Draft draft() {
    return new Draft(text(title), text(said), level == null ? Level.PLACE : level, text(to));
  }

  int versionSeen() {
    return version == null ? 0 : version;
  }

  /** What was typed, in its field's name; for a form that comes back. */
  public String typed(String field) {
    return switch (field) {
      case "title" -> text(title);
      case "said" -> text(said);
      case "reason" -> text(reason);
      case "none" -> text(none);
      case "what" -> text(what);
      case "by" -> by == null ? "" : by.toString();
      case "evidence" -> text(evidence);
      case "n" -> n == null ? "" : n.toString();
      default -> text(seen);
    };
  }

  /** Everything that was typed, so that none of it is lost when the form is not there any more. */
  public List<String> words() {
    return Stream.of(title, said, reason, none, what, evidence, seen)
        .map(RecommendationForm::text)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String text(@Nullable String written) {
    return written == null ? "" : written.strip().replace("\r\n", "\n");
  }
}
