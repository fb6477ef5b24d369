package org.cscc.analysis.allocation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;

/**
 * A lottery within strata that anyone can check by hand. Before the draw the center publishes the
 * SHA-256 of a secret seed; afterwards the seed. Each entry's number is SHA-256 of {@code
 * seed|stratum|id}; within a stratum the smallest numbers win. No order of the list and no program
 * can change the outcome.
 *
 * @param winners ids drawn, by stratum in alphabetical order, in the order drawn
 * @param waiting ids not drawn, in the order in which they would be next
 * @param commitment SHA-256 of the seed in hexadecimal
 * @param provenance method and settings
 */
public record Lottery(
    Map<String, List<String>> winners,
    Map<String, List<String>> waiting,
    String commitment,
    Provenance provenance) {

  /**
   * An entry.
   *
   * @param id its id
   * @param stratum the group it is drawn in
   */
  public record Entry(String id, String stratum) {}

  /**
   * Draws.
   *
   * @param places how many win in each stratum; a stratum that is not named wins nothing
   * @throws InvalidInput for an id given twice, no entries or a negative number of places
   */
  public static Lottery draw(List<Entry> entries, Map<String, Integer> places, String seed) {
    org.cscc.analysis.Require.atLeast("entries", 1, entries.size());
    org.cscc.analysis.Require.atLeast("characters of the seed", 1, seed.length());
    Set<String> ids = new HashSet<>();
    Map<String, List<Entry>> strata = new TreeMap<>();
    for (Entry entry : entries) {
      if (!ids.add(entry.id())) {
        throw new InvalidInput(Reason.DUPLICATE_ID, "entry " + entry.id() + " given twice");
      }
      strata.computeIfAbsent(entry.stratum(), none -> new ArrayList<>()).add(entry);
    }
    // Places that nobody asked for are said as well: a misspelt stratum must not vanish.
    places.keySet().forEach(stratum -> strata.computeIfAbsent(stratum, none -> new ArrayList<>()));
    Map<String, List<String>> winners = new TreeMap<>();
    Map<String, List<String>> waiting = new TreeMap<>();
    strata.forEach(
        (stratum, group) -> {
          int open = places.getOrDefault(stratum, 0);
          org.cscc.analysis.Require.nonNegative("places of " + stratum, open);
          List<String> drawn =
              group.stream()
                  .sorted(Comparator.comparing(entry -> number(seed, entry)))
                  .map(Entry::id)
                  .toList();
          int won = Math.min(open, drawn.size());
          winners.put(stratum, drawn.subList(0, won));
          waiting.put(stratum, drawn.subList(won, drawn.size()));
        });
    return new Lottery(
        winners,
        waiting,
        hash(seed),
        Provenance.of("Stratified lottery, SHA-256", entries.size(), Caution.PUBLIC_CHOICE)
            .with("commitment", hash(seed)));
  }

  private static String number(String seed, Entry entry) {
    return hash(seed + "|" + entry.stratum() + "|" + entry.id());
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
