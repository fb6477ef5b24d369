package org.cscc.tabletops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Plans of exercises: what is refused of them, and what is changed. */
@CenterTest
@Import({Statements.class, Guests.class})
class ExercisePlanTests extends ExerciseOverHttp {
  @Test
  void aRefusedPlanComesBackAsItWasTyped() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin")) {
      Map<String, String> form = Guests.form();
      form.put("postQuestion", "");
      form.put("day", "some day");
      HttpResponse<String> refused = facilitator.postFrom("/tabletops/new", "/tabletops/new", form);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("R-TABLETOP-06", "still stands below");
      Document page = Jsoup.parse(refused.body());
      assertThat(page.select("#preStory").text()).isEqualTo("The park is full.");
      assertThat(page.select("#preInjects").val())
          .isEqualTo("The line is busy\nThe field house closes at eight");
      assertThat(page.select("#day").val()).isEqualTo("some day");
      assertThat(page.select("input[name=organization][checked]").eachAttr("value"))
          .containsExactly("CDOT");
      assertThat(page.select("input[name=madeUp][checked]")).hasSize(1);
      assertThat(jdbc.sql("select count(*) from tabletops.exercise").query(Long.class).single())
          .isZero();

      form = Guests.form();
      form.put("incidentStory", "Call Marcus Jones at 312-555-0100.");
      HttpResponse<String> unfit = facilitator.postFrom("/tabletops/new", "/tabletops/new", form);
      assertThat(unfit.statusCode()).isEqualTo(422);
      assertThat(unfit.body()).contains("R-HRIT-09");
      assertThat(Jsoup.parse(unfit.body()).select("input[name=preStory]").val())
          .isEqualTo("The park is full.");

