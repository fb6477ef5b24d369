package org.cscc.reviews;

import static org.cscc.reviews.Records.WEEK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What row policies cost a page: each page is opened in turns, some times with the policies and as
 * often without, for a facilitator, whose rows are compared with a list of areas. Run by {@code
 * bench/rows/run}; not part of the tests.
 */
@ReviewsTest
class RowPolicyBench {
  private static final int INCIDENTS = Integer.getInteger("bench.rows", 300_000);
  private static final int TURNS = 10;
  private static final int OPENED = 20;

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired PacketDesk desk;
  @Autowired Access access;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @Test
  void pagesWithAndWithoutPolicies() {
    records.clear();
    BenchTown.fill(jdbc, INCIDENTS);
    records.feed();
    desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    List<String> guarded =
        jdbc.sql(
                "select oid::regclass::text from pg_class where relrowsecurity and not relispartition")
            .query((row, n) -> row.getString(1))
            .list();
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      for (String page :
          List.of(
              "/reviews",
              "/reviews/" + WEEK.firstDay() + "/austin",
              "/incidents",
              "/actions",
              "/patterns/map")) {
        measure(facilitator, page, guarded);
      }
    } finally {
      policies(guarded, true);
    }
  }

  private void measure(Visitor visitor, String page, List<String> guarded) {
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      boolean on = turn % 2 == 0;
      policies(guarded, on);
      for (int n = -3; n < OPENED; n++) {
        long start = System.nanoTime();
        visitor.page(page);
        if (n >= 0) {
          (on ? with : without).add((System.nanoTime() - start) / 1e6);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%nRESULT %s incidents=%d with_p50_ms=%.1f without_p50_ms=%.1f with_p95_ms=%.1f"
            + " without_p95_ms=%.1f%n",
        page.replace(WEEK.firstDay().toString(), "WEEK"),
        INCIDENTS,
        at(with, 0.5),
        at(without, 0.5),
        at(with, 0.95),
        at(without, 0.95));
  }

  private void policies(List<String> guarded, boolean on) {
    guarded.forEach(
        table ->
            jdbc.sql("alter table " + table + (on ? " enable" : " disable") + " row level security")
                .update());
  }

  private static double at(List<Double> values, double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }
}
