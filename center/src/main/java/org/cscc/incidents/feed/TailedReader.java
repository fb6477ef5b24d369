package org.cscc.incidents.feed;

import java.io.IOException;
import java.io.Reader;

/** Remembers whether the last character that was read ended a line. */
final class TailedReader extends Reader {
  private final Reader text;
  private char last = '\n';

  TailedReader(Reader text) {
    this.text = text;
  }

  boolean endedWithLine() {
    return last == '\n' || last == '\r';
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = text.read(buffer, offset, length);
    if (read > 0) {
      last = buffer[offset + read - 1];
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
