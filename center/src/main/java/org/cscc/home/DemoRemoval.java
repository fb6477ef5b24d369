package org.cscc.home;

/** Takes the synthetic city out of a home, before real data may come in. */
public interface DemoRemoval {
  /** Removes every row and account of the demo and leaves the home empty. */
  void removeAll();
}
