package org.cscc.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail goes through a real SMTP server, text messages to a real HTTP server. */
@CenterTest
class DeliveryTests {
  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static final Map<String, List<String>> TEXTS = new ConcurrentHashMap<>();
  private static final AtomicBoolean PROVIDER_IS_DOWN = new AtomicBoolean();
  private static final HttpServer PROVIDER = provider();

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Notices notices;
  @Autowired Postman postman;
  @Autowired Outbox outbox;
  @Autowired Preferences preferences;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    MAIL.start();
    registry.add("cscc.mail.host", () -> "127.0.0.1");
    registry.add("cscc.mail.port", () -> MAIL.getSmtp().getPort());
    registry.add("cscc.mail.from", () -> "center@city.example");
    registry.add("cscc.text.url", () -> "http://127.0.0.1:" + PROVIDER.getAddress().getPort());
  }

  @AfterAll
  static void stop() {
    MAIL.stop();
    PROVIDER.stop(0);
  }

  @BeforeEach
  void empty() throws Exception {
    notices.removeAll();
    MAIL.purgeEmailFromAllMailboxes();
    TEXTS.clear();
    PROVIDER_IS_DOWN.set(false);
  }

  @Test
  void mailArrivesInThePersonsLanguageAndLeadsToAPage() throws Exception {
    preferences.save("ana", new Preference(Channel.MAIL, "ana@city.example", "es", null, null));
    post(
        new Notice(
            "actions.notice.raised", "ana", List.of("3", "DSS", "1"), "/actions", false, null));
    assertThat(postman.round()).isEqualTo(1);
    MimeMessage mail = MAIL.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("3 asuntos de DSS están atrasados");
    assertThat(mail.getContent().toString()).contains("http").contains("/actions");
    assertThat(mail.getHeader("Content-Language")).containsExactly("es");
    assertThat(postman.round()).as("nothing is sent twice").isZero();
  }

  @Test
  void anInvitationGoesAlongAsItStandsWhenTheMailIsHandedOver() throws Exception {
    preferences.save("ana", new Preference(Channel.MAIL, "ana@city.example", "en", null, null));
    String meeting = "00000000-0000-4000-8000-0000000000aa";
    jdbc.sql(
            """
            insert into reviews.meeting (id, team, week, planned_at, starts_at, minutes, place, quorum, state)
            values (?::uuid, 'austin', '2031-01-05', '2031-01-15T16:00Z', '2031-01-15T16:00Z', 60, '', 4,
              'SCHEDULED')
            """)
        .param(meeting)
        .update();
    try {
      post(
          new Notice(
              "reviews.notice.agenda",
              "ana",
              List.of("Austin", "2031-01-15 10:00"),
              "/reviews/meetings",
              false,
              null,
              "invitation " + meeting));
      jdbc.sql("update reviews.meeting set starts_at = '2031-01-16T16:00Z', sequence = 1").update();
      assertThat(postman.round()).isEqualTo(1);
      MimeMessage mail = MAIL.getReceivedMessages()[0];
      Multipart parts = (Multipart) mail.getContent();
      assertThat(parts.getCount()).isEqualTo(2);
      assertThat(parts.getBodyPart(1).getContentType()).contains("text/calendar", "method=REQUEST");
      String calendar =
          new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(calendar)
          .contains(
              "UID:" + meeting + "@cscc",
              "SEQUENCE:1",
              "DTSTART;TZID=America/Chicago:20310116T100000",
              "BEGIN:VTIMEZONE",
              "mailto:ana@city.example");
    } finally {
      jdbc.sql("delete from reviews.meeting where id = ?::uuid").param(meeting).update();
    }
  }

  @Test
  void whatIsRolledBackIsNeverTold() {
    preferences.save("ana", new Preference(Channel.MAIL, "ana@city.example", "en", null, null));
    transaction.executeWithoutResult(
        status -> {
          notices.post(raised("ana", null));
          status.setRollbackOnly();
        });
    assertThat(postman.round()).isZero();
    assertThatThrownBy(() -> notices.post(raised("ana", null)))
        .as("outside of a transaction")
        .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
  }

  @Test
  void aKeyIsToldOnceHoweverOftenItIsWritten() {
    preferences.save("ana", new Preference(Channel.MAIL, "ana@city.example", "en", null, null));
    post(raised("ana", "item-1"));
    post(raised("ana", "item-1"));
    assertThat(postman.round()).isEqualTo(1);
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aProviderThatIsDownIsAskedAgainWithTheSameKey() {
    preferences.save("bea", new Preference(Channel.TEXT, "+1 312 555 0100", "en", null, null));
    PROVIDER_IS_DOWN.set(true);
    post(raised("bea", null));
    postman.round();
    assertThat(outbox.counts().waiting()).isEqualTo(1);
    PROVIDER_IS_DOWN.set(false);
    timePasses(Duration.ofSeconds(6));
    postman.round();
    assertThat(TEXTS).hasSize(1);
    assertThat(TEXTS.values().iterator().next()).hasSize(2);
    assertThat(outbox.counts().handedOver()).isEqualTo(1);
  }

  @Test
  void whatFailsForGoodIsListedUntilSomebodySeesToIt() {
    preferences.save("bea", new Preference(Channel.TEXT, "+1 312 555 0199", "en", null, null));
    PROVIDER_IS_DOWN.set(true);
    post(raised("bea", null));
    for (int attempt = 0; attempt < 6; attempt++) {
      postman.round();
      timePasses(Duration.ofHours(2));
    }
    assertThat(outbox.counts().failed()).isEqualTo(1);
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor liaison = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port)) {
      assertThat(liaison.get("/notices/backlog").statusCode()).isEqualTo(403);
      var page = director.page("/notices/backlog");
      assertThat(page.select("h1").text()).isEqualTo("1 notice could not be handed over");
      assertThat(page.select("#failed + table").text()).contains("bea").doesNotContain("late");
      String action = page.select("form[action$=/settle]").attr("action");
      assertThat(director.post(action, Map.of()).statusCode()).isEqualTo(302);
      assertThat(director.post(action, Map.of()).body()).contains("R-NOTICES-02");
    }
    assertThat(outbox.counts().failed()).isZero();
  }

  @Test
  void anAddressThatIsNoneIsNotTriedAgain() {
    preferences.save("cyd", new Preference(Channel.MAIL, "nobody at all", "en", null, null));
    post(raised("cyd", null));
    postman.round();
    assertThat(outbox.counts().failed()).isEqualTo(1);
  }

  @Test
  void withoutAWishItStandsOnThePersonsPageOnly() {
    post(raised("dan", null));
    assertThat(postman.round()).isZero();
    assertThat(notices.unseen("dan")).isEqualTo(1);
  }

  @Test
  void everyNoticeIsHandedOverWithinTenSeconds() throws Exception {
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      people.add("p" + i);
      preferences.save(
          "p" + i,
          new Preference(
              i % 5 == 0 ? Channel.TEXT : Channel.MAIL,
              i % 5 == 0 ? "+1 312 555 01" + (10 + i) : "p" + i + "@city.example",
              "en",
              null,
              null));
    }
    AtomicBoolean over = new AtomicBoolean();
    Thread job =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    postman.round();
                    pause(1000);
                  }
                });
    for (int burst = 0; burst < 10; burst++) {
      for (int i = 0; i < 200; i++) {
        post(raised(people.get(i % people.size()), null));
      }
      pause(300);
    }
    for (int i = 0; i < 300 && outbox.counts().waiting() > 0; i++) {
      pause(100);
    }
    over.set(true);
    job.join();
    Backlog counts = outbox.counts();
    System.out.println(
        "measured: notices handed over within 10 s: "
            + counts.soon()
            + " of "
            + counts.handedOver());
    assertThat(counts.handedOver()).isEqualTo(2000);
    assertThat(counts.soon()).isGreaterThanOrEqualTo(1998);
    assertThat(MAIL.getReceivedMessages()).hasSize(1600);
  }

  private static Notice raised(String to, @Nullable String once) {
    return new Notice(
        "actions.notice.raised", to, List.of("2", "DSS", "1"), "/actions", true, once);
  }

  private void post(Notice notice) {
    transaction.executeWithoutResult(status -> notices.post(notice));
  }

  private void timePasses(Duration time) {
    jdbc.sql("update notices.delivery set due_at = due_at - cast(? as interval)")
        .param(time.toSeconds() + " seconds")
        .update();
  }

  private static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpServer provider() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext(
          "/",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            TEXTS.computeIfAbsent(key, none -> new CopyOnWriteArrayList<>()).add(body);
            exchange.sendResponseHeaders(PROVIDER_IS_DOWN.get() ? 503 : 202, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
