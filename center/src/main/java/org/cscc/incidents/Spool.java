package org.cscc.incidents;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.cscc.incidents.feed.Rejection;

/**
 * Rejections on their way to the database, on disk because a bad file may have a million. Already
 * without anything that may not be shown.
 */
final class Spool implements AutoCloseable {
  private final UUID importId;
  private final Path file;
  private final BufferedWriter out;

  Spool(UUID importId) throws IOException {
    this.importId = importId;
    this.file =
        Files.createTempFile(
            "rejects",
            ".copy",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  void add(long row, long line, Rejection rejection) {
    try {
      out.write(importId + "\t" + row + "\t" + line + "\t" + escaped(rejection.column()) + "\t");
      out.write(rejection.shown() == null ? "\\N" : escaped(rejection.shown()));
      out.write("\t" + rejection.rule().id() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  /** The rejections as PostgreSQL's text COPY format. */
  Reader read() throws IOException {
    out.flush();
    return new BufferedReader(Files.newBufferedReader(file, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
