package org.cscc;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cscc.home.HomeInUse;
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
        SpringApplication.run(SafetyCenter.class, arguments);
      } else {
        System.exit(command(arguments));
      }
    } catch (RuntimeException e) {
      if (cause(e) instanceof HomeInUse inUse) {
        System.err.println(inUse.getMessage());
        System.exit(1);
      }
      throw e;
    }
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

  private static Throwable cause(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null && !(deepest instanceof HomeInUse)) {
      deepest = deepest.getCause();
    }
    return deepest;
  }
}
