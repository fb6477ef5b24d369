package org.cscc.requests;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import org.cscc.incidents.PlainText;
import org.cscc.requests.RequestRow.Rejected;

/** One file of the City's 311, read from its header to its last row in a stream. */
final class RequestFile implements AutoCloseable {
  private static final int LONGEST_CELL = 1 << 20;

  private final Tail text;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> rows;
  private final List<String> header;
  private final Shape shape;
  private long row;

  /** Is handed each row in turn. */
  interface Sink {
    /**
     * Takes a row.
     *
     * @param row counted from 1 behind the header
     * @param line of the file
     */
    void row(long row, long line, RequestRow told);
  }

  private RequestFile(Tail text) throws PlainText.Unfit {
    this.text = text;
    this.csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_CELL)
            .ofCsvRecord(text);
    try {
      this.rows = csv.iterator();
      this.header =
          rows.next().getFields().stream()
              .map(name -> name.strip().toLowerCase(Locale.ROOT).replaceAll("[ .]+", "_"))
              .toList();
    } catch (NoSuchElementException e) {
      throw new PlainText.Unfit("R-IMP-02");
    } catch (CsvParseException | UncheckedIOException e) {
      throw PlainText.broken(e);
    }
    this.shape = shape();
  }

  /**
   * Opens a file and tells its shape by its header.
   *
   * @throws PlainText.Unfit when it is no file of requests
   */
  static RequestFile open(Path file) throws PlainText.Unfit, IOException {
    Reader text = PlainText.open(file);
    try {
      return new RequestFile(new Tail(text));
    } catch (PlainText.Unfit | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  private Shape shape() throws PlainText.Unfit {
    if (header.size() == 1 && header.getFirst().matches(".*[;\t|].*")) {
      throw new PlainText.Unfit("R-IMP-07");
    }
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!name.isEmpty() && !seen.add(name)) {
        throw new PlainText.Unfit("R-IMP-06", name);
      }
    }
    return Shape.of(header);
  }

  Shape of() {
    return shape;
  }

  /** The row that was read last, counted from 1 behind the header. */
  long row() {
    return row;
  }

  /**
   * Reads every row.
   *
   * @throws PlainText.Unfit when the file breaks; then nothing of it counts
   */
  void read(RowReader.Rules rules, Sink sink) throws PlainText.Unfit {
    RowReader reader = new RowReader(shape, header, rules);
    try {
      while (rows.hasNext()) {
        CsvRecord record = rows.next();
        row++;
        int cells = record.getFieldCount();
        if (cells < header.size() && !rows.hasNext() && !text.endedWithLine()) {
          // A short last line without an end of line is where a transfer was cut off.
          throw new PlainText.Unfit("R-IMP-20");
        }
        sink.row(row, record.getStartingLineNumber(), told(reader, record, cells));
      }
    } catch (CsvParseException | UncheckedIOException e) {
      row++;
      throw PlainText.broken(e);
    }
  }

  private RequestRow told(RowReader reader, CsvRecord record, int cells) {
    if (cells != header.size()) {
      return new Rejected(cells < header.size() ? "R-IMP-40" : "R-IMP-41", "");
    }
    return reader.read(record.getFields());
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** Remembers whether the last character that was read ended a line. */
  private static final class Tail extends FilterReader {
    private char last = '\n';

    Tail(Reader in) {
      super(in);
    }

    boolean endedWithLine() {
      return last == '\n' || last == '\r';
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      if (read > 0) {
        last = buffer[offset + read - 1];
      }
      return read;
    }
  }
}
