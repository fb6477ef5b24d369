package org.cscc.patterns.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cscc.incidents.IncidentFacts;

/**
 * Incidents that hang together through near repeats and what people state, named by the year of the
 * first of them and four signs of its id, never by a group of people: the name stays when the
 * cluster grows, and it is the same for every reader who sees the first incident.
 *
 * @param label such as {@code Cluster-2026-9F3A}
 * @param incidents by time
 * @param links the links that hold it together
 */
record Cluster(String label, List<IncidentFacts> incidents, List<IncidentLink> links) {

  /**
   * The clusters of two or more incidents, the one with the newest incident first.
   *
   * @param incidents by time
   */
  static List<Cluster> of(List<IncidentFacts> incidents, Collection<IncidentLink> links) {
    Map<UUID, UUID> parent = new HashMap<>();
    for (IncidentLink link : links) {
      if (binds(link)) {
        parent.put(root(parent, link.b()), root(parent, link.a()));
      }
    }
    Map<UUID, List<IncidentFacts>> members = new LinkedHashMap<>();
    for (IncidentFacts incident : incidents) {
      members.computeIfAbsent(root(parent, incident.id()), none -> new ArrayList<>()).add(incident);
    }
    List<Cluster> clusters = new ArrayList<>();
    members.forEach(
        (root, inside) -> {
          if (inside.size() > 1) {
            clusters.add(cluster(root, inside, links, parent));
          }
        });
    clusters.sort(
        java.util.Comparator.comparing(
                (Cluster cluster) -> cluster.incidents().getLast().occurredAt())
            .reversed());
    return clusters;
  }

  private static Cluster cluster(
      UUID root,
      List<IncidentFacts> inside,
      Collection<IncidentLink> links,
      Map<UUID, UUID> parent) {
    IncidentFacts first = inside.getFirst();
    String id = first.id().toString();
    String label =
        "Cluster-"
            + first.occurredOn().getYear()
            + "-"
            + id.substring(id.length() - 4).toUpperCase(Locale.ROOT);
    return new Cluster(
        label,
        List.copyOf(inside),
        links.stream().filter(link -> root(parent, link.a()).equals(root) && binds(link)).toList());
  }

  /** A shared setting is too weak to hold a cluster together: it is shown, and that is all. */
  private static boolean binds(IncidentLink link) {
    return link.kind() != LinkKind.SAME_SETTING_TIME;
  }

  private static UUID root(Map<UUID, UUID> parent, UUID id) {
    UUID at = id;
    UUID next = parent.get(at);
    while (next != null && !next.equals(at)) {
      at = next;
      next = parent.get(at);
    }
    return at;
  }
}
