package org.cscc.access;

/**
 * Whether the person of the request has shown who they are a moment ago, for rooms that open more
 * than a screen left open should. Who has not is led to {@code /access/confirm}.
 */
public interface FreshProof {
  /** Whether the last proof is fresh. */
  boolean fresh();
}
