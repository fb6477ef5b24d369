package org.cscc.incidents;

/** How a person was harmed. Homicides and non-fatal shootings are never added without saying so. */
public enum HarmKind {
  /** The person died. */
  HOMICIDE,
  /** The person was shot and lived. */
  NONFATAL_SHOOTING,
  /** Harmed in another way. */
  OTHER;

  /** Whether it is one of the two that the teams review. */
  public boolean serious() {
    return this != OTHER;
  }
}
