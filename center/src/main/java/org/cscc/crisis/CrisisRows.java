package org.cscc.crisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads activations out of rows. */
final class CrisisRows {
  private CrisisRows() {}

  static Activation activation(ResultSet row, List<Reason> reasons, List<Party> parties)
      throws SQLException {
    return new Activation(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("incident", UUID.class),
        row.getInt("area"),
        row.getString("block"),
        instant(row, "occurred_at"),
        instant(row, "known_at"),
        instant(row, "opened_at"),
        row.getString("opened_by"),
        row.getString("why"),
        ActivationState.valueOf(row.getString("state")),
        instant(row, "notify_by"),
        at(row, "notified_at"),
        at(row, "contact_at"),
        instant(row, "plan_by"),
        at(row, "planned_at"),
        at(row, "stood_down_at"),
        at(row, "lessons_by"),
        row.getBoolean("doubted"),
        at(row, "retracted_at"),
        row.getInt("version"),
        reasons,
        parties);
  }

  static Reason reason(ResultSet row) throws SQLException {
    return new Reason(
        Reason.Kind.valueOf(row.getString("kind")),
        row.getObject("earlier", UUID.class),
        instant(row, "at"),
        at(row, "struck_at"));
  }

  static Party party(ResultSet row) throws SQLException {
    String unable = row.getString("unable_code");
    return new Party(
        row.getString("organization"),
        Party.Duty.valueOf(row.getString("duty")),
        row.getBoolean("back_up"),
        PartyState.valueOf(row.getString("state")),
        instant(row, "notified_at"),
        instant(row, "acknowledge_by"),
        at(row, "acknowledged_at"),
        at(row, "deploy_by"),
        at(row, "deployed_at"),
        at(row, "contact_by"),
        at(row, "contact_at"),
        at(row, "left_at"),
        unable == null ? null : UnableCode.valueOf(unable));
  }

  static CrisisStep step(ResultSet row) throws SQLException {
    String from = row.getString("from_state");
    return new CrisisStep(
        row.getString("move"),
        from == null ? null : ActivationState.valueOf(from),
        ActivationState.valueOf(row.getString("to_state")),
        row.getString("organization"),
        row.getString("by_account"),
        row.getString("by_organization"),
        instant(row, "at"),
        row.getString("reason"),
        row.getString("detail"));
  }

  static PlanLine planLine(ResultSet row) throws SQLException {
    return new PlanLine(
        PlanLine.Kind.valueOf(row.getString("kind")),
        row.getString("organization"),
        instant(row, "from_at"),
        instant(row, "until_at"),
        row.getString("said"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
