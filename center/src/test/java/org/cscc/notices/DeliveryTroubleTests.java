package org.cscc.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
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

/** What goes wrong with one letter, and people who change their mind before it goes out. */
@CenterTest
class DeliveryTroubleTests {
  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static final List<String> TEXTS = new CopyOnWriteArrayList<>();
  private static final HttpServer PROVIDER = provider();
  private static final String MEETING = "00000000-0000-4000-8000-0000000000ab";

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
  }

  @Test
  void aLetterThatCanNotBeMadeKeepsNoOtherOneBackAndSomebodySeesToIt() throws Exception {
    for (String name : List.of("ana", "bob", "cyd", "dan")) {
      mail(name, name + "@city.example");
    }
    text("eve", "+1 312 555 0100");
    post(raised("ana", null));
    post(new Notice("notices.kind.unknown", "bob", List.of(), "/actions", true, null));
    post(raised("cyd", "invitation no-such-id"));
    post(raised("dan", null));
    post(raised("eve", null));
    assertThat(postman.round()).isEqualTo(5);
    assertThat(recipients()).containsExactlyInAnyOrder("ana@city.example", "dan@city.example");
    assertThat(TEXTS).hasSize(1);
    assertThat(outbox.counts().waiting()).as("tried again").isEqualTo(2);
    for (int attempt = 0; attempt < 6; attempt++) {
      timePasses(Duration.ofHours(2));
      postman.round();
    }
    assertThat(MAIL.getReceivedMessages()).as("no other one is sent twice").hasSize(2);
    assertThat(outbox.in("FAILED", 10))
        .extracting(Told::recipient, Told::trouble)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("bob", "CENTER"),
            org.assertj.core.groups.Tuple.tuple("cyd", "CENTER"));
    assertThat(notices.failed()).as("stands on the page of who sees to it").isEqualTo(2);
  }

  @Test
  void anInvitationGoesToAnAddressWithSignsThatCalendarsWriteInAnotherWay() throws Exception {
    jdbc.sql(
            """
            insert into reviews.meeting (id, team, week, planned_at, starts_at, minutes, place,
              quorum, state)
            values (?::uuid, 'austin', '2031-01-12', '2031-01-22T16:00Z', '2031-01-22T16:00Z', 60,
              '', 4, 'SCHEDULED')
            """)
        .param(MEETING)
        .update();
    try {
      mail("ana", "a%b@x.org");
      mail("bob", "a|b@x.org");
      mail("cyd", "cyd@city.example");
      for (String name : List.of("ana", "bob", "cyd")) {
        post(raised(name, "invitation " + MEETING));
      }
      assertThat(postman.round()).isEqualTo(3);
      assertThat(outbox.counts().handedOver()).isEqualTo(3);
      assertThat(recipients())
          .containsExactlyInAnyOrder("a%b@x.org", "a|b@x.org", "cyd@city.example");
      assertThat(Arrays.stream(MAIL.getReceivedMessages()).map(DeliveryTroubleTests::calendar))
          .anyMatch(calendar -> calendar.contains("mailto:a%25b@x.org"))
          .anyMatch(calendar -> calendar.contains("mailto:a%7Cb@x.org"))
          .anyMatch(calendar -> calendar.contains("mailto:cyd@city.example"));
    } finally {
      jdbc.sql("delete from reviews.meeting where id = ?::uuid").param(MEETING).update();
    }
  }

  @Test
  void whatWaitsGoesTheWayThatThePersonWishesWhenItIsSent() throws Exception {
    mail("ana", "ana@city.example");
    mail("bob", "bob@city.example");
    mail("cyd", "cyd@city.example");
    text("dan", "+1 312 555 0101");
    for (String name : List.of("ana", "bob", "cyd", "dan")) {
      post(raised(name, null));
    }
    transaction.executeWithoutResult(
        status -> notices.enclose(List.of(raised("ana", "invitation " + MEETING))));
    text("ana", "+1 312 555 0100");
    preferences.save("bob", new Preference(Channel.PAGE, "", "en", null, null));
    mail("cyd", "new@city.example");
    mail("dan", "dan@city.example");
    assertThat(postman.round()).isEqualTo(3);
    assertThat(recipients()).containsExactlyInAnyOrder("new@city.example", "dan@city.example");
    assertThat(TEXTS).as("no calendar as a text message").hasSize(1);
    assertThat(TEXTS.getFirst()).contains("+1 312 555 0100");
    Backlog counts = outbox.counts();
    assertThat(counts.handedOver()).isEqualTo(3);
    assertThat(counts.waiting() + counts.failed() + counts.unsent()).isZero();
    assertThat(outbox.newest("bob", 1).getFirst().state()).as("on the page alone").isNull();
  }

  @Test
  void whyItWasNotHandedOverIsSaidInWordsAndOnlyWhoMaySeesToIt() {
    List<String> troubles =
        List.of("SERVER", "REFUSED", "SIGN_IN", "ADDRESS", "STOPPED", "CENTER", "ANSWER_503");
    mail("ana", "ana@city.example");
    for (String trouble : troubles) {
      post(raised("ana", null));
      jdbc.sql("update notices.delivery set state = 'FAILED', trouble = ? where state = 'WAITING'")
          .param(trouble)
          .update();
    }
    try (Visitor auditor = Visitor.as(Role.AUDITOR, accounts, port);
        Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      assertThat(director.page("/notices/backlog").select("form[action$=/settle]")).hasSize(7);
      var page = auditor.page("/notices/backlog");
      assertThat(page.select("form[action$=/settle]")).isEmpty();
      assertThat(page.select("#failed + table").text())
          .contains("The server could not be reached", "messages answered 503")
          .doesNotContain("Told another way", "Seen to", "??", "{0}")
          .doesNotContain(troubles);
      assertThat(auditor.page("/notices/backlog?language=es").select("#failed + table").text())
          .contains("No se pudo llegar al servidor", "respondió 503")
          .doesNotContain("??", "{0}")
          .doesNotContain(troubles);
    }
  }

  @Test
  void aServerThatIsNotThereIsNotSaidToHaveRefused() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    MailCarrier carrier =
        new MailCarrier(List.of(), "127.0.0.1", nobody, "", "", false, "center@city.example");
    Delivery delivery =
        new Delivery(
            java.util.UUID.randomUUID(),
            Channel.MAIL,
            1,
            "ana@city.example",
            "en",
            "actions.notice.raised",
            List.of(),
            "/actions",
            null);
    assertThat(carrier.carry(List.of(new Letter(delivery, "Subject", "Text"))))
        .containsExactly(new Carrier.Outcome.Failed("SERVER", true));
  }

  private static String calendar(MimeMessage mail) {
    try {
      Multipart parts = (Multipart) mail.getContent();
      String folded =
          new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return folded.replace("\r\n ", "");
    } catch (IOException | jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> recipients() throws Exception {
    List<String> all = new CopyOnWriteArrayList<>();
    for (MimeMessage mail : MAIL.getReceivedMessages()) {
      all.add(mail.getAllRecipients()[0].toString());
    }
    return all;
  }

  private void mail(String name, String address) {
    preferences.save(name, new Preference(Channel.MAIL, address, "en", null, null));
  }

  private void text(String name, String number) {
    preferences.save(name, new Preference(Channel.TEXT, number, "en", null, null));
  }

  private static Notice raised(String to, @Nullable String enclosure) {
    return new Notice(
        "actions.notice.raised", to, List.of("2", "DSS", "1"), "/actions", true, null, enclosure);
  }

  private void post(Notice notice) {
    transaction.executeWithoutResult(status -> notices.post(notice));
  }

  private void timePasses(Duration time) {
    jdbc.sql("update notices.delivery set due_at = due_at - cast(? as interval)")
        .param(time.toSeconds() + " seconds")
        .update();
  }

  private static HttpServer provider() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext(
          "/",
          exchange -> {
            TEXTS.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
