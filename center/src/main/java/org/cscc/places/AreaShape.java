package org.cscc.places;

import java.util.List;
import org.cscc.drawing.Position;

/**
 * The simplified outline of an area.
 *
 * @param number number of the area
 * @param polygons its parts; of each the outer ring first, counter-clockwise, then its holes,
 *     clockwise (the right-hand rule of RFC 7946), each ring closed, five decimals
 */
public record AreaShape(int number, List<List<List<Position>>> polygons) {
  /** All rings, outer ones and holes. */
  public List<List<Position>> rings() {
    return polygons.stream().flatMap(List::stream).toList();
  }
}
