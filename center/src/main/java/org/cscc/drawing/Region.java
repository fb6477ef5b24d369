package org.cscc.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area of a map.
 *
 * @param id stable within the picture, such as {@code 29}
 * @param label its name, told when pointing at it
 * @param rings outlines and holes as lon/lat rings; even-odd filling makes holes
 * @param tone strength of the one data colour, 0 (plain land) to 4
 * @param edged whether a thin line of paper parts it from its neighbours
 * @param carried whether the picture carries its outline in degrees, so that the zoomable map can
 *     draw it again; the areas come from the API instead
 */
public record Region(
    String id,
    String label,
    List<List<Position>> rings,
    @Nullable String href,
    boolean outlined,
    boolean hatched,
    int tone,
    boolean edged,
    boolean carried) {
  /** Plain land with a name. */
  public static Region plain(String id, String label, List<List<Position>> rings) {
    return new Region(id, label, rings, null, false, false, 0, true, false);
  }

  /** The same area, leading to a page. */
  public Region linkedTo(String target) {
    return new Region(id, label, rings, target, outlined, hatched, tone, edged, carried);
  }

  /** The same area with a dark outline: it is one of those the picture is about. */
  public Region outlined(boolean outline) {
    return new Region(id, label, rings, href, outline, hatched, tone, edged, carried);
  }

  /** The same area hatched: its number is hidden or unstable. */
  public Region hatched(boolean hatch) {
    return new Region(id, label, rings, href, outlined, hatch, tone, edged, carried);
  }

  /** The same area in a strength of the data colour, 0 to 4. */
  public Region toned(int strength) {
    return new Region(
        id, label, rings, href, outlined, hatched, Math.clamp(strength, 0, 4), edged, carried);
  }

  /** The same area without a line around it: a patch of a surface that goes on beyond it. */
  public Region withoutEdge() {
    return new Region(id, label, rings, href, outlined, hatched, tone, false, carried);
  }

  /** The same area, drawn again when the map is zoomed. */
  public Region carriedAlong() {
    return new Region(id, label, rings, href, outlined, hatched, tone, edged, true);
  }
}
