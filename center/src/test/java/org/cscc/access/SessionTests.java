package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session is worth what its account is worth at this request. */
@CenterTest
class SessionTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;

  private final String name = "s-" + UUID.randomUUID().toString().substring(0, 12);

  @Test
  void endingAnAccountEndsItsSessionsWithTheNextRequest() {
    try (Visitor visitor = facilitator()) {
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
      accounts.end(name);
      assertThat(visitor.get("/").headers().firstValue("Location"))
          .get()
          .asString()
          .endsWith("/access/sign-in?expired");
      assertThat(visitor.get("/api/v1/areas").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void anotherRoleEndsTheSessionAndHoldsAfterTheNextSignIn() {
    try (Visitor visitor = facilitator()) {
      accounts.change(name, Role.TRAINER, Seats.in("MOCS", Set.of()));
      assertThat(visitor.get("/reviews").statusCode()).isEqualTo(302);
      signIn(visitor);
      assertThat(visitor.get("/reviews").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void R_HRIT_07_noPacketOpensBeforeConfidentialityIsAcknowledged() {
    try (Visitor visitor = facilitator()) {
      assertThat(visitor.get("/reviews").headers().firstValue("Location"))
          .get()
          .asString()
          .endsWith("/access/acknowledgement?next=%2Freviews");
      assertThat(visitor.get("/api/v1/counts?by=area&from=2020-01-01&to=2020-01-31").body())
          .contains("R-HRIT-07");
      assertThat(visitor.page("/").select(".todo a").eachAttr("href"))
          .contains("/access/acknowledgement");
      assertThat(visitor.post("/access/acknowledgement", Map.of()).body()).contains("error");
      assertThat(visitor.get("/reviews").statusCode()).isEqualTo(302);
      visitor.post("/access/acknowledgement", Map.of("understood", "yes", "next", "/reviews"));
      assertThat(visitor.get("/reviews").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theWayOnLeadsNowhereElse() {
    try (Visitor visitor = facilitator()) {
      for (String next :
          new String[] {"//elsewhere.example", "https://elsewhere.example", "/\\e"}) {
        assertThat(
                visitor
                    .post("/access/acknowledgement", Map.of("understood", "yes", "next", next))
                    .headers()
                    .firstValue("Location"))
            .get()
            .asString()
            .matches("/|http://localhost:\\d+/");
      }
    }
  }

  private Visitor facilitator() {
    accounts.add(
        name, "Somebody", Role.FACILITATOR, Seats.in("MOCS", Set.of("austin")), name + name);
    Visitor visitor = Visitor.stranger(port);
    signIn(visitor);
    Phone.enrol(visitor);
    return visitor;
  }

  private void signIn(Visitor visitor) {
    visitor.post("/access/sign-in", Map.of("name", name, "password", name + name));
  }
}
