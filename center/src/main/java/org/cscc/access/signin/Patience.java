package org.cscc.access.signin;

import java.time.Duration;

/** Lets a request wait; it holds a virtual thread meanwhile and nothing else. */
final class Patience {
  private Patience() {}

  static void hold(Duration turn) {
    try {
      Thread.sleep(turn);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
