package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cscc.access.TableFile.Line;
import org.cscc.home.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Every table, directly in SQL, as every role: a row in reach and a row out of reach, read and
 * removed, against {@code home/tables.txt} and the table of permissions. The rows are made up
 * column by column in a database whose checks were taken away; what is held here is who reaches
 * them.
 */
class TableMatrixTests {
  private static final UUID OWN = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private final String url = TestServer.freshUrl();

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void everyTableStandsInTheFileWithItsRule() throws Exception {
    Set<String> there = new TreeSet<>();
    try (Connection owner = connect("postgres");
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select relnamespace::regnamespace || '.' || relname from pg_class
                where relkind in ('r', 'p') and not relispartition
                  and relnamespace::regnamespace::text not in
                    ('pg_catalog', 'information_schema', 'home_migrations')
                """)) {
      while (rows.next()) {
        there.add(rows.getString(1));
      }
    }
    assertThat(TableFile.lines().stream().map(Line::table))
        .containsExactlyInAnyOrderElementsOf(there);
    assertThat(TableFile.lines().stream().map(Line::tier)).allMatch(tier -> tier.matches("T[0-3]"));
    assertThat(
            TableFile.lines().stream()
                .flatMap(l -> Stream.concat(l.reads().stream(), l.writes().stream())))
        .filteredOn(condition -> condition.matches("[A-Z_]+ .*"))
        .allSatisfy(condition -> Capability.valueOf(condition.split(" ", -1)[0]));
  }

  @Test
  void everyTableShowsEveryRoleTheRowsThatTheTableOfPermissionsAllows() throws Exception {
    MadeUpRows rows;
    try (Connection owner = connect("postgres")) {
      rows = MadeUpRows.in(owner);
    }
    List<String> wrong = new ArrayList<>();
    int checks = 0;
    ReachOfRequest reach = new ReachOfRequest(access());
    for (Role role : Role.values()) {
      if (!role.hasAccounts()) {
        continue;
      }
      be(role);
      try (Connection pages = connect("cscc_pages")) {
        reach(pages, reach.now());
        for (Line line : TableFile.lines()) {
          for (boolean own : new boolean[] {true, false}) {
            checks += 2;
            boolean read = touches(rows, pages, "select 1 from " + line.table(), line, own);
            if (read != allowed(role, line.reads(), own)) {
              wrong.add(role + " reads " + line.table() + (own ? " own: " : " other: ") + read);
            }
            boolean removed = removes(rows, pages, line, own);
            if (removed != (read && allowed(role, line.writes(), own))) {
              wrong.add(
                  role + " removes " + line.table() + (own ? " own: " : " other: ") + removed);
            }
          }
        }
      }
    }
    System.out.println("Tables × roles × relations: " + checks + " checks");
    assertThat(wrong).isEmpty();
    assertThat(checks).isGreaterThan(2000);
  }

  @Test
  void withoutAReachNoGuardedRowIsSeen() throws Exception {
    MadeUpRows rows;
    try (Connection owner = connect("postgres")) {
      rows = MadeUpRows.in(owner);
    }
    for (String said : List.of("", "{}")) {
      try (Connection pages = connect("cscc_pages")) {
        reach(pages, said);
        for (Line line : TableFile.lines()) {
          boolean open = line.reads().contains("open");
          assertThat(touches(rows, pages, "select 1 from " + line.table(), line, true))
              .as(line.table())
              .isEqualTo(open);
        }
      }
    }
  }

  @Test
  void theRoleForRequestsCanNotLiftTheWall() throws Exception {
    try (Connection pages = connect("cscc_pages")) {
      for (String attempt :
          List.of(
              "alter table reviews.packet disable row level security",
              "drop policy reads on reviews.packet",
              "set role postgres",
              "create policy all_of_it on reviews.packet using (true)",
              "create table reviews.mine (a int)",
              "truncate incidents.incident",
              "grant select on incidents.report to cscc_pages",
              "select * from incidents.report",
              "select audit.drop_month(date '2026-11-01', 'x', timestamptz '2030-01-01')")) {
        try (Statement statement = pages.createStatement()) {
          assertThat(refused(statement, attempt)).as(attempt).isTrue();
        }
      }
      try (Statement statement = pages.createStatement()) {
        statement.execute("set row_security = off");
        assertThat(refused(statement, "select count(*) from reviews.packet")).isTrue();
      }
    }
  }

  private static boolean refused(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return false;
    } catch (SQLException e) {
      // Insufficient privilege, or a query that a policy would have to cut short.
      return e.getSQLState().equals("42501");
    }
  }

  /** What section B allows: a condition of the file that holds for the row. */
  private static boolean allowed(Role role, List<String> conditions, boolean own) {
    return conditions.stream().anyMatch(condition -> holds(role, condition.split(" +", -1), own));
  }

  private static boolean holds(Role role, String[] words, boolean own) {
    if (words[0].equals("open")) {
      return true;
    }
    if (words[0].equals("under")) {
      Line parent =
          TableFile.lines().stream()
              .filter(line -> line.table().equals(words[1]))
              .findFirst()
              .orElseThrow();
      return allowed(role, parent.reads(), own);
    }
    if (words[0].equals("mine")) {
      return own;
    }
    Capability capability = Capability.valueOf(words[0]);
    Optional<Relation> relation =
        PermissionTable.IN_FORCE.relation(role, capability.matter(), capability.act());
    if (relation.isEmpty()) {
      return false;
    }
    if (words[1].equals("under")) {
      return holds(role, new String[] {"under", words[2], words[3], words[4]}, own);
    }
    return (relation.get() == Relation.ANY && !words[1].equals("among"))
        || switch (words[1]) {
          case "held" -> true;
          case "area", "team" -> own && relation.get() == Relation.TEAM;
          case "organization", "among" -> own && relation.get() == Relation.ORGANIZATION;
          case "account" -> own && relation.get() == Relation.SELF;
          default -> false;
        };
  }

  private static boolean touches(
      MadeUpRows rows, Connection pages, String sql, Line line, boolean own) throws SQLException {
    if (line.reads().isEmpty()) {
      return false;
    }
    try (Statement statement = pages.createStatement();
        ResultSet row = statement.executeQuery(sql + " where " + rows.key(line, own))) {
      return row.next();
    }
  }

  /** Removes the row and puts it back; a trigger or a missing grant is not what is asked here. */
  private static boolean removes(MadeUpRows rows, Connection pages, Line line, boolean own)
      throws SQLException {
    if (line.writes().isEmpty() || line.reads().isEmpty()) {
      return false;
    }
    pages.setAutoCommit(false);
    try (Statement statement = pages.createStatement()) {
      return statement.executeUpdate(
              "delete from " + line.table() + " where " + rows.key(line, own))
          == 1;
    } finally {
      pages.rollback();
      pages.setAutoCommit(true);
    }
  }

  private void be(Role role) {
    SignedIn account =
        new SignedIn(
            OWN,
            "own",
            "Own",
            role,
            "CDPH",
            Set.of("austin"),
            Set.of(),
            null,
            Clock.systemUTC().instant().plusSeconds(3600),
            Arrays.stream(Dataset.values())
                .flatMap(
                    dataset ->
                        Arrays.stream(Purpose.values())
                            .map(
                                purpose ->
                                    new Share(
                                        dataset,
                                        purpose,
                                        LocalDate.of(2020, 1, 1),
                                        LocalDate.of(2100, 1, 1))))
                .collect(Collectors.toSet()),
            null,
            "");
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                account, null, account.getAuthorities()));
  }

  private static Access access() {
    KnownSeats seats =
        new KnownSeats() {
          @Override
          public Set<String> organizations() {
            return Set.of("CDPH", "CDOT");
          }

          @Override
          public Set<String> teams() {
            return Set.of("austin", "englewood");
          }

          @Override
          public Set<Integer> areasOf(Set<String> teams) {
            return Set.of(25);
          }
        };
    return new Access(seats, new PrivacyScreen(), Clock.systemUTC(), "MOCS");
  }

  private Connection connect(String user) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    return source.getConnection();
  }

  private static void reach(Connection pages, String reach) throws SQLException {
    try (PreparedStatement statement =
        pages.prepareStatement("select set_config('cscc.reach', ?, false)")) {
      statement.setString(1, reach);
      statement.execute();
    }
  }
}
