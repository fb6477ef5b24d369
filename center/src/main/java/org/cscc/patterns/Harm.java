package org.cscc.patterns;

import java.util.Locale;

/** Which harm is counted; one person harmed is one, however many shots were fired. */
public enum Harm {
  /** Everybody killed or shot. */
  ALL,
  /** Killed. */
  KILLED,
  /** Shot and alive. */
  INJURED;

  /** Key of the word, such as {@code patterns.harm.killed}. */
  public String key() {
    return "patterns.harm." + name().toLowerCase(Locale.ROOT);
  }
}
