package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Who asks too often is told when to come back, and it is noted. */
@CenterTest
@TestPropertySource(
    properties = {"cscc.requests.account-a-minute=30", "cscc.requests.address-a-minute=120"})
class RequestLimitTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @Test
  void anAllowanceComesBackWithTimeAndIsEachOnesOwn() {
    AtomicLong nanos = new AtomicLong();
    Allowance allowance = new Allowance(60, nanos::get);
    for (int n = 0; n < 30; n++) {
      assertThat(allowance.take("a")).isZero();
    }
    assertThat(allowance.take("a")).isEqualTo(1);
    assertThat(allowance.take("b")).isZero();
    nanos.addAndGet(2_000_000_000L);
    assertThat(allowance.take("a")).isZero();
    assertThat(allowance.take("a")).isZero();
    assertThat(allowance.take("a")).isEqualTo(1);
  }

  @Test
  void aFloodOfAddressesIsForgottenAgain() {
    AtomicLong nanos = new AtomicLong();
    Allowance allowance = new Allowance(60, nanos::get);
    for (int n = 0; n < 50_000; n++) {
      allowance.take("address " + n);
      nanos.addAndGet(1_000_000);
    }
    assertThat(allowance.known()).isLessThan(25_000);
  }

  @Test
  void anAccountAndAnAddressThatAskTooOftenGet429WithTheTimeToWaitAndARowInTheTrail()
      throws Exception {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> answer = flood(() -> analyst.get("/places"));
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(wait(answer)).isBetween(1L, 60L);
      assertThat(answer.body()).contains("R-ACCESS-04");
      HttpResponse<String> program =
          flood(() -> analyst.ask("/api/v1/areas", "Accept", "application/json"));
      assertThat(program.statusCode()).isEqualTo(429);
      assertThat(program.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(program.body()).contains("\"rule\":\"R-ACCESS-04\"");
    }
    assertThat(noted("R-ACCESS-04")).isPositive();

    try (Visitor stranger = Visitor.stranger(port)) {
      HttpResponse<String> answer = flood(() -> stranger.get("/access/sign-in"));
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(wait(answer)).isBetween(1L, 60L);
      HttpResponse<String> program =
          flood(() -> stranger.ask("/api/v1/areas", "Accept", "application/json"));
      assertThat(program.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(program.body()).contains("R-SITE-OFTEN");
    }
    assertThat(noted("HTTP-429")).isPositive();
  }

  private static long wait(HttpResponse<String> answer) {
    return answer.headers().firstValueAsLong("Retry-After").orElse(0);
  }

  private static HttpResponse<String> flood(Supplier<HttpResponse<String>> ask) {
    HttpResponse<String> answer = ask.get();
    for (int n = 0; n < 600 && answer.statusCode() != 429; n++) {
      answer = ask.get();
    }
    return answer;
  }

  private long noted(String rule) {
    return jdbc.sql(
            """
            select count(*) from audit.event e join audit.word k on k.id = e.kind
            where e.deed = 10 and k.word = ?
            """)
        .param(rule)
        .query(Long.class)
        .single();
  }
}
