package org.cscc.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * One step of a packet from state to state.
 *
 * @param revision of which revision
 * @param from null for the first
 * @param by account, or {@code system}
 * @param role role of the account, or {@code SYSTEM}
 */
record PacketStep(
    int revision,
    @Nullable PacketState from,
    PacketState to,
    String by,
    String role,
    Instant at,
    Reason reason) {

  /** Why a step was taken. */
  enum Reason {
    /** The week's cut passed. */
    CUT,
    /** Somebody asked for it. */
    ASKED,
    /** The records changed since. */
    RECORDS_CHANGED,
    /** The team meets over it. */
    FOR_THE_MEETING;

    /** Key of the words. */
    public String key() {
      return "reviews.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** When it was taken, on the wall clock of the city. */
  public ZonedDateTime atInChicago() {
    return at.atZone(ReviewWeek.CHICAGO);
  }

  static PacketStep of(ResultSet row) throws SQLException {
    String from = row.getString("from_state");
    return new PacketStep(
        row.getInt("revision"),
        from == null ? null : PacketState.valueOf(from),
        PacketState.valueOf(row.getString("to_state")),
        row.getString("by_account"),
        row.getString("by_role"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Reason.valueOf(row.getString("reason")));
  }
}
