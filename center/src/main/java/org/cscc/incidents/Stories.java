package org.cscc.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.ReviewWeek;
import org.cscc.places.Areas;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts together what the rooms know of what came of an incident. */
@Component
class Stories {
  private final List<IncidentChapter> chapters;
  private final Organizations organizations;
  private final Teams teams;
  private final Areas areas;
  private final Clock clock;
  private final Duration follows;

  /**
   * @param days for how many days after an incident what is begun on its block belongs to its story
   */
  Stories(
      List<IncidentChapter> chapters,
      Organizations organizations,
      Teams teams,
      Areas areas,
      Clock clock,
      @Value("${cscc.incidents.story-days:90}") int days) {
    this.chapters = List.copyOf(chapters);
    this.organizations = organizations;
    this.teams = teams;
    this.areas = areas;
    this.clock = clock;
    this.follows = Duration.ofDays(days);
  }

  /**
   * The story of an incident for the person of the current request.
   *
   * @param versions all of them, the present one first
   */
  Story of(IncidentFacts incident, List<IncidentVersion> versions) {
    Instant until = incident.occurredAt().plus(follows);
    List<StoryLine> others =
        chapters.stream().flatMap(one -> one.of(incident, until).stream()).toList();
    List<StoryLine> all = new ArrayList<>(VersionWords.of(incident, versions));
    all.addAll(others);
    Names names = names();
    // What happened at the same moment stays in the order in which its room told it.
    List<Story.Line> happened =
        all.stream()
            .filter(line -> line.at() != null)
            .sorted(Comparator.comparing(line -> Objects.requireNonNull(line.at())))
            .map(names::said)
            .toList();
    return new Story(
        clock.instant().atZone(ReviewWeek.CHICAGO),
        happened,
        all.stream().filter(line -> line.at() == null).map(names::said).toList(),
        !others.isEmpty());
  }

  private Names names() {
    Map<String, String> byCode = new HashMap<>();
    for (Organization one : organizations.all()) {
      byCode.put(one.code(), one.name());
    }
    Map<String, String> ofTeams = new HashMap<>();
    for (Team one : teams.all()) {
      ofTeams.put(one.code(), one.name());
    }
    return new Names(byCode, ofTeams, areas);
  }

  private record Names(Map<String, String> organizations, Map<String, String> teams, Areas areas) {
    Story.Line said(StoryLine line) {
      return new Story.Line(line, line.words().stream().map(this::part).toList());
    }

    private Story.Part part(StoryWord word) {
      return switch (word) {
        case StoryWord.Code(String code) -> plain(code);
        case StoryWord.Count(long count) -> plain(count);
        case StoryWord.Day(var day) -> new Story.Part(day, null, null);
        case StoryWord.Organization(String code) -> plain(organizations.getOrDefault(code, code));
        case StoryWord.Team(String code) -> plain(teams.getOrDefault(code, code));
        case StoryWord.Area(int number) -> plain(areas.name(number));
        case StoryWord.Word(String key) -> new Story.Part(null, key, null);
      };
    }

    private static Story.Part plain(Object value) {
      return new Story.Part(null, null, value);
    }
  }
}
