package org.cscc.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in words what each version of an incident changed. */
final class VersionWords {
  private VersionWords() {}

  /**
   * From the first report to the present version.
   *
   * @param versions the present one first
   */
  static List<StoryLine> of(IncidentFacts incident, List<IncidentVersion> versions) {
    List<StoryLine> lines = new ArrayList<>();
    List<IncidentVersion> oldestFirst = versions.reversed();
    if (oldestFirst.isEmpty()) {
      return lines;
    }
    IncidentVersion before = oldestFirst.getFirst();
    lines.add(
        StoryLine.happened(
            incident.firstSeenAt(),
            "incidents.story.reported",
            type(before),
            area(before.area()),
            new StoryWord.Count(before.harmed().size())));
    for (IncidentVersion after : oldestFirst.subList(1, oldestFirst.size())) {
      changed(before, after, lines);
      before = after;
    }
    return lines;
  }

  private static void changed(IncidentVersion was, IncidentVersion is, List<StoryLine> lines) {
    Instant at = is.from();
    int told = lines.size();
    if (was.state().counted() != is.state().counted()) {
      lines.add(
          is.state().counted()
              ? StoryLine.happened(at, "incidents.story.counts-again")
              : StoryLine.happened(
                  at,
                  "incidents.story.counts-no-more",
                  new StoryWord.Word("incidents.told." + is.state().name())));
    }
    if (killed(is) > killed(was)) {
      lines.add(StoryLine.happened(at, "incidents.story.fatal", new StoryWord.Count(killed(is))));
    }
    if (was.type() != is.type()) {
      lines.add(StoryLine.happened(at, "incidents.story.type", type(was), type(is)));
    }
    if (was.harmed().size() != is.harmed().size()) {
      lines.add(
          StoryLine.happened(
              at,
              "incidents.story.people",
              new StoryWord.Count(was.harmed().size()),
              new StoryWord.Count(is.harmed().size())));
    }
    if (!Objects.equals(was.area(), is.area())) {
      lines.add(StoryLine.happened(at, "incidents.story.area", area(was.area()), area(is.area())));
    } else if (!Objects.equals(was.block(), is.block())) {
      lines.add(StoryLine.happened(at, "incidents.story.block"));
    }
    if (!was.occurredAt().equals(is.occurredAt())) {
      lines.add(StoryLine.happened(at, "incidents.story.time"));
    }
    if (lines.size() == told) {
      lines.add(
          StoryLine.happened(at, "incidents.story.version", new StoryWord.Count(is.version())));
    }
  }

  private static long killed(IncidentVersion version) {
    return version.harmed().stream().filter(harm -> harm.kind() == HarmKind.HOMICIDE).count();
  }

  private static StoryWord type(IncidentVersion version) {
    return new StoryWord.Word("incidents.type." + version.type().name());
  }

  private static StoryWord area(@Nullable Integer number) {
    return number == null
        ? new StoryWord.Word("incidents.area.unknown")
        : new StoryWord.Area(number);
  }
}