      form = Guests.form();
      form.put("team", "englewood");
      HttpResponse<String> foreign = facilitator.postFrom("/tabletops/new", "/tabletops/new", form);
      assertThat(foreign.statusCode()).isEqualTo(403);
      assertThat(foreign.body()).contains("R-TABLETOP-01", "The park is full.");
    }
  }

  @Test
  void aPlanIsChangedAndEverybodyWhomItConcernsIsTold() {
    String roads = guests.add(Role.DEPARTMENT_LIAISON, "CDOT");
    String health = guests.add(Role.DEPARTMENT_LIAISON, "CDPH");
    String police = guests.add(Role.POLICE_LIAISON, "CPD", "austin");
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin");
        Visitor other = who(Role.FACILITATOR, "MOCS", "englewood")) {
      String address = plan(facilitator, Map.of("organization", "CDOT,CPD"));
      assertThat(told(roads)).containsExactly("planned");
      assertThat(told(police)).containsExactly("planned");
      assertThat(told(health)).isEmpty();
      assertThat(other.get(address).statusCode()).isEqualTo(200);
      HttpResponse<String> foreign = other.get(address + "/edit");
      assertThat(foreign.statusCode()).isEqualTo(403);
      assertThat(foreign.body()).contains("R-TABLETOP-01");

      Document edit = facilitator.page(address + "/edit");
      assertThat(edit.select("#incidentStory").text()).isEqualTo("Two are hurt.");
      Map<String, String> changed = Guests.form();
      changed.put("version", edit.select("input[name=version]").val());
      changed.put("organization", "CDOT,CDPH");
      changed.put("incidentStory", "Three are hurt.");
      assertThat(facilitator.post(address + "/edit", changed).statusCode()).isEqualTo(302);
      assertThat(told(roads)).as("neither time nor place is another").containsExactly("planned");
      assertThat(told(health)).containsExactly("planned");
      assertThat(told(police)).containsExactly("planned", "let-out");

      changed.put("key", UUID.randomUUID().toString());
      HttpResponse<String> stale = facilitator.post(address + "/edit", changed);
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(stale.body()).contains("Somebody was faster", "Three are hurt.");
      changed.put("version", guests.version(code(address)));
      changed.put("place", "Library");
      assertThat(facilitator.post(address + "/edit", changed).statusCode()).isEqualTo(302);
      assertThat(told(roads)).containsExactly("planned", "moved");

      HttpResponse<String> silent = send(facilitator, address, "cancel", Map.of("reason", " "));
      assertThat(silent.statusCode()).isEqualTo(422);
      send(facilitator, address, "cancel", Map.of("reason", "The library is closed that day"));
      assertThat(told(roads)).containsExactly("planned", "moved", "cancelled");
      assertThat(told(health)).containsExactly("planned", "moved", "cancelled");
      assertThat(facilitator.page(address).text()).contains("The library is closed that day");
      assertThat(facilitator.get(address + "/report").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void rEng05AStoryThatNamesABlockOfAnIncidentIsRefusedWithTheWords() {
    guests.shooting(Guests.today().minusDays(200), 25, "045XX W MADISON ST");
    guests.shooting(Guests.today().minusMonths(12).minusDays(1), 25, "047XX W MADISON ST");
    guests.shooting(Guests.today().minusDays(10), 68, "063XX S HALSTED ST");
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin")) {
      Map<String, String> form = Guests.form();
      form.put("postInjects", "Neighbours of the 4500 block of W. Madison call");
      HttpResponse<String> refused = facilitator.postFrom("/tabletops/new", "/tabletops/new", form);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text())
          .contains("R-ENG-05", "within 12 months: 4500 block of W. Madison.");
      assertThat(Jsoup.parse(refused.body()).select("#postInjects").val())
          .isEqualTo("Neighbours of the 4500 block of W. Madison call");

      form = Guests.form();
      form.remove("madeUp");
      HttpResponse<String> unaffirmed = facilitator.post("/tabletops/new", form);
      assertThat(unaffirmed.statusCode()).isEqualTo(422);
      assertThat(unaffirmed.body()).contains("R-ENG-05", "Affirm");

      String address =
          plan(
              facilitator,
              Map.of(
                  "preStory",
                  "Long ago at 4700 W Madison St, and elsewhere at 6300 S Halsted St."));
      Map<String, String> changed = Guests.form();
      changed.put("version", guests.version(code(address)));
      changed.put("title", "A night at 4512 West Madison Street");
      HttpResponse<String> edited = facilitator.post(address + "/edit", changed);
      assertThat(edited.statusCode()).isEqualTo(422);
      assertThat(edited.body()).contains("R-ENG-05", "4512 West Madison Street");

      // Where another team joins, its areas count, though who plans it does not read them.
      form = Guests.form();
      form.put("joint", "englewood");
      form.put("preStory", "At 6300 S Halsted St the lights are out.");
      HttpResponse<String> joint = facilitator.post("/tabletops/new", form);
      assertThat(joint.statusCode()).isEqualTo(422);
      assertThat(joint.body()).contains("R-ENG-05", "6300 S Halsted St");
    }
  }

  @Test
  void rEng05WhatHappensAfterThePlanIsToldBeforeTheTableSitsAndAskedForWhenItIsHeld() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin");
        Visitor guest = who(Role.DEPARTMENT_LIAISON, "CDOT")) {
      String address =
          plan(facilitator, Map.of("preStory", "At 4500 W Madison St the lights are out."));
      String other = plan(facilitator, Map.of("preStory", "At 5900 W Lake St it is dark."));
      String code = code(address);
      assertThat(facilitator.page(address).text()).doesNotContain("R-ENG-05");
      // Yesterday, in the words of the story; and elsewhere in the city.
      guests.shooting(Guests.today().minusDays(1), 25, "045XX W MADISON ST");
      guests.shooting(Guests.today().minusDays(1), 68, "059XX W LAKE ST");
      assertThat(facilitator.page(address).select(".caution").text())
          .contains("within 12 months: 4500 W Madison St (R-ENG-05)", "Change the plan");
      assertThat(facilitator.page(address + "/wall/incident").select(".caution").text())
          .contains("Stop: the story names a block")
          .doesNotContain("4500 W Madison");
      assertThat(guest.page(address).text())
          .as("where something happened is not a guest’s to read")
          .doesNotContain("R-ENG-05");
      assertThat(facilitator.page(other).text()).doesNotContain("R-ENG-05");

      guests.begun(code, Duration.ofHours(2));
      HttpResponse<String> refused =
          facilitator.postFrom(
              address,
              address + "/hold",
              Map.of("version", guests.version(code), "heads-CDOT", "2"));
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("R-ENG-05", "say what was told at the table instead");
      assertThat(Jsoup.parse(refused.body()).select("#heads-CDOT").val()).isEqualTo("2");
      HttpResponse<String> tooShort =
          facilitator.post(
              address + "/hold",
              Map.of("version", guests.version(code), "heads-CDOT", "2", "instead", "x"));
      assertThat(tooShort.statusCode()).isEqualTo(422);
      assertThat(
              send(
                      facilitator,
                      address,
                      "hold",
                      Map.of("heads-CDOT", "2", "instead", "A block by a made-up park"))
                  .statusCode())
          .isEqualTo(302);
      Document held = facilitator.page(address);
      assertThat(held.select("#history + ol").text()).contains("2; A block by a made-up park");
      assertThat(held.text()).doesNotContain("Change the plan before");

      // What happens after the day of the exercise does not undo that it was made up.
      guests.begun(code(other), Duration.ofDays(3));
      guests.shooting(Guests.today(), 25, "059XX W LAKE ST");
      assertThat(send(facilitator, other, "hold", Map.of("heads-CDOT", "2")).statusCode())
          .isEqualTo(302);
    }
  }
}
