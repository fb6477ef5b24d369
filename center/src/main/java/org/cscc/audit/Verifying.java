package org.cscc.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the whole trail again and finds rows that were changed, removed, added or moved. */
@Component
class Verifying {
  private static final int AT_A_TIME = 50;
  private static final int MOST_WORDS = 50;
  private final Chain chain;

  Verifying(Chain chain) {
    this.chain = chain;
  }

  Finding verify() {
    List<String> broken = new ArrayList<>();
    String previous = Seal.BEGINNING;
    long seals = 0;
    long rows = 0;
    long to = 0;
    long id = 0;
    List<Seal> part = chain.after(0, AT_A_TIME);
    while (!part.isEmpty()) {
      for (Seal seal : part) {
        if (seal.id() != id + 1) {
          broken.add("Seals " + (id + 1) + " to " + (seal.id() - 1) + " are missing");
        }
        if (!seal.previous().equals(previous)) {
          broken.add("Seal " + seal.id() + " does not follow the one before it");
        }
        check(seal, broken);
        seals++;
        rows += seal.rows();
        previous = seal.hash();
        to = seal.toTx();
        id = seal.id();
      }
      part = chain.after(id, AT_A_TIME);
    }
    List<String> said =
        broken.size() <= MOST_WORDS ? broken : new ArrayList<>(broken.subList(0, MOST_WORDS));
    if (said.size() < broken.size()) {
      said.add("and " + (broken.size() - MOST_WORDS) + " more");
    }
    return new Finding(seals, rows, chain.rowsFrom(to), previous, List.copyOf(said));
  }

  private void check(Seal seal, List<String> broken) {
    List<EventRow> present =
        Sealing.byMonth(chain.rows(seal.fromTx(), seal.toTx()))
            .getOrDefault(seal.month(), List.of());
    if (present.isEmpty() && chain.dropped(seal.month())) {
      return;
    }
    Seal again =
        Seal.over(seal.id(), seal.month(), seal.fromTx(), seal.toTx(), present, seal.previous());
    if (!again.equals(seal)) {
      compare(seal, again, present, broken);
    }
  }

  private static void compare(Seal seal, Seal again, List<EventRow> rows, List<String> broken) {
    Map<String, Integer> missing = new HashMap<>();
    for (int place = 0; place < seal.places(); place++) {
      missing.put(seal.print(place), place);
    }
    int before = broken.size();
    List<EventRow> strange = new ArrayList<>();
    for (int place = 0; place < rows.size(); place++) {
      if (missing.remove(again.print(place)) == null) {
        strange.add(rows.get(place));
      }
    }
    String where = " (seal " + seal.id() + ", " + seal.month() + ")";
    strange.forEach(
        row -> broken.add("Row " + row.seq() + " was changed, moved or added afterwards" + where));
    missing.values().stream()
        .sorted()
        .skip(strange.size())
        .forEach(place -> broken.add("A row was removed near place " + (place + 1) + where));
    if (broken.size() == before) {
      broken.add("The seal itself was changed" + where);
    }
  }
}
