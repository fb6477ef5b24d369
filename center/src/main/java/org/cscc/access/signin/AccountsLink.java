package org.cscc.access.signin;

import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.cscc.kernel.Refused;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cscc accounts link NAME SUBJECT}: who of the City's single sign-on an account is. */
@Component
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description =
        "Says which person of the City's single sign-on an account is. The subject stands on the"
            + " sign-in page of whoever tried to come that way.")
class AccountsLink implements CenterCommand, Callable<Integer> {
  private final CityPeople people;
  private final City city;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME", description = "sign-in name of the account")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "SUBJECT",
      arity = "0..1",
      description = "what the provider calls the person (its claim sub)")
  private String subject = "";

  @Option(names = "--remove", description = "the account is nobody's of the City any more")
  private boolean remove;

  AccountsLink(CityPeople people, City city) {
    this.people = people;
    this.city = city;
  }

  @Override
  public String group() {
    return "accounts";
  }

  @Override
  public Integer call() {
    if (!city.on()) {
      throw new Refused(Refused.Kind.CONFLICT, "R-SIGNIN-11", "access.refused.no-city");
    }
    if (remove == !subject.isBlank()) {
      throw new ParameterException(spec.commandLine(), "Give a SUBJECT or --remove, not both.");
    }
    try {
      if (remove) {
        people.unlink(name, city.issuer());
      } else {
        people.link(name, city.issuer(), subject.strip());
      }
    } catch (UsernameNotFoundException e) {
      throw new Refused(Refused.Kind.NOT_FOUND, "R-ACCESS-10", "access.refused.unknown", name);
    }
    spec.commandLine().getOut().println(remove ? "Removed." : "Linked.");
    return 0;
  }
}
