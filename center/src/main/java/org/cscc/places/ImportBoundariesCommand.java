package org.cscc.places;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.cscc.places.BoundaryFollower.Followed;
import org.cscc.places.BoundaryOutcome.Applied;
import org.cscc.places.BoundaryOutcome.Problem;
import org.cscc.places.BoundaryOutcome.Quarantined;
import org.cscc.places.BoundaryOutcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./cscc import boundaries FILE.geojson}. */
@Component
@Command(
    name = "boundaries",
    mixinStandardHelpOptions = true,
    description = {
      "Bring in the outlines of a city's areas from a GeoJSON file (.gz as well).",
      "Ends with 0 when the file is in use, 3 when it is set aside, 4 when it is refused."
    })
class ImportBoundariesCommand implements CenterCommand, Callable<Integer> {
  private static final int QUARANTINED = 3;
  private static final int REFUSED = 4;

  private final BoundaryImport boundaries;
  private final List<BoundaryFollower> followers;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the GeoJSON file")
  private Path file = Path.of("");

  @Option(names = "--number", description = "property that holds the area's number")
  private @Nullable String number;

  @Option(names = "--name", description = "property that holds the area's name")
  private @Nullable String name;

  @Option(names = "--city", description = "the city, when it is not the one that is here")
  private @Nullable String city;

  @Option(names = "--crs", description = "coordinate system: EPSG:4326, EPSG:3435 or EPSG:26971")
  private @Nullable String crs;

  @Option(
      names = "--as-of",
      description = "day for which the boundaries are true (YYYY-MM-DD); else today")
  private @Nullable LocalDate asOf;

  @Option(names = "--dry-run", description = "check only, change nothing")
  private boolean dryRun;

  @Option(names = "--json", description = "the summary for a program")
  private boolean json;

  ImportBoundariesCommand(BoundaryImport boundaries, List<BoundaryFollower> followers) {
    this.boundaries = boundaries;
    this.followers = followers;
  }

  @Override
  public String group() {
    return "import";
  }

  @Override
  public Integer call() {
    BoundaryOutcome outcome =
        boundaries.apply(file, new BoundaryOptions(number, name, city, crs, asOf, dryRun));
    List<Followed> moved =
        outcome instanceof Applied && !dryRun
            ? followers.stream().map(BoundaryFollower::follow).toList()
            : List.of();
    if (spec != null) {
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        Map<String, Object> summary = summary(outcome);
        moved.forEach(followed -> summary.put("incidents", followed));
        out.println(JsonMapper.builder().build().writeValueAsString(summary));
      } else {
        out.println(text(outcome));
        moved.stream()
            .filter(followed -> followed.points() > 0)
            .map(ImportBoundariesCommand::words)
            .forEach(out::println);
      }
      out.flush();
    }
    return switch (outcome) {
      case Applied applied -> 0;
      case Quarantined quarantined -> QUARANTINED;
      case Refused refused -> REFUSED;
    };
  }

  private static Map<String, Object> summary(BoundaryOutcome outcome) {
    Map<String, Object> summary = new LinkedHashMap<>();
    switch (outcome) {
      case Applied applied -> {
        summary.put("result", applied.unchanged() ? "unchanged" : "applied");
        summary.put("read", applied.read());
        summary.put("accepted", applied.read());
        summary.put("rejected", 0);
        summary.put("added", applied.added());
        summary.put("version", applied.version());
        summary.put("notes", applied.notes());
      }
      case Quarantined quarantined -> {
        summary.put("result", "quarantined");
        summary.put("read", quarantined.read());
        summary.put("accepted", quarantined.accepted());
        summary.put("rejected", quarantined.rejected());
        summary.put("problems", quarantined.problems());
      }
      case Refused refused -> {
        summary.put("result", "refused");
        summary.put("problems", List.of(refused.problem()));
      }
    }
    return summary;
  }

  private static String text(BoundaryOutcome outcome) {
    StringBuilder text = new StringBuilder();
    switch (outcome) {
      case Applied applied -> {
        text.append(applied.unchanged() ? "This very file is in use already" : "Boundaries in use")
            .append(": read ")
            .append(applied.read())
            .append(", accepted ")
            .append(applied.read())
            .append(", rejected 0, new areas ")
            .append(applied.added());
        applied.notes().forEach(note -> text.append('\n').append(note));
      }
      case Quarantined quarantined -> {
        text.append("Set aside, nothing of the file counts: read ")
            .append(quarantined.read())
            .append(", usable ")
            .append(quarantined.accepted())
            .append(", rejected ")
            .append(quarantined.rejected());
        quarantined.problems().forEach(problem -> append(text, problem));
      }
      case Refused refused -> {
        text.append("Refused, nothing was changed.");
        append(text, refused.problem());
      }
    }
    return text.toString();
  }

  private static String words(Followed followed) {
    return "Incidents with a point: "
        + followed.points()
        + "; computed area is another now: "
        + followed.recomputed()
        + ", count in another area now: "
        + followed.moved()
        + "; without a known area: "
        + followed.unmapped();
  }

  private static void append(StringBuilder text, Problem problem) {
    text.append("\n  ").append(problem.rule());
    if (problem.feature() > 0) {
      text.append(", feature ").append(problem.feature());
    }
    text.append(": ").append(problem.what());
  }
}
