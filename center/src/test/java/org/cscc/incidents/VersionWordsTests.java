package org.cscc.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each version of an incident is told in words of the house. */
class VersionWordsTests {
  private static final Instant FIRST = Instant.parse("2026-11-18T04:00:00Z");

  @Test
  void eachVersionSaysWhatItChanged() {
    List<IncidentVersion> versions =
        List.of(
            version(6, IncidentState.CONFIRMED, 68, "A", harm(true)),
            version(5, IncidentState.UNFOUNDED, 68, "A", harm(true)),
            version(4, IncidentState.CONFIRMED, 68, "A", harm(true)),
            version(3, IncidentState.CONFIRMED, null, "B", harm(false)),
            version(2, IncidentState.CONFIRMED, 25, "B", harm(false)),
            version(1, IncidentState.CONFIRMED, 25, "A", harm(false)));
    assertThat(VersionWords.of(facts(), versions).stream().map(StoryLine::key))
        .containsExactly(
            "incidents.story.reported",
            "incidents.story.block",
            "incidents.story.area",
            "incidents.story.fatal",
            "incidents.story.type",
            "incidents.story.area",
            "incidents.story.counts-no-more",
            "incidents.story.counts-again");
  }

  @Test
  void aVersionThatChangesNothingHereIsToldAllTheSame() {
    List<IncidentVersion> versions =
        List.of(
            version(2, IncidentState.REPORTED, 25, "A", harm(false)),
            version(1, IncidentState.CONFIRMED, 25, "A", harm(false)));
    assertThat(VersionWords.of(facts(), versions).getLast().key())
        .isEqualTo("incidents.story.version");
  }

  @Test
  void nobodysOwnWordsFitInALine() {
    assertThatThrownBy(() -> new StoryWord.Code("Light the alley where he fell"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StoryWord.Word("he fell. There"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Harm harm(boolean fatal) {
    return new Harm(
        UUID.randomUUID(),
        1,
        fatal,
        fatal ? HarmKind.HOMICIDE : HarmKind.NONFATAL_SHOOTING,
        AgeBand.AGE_25_34,
        FIRST,
        25);
  }

  private static IncidentVersion version(
      int number, IncidentState state, @Nullable Integer area, String block, Harm harm) {
    return new IncidentVersion(
        number,
        FIRST.plusSeconds(3600L * number),
        null,
        harm.fatal() ? IncidentType.HOMICIDE : IncidentType.NONFATAL_SHOOTING,
        state,
        FIRST,
        block,
        area,
        LocationClass.STREET,
        List.of(harm));
  }

  private static IncidentFacts facts() {
    return new IncidentFacts(
        UUID.randomUUID(),
        1,
        IncidentType.HOMICIDE,
        FIRST,
        LocalDate.of(2026, 11, 17),
        OccurredPrecision.MINUTE,
        "A",
        null,
        null,
        25,
        25,
        25,
        LocationClass.STREET,
        false,
        true,
        false,
        IncidentState.CONFIRMED,
        FIRST,
        FIRST,
        List.of());
  }
}
