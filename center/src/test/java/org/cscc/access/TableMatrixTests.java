package org.cscc.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cscc.home.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Every table, directly in SQL, as every role: a row in reach and a row out of reach, read and
 * written, against the table of section B. The rows are made up column by column in a database
 * whose checks were taken away; what is held here is who reaches them.
 */
class TableMatrixTests {
  private static final UUID OWN = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");

  private final String url = TestServer.freshUrl();

  /** A line of the file, read here once more by itself. */
  private record Line(String table, String tier, List<String> reads, List<String> writes) {}

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
    assertThat(lines().stream().map(Line::table)).containsExactlyInAnyOrderElementsOf(there);
    assertThat(lines().stream().map(Line::tier)).allMatch(tier -> tier.matches("T[0-3]"));
    assertThat(
            lines().stream().flatMap(l -> Stream.concat(l.reads().stream(), l.writes().stream())))
        .filteredOn(condition -> condition.matches("[A-Z_]+ .*"))
        .allSatisfy(condition -> Capability.valueOf(condition.split(" ", -1)[0]));
  }

  @Test
  void everyTableShowsEveryRoleTheRowsThatTheTableOfPermissionsAllows() throws Exception {
    fill();
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
        for (Line line : lines()) {
          for (boolean own : new boolean[] {true, false}) {
            checks += 2;
            boolean read = touches(pages, "select 1 from " + line.table(), line, own);
            if (read != allowed(role, line.reads(), own)) {
              wrong.add(role + " reads " + line.table() + (own ? " own: " : " other: ") + read);
            }
            boolean removed = removes(pages, line, own);
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
    fill();
    for (String said : List.of("", "{}")) {
      try (Connection pages = connect("cscc_pages")) {
        reach(pages, said);
        for (Line line : lines()) {
          boolean open = line.reads().contains("open");
          assertThat(touches(pages, "select 1 from " + line.table(), line, true))
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
          lines().stream().filter(line -> line.table().equals(words[1])).findFirst().orElseThrow();
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
    return (relation.get() == Relation.ANY && !words[1].equals("among"))
        || switch (words[1]) {
          case "held" -> true;
          case "area", "team" -> own && relation.get() == Relation.TEAM;
          case "organization", "among" -> own && relation.get() == Relation.ORGANIZATION;
          case "account" -> own && relation.get() == Relation.SELF;
          default -> false;
        };
  }

  private static boolean touches(Connection pages, String sql, Line line, boolean own)
      throws SQLException {
    if (line.reads().isEmpty()) {
      return false;
    }
    try (Statement statement = pages.createStatement();
        ResultSet row = statement.executeQuery(sql + " where " + key(line, own))) {
      return row.next();
    }
  }

  /** Removes the row and puts it back; a trigger or a missing grant is not what is asked here. */
  private static boolean removes(Connection pages, Line line, boolean own) throws SQLException {
    if (line.writes().isEmpty() || line.reads().isEmpty()) {
      return false;
    }
    pages.setAutoCommit(false);
    try (Statement statement = pages.createStatement()) {
      return statement.executeUpdate("delete from " + line.table() + " where " + key(line, own))
          == 1;
    } finally {
      pages.rollback();
      pages.setAutoCommit(true);
    }
  }

  /** How the row in reach (true) and the one out of reach (false) of each table are found. */
  private static final Map<String, Map<Boolean, String>> KEYS = new LinkedHashMap<>();

  private static String key(Line line, boolean own) {
    return requireNonNull(requireNonNull(KEYS.get(line.table())).get(own));
  }

  private void fill() throws SQLException {
    try (Connection owner = connect("postgres");
        Statement statement = owner.createStatement()) {
      for (String one :
          list(
              statement,
              """
              select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)
              from pg_constraint c join pg_class t on t.oid = c.conrelid
              where contype in ('c', 'f') and conparentid = 0 and coninhcount = 0
                and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
              order by contype desc
              """)) {
        statement.execute(one);
      }
      for (String one :
          list(
              statement,
              """
              select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger
              where not tgisinternal and tgparentid = 0
              """)) {
        statement.execute(one);
      }
      statement.execute("select audit.ensure_month(date '2026-11-01')");
      for (Line line : lines()) {
        statement.execute("delete from " + line.table());
        for (boolean own : new boolean[] {true, false}) {
          row(statement, line, own);
        }
      }
    }
  }

  private static void row(Statement statement, Line line, boolean own) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select a.attname, format_type(a.atttypid, a.atttypmod), t.typcategory from pg_attribute a
            join pg_type t on t.oid = a.atttypid
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
              and attgenerated = '' and attidentity = '' order by attnum
            """
                .formatted(line.table()))) {
      while (rows.next()) {
        columns.add(rows.getString(1));
        values.add(value(line, rows.getString(1), rows.getString(2), own));
      }
    }
    statement.execute(
        "insert into "
            + line.table()
            + " ("
            + columns.stream().map(c -> '"' + c + '"').collect(Collectors.joining(", "))
            + ") values ("
            + String.join(", ", values)
            + ")");
    String key =
        Stream.of("uuid", "text", "smallint", "integer", "date")
            .flatMap(
                type ->
                    java.util.stream.IntStream.range(0, columns.size())
                        .filter(i -> values.get(i).endsWith("::" + type))
                        .mapToObj(i -> '"' + columns.get(i) + "\" = " + values.get(i)))
            .findFirst()
            .orElse("true");
    KEYS.computeIfAbsent(line.table(), table -> new LinkedHashMap<>()).put(own, key);
  }

  private static String value(Line line, String column, String type, boolean own) {
    String rule =
        Stream.concat(line.reads().stream(), line.writes().stream())
            .map(condition -> condition.split(" +", -1))
            .filter(words -> words.length == 3 && words[2].equals(column))
            .map(words -> words[1])
            .findFirst()
            // A team's areas are looked up by its code.
            .orElse(column.equals("team") ? "team" : "");
    String text =
        switch (rule) {
          case "team" -> own ? "austin" : "englewood";
          case "organization" -> own ? "CDPH" : "CDOT";
          case "account", "by" -> own ? "own" : "other";
          default -> own ? "a" : "b";
        };
    return switch (type) {
      case "uuid" -> "'" + (own ? OWN : OTHER) + "'::uuid";
      case "text" -> "'" + text + "'::text";
      case "text[]" -> "array['" + (own ? "CDPH" : "CDOT") + "']::text[]";
      case "smallint", "integer", "bigint" -> (own ? 25 : 68) + "::" + type;
      case "double precision" -> (own ? 25 : 68) + "::float8";
      case "boolean" -> own + "::boolean";
      case "bytea" -> "'\\x0" + (own ? 1 : 2) + "'::bytea";
      case "date" -> "'2026-11-0" + (own ? 1 : 2) + "'::date";
      case "cidr" -> "null";
      case "time without time zone" -> "'10:00'::time";
      case "timestamp with time zone" -> "'2026-11-1" + (own ? 1 : 2) + "'::timestamptz";
      case "jsonb" -> "'{}'::jsonb";
      default -> throw new IllegalStateException("No made-up value for " + type);
    };
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

  private static List<String> list(Statement statement, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static List<Line> lines() {
    try (var in = TableMatrixTests.class.getResourceAsStream("/home/tables.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .map(c -> new Line(c.get(0), c.get(1), conditions(c.get(2)), conditions(c.get(3))))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> conditions(String cell) {
    return cell.equals("-")
        ? List.of()
        : Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
  }
}
