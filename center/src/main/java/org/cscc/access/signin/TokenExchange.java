package org.cscc.access.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cscc.access.OpenToAll;
import org.cscc.access.SignedIn;
import org.cscc.access.Tokens;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Token exchange (RFC 8693): a program that acts for somebody signed in at the City's single
 * sign-on brings that token and gets one for this API, for an hour at most and no longer than the
 * first. The answer to what can not be exchanged is that of RFC 6749, section 5.2.
 */
@RestController
class TokenExchange {
  static final String ADDRESS = "/api/v1/token";

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String TYPE = "urn:ietf:params:oauth:token-type:";
  private static final String ACCESS_TOKEN = TYPE + "access_token";
  private static final Set<String> SUBJECT_TYPES =
      Set.of(ACCESS_TOKEN, TYPE + "id_token", TYPE + "jwt");
  private static final Duration LONGEST = Duration.ofHours(1);

  private final City city;
  private final SubjectTokens subjects;
  private final CityPeople people;
  private final Tokens tokens;
  private final AuditTrail trail;
  private final RealTime time;

  TokenExchange(
      City city,
      SubjectTokens subjects,
      CityPeople people,
      Tokens tokens,
      AuditTrail trail,
      RealTime time) {
    this.city = city;
    this.subjects = subjects;
    this.people = people;
    this.tokens = tokens;
    this.trail = trail;
    this.time = time;
  }

  @OpenToAll
  @PostMapping(path = ADDRESS, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Map<String, Object>> exchange(
      @RequestParam(name = "grant_type", defaultValue = "") String grant,
      @RequestParam(name = "subject_token", defaultValue = "") String subject,
      @RequestParam(name = "subject_token_type", defaultValue = "") String type,
      @RequestParam(name = "requested_token_type", defaultValue = ACCESS_TOKEN) String wanted,
      @RequestParam(required = false) @Nullable String audience) {
    if (!city.on() || !grant.equals(GRANT)) {
      return refused("unsupported_grant_type", "Only token exchange with the City's provider");
    }
    if (!SUBJECT_TYPES.contains(type) || !wanted.equals(ACCESS_TOKEN) || subject.isEmpty()) {
      return refused("invalid_request", "A token of the City is exchanged for an access token");
    }
    if (audience != null && !city.isUs(audience)) {
      return refused("invalid_target", "The center gives tokens for itself only");
    }
    return subjects
        .read(subject)
        .map(this::forPerson)
        .orElseGet(() -> noted("city", "The token is not good"));
  }

  private ResponseEntity<Map<String, Object>> forPerson(Jwt token) {
    String subject = token.getSubject();
    if (subject == null) {
      return noted("city", "The token is nobody's");
    }
    return people
        .account(city.issuer(), subject)
        .map(account -> issue(account, token))
        .orElseGet(() -> noted("city " + subject, "No account is linked to the subject"));
  }

  private ResponseEntity<Map<String, Object>> issue(SignedIn account, Jwt token) {
    if (city.proof(token).lacksFactor() && SecondFactorRule.asks(account.role())) {
      return noted(account.name(), "The role needs a second factor, which acr and amr do not name");
    }
    Duration life = life(token);
    String issued = tokens.issue(account, life);
    trail.note(
        AuditNote.change(
            Deed.CREATE,
            "api-token",
            account.name(),
            null,
            "exchange, " + life.toSeconds() + " s"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", issued);
    answer.put("issued_token_type", ACCESS_TOKEN);
    answer.put("token_type", "Bearer");
    answer.put("expires_in", life.toSeconds());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
  }

  private Duration life(Jwt token) {
    Instant end = token.getExpiresAt();
    Duration left = end == null ? Duration.ZERO : Duration.between(time.now(), end);
    return left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }

  private ResponseEntity<Map<String, Object>> noted(String who, String why) {
    trail.note(AuditNote.of(Deed.REFUSE, "api-token", who, 1));
    return refused("invalid_request", why);
  }

  private static ResponseEntity<Map<String, Object>> refused(String error, String why) {
    return ResponseEntity.badRequest()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("error", error, "error_description", why));
  }
}
