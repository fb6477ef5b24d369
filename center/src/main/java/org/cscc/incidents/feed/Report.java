package org.cscc.incidents.feed;

import java.time.Instant;
import java.time.LocalDate;
import org.cscc.incidents.AgeBand;
import org.cscc.incidents.HarmKind;
import org.cscc.incidents.IncidentType;
import org.cscc.incidents.LocationClass;
import org.cscc.incidents.OccurredPrecision;
import org.cscc.incidents.Standing;
import org.jspecify.annotations.Nullable;

/**
 * All that is taken from one row. What has no component here is dropped at the door: names, free
 * text, exact addresses (R-INC-01).
 *
 * @param rowKey the feed's own id of the row, or a fingerprint of its content
 * @param ref what joins rows to one incident: the case number, or else the row's own key
 * @param withCase whether the ref is a case number
 * @param hash fingerprint of what the row says; equal means that nothing changed
 * @param updatedAt when the feed says it last changed the row
 * @param kind how a person was harmed; null where the row is about nobody
 * @param area counting area
 * @param sex as published, one letter; only to tell apart the people of one case
 * @param race as published; only to tell apart the people of one case
 */
public record Report(
    Feed feed,
    String rowKey,
    String ref,
    boolean withCase,
    long hash,
    @Nullable Instant updatedAt,
    IncidentType type,
    @Nullable HarmKind kind,
    boolean gunshot,
    boolean domestic,
    @Nullable String iucr,
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
    Standing standing,
    AgeBand ageBand,
    String sex,
    String race)
    implements Parsed {
  /** Whether the person died. */
  public boolean fatal() {
    return kind == HarmKind.HOMICIDE;
  }

  /** Whether the row is about an offence only and can be kept in the incident's own row. */
  public boolean plain() {
    return feed == Feed.CRIMES && kind == null;
  }

  /** The same report at a time that is known more exactly. */
  public Report at(Instant instant, LocalDate day, OccurredPrecision how) {
    return fingerprinted(
        new Report(
            feed,
            rowKey,
            ref,
            withCase,
            0,
            updatedAt,
            type,
            kind,
            gunshot,
            domestic,
            iucr,
            instant,
            day,
            how,
            block,
            lon,
            lat,
            area,
            areaStated,
            areaComputed,
            locationClass,
            standing,
            ageBand,
            sex,
            race));
  }

  private static Report fingerprinted(Report bare) {
    return bare.named(bare.rowKey(), bare.ref(), Identity.said(bare));
  }

  /** The same report under its key and fingerprint. */
  public Report named(String key, String joinedBy, long fingerprint) {
    return new Report(
        feed,
        key,
        joinedBy,
        withCase,
        fingerprint,
        updatedAt,
        type,
        kind,
        gunshot,
        domestic,
        iucr,
        occurredAt,
        occurredOn,
        precision,
        block,
        lon,
        lat,
        area,
        areaStated,
        areaComputed,
        locationClass,
        standing,
        ageBand,
        sex,
        race);
  }
}
