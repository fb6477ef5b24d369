package org.cscc.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.cscc.incidents.feed.Feed;
import org.cscc.incidents.feed.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who is counted in one case, whichever feed comes first. A file is written as its rows: {@code
 * c:041A} and {@code c:0110/24001} are rows of the crimes export, {@code v:SHOOT1}, {@code v:HOM2}
 * of the file of people harmed; files are separated by a bar.
 */
class CaseMergeTests {
  private final AtomicInteger ids = new AtomicInteger();

  @ParameterizedTest
  @CsvSource({
    // one feed alone
    "c:041A, 0, 1",
    "c:0110, 1, 0",
    "c:0110/1 c:0110/2 c:0110/3, 3, 0",
    "v:SHOOT1 v:SHOOT2, 0, 2",
    "v:HOM1 v:SHOOT1 v:SHOOT2, 1, 2",
    // the same twice
    "c:041A|c:041A, 0, 1",
    "v:HOM1 v:SHOOT1|v:HOM1 v:SHOOT1, 1, 1",
    // two feeds, each order
    "c:041A|v:SHOOT1, 0, 1",
    "v:SHOOT1|c:041A, 0, 1",
    "c:041A|v:SHOOT1 v:SHOOT2, 0, 2",
    "v:SHOOT1 v:SHOOT2|c:041A, 0, 2",
    "c:0110/1 c:0110/2|v:HOM1 v:HOM2, 2, 0",
    "v:HOM1 v:HOM2|c:0110/1 c:0110/2, 2, 0",
    "c:0110/1|v:HOM1 v:SHOOT1, 1, 1",
    "v:HOM1 v:SHOOT1|c:0110/1, 1, 1",
    "c:0110/1 c:0110/2|v:HOM1, 2, 0",
    "v:HOM1|c:0110/1 c:0110/2, 2, 0",
    // somebody dies: the crimes export gives a new row, the other file a new id
    "c:041A/1|c:0110/2, 1, 0",
    "v:SHOOT1|v:HOM1, 1, 0",
    "v:HOM1|v:SHOOT1, 1, 0",
    "v:SHOOT1 v:SHOOT2|v:SHOOT1 v:HOM1, 1, 1",
    "v:SHOOT1 v:HOM1|v:SHOOT1 v:SHOOT2, 1, 1",
    "v:SHOOT1 v:SHOOT2 v:SHOOT3|v:HOM1 v:SHOOT1 v:SHOOT2, 1, 2",
    "c:041A/1|v:SHOOT1 v:SHOOT2|v:SHOOT1 v:HOM1|c:0110/2, 1, 1",
    "v:SHOOT1|c:0110/2|v:HOM1, 1, 0",
    "c:0110/2|v:SHOOT1|v:HOM1, 1, 0",
    "v:SHOOT1 v:SHOOT2|v:HOM1 v:HOM2, 2, 0",
    // other people than before are not taken for one another
    "v:SHOOT1:F|v:HOM1:M, 1, 1"
  })
  void aPersonHarmedIsCountedOnce(String files, int killed, int wounded) {
    CaseMerge.Merged merged = merged(files);
    assertThat(count(merged, HarmKind.HOMICIDE)).isEqualTo(killed);
    assertThat(count(merged, HarmKind.NONFATAL_SHOOTING)).isEqualTo(wounded);
  }

  @Test
  void incident02WhoDiesKeepsTheId() {
    UUID crimes = only(merged("c:041A/1"));
    ids.set(0);
    assertThat(only(merged("c:041A/1|c:0110/2"))).isEqualTo(crimes);
    ids.set(0);
    assertThat(only(merged("v:SHOOT1|v:HOM1"))).isEqualTo(only(again("v:SHOOT1")));
    ids.set(0);
    assertThat(only(merged("c:041A/1|v:SHOOT1|c:0110/2|v:HOM1"))).isEqualTo(crimes);
  }

  @Test
  void aFileWithoutHoursTakesNoHourAway() {
    Report hour = row("c:041A/1", OccurredPrecision.MINUTE, "2019-05-04T20:15:00Z");
    Report day = row("c:041A/1", OccurredPrecision.DAY, "2019-05-04T05:00:00Z");
    CaseMerge.Merged first = CaseMerge.merge(List.of(), List.of(), List.of(hour), this::id);
    CaseMerge.Merged second = CaseMerge.merge(first.rows(), first.people(), List.of(day), this::id);
    assertThat(second.facts().occurredAt()).isEqualTo(hour.occurredAt());
    assertThat(second.unchanged()).isEqualTo(1);
  }

  private UUID only(CaseMerge.Merged merged) {
    assertThat(merged.people()).hasSize(1);
    return merged.people().getFirst().id();
  }

  private CaseMerge.Merged again(String files) {
    ids.set(0);
    return merged(files);
  }

  private static long count(CaseMerge.Merged merged, HarmKind kind) {
    return merged.people().stream().filter(person -> person.kind() == kind).count();
  }

  private CaseMerge.Merged merged(String files) {
    List<Told> held = new ArrayList<>();
    List<PersonHarmed> people = new ArrayList<>();
    CaseMerge.Merged merged = null;
    for (String file : files.split("\\|", -1)) {
      List<Report> rows = new ArrayList<>();
      for (String row : file.trim().split(" ", -1)) {
        rows.add(row(row, OccurredPrecision.MINUTE, "2019-05-04T20:15:00Z"));
      }
      merged = CaseMerge.merge(held, people, rows, this::id);
      held = merged.rows();
      people = merged.people();
    }
    if (merged == null) {
      throw new IllegalArgumentException(files);
    }
    return merged;
  }

  private UUID id() {
    return new UUID(0, ids.incrementAndGet());
  }

  private static Report row(String row, OccurredPrecision precision, String at) {
    boolean crimes = row.startsWith("c:");
    String[] parts = row.substring(2).split(":", -1);
    boolean fatal = parts[0].startsWith("0110") || parts[0].startsWith("HOM");
    IncidentType type = fatal ? IncidentType.HOMICIDE : IncidentType.NONFATAL_SHOOTING;
    String key = crimes && parts[0].contains("/") ? parts[0].split("/", -1)[1] : parts[0];
    return new Report(
            crimes ? Feed.CRIMES : Feed.VICTIMS,
            key,
            "JC1",
            true,
            (fatal ? 7 : 11) + Instant.parse(at).getEpochSecond(),
            null,
            type,
            fatal ? HarmKind.HOMICIDE : HarmKind.NONFATAL_SHOOTING,
            true,
            false,
            null,
            Instant.parse(at),
            LocalDate.of(2019, 5, 4),
            precision,
            "045XX S WENTWORTH AVE",
            null,
            null,
            25,
            25,
            null,
            LocationClass.STREET,
            Standing.COUNTED,
            AgeBand.UNKNOWN,
            parts.length > 1 ? parts[1] : "UNK",
            "UNK")
        .at(Instant.parse(at), LocalDate.of(2019, 5, 4), precision);
  }
}
