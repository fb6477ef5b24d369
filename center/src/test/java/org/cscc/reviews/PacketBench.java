package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.WEEK;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the packets of a week take at 300,000 incidents, in one of ten of which somebody was
 * killed or shot: as many people as Chicago counts in nine years. Run by {@code bench/packet/run};
 * not part of the tests. Processor time is told beside the clock, because the machine of a bench is
 * rarely alone.
 */
@ReviewsTest
class PacketBench {
  private static final int INCIDENTS = 300_000;
  private static final int OPENED = 400;

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired PacketDesk desk;
  @Autowired Packets packets;
  @Autowired PacketPaper paper;
  @Autowired PacketPicture picture;
  @Autowired Teams teams;
  @Autowired Access access;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @Test
  void thePacketsOfAWeek() throws Exception {
    records.clear();
    BenchTown.fill(jdbc, INCIDENTS);
    records.feed();
    long start = System.nanoTime();
    long processor = processor();
    List<PacketRow> drafts = desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    long prepared = millis(start);
    start = System.nanoTime();
    long bytes = printAll();
    long printed = millis(start);
    long worked = (processor() - processor) / 1_000_000;
    double[] opened = open();
    System.out.printf(
        Locale.ROOT,
        "%nRESULT incidents=%d packets=%d prepare_ms=%d pdf_16_ms=%d processor_ms=%d pdf_kb_each=%d"
            + " open_p50_ms=%.1f open_p95_ms=%.1f open_max_ms=%.1f%n",
        INCIDENTS,
        drafts.size(),
        prepared,
        printed,
        worked,
        bytes / 16 / 1024,
        opened[OPENED / 2],
        opened[OPENED * 95 / 100],
        opened[OPENED - 1]);
    assertThat(drafts).hasSize(16);
    assertThat(prepared + printed).as("16 packets, paper included, ms").isLessThan(10_000);
    assertThat(opened[OPENED * 95 / 100]).as("p95 of opening one, ms").isLessThan(250);
  }

  /** On two threads, as two readers would ask for them; the bar is for two cores. */
  private long printAll() throws InterruptedException, ExecutionException {
    try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> asked =
          teams.all().stream().<Callable<Integer>>map(team -> () -> print(team).length).toList();
      long bytes = 0;
      for (Future<Integer> printed : readers.invokeAll(asked)) {
        bytes += printed.get();
      }
      return bytes;
    }
  }

  private byte[] print(Team team) {
    OpenPacket open =
        packets
            .open(access.forSystem(Capability.READ_PACKET), team, WEEK, Optional.empty())
            .orElseThrow();
    return paper.print(
        PacketView.of(open, picture.of(open.content(), Locale.ENGLISH)), Locale.ENGLISH);
  }

  private double[] open() {
    double[] took = new double[OPENED];
    List<Team> all = teams.all();
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      for (int i = -50; i < OPENED; i++) {
        String address =
            "/reviews/" + WEEK.firstDay() + "/" + all.get(Math.floorMod(i, all.size())).code();
        long start = System.nanoTime();
        analyst.page(address);
        if (i >= 0) {
          took[i] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    Arrays.sort(took);
    return took;
  }

  /** Nanoseconds that all processors have worked for this program. */
  private static long processor() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
