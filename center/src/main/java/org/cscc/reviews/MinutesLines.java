package org.cscc.reviews;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cscc.kernel.When;
import org.springframework.context.MessageSource;

/**
 * Lines of minutes as a reader's language says them, to be held against those of another revision.
 * Minutes keep codes and days; a code that has no words any more stands as it is.
 */
final class MinutesLines {
  private final MessageSource messages;
  private final When when;
  private final Locale language;

  MinutesLines(MessageSource messages, When when, Locale language) {
    this.messages = messages;
    this.when = when;
    this.language = language;
  }

  List<String> seats(MinutesContent of) {
    return Stream.concat(
            taken(of.seats()),
            of.guests().stream()
                .flatMap(guest -> taken(guest.seats()).map(seat -> guest.teamName() + ": " + seat)))
        .toList();
  }

  private Stream<String> taken(List<MinutesContent.Seat> seats) {
    return seats.stream()
        .filter(seat -> seat.taken().equals("PRESENT"))
        .map(seat -> seat.organization() + ", " + word("reviews.seat.", seat.role()));
  }

  /** What was still owed, of the team and of those that met with it. */
  List<String> open(MinutesContent of) {
    return promises(
        Stream.concat(
                of.open().stream(), of.guests().stream().flatMap(guest -> guest.open().stream()))
            .toList());
  }

  List<String> promises(List<MinutesContent.Promise> of) {
    return of.stream()
        .map(
            one ->
                one.title()
                    + (one.organization() == null ? "" : ", " + one.organization())
                    + (one.due() == null ? "" : ", " + when.date(one.due())))
        .toList();
  }

  List<String> incidents(MinutesContent of) {
    return Stream.concat(
            of.incidents().stream(),
            of.guests().stream().flatMap(guest -> guest.incidents().stream()))
        .map(
            one ->
                when.date(one.day())
                    + (one.block() == null ? "" : ", " + one.block())
                    + ": "
                    + word("reviews.room.incident.", one.said())
                    + (one.until() == null
                        ? ""
                        : " " + say("reviews.minutes.until", when.date(one.until())))
                    + (one.note().isEmpty() ? "" : " " + one.note()))
        .toList();
  }

  List<String> spots(MinutesContent of) {
    return of.spots().stream()
        .map(
            one ->
                say("reviews.minutes.block", one.number())
                    + ": "
                    + word("reviews.room.block.", one.said())
                    + (one.reason().isEmpty()
                        ? ""
                        : ", " + word("patterns.hotspots.reason.", one.reason())))
        .toList();
  }

  List<String> coming(MinutesContent of) {
    return of.coming().stream()
        .map(
            one ->
                when.date(one.day())
                    + ", "
                    + word("reviews.room.coming.", one.kind())
                    + (one.where().isEmpty() ? "" : ": " + one.where()))
        .toList();
  }

  List<String> notes(MinutesContent of) {
    return of.notes().stream().map(MinutesContent.Note::words).toList();
  }

  private String say(String key, Object argument) {
    return messages.getMessage(key, new Object[] {argument}, language);
  }

  private String word(String keys, String code) {
    String word = messages.getMessage(keys + code, null, code, language);
    return word == null ? code : word;
  }
}
