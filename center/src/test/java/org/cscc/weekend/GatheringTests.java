package org.cscc.weekend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.Statements;
import org.cscc.kernel.Refused;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gatherings by the forms that stand on the pages, and who may write about where. */
@WeekendTest
class GatheringTests {
  @LocalServerPort int port;
  @Autowired Town town;
  @Autowired GatheringDesk desk;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    town.clear();
  }

  @AfterEach
  void nobody() {
    Town.beNobody();
  }

  @Test
  void rWknd01EveryRoleWritesWhereTheTableSaysAndNowhereElse() {
    for (Role role : Role.values()) {
      if (!role.hasAccounts()) {
        continue;
      }
      town.be(town.add(role, "MOCS", "austin"));
      boolean writes = role == Role.REPRESENTATIVE || role == Role.FACILITATOR;
      assertThat(tryToAdd(Town.AUSTIN))
          .as(role + " in the own area")
          .isEqualTo(writes ? "done" : "R-ACCESS-01");
      assertThat(tryToAdd(Town.ENGLEWOOD))
          .as(role + " elsewhere")
          .isEqualTo(writes ? "R-WKND-01" : "R-ACCESS-01");
      assertThat(tryToAdd(null))
          .as(role + " in the whole city")
          .isEqualTo(
              role == Role.FACILITATOR
                  ? "done"
                  : role == Role.REPRESENTATIVE ? "R-WKND-01" : "R-ACCESS-01");
    }
  }

  @Test
  void rWknd01NobodyMovesAnEntryOutOfOrIntoAnAreaThatIsNotTheirs() {
    town.be(town.add(Role.FACILITATOR, "MOCS", "austin"));
    Gathering here = add(Town.AUSTIN);
    Gathering city = add(null);
    assertThat(tryToChange(here, Town.ENGLEWOOD)).isEqualTo("R-WKND-01");
    town.be(town.add(Role.REPRESENTATIVE, "MOCS", "austin"));
    assertThat(tryToChange(city, Town.AUSTIN)).isEqualTo("R-WKND-01");
    assertThat(tryToChange(here, Town.AUSTIN)).isEqualTo("done");
    town.be(town.add(Role.REPRESENTATIVE, "MOCS", "englewood"));
    assertThat(tryToChange(here, Town.ENGLEWOOD)).isEqualTo("R-WKND-01");
  }

  @Test
  void aVigilIsAddedChangedAndTakenOffWithAReasonAndItsHistoryStays() {
    try (Visitor representative = visitor(Role.REPRESENTATIVE, "MOCS", "austin");
        Visitor elsewhere = visitor(Role.REPRESENTATIVE, "MOCS", "englewood")) {
      String one = added(representative, "At the corner, candles");
      assertThat(representative.page(one).text())
          .contains("Added. It stands in the plan.", "vigil");
      assertThat(representative.page("/weekend/gatherings/new").text())
          .contains("Never whose vigil or funeral it is");
      assertThat(elsewhere.page(one).select("form[action*=/weekend/]")).isEmpty();
      Document before = representative.page(one);
      Map<String, String> change = fields(before.expectFirst("form[action$=" + one + "]"));
      change.put("place", "4600 W Madison St");
      assertThat(representative.post(one, change).statusCode()).isEqualTo(302);
      assertThat(representative.post(one, change).statusCode()).as("sent twice").isEqualTo(302);
      Map<String, String> slow = fields(before.expectFirst("form[action$=" + one + "]"));
      slow.put("key", UUID.randomUUID().toString());
      slow.put("place", "4700 W Madison St");
      HttpResponse<String> stale = representative.post(one, slow);
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(stale.body())
          .contains("Somebody was faster", "4600 W Madison St", "value=\"4700 W Madison St\"");
      HttpResponse<String> bare = send(representative, one, "");
      assertThat(bare.statusCode()).isEqualTo(422);
      assertThat(bare.body()).contains("R-WKND-03");
      assertThat(send(representative, one, "Moved into a church").statusCode()).isEqualTo(302);
      Document over = representative.page(one);
      assertThat(over.text()).contains("cancelled", "Moved into a church").doesNotContain("??");
      assertThat(over.select("#history + ol li")).hasSize(3);
      assertThat(over.select("form[action*=/weekend/]")).isEmpty();
      change.put("key", UUID.randomUUID().toString());
      HttpResponse<String> late = representative.post(one, change);
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).contains("R-WKND-04");
    }
  }

  @Test
  void rHrit09ANoteThatNamesSomebodyIsHeldBack() {
    try (Visitor representative = visitor(Role.REPRESENTATIVE, "MOCS", "austin")) {
      for (String note :
          List.of("For Denise Walker", "call 312-555-0199", "Lil J was from this block")) {
        HttpResponse<String> answer =
            representative.post("/weekend/gatherings/new", form("4500 W Madison St", note));
        assertThat(answer.statusCode()).as(note).isEqualTo(422);
        assertThat(answer.body()).contains("R-HRIT-09");
      }
      HttpResponse<String> reason =
          send(representative, added(representative, ""), "Denise Walker asked for it");
      assertThat(reason.statusCode()).isEqualTo(422);
      assertThat(reason.body()).contains("R-HRIT-09");
    }
    assertThat(jdbc.sql("select count(*) from weekend.gathering").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void rWknd03HoursThatMakeNoSpanAndOrganizationsThatAreNoneAreRefused() {
    try (Visitor representative = visitor(Role.REPRESENTATIVE, "MOCS", "austin")) {
      Map<String, String> back = form("4500 W Madison St", "");
      back.put("until", "2026-11-21T17:00");
      Map<String, String> longer = form("4500 W Madison St", "");
      longer.put("until", "2026-12-21T17:00");
      Map<String, String> unknown = form("4500 W Madison St", "");
      unknown.put("organization", "NOBODY");
      for (Map<String, String> wrong : List.of(back, longer, unknown)) {
        HttpResponse<String> answer = representative.post("/weekend/gatherings/new", wrong);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("R-WKND-03");
      }
    }
  }

  @Test
  void thePoliceLiaisonReadsNothingAndAPartnerReadsButDoesNotWrite() {
    try (Visitor police = visitor(Role.POLICE_LIAISON, "MOCS", "austin");
        Visitor outreach = visitor(Role.OUTREACH, "CDPH", "austin");
        Visitor representative = visitor(Role.REPRESENTATIVE, "MOCS", "austin")) {
      String one = added(representative, "");
      for (String path : List.of("/weekend", "/weekend/flash", one, "/weekend/gatherings/new")) {
        assertThat(police.get(path).statusCode()).as(path).isEqualTo(403);
      }
      assertThat(outreach.page("/weekend").text()).contains("vigil", "Austin");
      assertThat(outreach.page(one).select("form[action*=/weekend/]")).isEmpty();
      assertThat(outreach.get("/weekend/gatherings/new").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void thePlanTakesAFixedNumberOfStatementsAndIsThereInSpanish() {
    try (Visitor facilitator = visitor(Role.FACILITATOR, "MOCS", "austin")) {
      String one = added(facilitator, "");
      facilitator.page("/weekend");
      int few = Statements.during(() -> facilitator.page("/weekend"));
      for (int i = 0; i < 20; i++) {
        added(facilitator, "");
      }
      town.onCall("OUTREACH", Town.AUSTIN, "CDPH", "2026-11-20T08:00", "2026-11-27T08:00");
      town.expected("austin", "2026-11-21", "VIGIL", "");
      assertThat(Statements.during(() -> facilitator.page("/weekend"))).isEqualTo(few);
      for (String path : List.of("/weekend", "/weekend/flash", one, "/weekend/gatherings/new")) {
        assertThat(facilitator.page(path + "?language=es").text())
            .as(path)
            .doesNotContain("??", "{0}");
      }
    }
  }

  private String tryToAdd(@Nullable Integer area) {
    try {
      add(area);
      return "done";
    } catch (Refused refused) {
      return refused.rule();
    }
  }

  private Gathering add(@Nullable Integer area) {
    return desk.add(access.require(Capability.ADD_GATHERINGS), null, wish(area));
  }

  private String tryToChange(Gathering before, @Nullable Integer area) {
    try {
      GatheringMoved moved =
          desk.change(
              access.require(Capability.CHANGE_GATHERINGS),
              null,
              before.id(),
              before.version(),
              wish(area));
      return moved instanceof GatheringMoved.Done ? "done" : "stale";
    } catch (Refused refused) {
      return refused.rule();
    }
  }

  private static GatheringWish wish(@Nullable Integer area) {
    return new GatheringWish(
        GatheringKind.VIGIL,
        area,
        "4500 W Madison St",
        Town.instant("2026-11-21T18:00"),
        Town.instant("2026-11-21T20:00"),
        null,
        "");
  }

  private static Map<String, String> form(String place, String note) {
    Map<String, String> form = new HashMap<>();
    form.put("key", UUID.randomUUID().toString());
    form.put("kind", "VIGIL");
    form.put("area", "25");
    form.put("place", place);
    form.put("from", "2026-11-21T18:00");
    form.put("until", "2026-11-21T20:00");
    form.put("organization", "");
    form.put("note", note);
    return form;
  }

  /** Adds by the form; the address of the entry. */
  private static String added(Visitor visitor, String note) {
    HttpResponse<String> made =
        visitor.post("/weekend/gatherings/new", form("4500 W Madison St", note));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    return made.headers().firstValue("Location").orElseThrow();
  }

  private static Map<String, String> fields(Element form) {
    Map<String, String> fields = new HashMap<>();
    form.select("input").forEach(input -> fields.put(input.attr("name"), input.val()));
    form.select("select")
        .forEach(
            select -> {
              Element chosen = select.selectFirst("option[selected]");
              fields.put(select.attr("name"), chosen == null ? "" : chosen.val());
            });
    return fields;
  }

  private static HttpResponse<String> send(Visitor visitor, String address, String reason) {
    Map<String, String> fields = fields(visitor.page(address).expectFirst("form[action$=/cancel]"));
    fields.put("reason", reason);
    return visitor.post(address + "/cancel", fields);
  }

  private Visitor visitor(Role role, String organization, String... teams) {
    String name = town.add(role, organization, teams);
    return Visitor.of(name, name + "-password", port);
  }
}
