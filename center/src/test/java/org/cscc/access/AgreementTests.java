package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.home.CenterTest;
import org.cscc.kernel.Refused;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R-COO-05 from the draft to the day after the last. */
@CenterTest
class AgreementTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Agreements agreements;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  @Test
  void R_COO_05_anOrganizationSeesADatasetOnlyWhileAnAgreementIsInForce() {
    try (Visitor liaison = partner("CTA")) {
      assertThat(liaison.get("/incidents").body()).contains("R-COO-05");
      UUID id = inForce("CTA", Dataset.INCIDENTS, LocalDate.of(2020, 1, 1));
      assertThat(liaison.get("/incidents").statusCode()).isEqualTo(200);
      assertThat(liaison.get("/reviews").body()).as("another dataset").contains("R-COO-05");
      agreements.end(access.forSystem(Capability.EDIT_AGREEMENTS), id, "Ended by both");
      assertThat(liaison.get("/incidents").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void R_COO_05_anAgreementForAnotherPurposeCoversNothing() {
    try (Visitor liaison = partner("CHA")) {
      Agreements.Terms terms =
          new Agreements.Terms(
              "CHA",
              Dataset.INCIDENTS,
              Purpose.EVALUATION,
              LocalDate.of(2020, 1, 1),
              LocalDate.of(2099, 1, 1),
              "Paper 1");
      inForce(terms);
      assertThat(liaison.get("/incidents").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void R_COO_05_whatHoldsBeginsWithTheFirstDayAndEndsWithTheLast() {
    LocalDate first = LocalDate.of(2027, 1, 1);
    LocalDate last = LocalDate.of(2027, 1, 31);
    Share share = new Share(Dataset.INCIDENTS, Purpose.WEEKLY_REVIEW, first, last);
    assertThat(share.covers(Dataset.INCIDENTS, first.minusDays(1))).isFalse();
    assertThat(share.covers(Dataset.INCIDENTS, first)).isTrue();
    assertThat(share.covers(Dataset.INCIDENTS, last)).isTrue();
    assertThat(share.covers(Dataset.INCIDENTS, last.plusDays(1))).isFalse();
    assertThat(share.covers(Dataset.PACKETS, first)).isFalse();
  }

  @Test
  void whoDraftsAnAgreementDoesNotPutItIntoForce() {
    try (Visitor privacy = Visitor.as(Role.PRIVACY_OFFICER, accounts, port);
        Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      String paper = "Paper " + UUID.randomUUID().toString().substring(0, 8);
      assertThat(privacy.post("/access/agreements/new", Map.of("organization", "X")).statusCode())
          .isEqualTo(422);
      privacy.post(
          "/access/agreements/new",
          Map.of(
              "organization", "CCC",
              "dataset", "PACKETS",
              "purpose", "WEEKLY_REVIEW",
              "startsOn", "2026-01-01",
              "endsOn", "2027-01-01",
              "document", paper));
      String row = "tr:contains(" + paper + ") form[action$=";
      Document drafted = privacy.page("/access/agreements");
      assertThat(director.page("/access/agreements").select(row + "/approve]")).isEmpty();
      privacy.post(drafted.select(row + "/review]").attr("action"), Map.of());
      Document read = privacy.page("/access/agreements");
      String sign = read.select(row + "/sign]").attr("action");
      assertThat(privacy.post(sign, Map.of("signedOn", "2099-01-01")).body())
          .contains("R-ACCESS-23");
      assertThat(privacy.post(sign, Map.of("signedOn", "2026-01-01")).statusCode()).isEqualTo(302);
      Document list = director.page("/access/agreements");
      String approve = list.select(row + "/approve]").attr("action");
      assertThat(privacy.page("/access/agreements").select(row + "/approve]")).isEmpty();
      assertThat(privacy.post(approve, Map.of()).body()).contains("R-ACCESS-20");
      assertThat(director.post(approve, Map.of()).statusCode()).isEqualTo(302);
      assertThat(director.post(approve, Map.of()).body()).contains("R-ACCESS-21");
    }
  }

  @Test
  void aPartnerSeesTheAgreementsOfTheOwnOrganizationOnly() {
    inForce("DWM", Dataset.PACKETS, LocalDate.of(2020, 1, 1));
    inForce("DOH", Dataset.PACKETS, LocalDate.of(2020, 1, 1));
    try (Visitor liaison = partner("DWM")) {
      assertThat(liaison.page("/access/agreements").select("tbody th").eachText())
          .containsOnly("DWM");
    }
  }

  @Test
  void anAgreementIsNotEndedTwice() {
    UUID id = inForce("DOB", Dataset.PACKETS, LocalDate.of(2020, 1, 1));
    Decision decision = access.forSystem(Capability.EDIT_AGREEMENTS);
    assertThatThrownBy(() -> agreements.end(decision, id, " "))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("R-ACCESS-25");
    agreements.end(decision, id, "Ended by both");
    assertThatThrownBy(() -> agreements.end(decision, id, "Ended by both"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("R-ACCESS-21");
  }

  @Test
  void f4EveryMoveFromEveryStateAnswersAsTheTableSays() {
    Map<String, Set<String>> table =
        Map.of(
            "review", Set.of("DRAFT"),
            "sign", Set.of("LEGAL_REVIEW"),
            "approve", Set.of("SIGNED"),
            "renew", Set.of("ACTIVE"),
            "destroyed", Set.of("TERMINATED"),
            "end", Set.of("DRAFT", "LEGAL_REVIEW", "SIGNED", "ACTIVE"));
    Decision editing = access.forSystem(Capability.EDIT_AGREEMENTS);
    table.forEach(
        (move, from) -> {
          for (Agreement.State state : Agreement.State.values()) {
            UUID id = inForce("MOPD", Dataset.INCIDENTS, LocalDate.of(2020, 1, 1));
            jdbc.sql(
                    """
                    update access.agreement set state = :state, destroy_by = case
                      when :state = 'TERMINATED' then date '2026-12-31' end where id = :id
                    """)
                .param("state", state.name())
                .param("id", id)
                .update();
            Runnable wish =
                switch (move) {
                  case "review" -> () -> agreements.review(editing, id);
                  case "sign" -> () -> agreements.sign(editing, id, LocalDate.of(2026, 1, 1));
                  case "approve" ->
                      () -> agreements.approve(access.forSystem(Capability.APPROVE_AGREEMENTS), id);
                  case "renew" -> () -> agreements.renew(editing, id);
                  case "destroyed" -> () -> agreements.destroyed(editing, id, "File 12");
                  default -> () -> agreements.end(editing, id, "Ended by both");
                };
            if (from.contains(state.name())) {
              wish.run();
            } else {
              assertThatThrownBy(wish::run)
                  .as(move + " from " + state)
                  .isInstanceOf(Refused.class)
                  .hasMessageContaining("R-ACCESS-21");
            }
            jdbc.sql("delete from access.agreement where organization = 'MOPD'").update();
          }
        });
  }

  @Test
  void f4SixtyDaysBeforeItsEndItIsToBeRenewedAndAfterItACertificateIsDue() {
    LocalDate today = LocalDate.of(2026, 11, 24);
    assertThat(ends(today.plusDays(61)).standing(today)).isEqualTo("in-force");
    assertThat(ends(today.plusDays(60)).standing(today)).isEqualTo("renewal-due");
    assertThat(ends(today).standing(today)).isEqualTo("renewal-due");
    assertThat(ends(today).certificateDue(today)).isNull();
    Agreement past = ends(today.minusDays(1));
    assertThat(past.standing(today)).isEqualTo("expired");
    assertThat(past.certificateDue(today)).isEqualTo(today.plusDays(29));
    assertThat(ends(today.plusDays(61)).place(today)).isEqualTo(Agreement.Place.HOLDS);
    assertThat(ends(today.plusDays(60)).place(today)).isEqualTo(Agreement.Place.WAITS);
    assertThat(past.place(today)).isEqualTo(Agreement.Place.WAITS);
  }

  private static Agreement ends(LocalDate last) {
    return new Agreement(
        UUID.randomUUID(),
        "CTA",
        Dataset.INCIDENTS,
        Purpose.WEEKLY_REVIEW,
        LocalDate.of(2025, 1, 1),
        last,
        "Paper",
        Agreement.State.ACTIVE,
        "system",
        LocalDate.of(2025, 1, 1),
        null,
        null,
        "",
        false);
  }

  private UUID inForce(String organization, Dataset dataset, LocalDate from) {
    Agreements.Terms terms =
        new Agreements.Terms(
            organization, dataset, dataset.use(), from, LocalDate.of(2099, 1, 1), "Paper");
    return inForce(terms);
  }

  private UUID inForce(Agreements.Terms terms) {
    Decision editing = access.forSystem(Capability.EDIT_AGREEMENTS);
    UUID id = agreements.draft(editing, terms);
    agreements.review(editing, id);
    agreements.sign(editing, id, LocalDate.of(2020, 1, 1));
    agreements.approve(access.forSystem(Capability.APPROVE_AGREEMENTS), id);
    return id;
  }

  private Visitor partner(String organization) {
    String name = "p-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name,
        "Partner",
        Role.DEPARTMENT_LIAISON,
        Seats.in(organization, Set.of("austin")),
        name + name);
    Visitor visitor = Visitor.stranger(port);
    visitor.post("/access/sign-in", Map.of("name", name, "password", name + name));
    Phone.enrol(visitor);
    visitor.post("/access/acknowledgement", Map.of("understood", "yes"));
    return visitor;
  }
}
