package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;
import static org.cscc.reviews.Records.WEST_ENGLEWOOD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.directory.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The packet on paper. */
@ReviewsTest
class PacketPaperTests {
  @Autowired Records records;
  @Autowired PacketDesk desk;
  @Autowired Packets packets;
  @Autowired PacketPaper paper;
  @Autowired PacketPicture picture;
  @Autowired Teams teams;
  @Autowired Access access;

  @BeforeEach
  void clear() {
    records.clear();
  }

  @Test
  void thePaperSaysWhatThePacketSays() throws IOException {
    aWeek();
    try (PDDocument document = print("englewood", Locale.ENGLISH)) {
      String text = text(document);
      assertThat(text)
          .contains("5 people were harmed in Englewood, 1 of them killed")
          .contains("Promises")
          .contains("S SYNTHETIC AVE")
          .contains("West Englewood")
          .contains("What the words and numbers mean")
          .contains("Page 1 of " + document.getNumberOfPages())
          .contains("revision 1");
      assertThat(document.getNumberOfPages()).isBetween(2, 8);
    }
  }

  @Test
  void thePaperIsTaggedNamedAndInTheLanguageOfTheReader() throws IOException {
    aWeek();
    try (PDDocument document = print("englewood", Locale.of("es"))) {
      assertThat(text(document)).contains("5 personas sufrieron violencia en Englewood");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es");
      assertThat(document.getDocumentInformation().getTitle()).startsWith("Informe semanal");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
      document
          .getPages()
          .forEach(
              page -> {
                assertThat(page.getMediaBox().getWidth()).isEqualTo(612);
                assertThat(page.getMediaBox().getHeight()).isEqualTo(792);
                page.getResources()
                    .getFontNames()
                    .forEach(name -> assertThat(embedded(page, name)).as("%s", name).isTrue());
              });
    }
  }

  @Test
  void aWeekWithoutIncidentsIsAStatementOnPaper() throws IOException {
    records.feed();
    desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    try (PDDocument document = print("englewood", Locale.ENGLISH)) {
      assertThat(text(document)).contains("Nobody was recorded as harmed in Englewood");
    }
  }

  private static boolean embedded(
      org.apache.pdfbox.pdmodel.PDPage page, org.apache.pdfbox.cos.COSName name) {
    try {
      return page.getResources().getFont(name).isEmbedded();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void aWeek() {
    records.shooting("2026-03-14T21:10", ENGLEWOOD, true, false);
    records.shooting("2026-11-10T01:10", ENGLEWOOD, false);
    records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    records.shootingOnTheBorder("2026-11-21T22:15", ENGLEWOOD, WEST_ENGLEWOOD, false, false, true);
    records.shooting("2026-11-18T02:30", ENGLEWOOD, false);
    records.feed();
    desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
  }

  private PDDocument print(String team, Locale locale) throws IOException {
    OpenPacket open =
        packets
            .open(
                access.forSystem(Capability.READ_PACKET),
                teams.byCode(team).orElseThrow(),
                WEEK,
                Optional.empty())
            .orElseThrow();
    byte[] pdf = paper.print(PacketView.of(open, picture.of(open.content(), locale)), locale);
    Files.write(Path.of("target", "packet-" + team + "-" + locale + ".pdf"), pdf);
    return Loader.loadPDF(pdf);
  }

  private static String text(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
  }
}
