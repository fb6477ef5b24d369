package org.cscc.tabletops;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three parts of a scenario, in the order in which they are played. */
enum Part {
  PRE,
  INCIDENT,
  POST;

  /** Its number, counted from 1. */
  public int number() {
    return switch (this) {
      case PRE -> 1;
      case INCIDENT -> 2;
      case POST -> 3;
    };
  }

  /** The one that is played then; null after the last. */
  public @Nullable Part next() {
    return switch (this) {
      case PRE -> INCIDENT;
      case INCIDENT -> POST;
      case POST -> null;
    };
  }

  /** The one that is played before; null before the first. */
  public @Nullable Part before() {
    return switch (this) {
      case PRE -> null;
      case INCIDENT -> PRE;
      case POST -> INCIDENT;
    };
  }

  /** Its word in an address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Key of its name. */
  public String key() {
    return "tabletops.part." + name();
  }

  /** The part behind a word of an address. */
  static Optional<Part> of(String word) {
    for (Part part : values()) {
      if (part.word().equals(word)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
