package org.cscc.demo;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./cscc demo [--scale large]}: the synthetic city in an empty data directory. */
@Component
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Makes the synthetic city in an empty data directory, without starting the center.")
class DemoCommand implements CenterCommand, Callable<Integer> {
  private final DemoCity city;
  private final Welcome welcome;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Option(
      names = "--scale",
      paramLabel = "SIZE",
      defaultValue = "small",
      description = "small: four years of shootings; large: some 300,000 incidents in ten years")
  private String scale = "small";

  DemoCommand(DemoCity city, Welcome welcome) {
    this.city = city;
    this.welcome = welcome;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    city.make(wanted(), out::println);
    out.println(welcome.accounts());
    out.flush();
    return 0;
  }

  private DemoScale wanted() {
    try {
      return DemoScale.valueOf(scale.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new picocli.CommandLine.ParameterException(
          spec.commandLine(), "There is no scale \"" + scale + "\". Use small or large.", e);
    }
  }
}
