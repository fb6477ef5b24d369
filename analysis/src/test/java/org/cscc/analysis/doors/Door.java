package org.cscc.analysis.doors;

import java.util.LinkedHashMap;
import java.util.Map;

/** A call that is as it should be, and what is wrong in ways that only this door knows. */
record Door(Call legal, Map<String, Call> more) {
  static Door of(Call legal) {
    return new Door(legal, Map.of());
  }

  /** The same with another argument. */
  Door and(String what, int index, Object argument) {
    Map<String, Call> others = new LinkedHashMap<>(more);
    others.put(what, legal.with(index, argument));
    return new Door(legal, others);
  }

  /** Every wrong call by what is wrong with it. */
  Map<String, Call> spoiled() {
    Map<String, Call> all = Spoiled.of(legal);
    all.putAll(more);
    return all;
  }
}
