package org.cscc;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cscc.home.HomeInUse;
import org.cscc.home.HomeUnusable;
import org.cscc.vault.VaultKeyLost;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.Modulithic;

/**
 * The center. Without arguments it serves the pages; with arguments it is one command, such as
 * {@code import incidents FILE}, which works beside a running center or alone.
 */
@Modulithic(systemName = "CSCC")
@SpringBootApplication
public class SafetyCenter {
  /** Starts the center, or runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    try {
      if (arguments.length == 0 || arguments[0].equals("serve")) {
        SpringApplication center = new SpringApplication(SafetyCenter.class);
        center.addListeners(new FreePort());
        center.run(arguments);
      } else {
        System.exit(command(arguments));
      }
    } catch (RuntimeException e) {
      sayWhy(e);
      System.exit(1);
    }
  }

  /** What a person can mend is one sentence; the rest keeps its trace. */
  @SuppressWarnings("PrintStackTrace") // the last word of a program that could not start
  private static void sayWhy(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HomeInUse
          || cause instanceof HomeUnusable
          || cause instanceof VaultKeyLost
          || cause instanceof FreePort.Busy) {
        System.err.println(cause.getMessage());
        return;
      }
    }
    e.printStackTrace();
  }

  private static int command(String[] arguments) {
    SpringApplication application = new SpringApplication(SafetyCenter.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLazyInitialization(true);
    application.setAdditionalProfiles("command");
    Map<String, Object> quiet = new HashMap<>();
    quiet.put("spring.main.banner-mode", "off");
    application.setDefaultProperties(quiet);
    // The command line is picocli's; Spring must not read its options as properties.
    application.setAddCommandLineProperties(false);
    try (ConfigurableApplicationContext context = application.run()) {
      return context.getBean(CommandLineDoor.class).run(Arrays.asList(arguments));
    }
  }
}
