package org.cscc.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody of a role in front of a bare database, who owns the rows in reach of MadeUpRows. */
final class SqlSeat {
  private static final UUID OWN = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private SqlSeat() {}

  static void be(Role role) {
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
            Set.of(),
            "");
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                account, null, account.getAuthorities()));
  }

  static Access access() {
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

  static Connection connect(String url, String user) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    return source.getConnection();
  }

  static void reach(Connection pages, String reach) throws SQLException {
    try (PreparedStatement statement =
        pages.prepareStatement("select set_config('cscc.reach', ?, false)")) {
      statement.setString(1, reach);
      statement.execute();
    }
  }
}
