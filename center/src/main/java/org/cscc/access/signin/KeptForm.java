package org.cscc.access.signin;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody had written into a form when the session ended under it.
 *
 * @param account whose it is: shown to nobody else
 * @param address where the form goes
 * @param fields what was in it, without secrets and without words that point at a person
 * @param cut whether such words were left out
 */
record KeptForm(UUID account, String address, Map<String, List<String>> fields, boolean cut)
    implements Serializable {
  @Serial private static final long serialVersionUID = 2L;

  /** The session's name for it. */
  static final String NAME = "cscc.kept-form";

  /** What a person would know again: text that has more than one word or sign in it. */
  public List<String> texts() {
    return fields.values().stream().flatMap(List::stream).filter(text -> !text.isBlank()).toList();
  }
}
