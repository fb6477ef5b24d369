package org.cscc.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose program is killed half-way, and the command's exit codes; real programs. */
class ImportDurabilityTests {
  private static final int ROWS = 300_000;
  private static final String HEADER = "ID,Case Number,Date,Block,IUCR,Primary Type,Description\n";

  @TempDir Path directory;
  private @Nullable Process running;

  @AfterEach
  void endWhatRuns() throws InterruptedException {
    if (running != null) {
      running.destroy();
      if (!running.waitFor(60, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    }
  }

  @Test
  void anImportThatIsKilledHalfWayLeavesNothingAndGoesInTheNextTime() throws Exception {
    CenterProcess center = new CenterProcess(directory.resolve("home"), "cscc.demo-city=false");
    running = center.serve();
    Path file = large();
    Process command = center.begin("import", "incidents", file.toString());
    while (number(center, "select coalesce(max(rows_read), 0) from incidents.import") == 0) {
      assertThat(command.isAlive()).as("ended before it could be killed").isTrue();
      Thread.sleep(20);
    }
    command.destroyForcibly();
    assertThat(command.waitFor()).isNotZero();
    assertThat(number(center, "select count(*) from incidents.incident")).isZero();

    CenterProcess.Ended again = center.run("import", "incidents", file.toString());

    assertThat(again.exit()).isZero();
    assertThat(again.out()).contains("read " + ROWS + ", accepted " + ROWS + ", new " + ROWS);
    assertThat(number(center, "select count(*) from incidents.incident")).isEqualTo(ROWS);
    assertThat(number(center, "select count(*) from incidents.import where state = 'FAILED'"))
        .isEqualTo(1);
    exitCodes(center);
  }

  /** On the same home, because a start costs seconds. */
  private void exitCodes(CenterProcess center) throws Exception {
    Path broken = Files.writeString(directory.resolve("broken.csv"), HEADER + "1,\"HX1");
    assertThat(center.run("import", "incidents", broken.toString()).exit()).isEqualTo(3);
    Path other = Files.writeString(directory.resolve("other.csv"), "apples,pears\n1,2\n");
    CenterProcess.Ended refused = center.run("import", "incidents", "--json", other.toString());
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.lastLine()).contains("\"state\":\"REFUSED\"", "\"rule\":\"R-IMP-05\"");
  }

  private Path large() throws Exception {
    Path file = directory.resolve("large.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < ROWS; i++) {
        out.write(
            i
                + ",HX"
                + i
                + ",03/15/2014 09:20:00 PM,055XX S ADA ST,0820,THEFT,"
                + "x".repeat(300)
                + "\n");
      }
    }
    return file;
  }

  private static long number(CenterProcess center, String sql) throws Exception {
    try (Connection connection = center.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
