package org.cscc.places;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.cscc.places.AssetOutcome.Applied;
import org.cscc.places.AssetOutcome.Quarantined;
import org.cscc.places.AssetOutcome.Refused;
import org.cscc.places.AssetOutcome.Reject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./cscc import assets FILE --kind KIND}. */
@Component
@Command(
    name = "assets",
    mixinStandardHelpOptions = true,
    description = {
      "Bring in the places of one kind (schools, parks, …) from a CSV or GeoJSON file.",
      "They take the stead of those of that kind. Ends with 0 applied, 3 set aside, 4 refused."
    })
class ImportAssetsCommand implements CenterCommand, Callable<Integer> {
  private static final int QUARANTINED = 3;
  private static final int REFUSED = 4;

  private final AssetImport assets;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "CSV with name, lon, lat (opens, closes), or GeoJSON points")
  private Path file = Path.of("");

  @Option(names = "--kind", required = true, description = "one of ${COMPLETION-CANDIDATES}")
  private AssetKind kind = AssetKind.SCHOOL;

  @Option(names = "--dry-run", description = "check only, change nothing")
  private boolean dryRun;

  @Option(names = "--json", description = "the summary for a program")
  private boolean json;

  ImportAssetsCommand(AssetImport assets) {
    this.assets = assets;
  }

  @Override
  public String group() {
    return "import";
  }

  @Override
  public Integer call() {
    AssetOutcome outcome = assets.apply(file, kind, dryRun);
    Map<String, Object> summary = summary(outcome);
    if (spec != null) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(json ? JsonMapper.builder().build().writeValueAsString(summary) : text(summary));
      out.flush();
    }
    return switch (outcome) {
      case Applied applied -> 0;
      case Quarantined quarantined -> QUARANTINED;
      case Refused refused -> REFUSED;
    };
  }

  private static Map<String, Object> summary(AssetOutcome outcome) {
    Map<String, Object> summary = new LinkedHashMap<>();
    switch (outcome) {
      case Applied applied -> {
        summary.put("result", "applied");
        counts(summary, applied.read(), applied.accepted(), applied.rejects());
      }
      case Quarantined quarantined -> {
        summary.put("result", "quarantined");
        counts(summary, quarantined.read(), quarantined.accepted(), quarantined.rejects());
      }
      case Refused refused -> {
        summary.put("result", "refused");
        summary.put("rule", refused.rule());
        summary.put("what", refused.what());
      }
    }
    return summary;
  }

  private static void counts(
      Map<String, Object> summary, int read, int accepted, List<Reject> rejects) {
    summary.put("read", read);
    summary.put("accepted", accepted);
    summary.put("rejected", rejects.size());
    summary.put("rejects", rejects);
  }

  private static String text(Map<String, Object> summary) {
    StringBuilder text = new StringBuilder();
    summary.forEach(
        (name, value) -> {
          if (value instanceof List<?> rejects) {
            rejects.stream().map(reject -> "\n  " + reject).forEach(text::append);
          } else {
            text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(value);
          }
        });
    return text.toString();
  }
}
