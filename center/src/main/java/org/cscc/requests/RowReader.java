package org.cscc.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.cscc.kernel.BusinessCalendar;
import org.cscc.places.Block;
import org.cscc.places.Blocks;
import org.cscc.requests.RequestRow.Rejected;
import org.cscc.requests.RequestRow.Told;
import org.cscc.requests.Shape.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one file. A house number is cut to its hundred here; who asked, what they wrote
 * and where exactly it was are not looked at.
 */
final class RowReader {
  private static final String NUMBER = "[A-Za-z0-9-]{3,32}";
  private static final LocalDate OLDEST = LocalDate.of(1950, 1, 1);
  private static final Set<String> YES = Set.of("TRUE", "T", "YES", "Y", "1");
  private static final int LONGEST_TYPE = 120;

  private final Shape shape;
  private final Map<Cell, Integer> places;
  private final Instant received;
  private final Function<String, OptionalInt> areas;
  private final BusinessCalendar calendar;

  /** Department of a service type, where a file does not name who owns the request. */
  private final Map<String, String> doers;

  /** Days from one day to another; files repeat the same few pairs. */
  private final Map<List<LocalDate>, Integer> spans = new HashMap<>();

  /** Blocks of addresses, and areas of cells, which files repeat as well. */
  private final Map<String, String> blocks = new HashMap<>();

  private final Map<String, OptionalInt> numbers = new HashMap<>();

  /** What decides how cells are read beside the shape of their file. */
  record Rules(
      Instant received,
      Function<String, OptionalInt> areas,
      BusinessCalendar calendar,
      Map<String, String> doers) {}

  RowReader(Shape shape, List<String> header, Rules rules) {
    this.shape = shape;
    this.places = shape.places(header);
    this.received = rules.received();
    this.areas = rules.areas();
    this.calendar = rules.calendar();
    this.doers = rules.doers();
  }

  /** What a row says; its cells are as many as the header's. */
  RequestRow read(List<String> cells) {
    String number = cell(cells, Cell.NUMBER);
    if (!number.matches(NUMBER)) {
      return rejected("R-IMP-47", Cell.NUMBER);
    }
    String word = cell(cells, Cell.STATUS);
    RequestStatus status = RequestStatus.read(word).orElse(null);
    if (status == null) {
      return rejected("R-REQ-11", Cell.STATUS);
    }
    for (Cell date : List.of(Cell.OPENED, Cell.CLOSED, Cell.MODIFIED)) {
      String rule = wrong(cell(cells, date), date == Cell.OPENED);
      if (!rule.isEmpty()) {
        return rejected(rule, date);
      }
    }
    Floating opened = date(cell(cells, Cell.OPENED)).orElseThrow();
    // What is open again keeps its old closing in some files: it is not closed.
    Floating closed =
        status == RequestStatus.OPEN ? null : date(cell(cells, Cell.CLOSED)).orElse(null);
    if (closed != null && before(closed, opened)) {
      return rejected("R-REQ-12", Cell.CLOSED);
    }
    return told(cells, number, status, opened, closed);
  }

  private Told told(
      List<String> cells,
      String number,
      RequestStatus status,
      Floating opened,
      @Nullable Floating closed) {
    String written = cell(cells, Cell.TYPE).replaceAll("\\s+", " ");
    String type = CityWords.service(written).orElse(null);
    String owner = cell(cells, Cell.DEPARTMENT);
    String parent = cell(cells, Cell.PARENT);
    return new Told(
        number,
        shape.legacy() || yes(cell(cells, Cell.LEGACY)),
        written.isEmpty() ? null : written.substring(0, Math.min(LONGEST_TYPE, written.length())),
        type,
        owner.isEmpty() ? (type == null ? null : doers.get(type)) : CityWords.department(owner),
        status,
        duplicate(cells),
        parent.matches(NUMBER) && !parent.equals(number) ? parent : null,
        opened,
        closed,
        closed == null
            ? null
            : spans.computeIfAbsent(
                List.of(opened.day(), closed.day()),
                span -> calendar.daysSince(span.getFirst(), span.getLast())),
        block(cells),
        area(cell(cells, Cell.AREA)),
        date(cell(cells, Cell.MODIFIED)).orElse(null));
  }

  private static boolean before(Floating one, Floating other) {
    return (one.timed() && other.timed())
        ? one.instant().isBefore(other.instant())
        : one.day().isBefore(other.day());
  }

  /** The rule that a cell with a date breaks; empty when it breaks none. */
  private String wrong(String cell, boolean needed) {
    if (cell.isEmpty()) {
      return needed ? "R-IMP-42" : "";
    }
    Floating read = date(cell).orElse(null);
    if (read == null) {
      return "R-IMP-43";
    }
    if (read.day().isBefore(OLDEST)) {
      return "R-IMP-45";
    }
    return read.instant().isAfter(received) ? "R-IMP-44" : "";
  }

  private Optional<Floating> date(String cell) {
    return cell.isEmpty() ? Optional.empty() : Floating.read(cell, shape.daysOnly());
  }

  private @Nullable Boolean duplicate(List<String> cells) {
    if (shape == Shape.POTHOLES) {
      return RequestStatus.saysDuplicate(cell(cells, Cell.STATUS));
    }
    String flag = cell(cells, Cell.DUPLICATE);
    return flag.isEmpty() ? null : (Boolean) yes(flag);
  }

  private @Nullable String block(List<String> cells) {
    String house = cell(cells, Cell.HOUSE);
    String street = cell(cells, Cell.STREET);
    String written =
        house.isEmpty() || street.isEmpty()
            ? cell(cells, Cell.ADDRESS)
            : String.join(
                " ", house, cell(cells, Cell.DIRECTION), street, cell(cells, Cell.STREET_TYPE));
    String known = blocks.computeIfAbsent(written, RowReader::block);
    return known.isEmpty() ? null : known;
  }

  private static String block(String written) {
    Block block = Blocks.normalise(written);
    String name = block.canonical();
    return block.known() && name.length() >= 3 && name.length() <= 80 ? name : "";
  }

  private @Nullable Integer area(String cell) {
    OptionalInt number = numbers.computeIfAbsent(cell, areas);
    return number.isPresent() ? number.getAsInt() : null;
  }

  private static boolean yes(String cell) {
    return YES.contains(cell.toUpperCase(Locale.ROOT));
  }

  /** A cell without the spaces around it; empty where the file has none. */
  private String cell(List<String> cells, Cell cell) {
    Integer at = places.get(cell);
    return at == null ? "" : cells.get(at).strip();
  }

  private Rejected rejected(String rule, Cell cell) {
    return new Rejected(rule, shape.column(cell));
  }
}
