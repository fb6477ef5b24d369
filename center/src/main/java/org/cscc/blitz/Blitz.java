package org.cscc.blitz;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A blitz, as it stands.
 *
 * @param code what people say on the telephone
 * @param blocks in the order in which they are walked
 * @param listed those of them that were priority blocks on the day of planning
 * @param types codes of the service types that are done together
 * @param parts organizations that were asked, by code
 * @param walkers how many walked before; null while nobody has
 * @param plannedBy account that is told how departments answered; never shown
 * @param version counts the changes; a move must name the one it was decided on
 */
record Blitz(
    UUID id,
    String code,
    int area,
    ReasonCode reason,
    String note,
    LocalDate firstDay,
    LocalDate lastDay,
    List<String> blocks,
    List<String> listed,
    List<String> types,
    List<Part> parts,
    BlitzState state,
    @Nullable CallOffCode callOff,
    @Nullable Integer walkers,
    String plannedBy,
    String plannedOrg,
    OffsetDateTime plannedAt,
    int version) {
  /** The same with what the organizations answered. */
  Blitz with(List<Part> answers) {
    return new Blitz(
        id,
        code,
        area,
        reason,
        note,
        firstDay,
        lastDay,
        blocks,
        listed,
        types,
        answers,
        state,
        callOff,
        walkers,
        plannedBy,
        plannedOrg,
        plannedAt,
        version);
  }

  /** What an organization answered; empty when it was not asked. */
  public Optional<Part> part(String organization) {
    return parts.stream().filter(part -> part.department().equals(organization)).findFirst();
  }

  /** Codes of the organizations that come. */
  public List<String> coming() {
    return parts.stream().filter(Part::comes).map(Part::department).toList();
  }

  /** The last day on which one of them comes; empty when none does. */
  Optional<LocalDate> lastVisit() {
    return parts.stream()
        .filter(Part::comes)
        .map(Part::onDay)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  /** Codes of the organizations that have not answered. */
  public List<String> unanswered() {
    return parts.stream()
        .filter(part -> part.state() == Part.State.ASKED)
        .map(Part::department)
        .toList();
  }

  /** Name of the block with a number, counted from 1; empty when there is none. */
  Optional<String> block(int number) {
    return number < 1 || number > blocks.size()
        ? Optional.empty()
        : Optional.of(blocks.get(number - 1));
  }

  /** When it was planned, on Chicago's wall clock. */
  public ZonedDateTime planned() {
    return plannedAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** Whether its days are over and nobody has said that it was done. */
  public boolean late(LocalDate today) {
    return today.isAfter(lastDay)
        && (state == BlitzState.PLANNED
            || state == BlitzState.WALKED
            || state == BlitzState.SCHEDULED);
  }
}
