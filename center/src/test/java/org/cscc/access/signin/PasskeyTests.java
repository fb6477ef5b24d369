package org.cscc.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.cscc.access.Accounts;
import org.cscc.access.Phone;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys: made, shown, and refused in every way a false one can be. */
@CenterTest
class PasskeyTests {
  private static final String PASSWORD = "turnip lantern cobalt vestibule";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Invitations invitations;
  @Autowired JdbcClient jdbc;

  private String name = "";

  @BeforeEach
  void somebody() {
    name = "k-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", Role.ANALYST, "MOCS", Set.of(), PASSWORD);
  }

  @Test
  void aPasskeyAloneLeadsInAndCountsAsTwoFactors() {
    Device phone = enrolled();
    try (Visitor visitor = Visitor.stranger(port)) {
      String before = visitor.cookie("cscc-session");
      HttpResponse<String> in = show(visitor, phone);
      assertThat(location(in)).endsWith("/");
      assertThat(visitor.cookie("cscc-session")).isNotEqualTo(before);
      Document account = visitor.page("/access/account?language=en");
      assertThat(account.text()).contains("a passkey", "One passkey.");
      assertThat(visitor.page("/access/account?language=es").text())
          .contains("Una llave de acceso.");
      assertThat(visitor.page("/access/passkeys").select("tbody tr")).hasSize(1);
      assertThat(audited("sign-in", name, 8)).isEqualTo(2);
    }
  }

  @Test
  void whatAFalseAnswerCanBeIsRefused() {
    Device phone = enrolled();
    phone.counter = 5;
    try (Visitor visitor = Visitor.stranger(port)) {
      assertThat(location(show(visitor, phone))).endsWith("/");
    }
    refused(phone, device -> device.verifies = false);
    phone.verifies = true;
    refused(phone, device -> device.origin = "https://center.example");
    refused(phone, device -> device.origin = "http://localhost:1");
    phone.origin = "http://localhost:" + port;
    refused(phone, device -> device.place = "center.example");
    phone.place = "localhost";
    refused(phone, device -> device.counter = 3);
    refused(new Device("http://localhost:" + port), device -> {});
    phone.counter = 20;
    try (Visitor visitor = Visitor.stranger(port)) {
      assertThat(location(show(visitor, phone))).as("and the right one is taken").endsWith("/");
    }
    try (Visitor visitor = Visitor.stranger(port)) {
      for (String bad : new String[] {"", "{}", "[]", "nonsense", "{\"id\":\"AA\"}"}) {
        visitor.page("/access/sign-in");
        assertThat(location(visitor.post("/access/passkey", Map.of("answer", bad))))
            .endsWith("?passkey");
      }
    }
  }

  @Test
  void anAnswerCountsOnceAndForItsOwnSession() {
    Device phone = enrolled();
    try (Visitor visitor = Visitor.stranger(port);
        Visitor thief = Visitor.stranger(port)) {
      String answer = phone.show(form(visitor.page("/access/sign-in")));
      thief.page("/access/sign-in");
      assertThat(location(thief.post("/access/passkey", Map.of("answer", answer))))
          .endsWith("?passkey");
      assertThat(location(visitor.post("/access/passkey", Map.of("answer", answer)))).endsWith("/");
      assertThat(location(visitor.post("/access/passkey", Map.of("answer", answer))))
          .contains("?passkey");
    }
  }

  @Test
  void aPasskeyThatWasRemovedOrWhoseAccountEndedLeadsNowhere() {
    Device phone = enrolled();
    try (Visitor visitor = Visitor.stranger(port);
        Visitor other = Visitor.as(Role.ANALYST, accounts, port)) {
      show(visitor, phone);
      String remove = visitor.page("/access/passkeys").select("tbody form").attr("action");
      other.post(remove, Map.of());
      assertThat(visitor.page("/access/passkeys").select("tbody form"))
          .as("not another's")
          .hasSize(1);
      visitor.post(remove, Map.of());
    }
    refused(phone, device -> {});
    Device second = enrolled();
    accounts.end(name);
    refused(second, device -> {});
  }

  @Test
  void aPasskeyIsMadeOnlyAfterAFreshProofAndNotTwiceOnOneDevice() {
    Device phone = new Device("http://localhost:" + port);
    try (Visitor visitor = signedIn()) {
      jdbc.sql("update access.session set proved_at = proved_at - interval '16 minutes'").update();
      assertThat(location(visitor.get("/access/passkeys"))).contains("/access/confirm");
      assertThat(location(visitor.post("/access/passkeys", Map.of("answer", "{}"))))
          .contains("/access/confirm");
      jdbc.sql("update access.session set proved_at = now() where account_id is not null").update();
      phone.verifies = false;
      assertThat(make(visitor, phone).statusCode()).isEqualTo(422);
      phone.verifies = true;
      assertThat(location(make(visitor, phone))).endsWith("?added");
      assertThat(visitor.page("/access/passkeys").select("form[data-known]").attr("data-known"))
          .isNotEmpty();
      assertThat(make(visitor, phone).statusCode()).as("the same again").isEqualTo(422);
    }
  }

  @Test
  void aProofOfBeforeIsRenewedWithThePasskeyOfTheSamePersonOnly() {
    Device phone = enrolled();
    String first = name;
    somebody();
    Device others = enrolled();
    try (Visitor visitor = Visitor.stranger(port)) {
      show(visitor, phone);
      jdbc.sql("update access.session set proved_at = proved_at - interval '16 minutes'").update();
      String asked = others.show(form(visitor.page("/access/confirm")));
      assertThat(visitor.post("/access/confirm/passkey", Map.of("answer", asked)).body())
          .contains("R-SIGNIN-12");
      String own = phone.show(form(visitor.page("/access/confirm?then=/access/passkeys")));
      assertThat(
              location(
                  visitor.post(
                      "/access/confirm/passkey",
                      Map.of("answer", own, "then", "/access/passkeys"))))
          .endsWith("/access/passkeys");
      assertThat(visitor.page("/access/account").text()).contains(first);
    }
  }

  @Test
  void whoHasOnlyThePasswordSetsUpNoPhoneBesideThePasskeys() {
    enrolled();
    jdbc.sql("delete from access.authenticator").update();
    try (Visitor thief = Visitor.stranger(port)) {
      thief.post("/access/sign-in", Map.of("name", name, "password", PASSWORD));
      assertThat(location(thief.get("/access/second-factor"))).endsWith("?use-passkey");
      assertThat(location(thief.post("/access/second-factor", Map.of("code", "123456"))))
          .endsWith("?use-passkey");
      assertThat(thief.get("/").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void anInvitationForgetsThePasskeysOfBefore() {
    Device phone = enrolled();
    try (Visitor visitor = Visitor.stranger(port)) {
      String link = "/access/invitation/" + invitations.make(name);
      visitor.post(link, Map.of("new-password", "ferry gravel monsoon pantry"));
    }
    refused(phone, device -> {});
  }

  private Device enrolled() {
    Device phone = new Device("http://localhost:" + port);
    try (Visitor visitor = signedIn()) {
      assertThat(location(make(visitor, phone))).endsWith("/access/passkeys?added");
    }
    return phone;
  }

  private Visitor signedIn() {
    jdbc.sql(
            "delete from access.authenticator where account_id in (select id from access.account where name = ?)")
        .param(name)
        .update();
    jdbc.sql(
            "delete from access.passkey where account_id in (select id from access.account where name = ?)")
        .param(name)
        .update();
    Visitor visitor = Visitor.stranger(port);
    visitor.post("/access/sign-in", Map.of("name", name, "password", PASSWORD));
    Phone.enrol(visitor);
    return visitor;
  }

  private static HttpResponse<String> make(Visitor visitor, Device phone) {
    Element form = visitor.page("/access/passkeys").expectFirst("form[data-passkey=create]");
    return visitor.post("/access/passkeys", Map.of("answer", phone.make(form)));
  }

  private static HttpResponse<String> show(Visitor visitor, Device phone) {
    String answer = phone.show(form(visitor.page("/access/sign-in")));
    return visitor.post("/access/passkey", Map.of("answer", answer));
  }

  private static Element form(Document page) {
    return page.expectFirst("form[data-passkey=get]");
  }

  private void refused(Device device, Consumer<Device> fault) {
    fault.accept(device);
    try (Visitor visitor = Visitor.stranger(port)) {
      assertThat(location(show(visitor, device))).endsWith("/access/sign-in?passkey");
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }
  }

  private int audited(String kind, String record, int deed) {
    return jdbc.sql(
            """
            select count(*) from audit.event e join audit.word w on w.id = e.kind
            where w.word = ? and e.record = ? and e.deed = ?
            """)
        .params(kind, record, deed)
        .query(Integer.class)
        .single();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("(no redirect) " + answer.statusCode());
  }
}
