package org.cscc.access;

import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.cscc.kernel.Refused;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cscc token NAME}: a bearer token, alone on the last line of standard output. */
@Component
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a bearer token for the API as the last line. It is valid for 30 days.")
class TokenCommand implements CenterCommand, Callable<Integer> {
  private final Tokens tokens;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "sign-in name of the account")
  private String name = "";

  TokenCommand(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try {
      out.println(tokens.issue(name));
    } catch (UsernameNotFoundException e) {
      throw new Refused(Refused.Kind.NOT_FOUND, "R-ACCESS-10", "access.refused.unknown", name);
    }
    out.flush();
    return 0;
  }
}
