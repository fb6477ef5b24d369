package org.cscc.places;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.drawing.Region;

/**
 * The simplified outlines of all areas: for maps and for the API, not for deciding where a point
 * lies.
 */
public final class AreaShapes {
  private final List<AreaShape> all;
  private final Map<Integer, AreaShape> byNumber;

  AreaShapes(List<AreaShape> all) {
    this.all = List.copyOf(all);
    this.byNumber = all.stream().collect(Collectors.toMap(AreaShape::number, Function.identity()));
  }

  /** All of them, by number. */
  public List<AreaShape> all() {
    return all;
  }

  /** The outline of an area, if it is known. */
  public Optional<AreaShape> of(int number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** All outlines as plain land of a map; the id of each region is the area's number. */
  public List<Region> regions(Function<Integer, String> names) {
    return all.stream()
        .map(
            shape ->
                Region.plain(
                    Integer.toString(shape.number()), names.apply(shape.number()), shape.rings()))
        .toList();
  }
}
