package org.cscc.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.drawing.MapPicture;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.Span;
import org.cscc.patterns.SpanCount;
import org.jspecify.annotations.Nullable;

/**
 * A stored packet with what a template asks of it.
 *
 * @param row where it stands
 * @param map the map of the week, in the reader's language
 * @param deferrals what waits for a later review, by incident: it is not frozen with the packet
 */
record PacketView(
    PacketRow row, PacketContent content, MapPicture map, Map<UUID, Deferral> deferrals) {
  /** An open packet with its map in the reader's language. */
  static PacketView of(OpenPacket open, MapPicture map) {
    return new PacketView(
        open.row(),
        open.content(),
        map,
        open.deferrals().stream()
            .collect(Collectors.toMap(Deferral::incident, deferral -> deferral)));
  }

  /** The week that an incident of this packet waits for, if it does. */
  public @Nullable Deferral deferral(IncidentCard card) {
    return deferrals.get(card.incident());
  }

  /** First days of the weeks that an incident may be put off to. */
  public List<LocalDate> laterWeeks() {
    return Deferrals.laterWeeks(head().week().firstDay());
  }

  /** Reasons to put one off. */
  public List<Deferral.Reason> reasons() {
    return Deferral.Reason.offered();
  }

  public PacketHead head() {
    return content.head();
  }

  public PacketFacts facts() {
    return content.facts();
  }

  /** The counts of the week. */
  public SpanCount week() {
    return facts().profile().numbers().of(Span.WEEK);
  }

  /** The counts of the whole city in the same week. */
  public SpanCount city() {
    return facts().profile().city().of(Span.WEEK);
  }

  public List<IncidentCard> cards() {
    return facts().ofTheWeek();
  }

  public List<IncidentCard> late() {
    return facts().late();
  }

  /** When it happened, last 28 days and last 365 days. */
  public List<Hours> hours() {
    return List.of(Hours.of(facts().profile().hours28()), Hours.of(facts().profile().hours365()));
  }

  /** Sections that this center keeps no records for yet. */
  public List<String> notKept() {
    return facts().gaps().stream()
        .filter(gap -> gap.reason() == Gap.Reason.NOT_KEPT)
        .map(gap -> gap.section().name())
        .toList();
  }

  /** What of the promises was late, waits for another pair of eyes, or is owed in time. */
  public PromiseCounts promised() {
    return PromiseCounts.of(facts().promises());
  }

  /** Whether a gap of this name is stated. */
  public boolean gap(String reason) {
    return facts().gaps().stream().anyMatch(gap -> gap.reason().name().equals(reason));
  }

  /** Whether nothing has moved in any packet that was published before. */
  public boolean nothingRevised() {
    return facts().revised().stream().allMatch(revised -> revised.changes().isEmpty());
  }

  public LocalDate firstDay() {
    return head().week().firstDay();
  }

  public LocalDate lastDay() {
    return head().week().lastDay();
  }

  /** Chicago wall clock of the newest feed. */
  public ZonedDateTime asOf() {
    return chicago(head().dataAsOf());
  }

  public ZonedDateTime preparedAt() {
    return chicago(head().preparedAt());
  }

  static ZonedDateTime chicago(Instant instant) {
    return instant.atZone(ReviewWeek.CHICAGO);
  }
}
