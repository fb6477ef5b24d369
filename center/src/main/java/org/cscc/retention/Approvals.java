package org.cscc.retention;

import java.util.Map;
import java.util.Optional;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Who has approved which schedule, as whoever runs the center has written it down. */
@Component
class Approvals {
  /** Said of schedules that need nobody's word. */
  static final String FREE = "-";

  private static final String DEMO = "demo";
  private final Environment environment;
  private final HomeState home;

  Approvals(Environment environment, HomeState home) {
    this.environment = environment;
    this.home = home;
  }

  /** The approval of a schedule; empty when it asks for one and nobody has given it. */
  Optional<String> of(String schedule, Map<String, Boolean> schedules) {
    if (!schedules.getOrDefault(schedule, true)) {
      return Optional.of(FREE);
    }
    Optional<String> named =
        Optional.ofNullable(environment.getProperty("cscc.retention.approved." + schedule))
            .map(String::strip)
            .filter(text -> !text.isEmpty());
    return named.isPresent() || home.kind() != HomeKind.DEMO ? named : Optional.of(DEMO);
  }
}
