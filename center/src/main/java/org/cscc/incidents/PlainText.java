package org.cscc.incidents;

import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import org.cscc.incidents.feed.FeedFile;
import org.cscc.incidents.feed.FileRefused;
import org.cscc.incidents.feed.Rule;

/**
 * The door checks of a feed for the files of other rooms: text in UTF-8, plain or gzipped, and what
 * it is otherwise. The sentence of a rule is the message {@code incidents.rule.} and its id.
 */
public final class PlainText {
  private PlainText() {}

  /** A file that is not opened, or that breaks. */
  public static final class Unfit extends Exception {
    private final String rule;
    private final transient List<String> detail;

    /**
     * Turns a file away.
     *
     * @param detail what the rule's sentence names; never a cell of the file
     */
    public Unfit(String rule, String... detail) {
      super(rule);
      this.rule = rule;
      this.detail = List.of(detail);
    }

    /** Id of the rule. */
    public String rule() {
      return rule;
    }

    /** What the rule's sentence names. */
    public List<String> detail() {
      return detail;
    }
  }

  /**
   * Opens a file for reading its text, without a byte order mark.
   *
   * @throws Unfit when it is something else than text in UTF-8
   */
  public static Reader open(Path file) throws Unfit, IOException {
    try {
      return FeedFile.open(file);
    } catch (FileRefused e) {
      throw new Unfit(e.rule().id(), e.detail().toArray(String[]::new));
    }
  }

  /** What it means that reading broke off. */
  public static Unfit broken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return new Unfit(Rule.ENCODING.id(), "Windows-1252");
      }
      if (FeedFile.endless(cause)) {
        return new Unfit(Rule.BOMB.id());
      }
      if (cause instanceof EOFException || cause instanceof ZipException) {
        return new Unfit(Rule.GZIP.id());
      }
    }
    boolean tooLong = String.valueOf(failure.getMessage()).contains("buffer");
    return new Unfit((tooLong ? Rule.HUGE_CELL : Rule.QUOTE).id());
  }
}
