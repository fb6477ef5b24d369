package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Files that are something else than they seem, sent through the form for feeds and brought in by
 * the job that follows: each is turned away whole, says by which rule, and leaves two rows, who
 * sent it and what came of it.
 */
@CenterTest
@TestPropertySource(properties = "cscc.jobs=true")
class FileAttackTests {
  private static final String HEADER =
      "ID,Case Number,Date,Block,IUCR,Primary Type,Description,Location Description,Arrest,"
          + "Domestic,Beat,District,Ward,Community Area,FBI Code,X Coordinate,Y Coordinate,Year,"
          + "Updated On,Latitude,Longitude,Location\n";
  private static final String ROW =
      "1,ZZ900001,03/15/2014 12:00:00 AM,055XX S ADA ST,0820,THEFT,$500 AND UNDER,STREET,false,"
          + "false,0713,007,16,67,06,1,1,2014,03/16/2014 12:00:00 AM,41.79,-87.66,x\n";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @Test
  void aFewKilobytesThatUnpackToHundredsOfMegabytesAreNotUnpacked() throws Exception {
    byte[] bomb = gzip(HEADER, " ".repeat(1 << 20), 300);
    assertThat(bomb).hasSizeLessThan(1 << 20);
    turnedAway("bomb.csv.gz", bomb, "R-IMP-25", "R-IMP-23");
  }

  @Test
  void rowsThatRepeatWithoutEndAreNotUnpacked() throws Exception {
    byte[] bomb = gzip(HEADER, ROW.repeat(1_000), 500);
    turnedAway("rows.csv.gz", bomb, "R-IMP-25");
    assertThat(
            jdbc.sql("select max(accepted) from incidents.import where file_name = 'rows.csv.gz'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void anArchiveInAnArchiveIsNotOpened() throws Exception {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("crimes.csv"));
      out.write((HEADER + ROW).getBytes(StandardCharsets.UTF_8));
    }
    turnedAway("crimes.csv", zip.toByteArray(), "R-IMP-01");
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    try (GZIPOutputStream outer = new GZIPOutputStream(twice)) {
      outer.write(gzip(HEADER, ROW, 3));
    }
    turnedAway("twice.csv.gz", twice.toByteArray(), "R-IMP-01");
  }

  @Test
  void aFileThatIsAPictureAndATableIsTurnedAway() throws Exception {
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'};
    turnedAway("photo.csv", join(jpeg, HEADER + ROW), "R-IMP-01", "R-IMP-03");
    turnedAway(
        "gif.csv",
        join("GIF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1), HEADER + ROW),
        "R-IMP-01",
        "R-IMP-03");
    turnedAway(
        "paper.csv",
        join("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1), HEADER + ROW),
        "R-IMP-01");
  }

  @Test
  void aFileThatIsAPageAndATableIsTurnedAwayAndNeverShownAsAPage() throws Exception {
    String page = "<html><script>alert(1)</script></html>\n";
    turnedAway("page.csv", (page + HEADER + ROW).getBytes(StandardCharsets.UTF_8), "R-IMP-01");
    String name = "<img src=x onerror=alert(1)>.csv";
    Document shown = turnedAway(name, page.getBytes(StandardCharsets.UTF_8), "R-IMP-01");
    assertThat(shown.select("main script, main img")).isEmpty();
  }

  @Test
  void aNameThatClimbsOutOfItsFolderIsOnlyAName() throws Exception {
    Document shown =
        turnedAway(
            "../../../etc/cron.d/x",
            "nothing".getBytes(StandardCharsets.UTF_8),
            "R-IMP-04",
            "R-IMP-05");
    assertThat(shown.text()).doesNotContain("..", "cron.d");
  }

  /** Sends the file, waits until it was looked at, and reads the page about it. */
  private Document turnedAway(String name, byte[] content, String... rules) throws Exception {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> sent = analyst.upload("/incidents/imports", "file", name, content);
      assertThat(sent.statusCode()).isEqualTo(302);
      String where = sent.headers().firstValue("Location").orElseThrow();
      String id = where.substring(where.lastIndexOf('/') + 1);
      String rule = rule(id);
      assertThat(rules).contains(rule);
      Document page = analyst.page("/incidents/imports/" + id);
      assertThat(page.text()).contains(rule);
      assertThat(
              jdbc.sql(
                      """
                      select d.word || coalesce(' ' || e.after, '') from audit.event e
                      join audit.word k on k.id = e.kind
                      join (values (4, 'sent'), (7, 'looked at')) d (deed, word) on d.deed = e.deed
                      where k.word = 'import' and e.record = ? order by e.seq
                      """)
                  .param(id)
                  .query(String.class)
                  .list())
          .hasSize(2)
          .satisfies(
              rows -> {
                assertThat(rows.getFirst()).isEqualTo("sent");
                assertThat(rows.getLast())
                    .matches("looked at (REFUSED|QUARANTINED|FAILED) " + rule);
              });
      return page;
    }
  }

  private String rule(String id) throws InterruptedException {
    for (int n = 0; n < 400; n++) {
      String rule =
          jdbc.sql("select coalesce(rule, state) from incidents.import where id = ?::uuid")
              .param(id)
              .query(String.class)
              .single();
      if (!rule.equals("WAITING") && !rule.equals("RUNNING")) {
        return rule;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("The file was never looked at");
  }

  private static byte[] gzip(String start, String again, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      byte[] part = again.getBytes(StandardCharsets.UTF_8);
      for (int n = 0; n < times; n++) {
        out.write(part);
      }
    }
    return packed.toByteArray();
  }

  private static byte[] join(byte[] start, String rest) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(start);
    whole.write(rest.getBytes(StandardCharsets.UTF_8));
    return whole.toByteArray();
  }
}
