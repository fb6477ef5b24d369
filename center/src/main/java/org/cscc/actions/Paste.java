package org.cscc.actions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.cscc.access.Account;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.UnfitWording;
import org.cscc.kernel.WallClock;
import org.cscc.notices.Notice;
import org.cscc.notices.Notices;
import org.cscc.places.Areas;
import org.cscc.places.Block;
import org.cscc.places.Blocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A list from a spreadsheet: all of it or nothing. Each row that can not be taken says why, so that
 * the list can be mended where it was made and pasted again.
 */
@Component
class Paste {
  /** The columns, in their order; a header line with these names may stand above. */
  static final List<String> COLUMNS =
      List.of("title", "verb", "priority", "organization", "account", "due", "area", "block");

  private static final int MOST = 2000;

  private final PasteStore store;
  private final ItemStore items;
  private final OwnerRule owners;
  private final Deadlines deadlines;
  private final FreeText freeText;
  private final Areas areas;
  private final Notices notices;
  private final AuditTrail trail;
  private final Clock clock;

  Paste(
      PasteStore store,
      ItemStore items,
      OwnerRule owners,
      Deadlines deadlines,
      FreeText freeText,
      Areas areas,
      Notices notices,
      AuditTrail trail,
      Clock clock) {
    this.store = store;
    this.items = items;
    this.owners = owners;
    this.deadlines = deadlines;
    this.freeText = freeText;
    this.areas = areas;
    this.notices = notices;
    this.trail = trail;
    this.clock = clock;
  }

  /** A row that can not be taken: its line, and the key of the sentence that says why. */
  record Wrong(long line, String title, String why, String named) {}

  /** What became of a pasted list: so many items, or the rows that stopped it. */
  record Result(int taken, boolean again, List<Wrong> wrong) {}

  /** A row that can be taken. */
  record Row(
      String title,
      Verb verb,
      Priority priority,
      String organization,
      String account,
      Instant due,
      @Nullable Integer area,
      @Nullable String block) {}

  @Transactional
  Result take(Actor actor, @Nullable UUID key, String text) {
    Instant now = clock.instant();
    List<Wrong> wrong = new ArrayList<>();
    List<Row> rows = read(actor, text, now, wrong);
    if (rows.size() + wrong.size() > MOST) {
      throw new Refused(Refused.Kind.INVALID, ItemDesk.FORM, "actions.refused.paste", MOST);
    }
    if (!wrong.isEmpty() || rows.isEmpty()) {
      return new Result(0, false, wrong);
    }
    if (!items.keys.take(key, actor.account(), now)) {
      return new Result(rows.size(), true, List.of());
    }
    store.add(rows, actor, deadlines, now);
    tell(rows, actor);
    trail.note(AuditNote.of(Deed.IMPORT, "action", "pasted", rows.size()));
    return new Result(rows.size(), false, List.of());
  }

  private List<Row> read(Actor actor, String text, Instant now, List<Wrong> wrong) {
    Set<String> active = owners.active();
    List<Account> answering = owners.answering();
    List<Row> rows = new ArrayList<>();
    char separator = text.contains("\t") ? '\t' : ',';
    try (CsvReader<CsvRecord> lines =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord line : lines) {
        if (line.getField(0).equalsIgnoreCase("title") || blank(line)) {
          continue;
        }
        try {
          rows.add(row(line, actor, now, active, answering));
        } catch (Refused refused) {
          Object[] named = refused.arguments();
          wrong.add(
              new Wrong(
                  line.getStartingLineNumber(),
                  line.getField(0),
                  refused.messageKey(),
                  named.length == 0 ? "" : String.valueOf(named[0])));
        } catch (UnfitWording unfit) {
          wrong.add(new Wrong(line.getStartingLineNumber(), "", "actions.refused.wording", ""));
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows;
  }

  private Row row(
      CsvRecord line, Actor actor, Instant now, Set<String> active, List<Account> answering) {
    String title = freeText.fit("title", field(line, 0));
    if (title.length() < 3 || title.length() > 200) {
      throw wrong("actions.refused.title", 3);
    }
    Verb verb = verb(field(line, 1));
    Priority priority = priority(field(line, 2));
    String organization = field(line, 3).toUpperCase(Locale.ROOT);
    String account = field(line, 4).toLowerCase(Locale.ROOT);
    Refused.raise(owners.refusal(organization, account, Origin.PASTED, active, answering));
    Instant due = due(field(line, 5), priority, now);
    Integer area = area(field(line, 6));
    if (!actor.reach().everywhere()
        && (area == null || !actor.reach().reachesArea(area))
        && !actor.reach().reachesOrganization(organization)) {
      throw new Refused(Refused.Kind.FORBIDDEN, MoveRules.WHO, "actions.refused.not-yours");
    }
    return new Row(
        title, verb, priority, organization, account, due, area, block(field(line, 7), area));
  }

  private static Verb verb(String written) {
    try {
      return Verb.valueOf(written.toUpperCase(Locale.ROOT).replace(' ', '_'));
    } catch (IllegalArgumentException e) {
      throw wrong("actions.refused.verb", written);
    }
  }

  private static Priority priority(String written) {
    try {
      return written.isEmpty() ? Priority.P3 : Priority.valueOf(written.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw wrong("actions.refused.priority", written);
    }
  }

  private Instant due(String written, Priority priority, Instant now) {
    if (written.isEmpty()) {
      return deadlines.due(priority, now);
    }
    try {
      LocalDateTime at =
          LocalDateTime.parse(
              (written.length() == 10 ? written + "T17:00" : written.replace(' ', 'T')));
      Instant due = WallClock.at(at.toLocalDate(), at.toLocalTime());
      if (!due.isAfter(now)) {
        throw wrong("actions.refused.due", written);
      }
      return due;
    } catch (DateTimeParseException e) {
      throw wrong("actions.refused.date", written);
    }
  }

  private @Nullable Integer area(String written) {
    if (written.isEmpty()) {
      return null;
    }
    return areas.resolve(written).stream()
        .boxed()
        .findFirst()
        .orElseThrow(() -> wrong("actions.refused.area", written));
  }

  private static @Nullable String block(String written, @Nullable Integer area) {
    if (written.isEmpty()) {
      return null;
    }
    Block block = Blocks.normalise(written);
    if (!block.known() || area == null) {
      throw wrong("actions.refused.block", written);
    }
    return block.canonical();
  }

  private void tell(List<Row> rows, Actor actor) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(row.account(), 1, Integer::sum));
    List<Notice> written = new ArrayList<>();
    counts.forEach(
        (account, count) -> {
          if (!account.equals(actor.account())) {
            written.add(
                new Notice(
                    "actions.notice.given",
                    account,
                    List.of(Integer.toString(count)),
                    "/actions?view=MINE",
                    false,
                    null));
          }
        });
    notices.post(written);
  }

  private static boolean blank(CsvRecord line) {
    return line.getFields().stream().allMatch(String::isBlank);
  }

  private static String field(CsvRecord line, int at) {
    return at < line.getFieldCount() ? line.getField(at).strip() : "";
  }

  private static Refused wrong(String key, Object named) {
    return new Refused(Refused.Kind.INVALID, ItemDesk.FORM, key, named);
  }
}
