package org.cscc.access;

import java.util.List;
import java.util.Optional;
import org.cscc.access.TableFile.Line;

/** What the table of permissions says about a row in reach and one out of reach. */
final class SectionB {
  private SectionB() {}

  /**
   * What section B allows: a condition of the file that holds for the row. Where one table keeps
   * what belongs to several others, the made-up row belongs to the first of them.
   */
  static boolean allowed(Role role, List<String> conditions, boolean own) {
    Optional<String> first = conditions.stream().filter(SectionB::inCase).findFirst();
    return conditions.stream()
        .filter(condition -> !inCase(condition) || first.equals(Optional.of(condition)))
        .anyMatch(condition -> holds(role, condition.split(" +", -1), own));
  }

  private static boolean inCase(String condition) {
    return condition.startsWith("when ");
  }

  private static boolean holds(Role role, String[] words, boolean own) {
    if (words[0].equals("open")) {
      return true;
    }
    if (words[0].equals("under")) {
      Line parent =
          TableFile.lines().stream()
              .filter(line -> line.table().equals(words[1]))
              .findFirst()
              .orElseThrow();
      return allowed(role, parent.reads(), own);
    }
    if (words[0].equals("when")) {
      return holds(role, new String[] {"under", words[5], words[6], words[7]}, own);
    }
    if (words[0].equals("mine")) {
      return own;
    }
    Capability capability = Capability.valueOf(words[0]);
    Optional<Relation> relation =
        PermissionTable.IN_FORCE.relation(role, capability.matter(), capability.act());
    if (relation.isEmpty()) {
      return false;
    }
    if (words[1].equals("under")) {
      return holds(role, new String[] {"under", words[2], words[3], words[4]}, own);
    }
    return (relation.get() == Relation.ANY && !words[1].equals("among"))
        || switch (words[1]) {
          case "held" -> true;
          case "area", "team" -> own && relation.get() == Relation.TEAM;
          case "organization", "among" -> own && relation.get() == Relation.ORGANIZATION;
          case "account" -> own && relation.get() == Relation.SELF;
          default -> false;
        };
  }
}
