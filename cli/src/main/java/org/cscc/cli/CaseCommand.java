package org.cscc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a folder of reference numbers with our own. */
@Command(
    name = "case",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a reference case (case.json names the method) and writes result.json and",
      "result_NAME.csv with the keys and columns of the case's expected files."
    })
final class CaseCommand implements Callable<Integer> {
  private static final Map<String, Function<CaseFolder, CaseAnswer>> METHODS = methods();

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "Folder with case.json and input files")
  private Path folder = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "OUT", description = "Folder to write to")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    answer(folder).write(out);
    return 0;
  }

  static CaseAnswer answer(Path folder) {
    CaseFolder reference = new CaseFolder(folder);
    Function<CaseFolder, CaseAnswer> method = METHODS.get(reference.method());
    if (method == null) {
      throw new Refused(
          "No method '" + reference.method() + "'; known methods: " + METHODS.keySet());
    }
    return method.apply(reference);
  }

  private static Map<String, Function<CaseFolder, CaseAnswer>> methods() {
    Map<String, Function<CaseFolder, CaseAnswer>> methods = new TreeMap<>();
    methods.put("local-autocorrelation", AutocorrelationCase::answer);
    methods.put("kernel-density", DensityCase::answer);
    methods.put("empirical-bayes", RatesCase::answer);
    methods.put("near-repeat", NearRepeatCase::answer);
    methods.put("scan", ScanCase::poisson);
    methods.put("space-time-permutation", ScanCase::spaceTime);
    methods.put("surveillance", TrendCase::answer);
    methods.put("map-accuracy", AccuracyCase::answer);
    methods.put("displacement", EffectCase::displacement);
    methods.put("difference-in-differences", EffectCase::differences);
    methods.put("synthetic-control", EffectCase::synthetic);
    methods.put("allocation", AllocationCase::answer);
    methods.put("site-selection", ChoiceCase::sites);
    methods.put("covering", ChoiceCase::covering);
    methods.put("cell-suppression", SuppressionCase::answer);
    return methods;
  }
}
