package org.cscc.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One run of the command line, as a program sees it.
 *
 * @param code exit code
 * @param out what was printed
 * @param err what was complained
 */
record CommandRun(int code, String out, String err) {
  static final Path EXAMPLES = Path.of("examples");

  /** Runs with arguments as typed at the front door: files lie below {@code cli/}. */
  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] here =
        Arrays.stream(arguments)
            .map(argument -> argument.replace("cli/examples/", "examples/"))
            .toArray(String[]::new);
    int code = Analyze.execute(new PrintWriter(out), new PrintWriter(err), here);
    return new CommandRun(code, out.toString(), err.toString());
  }
}
