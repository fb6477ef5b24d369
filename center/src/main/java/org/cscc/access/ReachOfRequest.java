package org.cscc.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cscc.home.RowReach;
import org.springframework.stereotype.Component;

/**
 * What the person of the current request reaches, in the words that the database's row policies
 * compare: the same decisions that the program asks for, so that the second wall stands where the
 * first one does.
 */
@Component
class ReachOfRequest implements RowReach {
  private final Access access;

  ReachOfRequest(Access access) {
    this.access = access;
  }

  @Override
  public String now() {
    return access.signedIn().map(this::of).orElse(NOTHING);
  }

  private String of(SignedIn account) {
    Map<Relation, Set<String>> held = new EnumMap<>(Relation.class);
    for (Capability capability : Capability.values()) {
      access
          .decide(capability)
          .ifPresent(
              decision ->
                  held.computeIfAbsent(decision.relation(), relation -> new TreeSet<>())
                      .add(capability.name()));
    }
    Map<String, Collection<?>> parts = new LinkedHashMap<>();
    held.forEach((relation, capabilities) -> parts.put(word(relation), capabilities));
    parts.put("teams", account.teams());
    parts.put("areas", account.areas());
    parts.put("organizations", List.of(account.organization()));
    parts.put("accounts", List.of(account.name()));
    return parts.entrySet().stream()
        .map(part -> '"' + part.getKey() + "\":" + list(part.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Codes and names of the center need no escape; one that would is a fault of ours. */
  private static String list(Collection<?> values) {
    return values.stream()
        .map(String::valueOf)
        .peek(
            value -> {
              if (value.indexOf('"') >= 0 || value.indexOf('\\') >= 0) {
                throw new IllegalStateException("Not a code: " + value);
              }
            })
        .map(value -> '"' + value + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String word(Relation relation) {
    return switch (relation) {
      case ANY -> "any";
      case TEAM -> "team";
      case ORGANIZATION -> "organization";
      case SELF -> "account";
      case HOUSEHOLD -> "household";
    };
  }
}
