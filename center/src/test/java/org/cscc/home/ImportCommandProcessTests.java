package org.cscc.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./cscc import incidents} with its options, as a program of its own beside no center. */
class ImportCommandProcessTests {
  private static final String HEADER =
      "ID,Case Number,Date,Block,IUCR,Primary Type,Description,Location Description\n";
  private static final int ROWS = 250_000;

  @TempDir Path directory;

  @Test
  void aFileThatIsLargerThanTheHeapGoesIn() throws Exception {
    CenterProcess small =
        new CenterProcess("112m", directory.resolve("home"), "cscc.demo-city=false");
    Path file = large();
    assertThat(Files.size(file)).isGreaterThan(112L << 20);
    CenterProcess.Ended ended = small.run("import", "incidents", file.toString());
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("read " + ROWS + ", accepted " + ROWS + ", new " + ROWS);
  }

  @Test
  void formatMappingDryRunAndGzipWorkThroughTheCommand() throws Exception {
    CenterProcess center = new CenterProcess(directory.resolve("home"), "cscc.demo-city=false");
    Path file = directory.resolve("march.csv.gz");
    String rows =
        HEADER
            + "1,HX1,03/15/2014 09:20:00 PM,055XX S ADA ST,0820,THEFT,OVER $500,STREET\n"
            + "2,HX2,03/15/2014 10:20:00 PM,055XX S ADA ST,0110,HOMICIDE,FIRST DEGREE,STREET\n";
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(rows.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(center.run("import", "incidents", "--dry-run", file.toString()).out())
        .startsWith("Checked, nothing kept: read 2, accepted 2, new 2, updated 0");
    CenterProcess.Ended wrong =
        center.run("import", "incidents", "--format", "victimizations", "--json", file.toString());
    assertThat(wrong.exit()).isEqualTo(4);
    assertThat(wrong.lastLine()).contains("\"state\":\"REFUSED\"", "\"rule\":\"R-IMP-12\"");
    CenterProcess.Ended named =
        center.run("import", "incidents", "--format", "crimes", "--json", file.toString());
    assertThat(named.exit()).isZero();
    assertThat(named.lastLine()).contains("\"state\":\"APPLIED\"", "\"read\":2", "\"new\":2");
    CenterProcess.Ended mapped =
        center.run(
            "import",
            "incidents",
            "--mapping",
            example("lakeport-mapping.yml").toString(),
            example("lakeport-incidents.csv").toString());
    assertThat(mapped.exit()).as(mapped.out() + mapped.err()).isZero();
    assertThat(mapped.out()).startsWith("Applied: read 5, accepted ");
  }

  private static Path example(String name) {
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      Path file = here.resolve("examples").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new IllegalStateException("There is no example " + name);
  }

  private Path large() throws Exception {
    Path file = directory.resolve("large.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < ROWS; i++) {
        out.write(i + ",HX" + i + ",03/15/2014 09:20:00 PM,055XX S ADA ST,0820,THEFT,");
        out.write("x".repeat(400) + ",STREET\n");
      }
    }
    return file;
  }
}
