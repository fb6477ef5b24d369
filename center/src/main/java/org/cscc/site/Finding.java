package org.cscc.site;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.BlockFound;
import org.cscc.patterns.Patterns;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.cscc.reviews.Packets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One search over the rooms. Each is asked with the person's own decision, or not at all, so that
 * nothing is found that could not be opened; the number of statements does not grow with what is
 * found.
 */
@Component
class Finding {
  private static final int BLOCKS_SHOWN = 20;
  private static final int PACKETS_SHOWN = 20;

  /** Packets are looked for in the last quarter of a year; a day finds older ones. */
  private static final int WEEKS_BACK = 13;

  private final Access access;
  private final Areas areas;
  private final Teams teams;
  private final Patterns patterns;
  private final Incidents incidents;
  private final Packets packets;
  private final Clock clock;

  Finding(
      Access access,
      Areas areas,
      Teams teams,
      Patterns patterns,
      Incidents incidents,
      Packets packets,
      Clock clock) {
    this.access = access;
    this.areas = areas;
    this.teams = teams;
    this.patterns = patterns;
    this.incidents = incidents;
    this.packets = packets;
    this.clock = clock;
  }

  Found all(String text) {
    String asked = text.strip();
    if (asked.isEmpty()) {
      return new Found("", List.of(), List.of(), 0, null, List.of());
    }
    List<CommunityArea> places = areas(asked);
    List<BlockFound> blocks =
        access
            .decide(Capability.READ_PATTERNS)
            .filter(decision -> asked.length() > 1)
            .map(decision -> patterns.blocks(decision, asked))
            .orElse(List.of());
    return new Found(
        asked,
        places,
        blocks.stream().limit(BLOCKS_SHOWN).toList(),
        blocks.size(),
        access
            .decide(Capability.READ_INCIDENTS)
            .flatMap(decision -> incidents.byCase(decision, asked))
            .orElse(null),
        access
            .decide(Capability.READ_PACKET)
            .map(decision -> packets(decision, asked, places))
            .orElse(List.of()));
  }

  /** Areas by number, by any way people write their name, and by a part of it. */
  private List<CommunityArea> areas(String asked) {
    OptionalInt known = areas.resolve(asked);
    String part = plain(asked);
    return areas.all().stream()
        .filter(
            area ->
                (known.isPresent() && known.getAsInt() == area.number())
                    || (part.length() > 1 && plain(area.name()).contains(part)))
        .toList();
  }

  private List<Found.NamedPacket> packets(
      Decision decision, String asked, List<CommunityArea> places) {
    @Nullable LocalDate day = day(asked);
    LocalDate last = day == null ? LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO) : day;
    LocalDate first = day == null ? last.minusWeeks(WEEKS_BACK) : last.minusDays(6);
    List<Integer> numbers = places.stream().map(CommunityArea::number).toList();
    Map<String, String> names =
        teams.reachedBy(decision).stream()
            .filter(team -> day != null || meant(team, asked, numbers))
            .collect(Collectors.toMap(Team::code, Team::name));
    return names.isEmpty()
        ? List.of()
        : packets.between(decision, first, last).stream()
            .filter(row -> names.containsKey(row.team()))
            .map(row -> new Found.NamedPacket(names.getOrDefault(row.team(), row.team()), row))
            .limit(PACKETS_SHOWN)
            .toList();
  }

  private static boolean meant(Team team, String asked, List<Integer> numbers) {
    return plain(team.name()).contains(plain(asked))
        || team.areaNumbers().stream().anyMatch(numbers::contains);
  }

  private static @Nullable LocalDate day(String asked) {
    try {
      return LocalDate.parse(asked);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
