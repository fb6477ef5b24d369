package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A token of the command line in the hands of a program. */
@CenterTest
class TokenTests {
  private static final String COUNTS =
      "/api/v1/counts?measure=incidents&by=area&from=2020-01-01&to=2020-01-31";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Tokens tokens;
  @Autowired Acknowledgements acknowledgements;

  @Test
  void R_HRIT_07_theWordGivenForATokenHoldsForThisTokenOnly() {
    String name = "t-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Token", Role.ANALYST, Seats.in("MOCS", Set.of()), name + name);
    HttpResponse<String> without = counts(tokens.issue(name, false));
    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(without.body()).contains("R-HRIT-07");
    HttpResponse<String> with = counts(tokens.issue(name, true));
    assertThat(with.statusCode()).isEqualTo(200);
    assertThat(with.body()).contains("\"rows\":[", "\"unmapped\":0");
    assertThat(acknowledgements.holdsUntil(accounts.byName(name))).isEmpty();
  }

  private HttpResponse<String> counts(String token) {
    try (Visitor program = Visitor.stranger(port)) {
      return program.ask(COUNTS, "Authorization", "Bearer " + token);
    }
  }
}
