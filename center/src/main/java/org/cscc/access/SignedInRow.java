package org.cscc.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads an account for a request, with everything that decides what it may do now, wherever a
 * statement of this room joins it as {@code a}. Whose turn it is, the directory says by a function
 * of the schema: the same statement has to tell all of a request's reach.
 */
public final class SignedInRow {
  /** The columns, of {@code access.account a}. */
  public static final String COLUMNS =
      """
      a.id, a.name, a.display_name, a.role, a.organization, a.household, a.password_hash,
      array(select t.team from access.account_team t where t.account_id = a.id) as teams,
      array(select n.area from access.account_area n where n.account_id = a.id) as areas,
      (select max(k.expires_at) from access.acknowledgement k
       where k.account_id = a.id and k.text_version = %d) as acknowledged_until,
      (select max(e.ends_at) from access.emergency e
       where e.account_id = a.id and e.ended_at is null) as widened_until,
      case when a.role = 'FACILITATOR' then access.duty_turns(a.organization, a.display_name)
           else '{}' end as duty_turns,
      array(select concat_ws(':', g.dataset, g.purpose, g.starts_on, g.ends_on)
            from access.agreement g
            where g.organization = a.organization and g.state = 'ACTIVE') as shares\
      """
          .formatted(Acknowledgements.TEXT_VERSION);

  private SignedInRow() {}

  /** The account of a row. */
  public static SignedIn read(ResultSet row) throws SQLException {
    OffsetDateTime widened = row.getObject("widened_until", OffsetDateTime.class);
    OffsetDateTime acknowledged = row.getObject("acknowledged_until", OffsetDateTime.class);
    return new SignedIn(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("display_name"),
        Role.valueOf(row.getString("role")),
        row.getString("organization"),
        Set.of((String[]) row.getArray("teams").getArray()),
        Arrays.stream((Short[]) row.getArray("areas").getArray())
            .map(Short::intValue)
            .collect(Collectors.toUnmodifiableSet()),
        row.getString("household"),
        acknowledged == null ? null : acknowledged.toInstant(),
        Arrays.stream((String[]) row.getArray("shares").getArray())
            .map(Share::read)
            .collect(Collectors.toUnmodifiableSet()),
        widened == null ? null : widened.toInstant(),
        Arrays.stream((String[]) row.getArray("duty_turns").getArray())
            .map(DutyTurn::read)
            .collect(Collectors.toUnmodifiableSet()),
        row.getString("password_hash"));
  }
}
