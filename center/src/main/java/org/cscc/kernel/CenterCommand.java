package org.cscc.kernel;

/**
 * A command of {@code ./cscc}, brought by the feature that it belongs to. The bean carries
 * picocli's {@code @Command}; its group is the word before it, as in {@code ./cscc import
 * incidents}.
 */
public interface CenterCommand {
  /** The word before the command's own name, or empty for a command of its own. */
  default String group() {
    return "";
  }
}
