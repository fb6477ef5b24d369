package org.cscc.incidents.feed;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of the present row that mean something to us; the others, such as the columns of names,
 * are not even made into strings.
 */
final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {
  private final Layout layout;
  private final @Nullable Field[] fieldOfColumn;
  private final Map<Field, String> values = new EnumMap<>(Field.class);
  private long line;
  private int count;

  Cells(Layout layout) {
    this.layout = layout;
    this.fieldOfColumn = new @Nullable Field[layout.header().size()];
    for (Field field : Field.values()) {
      if (layout.has(field)) {
        fieldOfColumn[layout.column(field)] = field;
      }
    }
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    // The header was read before; its line counts.
    line = startingLineNumber + 1;
    count = 0;
    values.clear();
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    count = index + 1;
    @Nullable Field field = index < fieldOfColumn.length ? fieldOfColumn[index] : null;
    if (field == null) {
      return;
    }
    int start = offset;
    int end = offset + length;
    while (start < end && buffer[start] <= ' ') {
      start++;
    }
    while (end > start && buffer[end - 1] <= ' ') {
      end--;
    }
    if (end > start) {
      values.put(field, new String(buffer, start, end - start));
    }
  }

  @Override
  protected Cells buildRecord() {
    return this;
  }

  Map<Field, String> values() {
    return values;
  }

  /** The line on which the row begins, the header being line 1. */
  long line() {
    return line;
  }

  /** The rejection of a row that has not as many cells as the header. */
  @Nullable Rejection wrongShape() {
    int width = fieldOfColumn.length;
    if (count == width) {
      return null;
    }
    return count < width
        ? new Rejection(Rule.TOO_FEW_CELLS, layout.header().get(count), null)
        : new Rejection(Rule.TOO_MANY_CELLS, layout.header().getLast(), null);
  }
}
