package org.cscc.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.incidents.ImportHome.shot;
import static org.cscc.incidents.ImportHome.theft;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed corrects a case number: who was harmed stays the same person in the same incident. */
class RenumberingTests {
  private static final String NOON = "03/15/2014 12:30:00 PM";
  @TempDir Path folder;
  private final ImportHome home = ImportHome.fresh();

  @Test
  void aCaseWhoseRowsAllComeWithAnotherNumberIsTheSameCase() {
    for (String kind : List.of("theft", "0110", "041A")) {
      bring(row(kind, 1, "OLD" + kind));
      UUID incident = id("OLD" + kind);
      List<UUID> people = people(incident);
      ImportOutcome.Tally again = bring(row(kind, 1, "NEW" + kind));
      assertThat(again.updated()).isEqualTo(1);
      assertThat(again.added()).isZero();
      assertThat(id("NEW" + kind)).isEqualTo(incident);
      assertThat(people(incident)).isEqualTo(people);
      assertThat(bring(row(kind, 1, "NEW" + kind)).unchanged()).isEqualTo(1);
      home.jdbc().sql("truncate incidents.incident cascade").update();
    }
  }

  @Test
  void aCaseOfSeveralRowsIsTheSameWhenAllOfThemAreRenumbered() {
    bring(shot(1, "A1", "0110", NOON), shot(2, "A1", "0110", NOON));
    UUID incident = id("A1");
    List<UUID> people = people(incident);
    bring(shot(1, "B1", "0110", NOON), shot(2, "B1", "0110", NOON));
    assertThat(id("B1")).isEqualTo(incident);
    assertThat(people(incident)).containsExactlyInAnyOrderElementsOf(people).hasSize(2);
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void aRowThatLeavesItsCaseIsCountedOnceAndInTheOther() {
    bring(shot(1, "A2", "0110", NOON), shot(2, "A2", "0110", NOON));
    bring(shot(2, "B2", "0110", NOON));
    assertThat(people(id("A2"))).hasSize(1);
    assertThat(people(id("B2"))).hasSize(1);
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void aCaseThatAllItsRowsLeftForOneThatIsThereCountsNoMoreAndIsKept() {
    bring(shot(1, "A3", "0110", NOON), shot(2, "B3", "0110", NOON), theft(3, "C3", NOON));
    bring(shot(1, "B3", "0110", NOON), theft(3, "B3", NOON));
    assertThat(people(id("B3"))).hasSize(2);
    assertThat(people(id("A3"))).isEmpty();
    assertThat(standing("A3")).isEqualTo("UNFOUNDED");
    assertThat(standing("C3")).isEqualTo("UNFOUNDED");
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void aCaseNumberThatIsEmptyInALaterFileIsNotTakenAway() {
    bring(shot(1, "A4", "0110", NOON), theft(3, "C4", NOON));
    ImportOutcome.Tally again = bring(shot(1, "", "0110", NOON), theft(3, "", NOON));
    assertThat(again.added()).isZero();
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void aRowWithoutANumberThatGetsOneIsTheSameIncident() {
    bring(shot(1, "", "0110", NOON));
    UUID incident = id("C:1");
    bring(shot(1, "A5", "0110", NOON));
    assertThat(id("A5")).isEqualTo(incident);
    assertThat(counted()).isEqualTo(1);
  }

  private static String row(String kind, int id, String number) {
    return kind.equals("theft") ? theft(id, number, NOON) : shot(id, number, kind, NOON);
  }

  private ImportOutcome.Tally bring(String... rows) {
    return home.applied(ImportHome.file(folder, List.of(rows)));
  }

  private UUID id(String ref) {
    return home.jdbc()
        .sql("select id from incidents.incident where ref = upper(?)")
        .param(ref)
        .query(UUID.class)
        .single();
  }

  private String standing(String ref) {
    return home.jdbc()
        .sql("select standing from incidents.incident where ref = ?")
        .param(ref)
        .query(String.class)
        .single();
  }

  private List<UUID> people(UUID incident) {
    return home.jdbc()
        .sql("select id from incidents.victimization where incident = ? order by seq")
        .param(incident)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  private long counted() {
    return home.jdbc()
        .sql(
            """
            select count(*) from incidents.victimization v
            join incidents.incident i on i.id = v.incident where i.standing = 'COUNTED'
            """)
        .query(Long.class)
        .single();
  }
}
