package org.cscc.incidents;

import java.time.Instant;
import java.time.LocalDate;
import org.cscc.kernel.WallClock;

/** What a line about an incident may name. Nothing of it is written by anybody, or a person. */
public sealed interface StoryWord {
  /** The code of a record, as people say it on the telephone. */
  record Code(String code) implements StoryWord {
    /** Refuses what is no code, such as a title. */
    public Code {
      if (!code.matches("[0-9A-Z]{4}-[0-9A-Z]{4}")) {
        throw new IllegalArgumentException("A line names a code, and this is none");
      }
    }
  }

  /** A number. */
  record Count(long count) implements StoryWord {}

  /** A day. */
  record Day(LocalDate day) implements StoryWord {
    /** The day in Chicago on which something was. */
    public static Day of(Instant at) {
      return new Day(WallClock.dayOf(at));
    }
  }

  /** An organization by its code; the page tells its name. */
  record Organization(String code) implements StoryWord {}

  /** A team by its code; the page tells its name. */
  record Team(String code) implements StoryWord {}

  /** A community area. */
  record Area(int number) implements StoryWord {}

  /** A word of the house, in the reader's language. */
  record Word(String key) implements StoryWord {
    /** Refuses what is no key, such as a sentence. */
    public Word {
      if (!key.matches("[a-z]+(\\.[A-Za-z0-9_-]+)+")) {
        throw new IllegalArgumentException("A line names a word of the house, and this is none");
      }
    }
  }
}
