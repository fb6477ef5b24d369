package org.cscc.incidents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What moved in an incident since an instant.
 *
 * @param at when the present version began
 * @param before what was known at the instant asked about; null when nothing was
 * @param after what is known now
 */
public record Change(
    UUID incident, LocalDate occurredOn, Instant at, @Nullable Known before, Known after) {
  /**
   * What was known.
   *
   * @param killed people who died
   * @param wounded people who were shot and lived
   */
  public record Known(
      IncidentType type,
      IncidentState state,
      @Nullable Integer area,
      @Nullable String block,
      Instant occurredAt,
      int killed,
      int wounded) {}

  /** In which way an incident moved. */
  public enum Kind {
    /** It came in after the instant. */
    NEW,
    /** The feed calls it something else now. */
    RETYPED,
    /** It counts in another area now. */
    MOVED,
    /** A person who had been hurt has died. */
    DIED,
    /** It counts no more. */
    WITHDRAWN,
    /** It counts again. */
    RESTORED,
    /** More or fewer people are known to be harmed. */
    PEOPLE,
    /** Time or block were corrected. */
    CORRECTED
  }

  /** All ways in which it moved. */
  public Set<Kind> kinds() {
    if (before == null) {
      return EnumSet.of(Kind.NEW);
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    add(kinds, Kind.RETYPED, before.type() != after.type());
    add(kinds, Kind.MOVED, !Objects.equals(before.area(), after.area()));
    add(kinds, Kind.DIED, after.killed() > before.killed());
    add(kinds, Kind.WITHDRAWN, before.state().counted() && !after.state().counted());
    add(kinds, Kind.RESTORED, !before.state().counted() && after.state().counted());
    add(kinds, Kind.PEOPLE, before.killed() + before.wounded() != after.killed() + after.wounded());
    add(
        kinds,
        Kind.CORRECTED,
        !before.occurredAt().equals(after.occurredAt())
            || !Objects.equals(before.block(), after.block()));
    return kinds;
  }

  private static void add(Set<Kind> kinds, Kind kind, boolean holds) {
    if (holds) {
      kinds.add(kind);
    }
  }
}
