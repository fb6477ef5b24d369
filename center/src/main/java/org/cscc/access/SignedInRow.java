package org.cscc.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** Reads an account for a request, wherever a statement of this room joins it as {@code a}. */
public final class SignedInRow {
  /** The columns, of {@code access.account a}. */
  public static final String COLUMNS =
      """
      a.id, a.name, a.display_name, a.role, a.organization, a.password_hash,
      array(select t.team from access.account_team t where t.account_id = a.id) as teams\
      """;

  private SignedInRow() {}

  /** The account of a row. */
  public static SignedIn read(ResultSet row) throws SQLException {
    return new SignedIn(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("display_name"),
        Role.valueOf(row.getString("role")),
        row.getString("organization"),
        Set.of((String[]) row.getArray("teams").getArray()),
        row.getString("password_hash"));
  }
}
