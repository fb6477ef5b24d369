package org.cscc.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A stored packet without its content.
 *
 * @param week first day of its week
 * @param revision 1 for the first that a team meets over; a correction after publishing is the next
 * @param edition how often this revision was prepared, this row included
 * @param contentHash SHA-256 of the content, what a reader has seen
 * @param factsHash SHA-256 of what it says without its as-of lines
 * @param incidents incidents of the week in it
 * @param harmed people harmed in the week
 * @param killed those of them killed
 * @param changes what differs from the revision before
 * @param stateBy account of the newest step
 * @param stateAt when that was
 * @param firstPublishedAt when this row was published; null for a draft
 */
public record PacketRow(
    UUID id,
    String team,
    LocalDate week,
    int revision,
    int edition,
    String contentHash,
    String factsHash,
    Instant dataAsOf,
    Instant preparedAt,
    int incidents,
    int harmed,
    int killed,
    int changes,
    PacketState state,
    String stateBy,
    Instant stateAt,
    @Nullable Instant firstPublishedAt) {

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  /** When it was put together, on the wall clock of the city. */
  public ZonedDateTime preparedInChicago() {
    return preparedAt.atZone(ReviewWeek.CHICAGO);
  }

  /** When this row was published; only a frozen one has it. */
  public Instant publishedAt() {
    if (firstPublishedAt == null) {
      throw new IllegalStateException("Not published: " + id);
    }
    return firstPublishedAt;
  }

  /** Whether it is frozen. */
  public boolean frozen() {
    return state == PacketState.PUBLISHED || state == PacketState.REVISED;
  }

  /** The revision of a packet's rows that is published; null for none. */
  static @Nullable Integer published(List<PacketRow> rows) {
    return rows.stream()
        .filter(row -> row.state() == PacketState.PUBLISHED)
        .map(PacketRow::revision)
        .findFirst()
        .orElse(null);
  }
}
