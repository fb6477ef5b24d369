package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;
import static org.cscc.reviews.Records.WEST_ENGLEWOOD;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.Span;
import org.cscc.reviews.PacketChange.Kind;
import org.cscc.reviews.PublishOutcome.Published;
import org.cscc.reviews.PublishOutcome.Stale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How packets come to be, freeze, and are corrected. */
@ReviewsTest
class PacketTests {
  @Autowired Records records;
  @Autowired PacketDesk desk;
  @Autowired Packets packets;
  @Autowired PacketRounds rounds;
  @Autowired Teams teams;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void clear() {
    records.clear();
  }

  @Test
  void R_HRIT_02_aPublishedPacketIsFrozenAndACorrectionIsANewRevisionWithADifference() {
    UUID triple = records.shooting("2026-11-21T23:40", ENGLEWOOD, false, false, false);
    records.feed();
    desk.prepare(preparing(), WEEK);
    publish("englewood");
    String frozen = contentOf(1);

    records.at(LocalDateTime.of(2026, 11, 25, 5, 0));
    records.dies(triple, 2);
    records.feed();
    rounds.corrections();

    assertThat(contentOf(1)).isEqualTo(frozen);
    OpenPacket correction = open("englewood", Optional.of(2));
    assertThat(correction.row().state()).isEqualTo(PacketState.DRAFT);
    assertThat(correction.content().facts().revised().getLast().changes())
        .extracting(PacketChange::kind, PacketChange::before, PacketChange::after)
        .contains(tuple(Kind.PERSON_DIED, "0", "1"), tuple(Kind.COUNT_KILLED, "0", "1"));
    publish("englewood");
    assertThat(packets.of(reading(), team("englewood"), WEEK))
        .extracting(PacketRow::revision, PacketRow::state)
        .containsExactly(tuple(2, PacketState.PUBLISHED), tuple(1, PacketState.REVISED));
  }

  /** The first of the twelve stories of practitioners. */
  @Test
  void aTripleShootingOnABorderOfWhomOneDiesAfterTheFreezeIsRightOnBothTables() {
    UUID triple =
        records.shootingOnTheBorder(
            "2026-11-21T22:15", ENGLEWOOD, WEST_ENGLEWOOD, false, false, false);
    records.feed();
    rounds.atTheCut();
    publish("englewood");
    publish("west-englewood");

    records.at(LocalDateTime.of(2026, 11, 25, 5, 30));
    records.dies(triple, 1);
    records.feed();
    rounds.corrections();

    for (String code : List.of("englewood", "west-englewood")) {
      OpenPacket correction = open(code, Optional.of(2));
      assertThat(correction.content().facts().ofTheWeek().getFirst().killed()).isEqualTo(1);
      assertThat(correction.content().facts().ofTheWeek().getFirst().border())
          .isEqualTo(new IncidentCard.Border("englewood", "Englewood", List.of("West Englewood")));
      assertThat(correction.content().facts().revised().getLast().changes())
          .extracting(PacketChange::kind, PacketChange::incident)
          .contains(tuple(Kind.PERSON_DIED, triple));
      assertThat(open(code, Optional.of(1)).content().facts().ofTheWeek().getFirst().killed())
          .as("what was published stays")
          .isZero();
    }
    assertThat(open("englewood", Optional.of(2)).row().killed()).isEqualTo(1);
    assertThat(open("west-englewood", Optional.of(2)).row().killed())
        .as("counted once, in its own area")
        .isZero();
  }

  @Test
  void R_HRIT_02_theDatabaseRefusesToChangeAStoredPacket() {
    records.feed();
    desk.prepare(preparing(), WEEK);
    for (String change :
        List.of(
            "update reviews.packet set harmed = 9",
            "delete from reviews.packet_step",
            "update reviews.packet_step set reason = 'CUT'")) {
      assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("R-HRIT-02");
    }
  }

