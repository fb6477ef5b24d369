package org.cscc.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what can be asked for. */
@Component
class ServiceTypes {
  private final JdbcClient jdbc;

  ServiceTypes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ServiceType> all() {
    return jdbc.sql("select * from services.type order by department, code")
        .query((row, n) -> type(row))
        .list();
  }

  Optional<ServiceType> byCode(String code) {
    return jdbc.sql("select * from services.type where code = ?")
        .param(code)
        .query((row, n) -> type(row))
        .optional();
  }

  /**
   * Confirms or changes who does it and within which time.
   *
   * @return false when somebody was faster
   */
  boolean save(ServiceType wish, String by, OffsetDateTime at) {
    return jdbc.sql(
                """
                update services.type set department = ?, usual_days = ?, priority_days = ?,
                  assumed = false, changed_by = ?, changed_at = ?, version = version + 1
                where code = ? and version = ?
                """)
            .params(
                wish.department(),
                wish.targetDays(),
                wish.priorityDays(),
                by,
                at,
                wish.code(),
                wish.version())
            .update()
        == 1;
  }

  private static ServiceType type(ResultSet row) throws SQLException {
    return new ServiceType(
        row.getString("code"),
        row.getString("department"),
        row.getInt("usual_days"),
        row.getInt("priority_days"),
        row.getBoolean("physical"),
        row.getBoolean("seasonal"),
        row.getBoolean("assumed"),
        row.getInt("version"));
  }
}
