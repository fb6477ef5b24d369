package org.cscc.incidents.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads a file from its first row to its last, in a stream: its size does not matter. */
public final class FeedReader implements AutoCloseable {
  private static final int LONGEST_CELL = 1 << 20;

  private final TailedReader text;
  private final Layout layout;

  private FeedReader(TailedReader text, Layout layout) {
    this.text = text;
    this.layout = layout;
  }

  /**
   * Reads the header and tells the format.
   *
   * @param forced a built-in format that it must be, or null
   * @param mapping how another city's file is to be read, or null
   */
  public static FeedReader open(Reader reader, @Nullable String forced, @Nullable Mapping mapping)
      throws FileRefused, IOException {
    TailedReader text = new TailedReader(reader);
    try {
      List<String> header = HeaderLine.read(text, mapping == null ? ',' : mapping.delimiter());
      Layout layout = mapping == null ? Formats.detect(header, forced) : mapping.layout(header);
      return new FeedReader(text, layout);
    } catch (CharacterCodingException e) {
      throw new FileRefused(Rule.ENCODING, "Windows-1252");
    } catch (EOFException | ZipException e) {
      throw new FileRefused(Rule.WRONG_KIND, "gzip");
    }
  }

  /** How the rows are read. */
  public Layout layout() {
    return layout;
  }

  /**
   * Reads all rows.
   *
   * @return how many there were
   * @throws FileBroken when the file breaks; rows given to the sink before that do not count
   * @throws FileRefused when a row shows that the encoding is another one
   */
  public long read(RowParser parser, RowSink sink) throws FileBroken, FileRefused, IOException {
    Cells cells = new Cells(layout);
    CsvReader<Cells> rows =
        CsvReader.builder()
            .fieldSeparator(layout.delimiter())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_CELL)
            .build(cells, text);
    long row = 0;
    try {
      @Nullable Waiting last = null;
      for (Cells current : rows) {
        row++;
        if (last != null) {
          sink.rejected(last.row(), last.line(), last.rejection());
          last = null;
        }
        @Nullable Rejection shape = current.wrongShape();
        if (shape != null) {
          last = new Waiting(row, current.line(), shape);
          continue;
        }
        switch (parser.parse(current.values())) {
          case Report report -> sink.accepted(row, report);
          case Rejection rejection -> sink.rejected(row, current.line(), rejection);
        }
      }
      if (last != null) {
        // A short last line without an end of line is where a transfer was cut off.
        if (last.rejection().rule() == Rule.TOO_FEW_CELLS && !text.endedWithLine()) {
          throw new FileBroken(Rule.CUT_OFF, row);
        }
        sink.rejected(last.row(), last.line(), last.rejection());
      }
      return row;
    } catch (CsvParseException e) {
      throw broken(e, row + 1);
    } catch (UncheckedIOException e) {
      throw broken(e, row + 1);
    }
  }

  /** A row that is turned away unless it proves to be the cut-off end of the file. */
  private record Waiting(long row, long line, Rejection rejection) {}

  private static FileBroken broken(RuntimeException e, long row) throws FileRefused, IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        throw new FileRefused(Rule.ENCODING, "Windows-1252");
      }
      if (cause instanceof Unpacked.Bomb) {
        return new FileBroken(Rule.BOMB, row);
      }
      if (cause instanceof EOFException || cause instanceof ZipException) {
        return new FileBroken(Rule.GZIP, row);
      }
      if (cause instanceof IOException io && !(e instanceof CsvParseException)) {
        throw io;
      }
    }
    boolean tooLong = String.valueOf(e.getMessage()).contains("buffer");
    return new FileBroken(tooLong ? Rule.HUGE_CELL : Rule.QUOTE, row);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
