package org.cscc.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table of roles and permissions, read from the text that people read. A word that is not known
 * stops the center at its start: a permission must not be guessed.
 */
final class PermissionTable {
  private static final String RESOURCE = "/access/permissions.txt";

  /** The table that holds. */
  static final PermissionTable IN_FORCE = read();

  private final Map<Matter, Map<Role, Map<Act, Relation>>> cells;

  private PermissionTable(Map<Matter, Map<Role, Map<Act, Relation>>> cells) {
    this.cells = cells;
  }

  /** What a record must be to somebody of the role; empty when the role may not do it at all. */
  Optional<Relation> relation(Role role, Matter matter, Act act) {
    return Optional.ofNullable(
        cells.getOrDefault(matter, Map.of()).getOrDefault(role, Map.of()).get(act));
  }

  /**
   * Whether the role reaches records of others of the tiers T2 and T3, by any act that shows them.
   */
  boolean reachesGuardedRecords(Role role) {
    return cells.entrySet().stream()
        .filter(row -> row.getKey().tier().compareTo(Tier.T2) >= 0)
        .flatMap(row -> row.getValue().getOrDefault(role, Map.of()).entrySet().stream())
        .filter(cell -> cell.getKey() != Act.COUNT && cell.getKey() != Act.SEE_PUBLIC)
        .anyMatch(
            cell -> cell.getValue() != Relation.SELF && cell.getValue() != Relation.HOUSEHOLD);
  }

  private static PermissionTable read() {
    try (InputStream in = PermissionTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException when a line is not understood, or a matter or role is missing
   */
  static PermissionTable parse(String text) {
    List<List<String>> lines =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
            .toList();
    List<Role> roles = new ArrayList<>();
    for (String code : lines.getFirst().subList(2, lines.getFirst().size())) {
      roles.add(Role.byCode(code));
    }
    Map<Matter, Map<Role, Map<Act, Relation>>> cells = new EnumMap<>(Matter.class);
    for (List<String> line : lines.subList(1, lines.size())) {
      Matter matter = Matter.valueOf(line.getFirst());
      if (cells.put(matter, row(matter, roles, line)) != null) {
        throw new IllegalArgumentException(matter + " stands there twice");
      }
    }
    whole(cells, roles);
    return new PermissionTable(cells);
  }

  private static Map<Role, Map<Act, Relation>> row(
      Matter matter, List<Role> roles, List<String> line) {
    if (line.size() != roles.size() + 2 || !line.get(1).equals(matter.tier().name())) {
      throw new IllegalArgumentException(matter + " has another tier or number of cells");
    }
    Map<Role, Map<Act, Relation>> row = new EnumMap<>(Role.class);
    for (int i = 0; i < roles.size(); i++) {
      row.put(roles.get(i), cell(line.get(i + 2)));
    }
    return row;
  }

  private static Map<Act, Relation> cell(String text) {
    Map<Act, Relation> grants = new EnumMap<>(Act.class);
    List<String> words = text.equals("-") ? List.of() : List.of(text.split(" +"));
    Relation relation =
        words.stream().flatMap(w -> Relation.bySign(w).stream()).findFirst().orElse(Relation.ANY);
    for (String word : words) {
      Optional<Act> act = Act.bySign(word);
      if (act.isEmpty() && Relation.bySign(word).isEmpty()) {
        throw new IllegalArgumentException("The table has no word \"" + word + "\"");
      }
      act.ifPresent(known -> grants.put(known, relation));
      act.filter(Act::needsReading).ifPresent(known -> grants.put(Act.READ, relation));
    }
    if (grants.containsKey(Act.SEE_TOKEN)) {
      grants.remove(Act.READ);
    }
    return grants;
  }

  private static void whole(Map<Matter, Map<Role, Map<Act, Relation>>> cells, List<Role> roles) {
    String missing =
        Arrays.stream(Matter.values())
            .filter(matter -> !cells.containsKey(matter))
            .map(Matter::name)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty() || !roles.containsAll(List.of(Role.values()))) {
      throw new IllegalArgumentException("The table lacks a role or " + missing);
    }
  }
}
