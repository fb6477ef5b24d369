package org.cscc.access.signin;

import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.cscc.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cscc accounts invite NAME}: a link, alone on the last line of standard output. */
@Component
@Command(
    name = "invite",
    mixinStandardHelpOptions = true,
    description =
        "Prints a link with which the person chooses a new password, once, within 72 hours. Their"
            + " phone is set up anew afterwards. Hand it over in person.")
class AccountsInvite implements CenterCommand, Callable<Integer> {
  private final Invitations invitations;
  private final String port;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "sign-in name of the account")
  private String name = "";

  AccountsInvite(Invitations invitations, @Value("${server.port}") String port) {
    this.invitations = invitations;
    this.port = port;
  }

  @Override
  public String group() {
    return "accounts";
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try {
      String secret = invitations.make(name);
      out.println("Within 72 hours, and once (put your center's own address before /access):");
      out.println("http://localhost:" + port + "/access/invitation/" + secret);
    } catch (UsernameNotFoundException e) {
      throw new Refused(Refused.Kind.NOT_FOUND, "R-ACCESS-10", "access.refused.unknown", name);
    }
    out.flush();
    return 0;
  }
}
