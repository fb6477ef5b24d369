package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of an address a refusal may tell in the trail. */
class RefusalsTests {
  @ParameterizedTest
  @CsvSource({
    "POST /access/invitation/Zk3vQ0b9sX1yT7uW5rE2pL8mN4jH6gF0dS3aC1xVbQw, POST /access/invitation/…",
    "GET /reviews/calendar/Zk3vQ0b9sX1yT7uW5rE2pL8mN4jH6gF0dS3aC1xVbQw.ics, GET /reviews/calendar/…",
    "GET /incidents/00000000-0000-4000-8000-000000000001, GET /incidents/00000000-0000-4000-8000-000000000001",
    "GET /reviews/2026-11-15/little-village-douglas-park, GET /reviews/2026-11-15/little-village-douglas-park"
  })
  void aSecretInAnAddressIsNotWrittenIntoTheTrail(String asked, String noted) {
    assertThat(Refusals.withoutSecrets(asked)).isEqualTo(noted);
  }
}