  @Test
  void R_HRIT_02_aDraftThatIsStaleIsNotPublishedAndBothAreKept() {
    records.shooting("2026-11-18T21:00", ENGLEWOOD, false);
    records.feed();
    desk.prepare(preparing(), WEEK);
    PacketRow read = open("englewood", Optional.empty()).row();

    UUID added = records.shooting("2026-11-19T22:00", ENGLEWOOD, true);
    records.feed();
    PublishOutcome outcome = desk.publish(preparing(), WEEK, team("englewood"), read.contentHash());

    assertThat(outcome).isInstanceOf(Stale.class);
    Stale stale = (Stale) outcome;
    assertThat(stale.shown().contentHash()).isEqualTo(read.contentHash());
    assertThat(stale.now().harmed()).isEqualTo(2);
    assertThat(stale.changes()).extracting(PacketChange::incident).contains(added);
    assertThat(packets.asRead(reading(), team("englewood"), WEEK, read.contentHash())).isPresent();
    assertThat(desk.publish(preparing(), WEEK, team("englewood"), stale.now().contentHash()))
        .isInstanceOf(Published.class);
  }

  @Test
  void R_HRIT_03_everyIncidentOfTheWeekOnTheTeamsGroundAppearsByItself() {
    UUID first = records.shooting("2026-11-15T00:00", ENGLEWOOD, false);
    UUID last = records.shooting("2026-11-21T23:59", ENGLEWOOD, false);
    records.shooting("2026-11-14T23:59", ENGLEWOOD, false);
    records.shooting("2026-11-22T00:00", ENGLEWOOD, false);
    records.shooting("2026-11-18T12:00", 25, false);
    records.feed();
    desk.prepare(preparing(), WEEK);
    assertThat(cards("englewood")).extracting(IncidentCard::incident).containsExactly(first, last);
  }

  @Test
  void anIncidentOnABorderIsOnBothTablesOneLeadsAndItIsCountedOnce() {
    UUID border =
        records.shootingOnTheBorder(
            "2026-11-21T22:15", ENGLEWOOD, WEST_ENGLEWOOD, false, false, true);
    records.feed();
    desk.prepare(preparing(), WEEK);

    for (String code : List.of("englewood", "west-englewood")) {
      assertThat(cards(code)).singleElement().extracting(IncidentCard::incident).isEqualTo(border);
      assertThat(cards(code).getFirst().border())
          .isEqualTo(new IncidentCard.Border("englewood", "Englewood", List.of("West Englewood")));
    }
    assertThat(harmed("englewood")).isEqualTo(3);
    assertThat(harmed("west-englewood")).isZero();
  }

  @Test
  void anIncidentThatArrivesLateForAClosedWeekIsInTheNextPacketAsLate() {
    records.feed();
    ReviewWeek before = WEEK.previous();
    records.at(LocalDateTime.of(2026, 11, 17, 8, 0));
    desk.prepare(preparing(), before);
    desk.publish(preparing(), before, "englewood");
    records.at(LocalDateTime.of(2026, 11, 19, 8, 0));
    UUID late = records.shooting("2026-11-12T01:30", ENGLEWOOD, false);
    records.feed();
    records.at(LocalDateTime.of(2026, 11, 24, 8, 0));
    desk.prepare(preparing(), WEEK);

    IncidentCard card = open("englewood", Optional.empty()).content().facts().late().getFirst();
    assertThat(card.incident()).isEqualTo(late);
    assertThat(card.lateFor()).isEqualTo(before.firstDay());
    assertThat(harmed("englewood")).as("counted in its own week").isZero();

    desk.publish(preparing(), WEEK, "englewood");
    records.at(LocalDateTime.of(2026, 12, 1, 8, 0));
    desk.prepare(preparing(), WEEK.next());
    assertThat(
            packets
                .open(reading(), team("englewood"), WEEK.next(), Optional.empty())
                .orElseThrow()
                .content()
                .facts()
                .late())
        .as("brought to the table once")
        .isEmpty();
  }

