package org.cscc.home;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The center's database as two roles see it. A request gets a connection of the role that owns
 * nothing, which carries what the person reaches; PostgreSQL holds that against every row. The
 * center's own work (migrations, jobs, commands) gets one of the owner.
 */
final class TwoRoles extends AbstractDataSource implements AutoCloseable {
  private final HikariDataSource center;
  private final HikariDataSource pages;
  private final ObjectProvider<RowReach> reach;
  private final ThreadLocal<Boolean> finding = ThreadLocal.withInitial(() -> false);

  TwoRoles(HikariDataSource center, HikariDataSource pages, ObjectProvider<RowReach> reach) {
    this.center = center;
    this.pages = pages;
    this.reach = reach;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!Asking.forAPerson()) {
      return center.getConnection();
    }
    String rows = rows();
    Connection connection = pages.getConnection();
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('cscc.reach', ?, false)")) {
      statement.setString(1, rows);
      statement.execute();
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** What is asked while the reach is being found reaches nothing but what is open. */
  private String rows() {
    if (finding.get()) {
      return RowReach.NOTHING;
    }
    finding.set(true);
    try {
      return reach.getObject().now();
    } finally {
      finding.set(false);
    }
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLException("The center's database has the roles it was configured with");
  }

  @Override
  public void close() {
    pages.close();
    center.close();
  }
}
