package org.cscc.directory.partners;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cscc.directory.partners.HsdsImport.Outcome;
import org.cscc.kernel.CenterCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./cscc import partners FILE.json}. */
@Component
@Command(
    name = "partners",
    mixinStandardHelpOptions = true,
    description = {
      "Bring in services of organizations from a file of HSDS 3 (JSON).",
      "Services are known by their id; what the file does not name stays.",
      "Ends with 0 applied, 3 set aside, 4 refused."
    })
class ImportPartnersCommand implements CenterCommand, Callable<Integer> {
  private static final int QUARANTINED = 3;
  private static final int REFUSED = 4;

  private final HsdsImport partners;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "services of HSDS 3 as JSON")
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "check only, change nothing")
  private boolean dryRun;

  @Option(names = "--json", description = "the summary for a program")
  private boolean json;

  ImportPartnersCommand(HsdsImport partners) {
    this.partners = partners;
  }

  @Override
  public String group() {
    return "import";
  }

  @Override
  public Integer call() {
    Outcome outcome = partners.apply(file, dryRun);
    Map<String, Object> summary = summary(outcome);
    if (spec != null) {
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(JsonMapper.builder().build().writeValueAsString(summary));
      } else {
        summary.forEach((name, value) -> out.println(name + ": " + value));
      }
      out.flush();
    }
    return switch (outcome) {
      case Outcome.Read read -> read.applied() ? 0 : QUARANTINED;
      case Outcome.NotTaken refused -> REFUSED;
    };
  }

  private static Map<String, Object> summary(Outcome outcome) {
    Map<String, Object> summary = new LinkedHashMap<>();
    switch (outcome) {
      case Outcome.Read read -> {
        summary.put("result", read.applied() ? "applied" : "quarantined");
        summary.put("read", read.read());
        summary.put("accepted", read.added() + read.changed() + read.unchanged());
        summary.put("new", read.added());
        summary.put("updated", read.changed());
        summary.put("unchanged", read.unchanged());
        summary.put("rejected", read.rejects().size());
        summary.put("rejects", read.rejects());
        summary.put("left out", read.left());
      }
      case Outcome.NotTaken refused -> {
        summary.put("result", "refused");
        summary.put("rule", refused.rule());
        summary.put("what", refused.what());
      }
    }
    return summary;
  }
}
