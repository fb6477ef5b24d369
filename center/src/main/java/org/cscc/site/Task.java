package org.cscc.site;

import java.util.List;

/**
 * A thing to do, as a sentence with a link.
 *
 * @param key the sentence is under {@code site.task.} and this, what it is about under {@code .why}
 * @param arguments what the sentences name
 * @param address where it is done
 * @param late whether its time has passed
 * @param things how many things the sentence stands for, such as five late items
 */
record Task(String key, List<Object> arguments, String address, boolean late, int things) {
  /** A sentence about one thing. */
  Task(String key, List<Object> arguments, String address, boolean late) {
    this(key, arguments, address, late, 1);
  }

  /** The sentence's arguments in the form a template hands on. */
  public Object[] words() {
    return arguments.toArray();
  }
}
