package org.cscc.access;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.cscc.kernel.Refused;
import org.springframework.context.MessageSource;
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
  private static final int SENTENCES = 4;

  private final Tokens tokens;
  private final MessageSource messages;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "sign-in name of the account")
  private String name = "";

  TokenCommand(Tokens tokens, MessageSource messages) {
    this.tokens = tokens;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try {
      String token = tokens.issue(name, true);
      sayWhatWeKeepTo();
      out.println(token);
    } catch (UsernameNotFoundException e) {
      throw new Refused(Refused.Kind.NOT_FOUND, "R-ACCESS-10", "access.refused.unknown", name);
    }
    out.flush();
    return 0;
  }

  /** On standard error, so that a program reads the token alone. */
  private void sayWhatWeKeepTo() {
    var err = spec.commandLine().getErr();
    err.println(say("access.ack.token"));
    for (int n = 1; n <= SENTENCES; n++) {
      err.println("- " + say("access.ack.keep." + n));
    }
    err.flush();
  }

  private String say(String key) {
    return messages.getMessage(key, null, Locale.ENGLISH);
  }
}
