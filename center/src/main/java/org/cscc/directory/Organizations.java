package org.cscc.directory;

import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organizations at the table. */
@Component
public class Organizations {
  private final JdbcClient jdbc;

  Organizations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All active organizations, City departments first. Which there are is public. */
  public List<Organization> all() {
    return jdbc.sql(
            """
            select code, name, kind, assumed, version from directory.organization
            where active order by kind, name
            """)
        .query(DataClassRowMapper.newInstance(Organization.class))
        .list();
  }
}
