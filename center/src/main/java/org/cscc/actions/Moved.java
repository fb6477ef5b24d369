package org.cscc.actions;

/** What became of a wish to move a commitment; what the rules forbid is refused instead. */
public sealed interface Moved {
  /** It is done. */
  record Done(ActionItem now) implements Moved {}

  /**
   * Somebody else moved it meanwhile; nothing was changed.
   *
   * @param present how it stands
   * @param last what was done to it meanwhile
   * @param wanted what was wished
   */
  record Stale(ActionItem present, Step last, Move wanted) implements Moved {}

  /** The same form came before; it was done then. */
  record Already(ActionItem now) implements Moved {}
}
