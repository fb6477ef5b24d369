package org.cscc.places;

/** What a place is to the people around it. */
public enum AssetKind {
  SCHOOL,
  PARK,
  LIBRARY,
  TRANSIT,
  BUSINESS,
  PLACE_OF_WORSHIP
}
