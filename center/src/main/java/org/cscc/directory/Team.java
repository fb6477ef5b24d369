package org.cscc.directory;

import java.util.List;

/**
 * A High-Risk Intervention Team: a standing local table of City and community partners.
 *
 * @param code short name for addresses and seats, such as {@code north-lawndale}
 * @param assumed whether the row rests on our own reading, not on an official list
 * @param areas the areas it looks after
 */
public record Team(String code, String name, boolean assumed, List<TeamArea> areas) {
  /** Numbers of the areas the team looks after. */
  public List<Integer> areaNumbers() {
    return areas.stream().map(TeamArea::area).toList();
  }

  /** Whether the team leads in an area; another team may look after a part of it. */
  public boolean leads(int area) {
    return areas.stream().anyMatch(a -> a.area() == area && a.lead());
  }
}
