package org.cscc.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.cscc.actions.OpenPromise;
import org.cscc.patterns.Basis;
import org.cscc.patterns.GroundFindings;
import org.cscc.patterns.HotSpotLine;
import org.cscc.patterns.Profile;
import org.cscc.patterns.Span;
import org.cscc.patterns.SpanCount;
import org.cscc.requests.PlaceConditions;
import org.cscc.reviews.ComingAhead.Coming;
import org.jspecify.annotations.Nullable;

/**
 * What a packet says: two packets with equal facts say the same, whenever they were prepared.
 *
 * @param profile numbers, hours, blocks and windows of the team's ground on the week's last day
 * @param cards incidents in time order, those that arrived late for a closed week among them
 * @param map what the map shows
 * @param revised what changed in packets that were published before
 * @param gaps what has nothing to show, and why
 * @param hotSpots hot spots of the team's areas that are not closed, with what they rest on
 * @param promises what is owed to the team and not verified, the late ones first
 * @param found alerts, trends and how much shootings repeat nearby, each with its arithmetic; null
 *     in packets from before they were told, and until the first computation is through
 * @param conditions open 311 requests on the blocks of the cards; null in packets from before they
 *     were told, and until a file of the City's has come in
 * @param ahead what the team wrote down in earlier reviews as coming within 14 days
 */
record PacketFacts(
    Profile profile,
    List<IncidentCard> cards,
    WeekMap map,
    List<RevisedWeek> revised,
    List<Gap> gaps,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HotSpotLine> hotSpots,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OpenPromise> promises,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GroundFindings found,
    @JsonInclude(JsonInclude.Include.NON_NULL) PlaceConditions.@Nullable State conditions,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Coming> ahead) {

  /** A packet of before hot spots, promises or what is ahead were told has none. */
  PacketFacts {
    hotSpots = Objects.requireNonNullElse(hotSpots, List.of());
    promises = Objects.requireNonNullElse(promises, List.of());
    ahead = Objects.requireNonNullElse(ahead, List.of());
  }

  /** Incidents of the week itself; a border incident that another team counts included. */
  List<IncidentCard> ofTheWeek() {
    return cards.stream().filter(IncidentCard::ofTheWeek).toList();
  }

  /** Incidents of closed weeks that arrived after their own packet. */
  List<IncidentCard> late() {
    return cards.stream().filter(card -> card.lateFor() != null).toList();
  }

  /** What a later state is compared with. */
  Differences.Snapshot snapshot() {
    SpanCount week = profile.numbers().of(Span.WEEK);
    return new Differences.Snapshot(ofTheWeek(), week.all().count(), week.killed().count());
  }

  /**
   * The same without what moves at every import though nothing the team reads has changed: the
   * as-of lines, the city's numbers, the findings, which are computed anew each night, and the
   * promises, requests and what is ahead, which move all day: a packet says as of when they stood
   * so.
   */
  PacketFacts comparable() {
    Profile still =
        new Profile(
            profile.extent(),
            profile.day(),
            profile.numbers(),
            profile.numbers(),
            profile.weeks(),
            profile.hours28(),
            profile.hours365(),
            profile.blocks(),
            profile.blocksListed(),
            profile.windows(),
            profile.nearRepeats(),
            new Basis(null, null, null, null, 0),
            profile.scoring(),
            profile.windowRule());
    return new PacketFacts(
        still, cards, map, revised, gaps, List.of(), List.of(), null, null, List.of());
  }
}
