package org.cscc.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A center that trusts no proxy. */
@CenterTest
class UntrustedWayTests {
  @LocalServerPort int port;

  @Test
  void whatAVisitorSaysAboutTheOwnWayCountsForNothing() {
    try (Visitor visitor = Visitor.stranger(port)) {
      HttpResponse<String> answer =
          visitor.ask(
              "/access/sign-in", "X-Forwarded-Proto", "https", "X-Forwarded-For", "198.51.100.77");
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
      assertThat(visitor.cookie("cscc-session")).isNotEmpty();
    }
  }
}
