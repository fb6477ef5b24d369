package org.cscc.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.kernel.Refused;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A consent is specific, ends by itself, and ends at once when it is withdrawn. */
@CenterTest
class ConsentTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Consents consents;
  @Autowired JdbcClient jdbc;

  @Test
  void whatWasAllowedMayBeToldToWhomItWasAllowedAndEachTimeIsNoted() {
    try (Visitor advocate = Visitor.as(Role.ADVOCATE, accounts, port)) {
      String address = write(advocate, Map.of());
      String token = token(address);
      assertThat(told(advocate, address)).isEmpty();
      consents.disclose(token, "CDPH", Purpose.REFERRAL, Set.of(Share.NEED));
      consents.disclose(token, "CDPH", Purpose.REFERRAL, Set.of(Share.NEED));
      assertThat(told(advocate, address)).hasSize(2).allMatch(line -> line.contains("CDPH"));
      assertThat(
              jdbc.sql("select count(*) from audit.event where deed = 12 and record = ?")
                  .param(token)
                  .query(Integer.class)
                  .single())
          .isEqualTo(2);
    }
  }

  @Test
  void rConsent03NothingElseIsTold() {
    try (Visitor advocate = Visitor.as(Role.ADVOCATE, accounts, port)) {
      String token = token(write(advocate, Map.of()));
      refused(token, "DFSS", Purpose.REFERRAL, Share.NEED);
      refused(token, "CDPH", Purpose.ASSISTANCE, Share.NEED);
      refused(token, "CDPH", Purpose.REFERRAL, Share.CONTACT);
      refused("0000-0000-0000", "CDPH", Purpose.REFERRAL, Share.NEED);
      assertThatThrownBy(() -> consents.disclose(token, "CDPH", Purpose.REFERRAL, Set.of()))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void advocateCannotTellAfterConsentWasWithdrawnInAnotherTab() {
    try (Visitor advocate = Visitor.as(Role.ADVOCATE, accounts, port)) {
      String address = write(advocate, Map.of());
      String token = token(address);
      Document otherTab = advocate.page(address);
      advocate.post(address + "/withdraw", Map.of());
      refused(token, "CDPH", Purpose.REFERRAL, Share.NEED);
      assertThat(otherTab.select("form[action$=/withdraw]")).hasSize(1);
      assertThat(advocate.post(address + "/withdraw", Map.of()).statusCode()).isEqualTo(302);
      assertThat(advocate.page(address).select("form[action$=/withdraw]")).isEmpty();
    }
  }

  @Test
  void aConsentEndsByItself() {
    try (Visitor advocate = Visitor.as(Role.ADVOCATE, accounts, port)) {
      String token = token(write(advocate, Map.of("days", "1")));
      jdbc.sql(
              """
              update consent.consent set given_at = given_at - interval '2 days',
                expires_at = expires_at - interval '2 days' where token = ?
              """)
          .param(token)
          .update();
      refused(token, "CDPH", Purpose.REFERRAL, Share.NEED);
    }
  }

  @Test
  void rConsent01And02ItIsSpecificAndHoldsNinetyDaysAtMost() {
    try (Visitor advocate = Visitor.as(Role.ADVOCATE, accounts, port)) {
      assertThat(post(advocate, Map.of("days", "91")).body()).contains("R-CONSENT-02");
      assertThat(post(advocate, Map.of("shares", "")).body()).contains("R-CONSENT-01");
      assertThat(post(advocate, Map.of("recipients", "NOBODY")).body()).contains("R-CONSENT-01");
      assertThat(post(advocate, Map.of("token", "A real name")).body()).contains("R-CONSENT-01");
    }
  }

  @Test
  void theSheetSpeaksTheLanguageOfThePersonNotOfTheReader() {
    try (Visitor advocate = Visitor.as(Role.ADVOCATE, accounts, port)) {
      String address = write(advocate, Map.of("sheetLanguage", "es"));
      Document sheet = advocate.page(address + "/sheet");
      assertThat(sheet.select("html").attr("lang")).isEqualTo("en");
      assertThat(sheet.select("main [lang=es] h1").text()).isEqualTo("Lo que permito");
      assertThat(sheet.select("main").text()).contains("Qué ayuda hace falta", "A: CDPH");
    }
  }

  @Test
  void othersCanNotSeeItNorLearnThatItIsThere() {
    try (Visitor advocate = Visitor.as(Role.ADVOCATE, accounts, port);
        Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor police = Visitor.as(Role.POLICE_LIAISON, accounts, port)) {
      String address = write(advocate, Map.of());
      jdbc.sql("update consent.consent set organization = 'DFSS' where id = ?::uuid")
          .param(address.substring("/consent/".length()))
          .update();
      HttpResponse<String> foreign = advocate.get(address);
      HttpResponse<String> unknown = advocate.get("/consent/" + UUID.randomUUID());
      assertThat(foreign.statusCode()).isEqualTo(404);
      assertThat(foreign.body().length()).isCloseTo(unknown.body().length(), within());
      assertThat(analyst.get(address).statusCode()).isEqualTo(403);
      assertThat(police.get("/consent").statusCode()).isEqualTo(403);
    }
  }

  private static List<String> told(Visitor advocate, String address) {
    return advocate.page(address).select("section[aria-labelledby=told] li").eachText();
  }

  private static Offset<Integer> within() {
    return Offset.offset(4);
  }

  private void refused(String token, String recipient, Purpose purpose, Share share) {
    assertThatThrownBy(() -> consents.disclose(token, recipient, purpose, Set.of(share)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("R-CONSENT-03"));
  }

  private String token(String address) {
    return jdbc.sql("select token from consent.consent where id = ?::uuid")
        .param(address.substring("/consent/".length()))
        .query(String.class)
        .single();
  }

  private static String write(Visitor advocate, Map<String, String> other) {
    String location = post(advocate, other).headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf("/consent/"));
  }

  private static HttpResponse<String> post(Visitor advocate, Map<String, String> other) {
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "shares", "NEED",
                "recipients", "CDPH",
                "purpose", "REFERRAL",
                "method", "PAPER",
                "sheetLanguage", "en",
                "days", "30"));
    fields.putAll(other);
    return advocate.post("/consent", fields);
  }
}
