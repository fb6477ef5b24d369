package org.cscc.incidents.feed;

/** What a column can mean to us. A column that means none of these is never looked at. */
enum Field {
  ID,
  CASE,
  DATE,
  BLOCK,
  IUCR,
  TYPE,
  DESCRIPTION,
  LOCATION,
  DOMESTIC,
  AREA,
  LATITUDE,
  LONGITUDE,
  UPDATED,
  GUNSHOT,
  AGE,
  SEX,
  RACE,
  STATUS
}
