package org.cscc.reviews;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cscc.drawing.Caption;
import org.cscc.drawing.Dot;
import org.cscc.drawing.MapPicture;
import org.cscc.drawing.Position;
import org.cscc.drawing.Region;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the map of a packet from what is stored in it, in the reader's language. */
@Component
class PacketPicture {
  private static final String FRAME = "frame";

  private final MessageSource messages;

  PacketPicture(MessageSource messages) {
    this.messages = messages;
  }

  MapPicture of(PacketContent content, Locale locale) {
    WeekMap map = content.facts().map();
    List<Region> regions = new ArrayList<>();
    regions.add(frame(map));
    for (WeekMap.Shape shape : map.shapes()) {
      regions.add(
          Region.plain(Integer.toString(shape.area()), shape.name(), shape.rings())
              .outlined(shape.ours()));
    }
    String note = map.approximate() ? say("reviews.map.approximate", locale) : "";
    return MapPicture.of("packet-map", caption(content, locale), regions)
        .around(Set.of(FRAME))
        .noted(note)
        .with(dots(content, locale), legend(locale));
  }

  /** Sets the frame and is not seen: a line without a surface, under everything else. */
  private static Region frame(WeekMap map) {
    return Region.plain(
        FRAME, "", List.of(List.of(map.southWest(), map.northEast(), map.southWest())));
  }

  private Caption caption(PacketContent content, Locale locale) {
    int placed =
        (int) content.facts().ofTheWeek().stream().filter(card -> card.lon() != null).count();
    return new Caption(
        say("reviews.map.title", locale, placed, content.head().teamName()),
        say("reviews.map.description", locale),
        say("reviews.map.note", locale, placed, content.facts().map().unplaced()));
  }

  private List<Dot> dots(PacketContent content, Locale locale) {
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    List<Dot> dots = new ArrayList<>();
    for (IncidentCard card : content.facts().ofTheWeek()) {
      Double lon = card.lon();
      Double lat = card.lat();
      if (lon != null && lat != null) {
        String label =
            say(
                "reviews.map.dot",
                locale,
                card.block() == null ? "" : card.block(),
                day.format(card.day()),
                card.harmed(),
                card.killed());
        Dot.Sign sign = card.killed() > 0 ? Dot.Sign.DIAMOND : Dot.Sign.ROUND;
        dots.add(new Dot(new Position(lon, lat), card.harmed(), sign, label, null));
      }
    }
    return dots;
  }

  private List<MapPicture.Key> legend(Locale locale) {
    return List.of(
        new MapPicture.Key(Dot.Sign.DIAMOND, 1, say("reviews.map.killed", locale)),
        new MapPicture.Key(Dot.Sign.ROUND, 1, say("reviews.map.injured", locale)));
  }

  private String say(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
