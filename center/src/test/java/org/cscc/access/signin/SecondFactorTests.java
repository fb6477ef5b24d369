package org.cscc.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Phone;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes of a phone, recovery codes, and that nothing opens before them. */
@CenterTest
class SecondFactorTests {
  private static final String PASSWORD = "turnip lantern cobalt vestibule";
  private static final byte[] RFC_SECRET =
      "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  /** The test vectors of RFC 6238, appendix B, for SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59,94287082",
    "1111111109,07081804",
    "1111111111,14050471",
    "1234567890,89005924",
    "2000000000,69279037",
    "20000000000,65353130"
  })
  void codesAreThoseOfTheStandard(long seconds, String code) {
    assertThat(Totp.code(RFC_SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8)).isEqualTo(code);
  }

  /** The test vectors of RFC 4648, section 10, without their padding. */
  @ParameterizedTest
  @CsvSource({
    "f,MY",
    "fo,MZXQ",
    "foo,MZXW6",
    "foob,MZXW6YQ",
    "fooba,MZXW6YTB",
    "foobar,MZXW6YTBOI"
  })
  void secretsAreWrittenInTheStandardsSigns(String text, String written) {
    assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
  }

  @Test
  void aClockThatIsHalfAMinuteOffIsForgivenAndMoreIsNot() {
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    long here = Totp.step(now);
    for (int off = -2; off <= 2; off++) {
      String code = Totp.code(RFC_SECRET, here + off, 6);
      assertThat(Totp.stepOf(RFC_SECRET, code, now, 0).isPresent()).isEqualTo(Math.abs(off) <= 1);
    }
    assertThat(Totp.stepOf(RFC_SECRET, Totp.code(RFC_SECRET, here, 6), now, here)).isEmpty();
  }

  @Test
  void withThePasswordAloneAnAnalystIsNobody() {
    String name = somebody(Role.ANALYST);
    try (Visitor visitor = Visitor.stranger(port)) {
      assertThat(location(signIn(visitor, name))).endsWith("/access/second-factor");
      for (String address : new String[] {"/", "/incidents", "/access/account", "/access/phone"}) {
        assertThat(location(visitor.get(address))).as(address).endsWith("/access/second-factor");
      }
      assertThat(visitor.get("/api/v1/areas").statusCode()).isEqualTo(401);
      HttpResponse<String> wrong = visitor.post("/access/second-factor", Map.of("code", "000000"));
      assertThat(wrong.statusCode()).isEqualTo(422);
      assertThat(wrong.body()).contains("R-SIGNIN-07");
      assertThat(location(visitor.get("/"))).endsWith("/access/second-factor");
    }
  }

  @Test
  void everyRoleThatReachesWhatIsGuardedIsAsked() {
    assertThat(Arrays.stream(Role.values()).filter(role -> !SecondFactorRule.asks(role)))
        .containsExactlyInAnyOrder(Role.PUBLIC, Role.RESIDENT, Role.TRAINER);
  }

  @Test
  void aRoleThatReadsNothingProtectedIsNotAsked() {
    try (Visitor visitor = Visitor.stranger(port)) {
      assertThat(location(signIn(visitor, somebody(Role.TRAINER)))).endsWith("/");
    }
  }

  @Test
  void aCodeOpensOnceAndARecoveryCodeOnce() {
    String name = somebody(Role.ANALYST);
    Phone phone;
    try (Visitor first = Visitor.stranger(port)) {
      signIn(first, name);
      phone = enrol(first);
      assertThat(first.get("/").statusCode()).isEqualTo(200);
      assertThat(first.page("/access/account").text()).contains("a password and a code");
    }
    assertThat(phone.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
    String code = phone.code(0);
    assertThat(tries(name, code)).isTrue();
    assertThat(tries(name, code)).isFalse();
    String recovery = phone.recoveryCodes().getFirst().toUpperCase(java.util.Locale.ROOT);
    assertThat(tries(name, recovery)).isTrue();
    assertThat(tries(name, recovery)).isFalse();
  }

  @Test
  void theSecretIsSealedAndRecoveryCodesAreHashedInTheDatabase() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Phone phone = analyst.phone().orElseThrow();
      String rows =
          jdbc.sql(
                  """
                  select (select string_agg(a::text, ' ') from access.authenticator a)
                    || (select string_agg(r::text, ' ') from access.recovery_code r)
                  """)
              .query(String.class)
              .single();
      assertThat(rows)
          .doesNotContain(phone.secret().replace(" ", ""))
          .doesNotContain(phone.recoveryCodes().getFirst());
    }
  }

  @Test
  void aSealedSecretOpensForItsAccountAndItsKeyOnly(@TempDir Path home) throws Exception {
    UUID account = UUID.randomUUID();
    SecretSeal seal = SecretSeal.inDirectory(home);
    String sealed = seal.seal(RFC_SECRET, account);
    assertThat(SecretSeal.inDirectory(home).open(sealed, account)).isEqualTo(RFC_SECRET);
    assertThatThrownBy(() -> seal.open(sealed, UUID.randomUUID()))
        .hasMessageContaining("CSCC_SIGN_IN_KEY");
    SecretSeal other = new SecretSeal(java.util.Base64.getEncoder().encodeToString(new byte[32]));
    assertThatThrownBy(() -> other.open(sealed, account)).isInstanceOf(IllegalStateException.class);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("keys").resolve("sign-in.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void changingThePhoneAsksAgainAfterAQuarterOfAnHour() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      assertThat(analyst.get("/access/phone").statusCode()).isEqualTo(200);
      jdbc.sql("update access.session set proved_at = proved_at - interval '16 minutes'").update();
      assertThat(location(analyst.get("/access/phone"))).contains("/access/confirm?then=");
      Phone phone = analyst.phone().orElseThrow();
      assertThat(
              location(
                  analyst.post(
                      "/access/confirm",
                      Map.of("code", phone.code(0), "then", "//elsewhere.example"))))
          .endsWith("/access/account");
      assertThat(analyst.get("/access/phone").statusCode()).isEqualTo(200);
    }
  }

  private String somebody(Role role) {
    String name = "f-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", role, "MOCS", Set.of(), PASSWORD);
    return name;
  }

  private boolean tries(String name, String code) {
    try (Visitor visitor = Visitor.stranger(port)) {
      signIn(visitor, name);
      visitor.post("/access/second-factor", Map.of("code", code));
      return visitor.get("/").statusCode() == 200;
    }
  }

  private static Phone enrol(Visitor visitor) {
    return Phone.enrol(visitor);
  }

  private static HttpResponse<String> signIn(Visitor visitor, String name) {
    return visitor.post("/access/sign-in", Map.of("name", name, "password", PASSWORD));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("(no redirect) " + answer.statusCode());
  }
}
