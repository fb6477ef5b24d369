package org.cscc.incidents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is known now.
 *
 * @param occurredAt start of the event; with precision DAY the midnight that begins the day
 * @param occurredOn its day in Chicago
 * @param block the hundred-block as the feed masks it, such as {@code 045XX S WENTWORTH AVE}
 * @param lon longitude of the block's mid-point in WGS84; null when the feed has none to trust
 * @param lat latitude of the block's mid-point in WGS84
 * @param area the area it counts in: the stated one if it is known, else the computed one
 * @param areaStated what the feed says
 * @param areaComputed what the point says
 * @param provisional whether it is among the newest days, which the feed still revises
 * @param firstSeenAt when it first came in; after its week's cut it is late
 * @param lastChangedAt when the present version began
 * @param harmed the people harmed; empty where the feed tells of none
 */
public record IncidentFacts(
    UUID id,
    int version,
    IncidentType type,
    Instant occurredAt,
    LocalDate occurredOn,
    OccurredPrecision precision,
    @Nullable String block,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Integer area,
    @Nullable Integer areaStated,
    @Nullable Integer areaComputed,
    LocationClass locationClass,
    boolean domestic,
    boolean gunshot,
    boolean provisional,
    IncidentState state,
    Instant firstSeenAt,
    Instant lastChangedAt,
    List<Harm> harmed) {
  /** How many people died. */
  public int killed() {
    return (int) harmed.stream().filter(harm -> harm.kind() == HarmKind.HOMICIDE).count();
  }

  /** How many people were shot and lived. */
  public int wounded() {
    return (int) harmed.stream().filter(harm -> harm.kind() == HarmKind.NONFATAL_SHOOTING).count();
  }
}
