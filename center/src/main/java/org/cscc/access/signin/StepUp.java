package org.cscc.access.signin;

import java.time.Duration;
import org.cscc.access.FreshProof;
import org.springframework.stereotype.Component;

/**
 * Whether somebody has shown who they are a moment ago. What changes how an account is entered, or
 * opens more than a role does, asks for it, so that a screen left open is not enough.
 */
@Component
public class StepUp implements FreshProof {
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final Oneself oneself;
  private final RealTime time;

  StepUp(Oneself oneself, RealTime time) {
    this.oneself = oneself;
    this.time = time;
  }

  /** Whether the last proof is of the last quarter of an hour. */
  @Override
  public boolean fresh() {
    return time.now().isBefore(oneself.stay().provedAt().plus(FRESH));
  }
}
