package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;
import static org.cscc.reviews.Records.WEST_ENGLEWOOD;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.Statements;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the packets, as a browser without script sees them. */
@ReviewsTest
class PacketPageTests {
  private static final String PACKET = "/reviews/2026-11-15/englewood";

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired PacketDesk desk;
  @Autowired Access access;
  @Autowired Accounts accounts;

  @BeforeEach
  void aWeek() {
    records.clear();
    records.shooting("2026-11-10T01:10", ENGLEWOOD, false);
    records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    records.shootingOnTheBorder("2026-11-21T22:15", ENGLEWOOD, WEST_ENGLEWOOD, false, false, true);
    records.feed();
    desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
  }

  @Test
  void aFacilitatorReadsPublishesAndSeesItFrozen() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      Document list = facilitator.page("/reviews");
      assertThat(list.select("h1").text()).isEqualTo("1 packet waits to be published");
      assertThat(list.select("main tbody a[href='" + PACKET + "']").text()).isEqualTo("Englewood");
      Document draft = facilitator.page(PACKET);
      keep("packet", draft);
      assertThat(draft.select("h1").text())
          .isEqualTo("4 people were harmed in Englewood, 1 of them killed");
      assertThat(draft.select("article")).hasSize(2);
      assertThat(draft.select("svg[role=img]")).hasSize(1);
      HttpResponse<String> answer =
          facilitator.post(
              PACKET + "/publish", Map.of("shown", draft.select("input[name=shown]").val()));
      assertThat(answer.statusCode()).isEqualTo(302);
      Document published = facilitator.page(PACKET + "?published");
      assertThat(published.select("p.as-of .word").text()).isEqualTo("published");
      assertThat(published.select("form[action$=/publish]")).isEmpty();
      assertThat(facilitator.page("/reviews").select("h1").text())
          .isEqualTo("All packets of this week are published");
    }
  }

  @Test
  void aDraftOfAnEarlierWeekIsLateOnTheFirstPageAndEachThingIsCounted() {
    records.at(LocalDateTime.of(2026, 12, 1, 8, 0));
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      Document home = facilitator.page("/");
      assertThat(home.select("h1").text()).isEqualTo("1 thing is late");
      assertThat(home.select(".todo li:has(.late)").text())
          .contains("1 packet of an earlier week was never published");
    }
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      assertThat(analyst.page("/").select("h1").text())
          .as("a packet for each of 16 teams, and the feed, whose newest record is old by now")
          .isEqualTo("17 things are late");
    }
  }

  @Test
  void R_HRIT_02_publishingWhatHasChangedSinceIsRefusedWithBoth() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      String shown = facilitator.page(PACKET).select("input[name=shown]").val();
      records.shooting("2026-11-20T20:00", ENGLEWOOD, true);
      records.feed();
      HttpResponse<String> answer = facilitator.post(PACKET + "/publish", Map.of("shown", shown));
      assertThat(answer.statusCode()).isEqualTo(409);
      Document page = Jsoup.parse(answer.body());
      keep("stale", page);
      assertThat(page.text()).contains("R-HRIT-02").contains("not in the published packet");
      for (String address : page.select("main ul.plain a").eachAttr("href")) {
        assertThat(facilitator.page(address).select("h1").text()).contains("Englewood");
      }
    }
  }

  @Test
  void R_REVIEWS_01_whoHasNoSeatInATeamDoesNotReadItsPacket() {
    try (Visitor liaison = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "austin")) {
      assertThat(liaison.page("/reviews").select("main tbody th").eachText())
          .containsOnly("Austin");
      for (String address : new String[] {PACKET, PACKET + ".pdf", PACKET + "/revisions/1"}) {
        HttpResponse<String> refused = liaison.get(address);
        assertThat(refused.statusCode()).as(address).isEqualTo(403);
        assertThat(refused.body()).contains("R-REVIEWS-01");
      }
      assertThat(liaison.post(PACKET + "/publish", Map.of("shown", "x")).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void aPacketThatIsNotThereIsAnsweredWithWhatToDo() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      for (String address :
          new String[] {
            "/reviews/2026-11-15/nowhere",
            "/reviews/2026-11-16/englewood",
            "/reviews/2026-11-08/englewood",
            PACKET + "/revisions/7"
          }) {
        HttpResponse<String> answer = analyst.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(404);
        assertThat(answer.body()).contains("R-REVIEWS-02");
      }
    }
  }

  @Test
  void theSamePacketIsReadInSpanishAndOnPaper() throws IOException {
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      Document page = director.page(PACKET + "?language=es");
      keep("packet-es", page);
      assertThat(page.select("h1").text())
          .isEqualTo("4 personas sufrieron violencia en Englewood; 1 de ellas murió");
      assertThat(page.text()).doesNotContain("??");
      HttpResponse<String> paper = director.get(PACKET + ".pdf");
      assertThat(paper.statusCode()).isEqualTo(200);
      assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
      keep("list-es", director.page("/reviews"));
    }
  }

  @Test
  void theButtonPreparesAndTheDifferenceOfTwoRevisionsIsAPage() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String shown = analyst.page(PACKET).select("input[name=shown]").val();
      analyst.post(PACKET + "/publish", Map.of("shown", shown));
      records.shooting("2026-11-20T20:00", ENGLEWOOD, true);
      records.feed();
      analyst.post(PACKET + "/prepare", Map.of());
      assertThat(analyst.page(PACKET).select("a[href$=/revisions/2]").text())
          .contains("A correction is drafted: revision 2");
      Document difference = analyst.page(PACKET + "/revisions/2/changes");
      keep("changes", difference);
      assertThat(difference.select("h1").text())
          .isEqualTo("3 things changed between revision 1 and revision 2");
    }
  }

  @Test
  void openingAPacketOrTheListTakesTheSameFewStatementsHoweverMuchIsInIt() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      analyst.page(PACKET);
      analyst.page("/reviews");
      int packet = Statements.during(() -> analyst.page(PACKET));
      int list = Statements.during(() -> analyst.page("/reviews"));
      for (int day = 15; day <= 21; day++) {
        records.shooting("2026-11-%dT03:00".formatted(day), ENGLEWOOD, false, true);
      }
      records.feed();
      desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
      assertThat(Statements.during(() -> analyst.page(PACKET))).isEqualTo(packet);
      assertThat(Statements.during(() -> analyst.page("/reviews"))).isEqualTo(list);
      assertThat(packet).as("one of them notes the reading").isBetween(3, 9);
      assertThat(list).isBetween(2, 8);
    }
  }

  /** Leaves a page to look at, with the theme beside it. */
  private static void keep(String name, Document page) {
    Path folder = Path.of("target", "packet-pages");
    try {
      Files.createDirectories(folder);
      Document copy = page.clone();
      copy.select("script").remove();
      copy.select("link[rel=stylesheet]")
          .forEach(
              link ->
                  link.attr(
                      "href",
                      link.attr("href").contains("theme")
                          ? "../classes/static/site/assets/theme.css"
                          : "reboot.css"));
      Files.writeString(folder.resolve(name + ".html"), copy.outerHtml());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
