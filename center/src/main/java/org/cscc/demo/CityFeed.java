package org.cscc.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cscc.incidents.ImportOptions;
import org.cscc.incidents.ImportOutcome;
import org.cscc.incidents.Imports;
import org.cscc.places.Areas;
import org.cscc.places.Boundaries;
import org.cscc.places.CommunityArea;
import org.cscc.places.PriorityAreas;
import org.cscc.places.PriorityList;
import org.springframework.stereotype.Component;

/** Carries the synthetic city's events through files into the importer. */
@Component
class CityFeed {
  private final Areas areas;
  private final PriorityAreas priority;
  private final Boundaries boundaries;
  private final Imports imports;

  CityFeed(Areas areas, PriorityAreas priority, Boundaries boundaries, Imports imports) {
    this.areas = areas;
    this.priority = priority;
    this.boundaries = boundaries;
    this.imports = imports;
  }

  /** The events of the city over a span of days, both included. */
  List<CityEvent> events(CityRecord.City city, LocalDate from, LocalDate to) {
    List<Integer> listed =
        priority.on(DemoCity.NOW.toLocalDate()).map(PriorityList::areas).orElse(List.of());
    CityBlocks blocks = new CityBlocks(city.seed(), areas.all(), listed, boundaries);
    List<CityEvent> events =
        new ArrayList<>(
            new SyntheticCity(city.seed(), blocks, city.scale().otherCrimesADay())
                .events(from, to));
    events.addAll(new CityScenes(areas, boundaries).between(from, to));
    return events;
  }

  /**
   * Brings in what the feed says that is new after one instant and up to another.
   *
   * @return rows that were accepted
   */
  long bringIn(List<CityEvent> events, Instant after, Instant until) {
    List<CityEvent> changed = events.stream().filter(event -> event.changes(after, until)).toList();
    if (changed.isEmpty()) {
      return 0;
    }
    FeedFiles files =
        new FeedFiles(
            number ->
                areas
                    .byNumber(number)
                    .map(CommunityArea::name)
                    .orElse("")
                    .toUpperCase(Locale.ROOT));
    try {
      Path directory = Files.createTempDirectory("cscc-demo");
      Path victims = directory.resolve("synthetic-victimizations.csv");
      Path crimes = directory.resolve("synthetic-crimes.csv");
      try {
        files.victims(victims, changed, until);
        files.crimes(crimes, changed, until);
        return apply(victims, until) + apply(crimes, until);
      } finally {
        Files.deleteIfExists(victims);
        Files.deleteIfExists(crimes);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The city's feed could not be written", e);
    }
  }

  private long apply(Path file, Instant until) {
    ImportOutcome outcome = imports.apply(file, ImportOptions.demo(until));
    if (outcome instanceof ImportOutcome.Applied applied && applied.tally().rejected() == 0) {
      return applied.tally().accepted();
    }
    throw new IllegalStateException("The synthetic feed was not taken as it is: " + outcome);
  }
}
