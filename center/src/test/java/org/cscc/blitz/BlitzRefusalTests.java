package org.cscc.blitz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.access.Forms.hidden;
import static org.cscc.access.Forms.send;

import java.net.http.HttpResponse;
import java.util.Map;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What is refused of a blitz, and who sees none of it. */
@CenterTest
class BlitzRefusalTests extends BlitzOverHttp {
  @Test
  void rBlitz07AndWhatAPlanNeedsIsRefusedWithItsRule() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor representative = who(Role.REPRESENTATIVE, "MOCS")) {
      refused(facilitator, Map.of("last", today().plusDays(10).toString()), "R-BLITZ-07");
      refused(facilitator, Map.of("first", today().minusDays(1).toString()), "R-BLITZ-07");
      refused(facilitator, Map.of("type", "POTHOLE,ALLEY_LIGHT_OUT"), "R-BLITZ-09");
      refused(facilitator, Map.of("blocks", "somewhere"), "R-BLITZ-09");
      refused(facilitator, Map.of("blocks", ""), "R-BLITZ-09");
      refused(facilitator, Map.of("department", "NOBODY"), "R-BLITZ-09");
      refused(facilitator, Map.of("note", "Lil J, aka the kid, lives there"), "R-HRIT-09");
      assertThat(facilitator.post("/blitz/new", form(Map.of("reason", "PRIORITY_BLOCK"))).body())
          .contains("one of these blocks is on the list");
      assertThat(representative.post("/blitz/new", form(Map.of())).statusCode()).isEqualTo(403);
      assertThat(count("blitz.blitz")).isZero();
      String blitz = plan(facilitator, MADISON, Map.of());
      HttpResponse<String> named =
          send(
              representative,
              representative.page(blitz + "/blocks/1"),
              "walk-block",
              Map.of("count-POTHOLE", "1", "note-POTHOLE", "Call 312-555-0142, aka the boss"));
      assertThat(named.statusCode()).isEqualTo(422);
      assertThat(named.body()).contains("R-HRIT-09");
    }
  }

  @Test
  void rBlitz09AWalkThatIsRefusedKeepsWhatWasTyped() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor representative = who(Role.REPRESENTATIVE, "MOCS")) {
      String blitz = plan(facilitator, MADISON, Map.of());
      String block = blitz + "/blocks/1";
      Map<String, String> sent =
          hidden(representative.page(block).expectFirst("form[action$=walk-block]"));
      sent.putAll(Map.of("count-POTHOLE", "-5", "note-POTHOLE", "By the alley"));
      HttpResponse<String> refused = representative.postFrom(block, blitz + "/walk-block", sent);
      assertThat(refused.statusCode()).isEqualTo(422);
      Element form = Jsoup.parse(refused.body()).expectFirst("form[action$=walk-block]");
      assertThat(form.select("[role=alert]").text()).contains("R-BLITZ-09", "still stands below");
      assertThat(form.select("[name=count-POTHOLE]").val()).isEqualTo("-5");
      assertThat(form.select("[name=note-POTHOLE]").val()).isEqualTo("By the alley");
      assertThat(form.select("details[open] [name=note-POTHOLE]")).hasSize(1);
    }
  }

  @Test
  void whoWasNotAskedSeesNothingAndIsSeenOnceItIsAsked() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor buildings = who(Role.DEPARTMENT_LIAISON, "DOB");
        Visitor outreach = who(Role.OUTREACH, "CDPH");
        Visitor police = who(Role.POLICE_LIAISON, "CPD")) {
      String blitz = plan(facilitator, MADISON, Map.of());
      assertThat(buildings.get(blitz).statusCode()).isEqualTo(404);
      assertThat(outreach.get(blitz).statusCode()).isEqualTo(404);
      assertThat(police.get(blitz).statusCode()).isEqualTo(403);
      assertThat(buildings.page("/blitz").select("tbody tr")).isEmpty();
      send(facilitator, facilitator.page(blitz), "call-in", Map.of("department", "DOB"));
      assertThat(buildings.page(blitz).text()).contains("has not answered");
      assertThat(buildings.page("/notices").text()).contains("A blitz is planned");
      send(
          facilitator,
          facilitator.page(blitz),
          "let-out",
          Map.of("department", "DOB", "out", "NOTHING_FOR_THEM"));
      assertThat(buildings.page("/notices").text()).contains("A blitz goes on without you");
    }
  }
}