  @Test
  void whatIsTakenBackOrMovedAwayAfterPublishingIsSaidAndNotDropped() {
    UUID unfounded = records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    UUID moved = records.shooting("2026-11-17T20:00", ENGLEWOOD, true);
    records.feed();
    desk.prepare(preparing(), WEEK);
    publish("englewood");
    records.unfounded(unfounded);
    records.moves(moved, 25);
    records.feed();
    rounds.corrections();
    assertThat(open("englewood", Optional.of(2)).content().facts().revised().getLast().changes())
        .extracting(PacketChange::kind, PacketChange::incident, PacketChange::after)
        .contains(tuple(Kind.UNFOUNDED, unfounded, null), tuple(Kind.MOVED_AWAY, moved, "Austin"));
  }

  @Test
  void preparingTwiceOrOnTwoNodesAtOnceChangesNothing() throws Exception {
    records.shooting("2026-11-18T21:00", ENGLEWOOD, false);
    records.feed();
    Thread other = Thread.ofVirtual().start(() -> desk.prepare(preparing(), WEEK));
    desk.prepare(preparing(), WEEK);
    other.join();
    assertThat(desk.prepare(preparing(), WEEK)).isEmpty();
    assertThat(jdbc.sql("select count(*) from reviews.packet").query(Integer.class).single())
        .isEqualTo(16);
  }

  @Test
  void missedCutsAreCaughtUpAndAnEmptyHomePreparesNothing() {
    rounds.atTheCut();
    assertThat(packets.any()).isFalse();
    records.feed();
    rounds.atTheCut();
    records.at(LocalDateTime.of(2026, 12, 9, 12, 0));
    rounds.atTheCut();
    assertThat(packets.between(reading(), WEEK.firstDay(), WEEK.firstDay().plusWeeks(9)))
        .extracting(PacketRow::week)
        .contains(WEEK.firstDay(), WEEK.firstDay().plusWeeks(1), WEEK.firstDay().plusWeeks(2))
        .doesNotContain(WEEK.firstDay().plusWeeks(3));
  }

  @Test
  void R_REVIEWS_03_aWeekThatIsNotOverHasNoPacket() {
    records.feed();
    assertThatThrownBy(() -> desk.prepare(preparing(), WEEK.next()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("R-REVIEWS-03"));
  }

  @Test
  void aWeekWithoutIncidentsIsAPacketThatSaysSo() {
    records.feed();
    desk.prepare(preparing(), WEEK);
    PacketFacts facts = open("englewood", Optional.empty()).content().facts();
    assertThat(facts.cards()).isEmpty();
    assertThat(facts.profile().numbers().of(Span.WEEK).all().count()).isZero();
    assertThat(facts.gaps()).extracting(Gap::section).contains(Section.CONDITIONS, Section.REVISED);
  }

  private void publish(String team) {
    assertThat(desk.publish(preparing(), WEEK, team)).isInstanceOf(Published.class);
  }

  private String contentOf(int revision) {
    return jdbc.sql(
            "select content from reviews.packet where team = 'englewood' and revision = ? limit 1")
        .param(revision)
        .query(String.class)
        .single();
  }

  private List<IncidentCard> cards(String team) {
    return open(team, Optional.empty()).content().facts().ofTheWeek();
  }

  private int harmed(String team) {
    return open(team, Optional.empty()).row().harmed();
  }

  private OpenPacket open(String team, Optional<Integer> revision) {
    return packets.open(reading(), team(team), WEEK, revision).orElseThrow();
  }

  private Team team(String code) {
    return teams.byCode(code).orElseThrow();
  }

  private Decision reading() {
    return access.forSystem(Capability.READ_PACKET);
  }

  private Decision preparing() {
    return access.forSystem(Capability.PREPARE_PACKET);
  }
}
