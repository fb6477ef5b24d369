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

/** R-COO-05 from the draft to the day after the last. */
@CenterTest
class AgreementTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Agreements agreements;
  @Autowired Access access;

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
      UUID id = agreements.draft(access.forSystem(Capability.EDIT_AGREEMENTS), terms);
      agreements.approve(access.forSystem(Capability.APPROVE_AGREEMENTS), id);
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
              "document", "Paper 12"));
      Document list = director.page("/access/agreements");
      String approve = list.select("tr:contains(CCC) form[action$=/approve]").attr("action");
      assertThat(
              privacy.page("/access/agreements").select("tr:contains(CCC) form[action$=/approve]"))
          .isEmpty();
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
    agreements.end(decision, id, "");
    assertThatThrownBy(() -> agreements.end(decision, id, ""))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("R-ACCESS-21");
  }

  private UUID inForce(String organization, Dataset dataset, LocalDate from) {
    Agreements.Terms terms =
        new Agreements.Terms(
            organization, dataset, dataset.use(), from, LocalDate.of(2099, 1, 1), "Paper");
    UUID id = agreements.draft(access.forSystem(Capability.EDIT_AGREEMENTS), terms);
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
