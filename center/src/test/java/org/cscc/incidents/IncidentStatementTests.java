package org.cscc.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Pages of incidents ask the database the same few questions, however much there is to show. */
@CenterTest
@Import(Statements.class)
@TestPropertySource(properties = "cscc.test-home=incident-statements") // a database of its own
class IncidentStatementTests {
  private static final String HEADER =
      "ID,Case Number,Date,Block,IUCR,Primary Type,Description,Community Area\n";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Imports imports;
  @Autowired JdbcClient jdbc;
  @TempDir Path directory;

  @Test
  void fortyIncidentsCostAsManyStatementsAsOne() throws Exception {
    UUID first = bring(1);
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String range = "?from=1999-06-01&to=1999-06-30";
      String one =
          "/incidents/"
              + jdbc.sql("select id from incidents.incident limit 1").query(UUID.class).single();
      int list = statements(analyst, "/incidents" + range);
      int csv = statements(analyst, "/incidents/list.csv" + range);
      int record = statements(analyst, one);
      int imported = statements(analyst, "/incidents/imports/" + first);
      int files = statements(analyst, "/incidents/imports");
      UUID many = bring(40);
      for (int version = 0; version < 4; version++) {
        many = bring(40 + version % 2);
      }
      assertThat(statements(analyst, "/incidents" + range)).isEqualTo(list);
      assertThat(statements(analyst, "/incidents/list.csv" + range)).isEqualTo(csv);
      assertThat(statements(analyst, one)).isEqualTo(record);
      assertThat(statements(analyst, "/incidents/imports/" + many)).isEqualTo(imported);
      assertThat(statements(analyst, "/incidents/imports")).isEqualTo(files);
      assertThat(analyst.page("/incidents" + range).select("main tbody tr")).hasSizeGreaterThan(39);
      assertThat(list).as("with the session, the account and the trail").isLessThan(25);
    }
  }

  private static int statements(Visitor visitor, String address) {
    return Statements.during(() -> assertThat(visitor.get(address).statusCode()).isEqualTo(200));
  }

  /** Killings of June, all of them moved to another block when their number is odd. */
  private UUID bring(int rows) throws Exception {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      text.append(i)
          .append(",ST")
          .append(i)
          .append(",06/01/1999 11:30:00 PM,0")
          .append(10 + rows % 2)
          .append("XX S KOSTNER AVE,0110,HOMICIDE,FIRST DEGREE MURDER,29\n");
    }
    Path file = Files.writeString(directory.resolve("june.csv"), text);
    return imports.apply(file, ImportOptions.feed("test")).importId();
  }
}
