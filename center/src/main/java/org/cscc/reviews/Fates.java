package org.cscc.reviews;

/** Says what became of an incident that a packet shows and the records of today do not. */
interface Fates {
  /** The change to print for a card that is gone. */
  PacketChange of(IncidentCard gone);
}
