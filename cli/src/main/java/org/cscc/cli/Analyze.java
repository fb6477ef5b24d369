package org.cscc.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.cscc.analysis.InvalidInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The analyst's command line: one subcommand for each method. */
@Command(
    name = "cscc analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a method of the analysis library on your own files.",
      "Each method explains itself: ./cscc analyze METHOD --help"
    },
    synopsisSubcommandLabel = "METHOD",
    subcommands = {
      ListCommand.class,
      CaseCommand.class,
      GiStarCommand.class,
      LocalMoranCommand.class,
      GlobalAutocorrelationCommand.class,
      DensityCommand.class,
      EmpiricalBayesCommand.class,
      RankCommand.class,
      ConcentrationCommand.class,
      ScanCommand.class,
      SpaceTimeScanCommand.class,
      NearRepeatCommand.class,
      RiskWindowsCommand.class,
      CompareCommand.class,
      EarsCommand.class,
      CusumCommand.class,
      FarringtonCommand.class,
      MapAccuracyCommand.class,
      BacktestCommand.class,
      DisplacementCommand.class,
      RateRatioCommand.class,
      DifferenceCommand.class,
      SyntheticControlCommand.class,
      MatchCommand.class,
      ApportionCommand.class,
      AllocateCommand.class,
      ChooseSitesCommand.class,
      CoverCommand.class,
      LotteryCommand.class,
      SuppressCommand.class,
      SuppressLinkedCommand.class,
      AttackCommand.class,
      RollingCountsCommand.class,
      YearToDateCommand.class,
      HourByWeekdayCommand.class,
      UsualRangeCommand.class,
      AgainstMeanCommand.class,
      BlockScoreCommand.class,
      RateMoranCommand.class,
      AdjustCommand.class
    })
public final class Analyze {
  /** Exit code for input that no method can answer honestly. */
  static final int REFUSED = 4;

  /** Runs the command line and ends the program with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(execute(out, err, arguments));
  }

  /** Runs one command; refusals are one sentence on the error stream. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return line().setOut(out).setErr(err).execute(arguments);
  }

  static CommandLine line() {
    CommandLine line = new CommandLine(new Analyze());
    line.setUsageHelpAutoWidth(true);
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          command.getErr().println(command.getColorScheme().errorText(sentence(problem)));
          command.getErr().flush();
          return problem instanceof InvalidInput || problem instanceof Refused ? REFUSED : 1;
        });
    return line;
  }

  private static String sentence(Exception problem) {
    return problem instanceof InvalidInput invalid
        ? "Refused (" + invalid.reason() + "): " + invalid.getMessage()
        : String.valueOf(problem.getMessage());
  }
}
