package org.cscc.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A request as the newest file tells it, with how it is followed.
 *
 * @param slug names it in addresses
 * @param typeWritten as the City writes it
 * @param type code of the service that it is with us
 * @param listed whether its block was on the list of the day it was closed, or is on today's
 * @param state how it is followed; null when it is not
 */
record Request(
    UUID id,
    String slug,
    String number,
    boolean legacy,
    @Nullable String typeWritten,
    @Nullable String type,
    @Nullable String department,
    RequestStatus status,
    boolean duplicate,
    @Nullable String parent,
    OffsetDateTime openedAt,
    boolean openedTimed,
    @Nullable OffsetDateTime closedAt,
    boolean closedTimed,
    @Nullable Integer days,
    @Nullable String block,
    @Nullable Integer area,
    boolean listed,
    int version,
    @Nullable FollowState state,
    @Nullable LocalDate lookOn) {
  /** Columns and tables; what is read carries a condition behind it. */
  static final String SELECT =
      """
      select r.*, f.state, f.look_on from requests.request r
      left join requests.follow f on f.request = r.id\s""";

  static Request of(ResultSet row, int number) throws SQLException {
    String state = row.getString("state");
    return new Request(
        row.getObject("id", UUID.class),
        row.getString("slug"),
        row.getString("number"),
        row.getBoolean("legacy"),
        row.getString("type_written"),
        row.getString("type"),
        row.getString("department"),
        RequestStatus.valueOf(row.getString("status")),
        row.getBoolean("duplicate"),
        row.getString("parent"),
        row.getObject("opened_at", OffsetDateTime.class),
        row.getBoolean("opened_timed"),
        row.getObject("closed_at", OffsetDateTime.class),
        row.getBoolean("closed_timed"),
        row.getObject("days", Integer.class),
        row.getString("block"),
        row.getObject("area", Integer.class),
        row.getBoolean("listed"),
        row.getInt("version"),
        state == null ? null : FollowState.valueOf(state),
        row.getObject("look_on", LocalDate.class));
  }

  /** Where a list goes on behind it. */
  public String cursor() {
    return (listed ? "1" : "0") + "_" + openedAt.toInstant() + "_" + slug;
  }

  /** Key of its service's name; null when it is none of ours. */
  public @Nullable String typeKey() {
    return type == null ? null : "services.type." + type;
  }

  /** When it was asked for, on Chicago's wall clock. */
  public ZonedDateTime opened() {
    return openedAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** When the City closed it, on Chicago's wall clock; null while it has no such day. */
  public @Nullable ZonedDateTime closed() {
    return closedAt == null ? null : closedAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
