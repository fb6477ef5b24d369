package org.cscc.actions;

/** The four pillars of the community safety framework. */
public enum Pillar {
  CRISIS_RESPONSE,
  INDIVIDUALS_AT_RISK,
  COMMUNITY_REVITALIZATION,
  SYSTEMIC_TRANSFORMATION
}
