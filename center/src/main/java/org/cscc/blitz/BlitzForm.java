package org.cscc.blitz;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a move sent; which fields it has depends on the move. What stands once for each
 * service type is named after it, such as {@code count-POTHOLE}.
 *
 * @param key of the form; the same one again is the same move
 * @param version that the person saw: of the blitz, or of the block that is walked
 * @param block its number in the plan
 * @param finding ids of the findings that services are asked for
 */
record BlitzForm(
    @Nullable UUID key,
    @Nullable Integer version,
    @Nullable Integer block,
    @Nullable Integer walkers,
    @Nullable List<UUID> finding,
    @Nullable String department,
    @Nullable LocalDate on,
    @Nullable String order,
    @Nullable NoCode no,
    @Nullable LetOutCode out,
    @Nullable CallOffCode off) {
  /**
   * The move that the form means.
   *
   * @param all every field that was sent, by its name
   */
  BlitzMove move(BlitzMoveKind kind, Map<String, String> all) {
    int number = block == null ? 0 : block;
    return switch (kind) {
      case WALK_BLOCK -> new BlitzMove.WalkBlock(number, counted(all));
      case WALK -> new BlitzMove.Walk(walkers == null ? 0 : walkers);
      case MAKE_TASKS -> new BlitzMove.MakeTasks(finding == null ? Set.of() : Set.copyOf(finding));
      case CALL_IN -> new BlitzMove.CallIn(text(department));
      case ACCEPT -> new BlitzMove.Accept(on, text(order));
      case DECLINE -> new BlitzMove.Decline(chosen(no));
      case LET_OUT -> new BlitzMove.LetOut(text(department), chosen(out));
      case DO -> new BlitzMove.Do(number, numbers(all, "done-"));
      case LOOK -> new BlitzMove.Look(number, seen(all));
      case CALL_OFF -> new BlitzMove.CallOff(chosen(off));
      case SCHEDULE, EXECUTE, REWALK, REPORT -> new BlitzMove.Plain(kind);
    };
  }

  int seen() {
    return version == null ? 0 : version;
  }

  private static Map<String, BlitzMove.Counted> counted(Map<String, String> all) {
    Map<String, BlitzMove.Counted> counted = new HashMap<>();
    numbers(all, "count-")
        .forEach(
            (type, number) ->
                counted.put(
                    type, new BlitzMove.Counted(number, all.getOrDefault("note-" + type, ""))));
    return counted;
  }

  private static Map<String, BlitzMove.Seen> seen(Map<String, String> all) {
    Map<String, BlitzMove.Seen> seen = new HashMap<>();
    Map<String, Integer> left = numbers(all, "left-");
    all.forEach(
        (name, value) -> {
          if (name.startsWith("verdict-")) {
            String type = name.substring("verdict-".length());
            Verdict verdict = verdict(value);
            seen.put(
                type,
                new BlitzMove.Seen(
                    verdict, verdict == Verdict.FIXED ? 0 : left.getOrDefault(type, 0)));
          }
        });
    return seen;
  }

  /** An empty field is a zero: on a phone nobody types zeros. */
  private static Map<String, Integer> numbers(Map<String, String> all, String prefix) {
    Map<String, Integer> numbers = new HashMap<>();
    all.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            numbers.put(name.substring(prefix.length()), number(value.strip()));
          }
        });
    return numbers;
  }

  private static int number(String written) {
    if (written.isEmpty()) {
      return 0;
    }
    if (!written.matches("\\d{1,4}")) {
      throw BlitzRules.unfit("blitz.refused.number", 999);
    }
    return Integer.parseInt(written);
  }

  private static Verdict verdict(String written) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equals(written)) {
        return verdict;
      }
    }
    throw BlitzRules.unfit("blitz.refused.look");
  }

  private static <T> T chosen(@Nullable T code) {
    if (code == null) {
      throw BlitzRules.unfit("blitz.refused.code");
    }
    return code;
  }

  private static String text(@Nullable String written) {
    return written == null ? "" : written.strip();
  }
}
