package org.cscc.directory.partners;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cscc.access.Decision;
import org.cscc.kernel.FreeText;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads one service of HSDS 3.0, and counts what of it the center does not hold. */
@Component
class HsdsReader {
  private static final Set<String> SERVICE =
      Set.of(
          "id",
          "name",
          "status",
          "description",
          "url",
          "email",
          "eligibility_description",
          "assured_date",
          "organization",
          "phones",
          "languages",
          "funding",
          "attributes",
          "service_at_locations");
  private static final Set<String> OFFER =
      Set.of("id", "service_areas", "schedules", "location", "attributes");
  private static final Set<String> LOCATION =
      Set.of("id", "location_type", "name", "latitude", "longitude", "addresses", "attributes");

  private final Services services;
  private final Newcomers newcomers;
  private final Areas areas;
  private final FreeText freeText;

  HsdsReader(Services services, Newcomers newcomers, Areas areas, FreeText freeText) {
    this.services = services;
    this.newcomers = newcomers;
    this.areas = areas;
    this.freeText = freeText;
  }

  /** Why one service of the file can not be used. */
  static final class NotUsable extends RuntimeException {
    private final String rule;

    NotUsable(String rule, String what) {
      super(what);
      this.rule = rule;
    }

    String rule() {
      return rule;
    }
  }

  /**
   * The service of a row.
   *
   * @param left counted up by every field that is not held
   * @throws NotUsable when it can not be used
   */
  Service service(Decision decision, JsonNode row, Map<String, Integer> left) {
    note(row, "service", SERVICE, left);
    UUID id = id(row, "service");
    String name = text(row, "name", 160);
    if (name.isEmpty()) {
      throw new NotUsable("R-HSDS-03", "The service has no name.");
    }
    JsonNode organization = row.path("organization");
    Optional<Service> present = services.byId(id);
    String owner =
        newcomers.code(
            decision,
            id(organization, "organization"),
            text(organization, "name", 120),
            sentence(organization, "description", 1000),
            text(organization, "website", 200));
    List<Offer> offers = new ArrayList<>();
    Set<UUID> seen = new TreeSet<>();
    for (JsonNode offer : row.path("service_at_locations")) {
      Offer read = offer(offer, left);
      if (!seen.add(read.id())) {
        throw new NotUsable("R-HSDS-02", "The id " + read.id() + " stands twice.");
      }
      offers.add(read);
    }
    return new Service(
        id,
        owner,
        "",
        name,
        ServiceForm.named(Need.class, term(row, Hsds.NEEDS)).orElse(Need.OTHER),
        sentence(row, "description", 1000),
        sentence(row, "eligibility_description", 500),
        languages(row),
        sentence(row.path("funding").path(0), "source", 200),
        text(row.path("phones").path(0), "number", 40),
        text(row, "email", 120),
        text(row, "url", 200),
        !row.path("status").asString("active").equals("inactive")
            && !row.path("status").asString("active").equals("defunct"),
        day(row.path("assured_date")),
        present.map(Service::version).orElse(0),
        List.copyOf(offers));
  }

  private List<String> languages(JsonNode row) {
    TreeSet<String> codes = new TreeSet<>();
    row.path("languages")
        .forEach(
            language -> {
              String code = language.path("code").asString("");
              if (code.matches("[a-z]{2,3}")) {
                codes.add(code);
              }
            });
    return List.copyOf(codes);
  }

  private Offer offer(JsonNode row, Map<String, Integer> left) {
    note(row, "service_at_location", OFFER, left);
    TreeSet<Integer> served = new TreeSet<>();
    for (JsonNode area : row.path("service_areas")) {
      String uri = area.path("uri").asString("");
      OptionalInt number =
          uri.startsWith(Hsds.AREA_UNIT)
              ? areas.resolve(uri.substring(Hsds.AREA_UNIT.length()))
              : areas.resolve(area.path("name").asString(""));
      if (number.isEmpty()) {
        throw new NotUsable(
            "R-HSDS-05",
            "The service area \""
                + area.path("name").asString("")
                + "\" is no community area of this city.");
      }
      served.add(number.getAsInt());
    }
    TreeSet<Opening> openings = new TreeSet<>();
    row.path("schedules").forEach(schedule -> openings.addAll(openings(schedule, left)));
    return new Offer(
        id(row, "service_at_location"),
        location(row.path("location"), left),
        List.copyOf(served),
        ServiceForm.named(Capacity.class, term(row, Hsds.CAPACITIES)).orElse(Capacity.UNKNOWN),
        List.copyOf(openings));
  }

  /** Weekly hours; a schedule of another kind is counted as left out. */
  private static List<Opening> openings(JsonNode schedule, Map<String, Integer> left) {
    try {
      LocalTime opens = LocalTime.parse(schedule.path("opens_at").asString(""));
      LocalTime closes = LocalTime.parse(schedule.path("closes_at").asString(""));
      List<Opening> openings = new ArrayList<>();
      for (String letters : schedule.path("byday").asString("").split(",", -1)) {
        Optional<DayOfWeek> day = Hours.day(letters);
        if (day.isPresent() && opens.isBefore(closes)) {
          openings.add(new Opening(day.get(), opens, closes));
        }
      }
      if (!openings.isEmpty() && schedule.path("freq").asString("WEEKLY").equals("WEEKLY")) {
        return openings;
      }
    } catch (DateTimeException e) {
      // Counted below.
    }
    left.merge("schedule that is not weekly", 1, Integer::sum);
    return List.of();
  }

  private Location location(JsonNode row, Map<String, Integer> left) {
    note(row, "location", LOCATION, left);
    boolean secret = "true".equals(term(row, Hsds.SECRET));
    JsonNode address = row.path("addresses").path(0);
    boolean placed = !secret && row.path("latitude").isNumber() && row.path("longitude").isNumber();
    String name = text(row, "name", 120);
    return new Location(
        id(row, "location"),
        name.isEmpty() ? "–" : name,
        secret ? "" : text(address, "address_1", 160),
        secret ? "" : text(address, "city", 80),
        secret ? "" : text(address, "postal_code", 12),
        placed ? row.path("longitude").asDouble() : null,
        placed ? row.path("latitude").asDouble() : null,
        secret);
  }

  private static void note(JsonNode row, String kind, Set<String> held, Map<String, Integer> left) {
    row.propertyNames().stream()
        .filter(field -> !held.contains(field) && !row.path(field).isNull())
        .filter(field -> !(row.path(field).isArray() && row.path(field).isEmpty()))
        .forEach(field -> left.merge(kind + "." + field, 1, Integer::sum));
  }

  private static @Nullable String term(JsonNode row, String taxonomy) {
    for (JsonNode attribute : row.path("attributes")) {
      JsonNode term = attribute.path("taxonomy_term");
      if (term.path("taxonomy").asString("").equals(taxonomy)) {
        return term.path("code").asString("");
      }
    }
    return null;
  }

  private static UUID id(JsonNode row, String kind) {
    try {
      return UUID.fromString(row.path("id").asString(""));
    } catch (IllegalArgumentException e) {
      throw new NotUsable("R-HSDS-02", "The id of the " + kind + " is missing or no UUID.");
    }
  }

  /** Sentences of a person pass the check of wording; names, numbers and addresses do not. */
  private String sentence(JsonNode row, String field, int longest) {
    String text = text(row, field, longest);
    return text.isEmpty() ? "" : freeText.fit(field, text);
  }

  private static String text(JsonNode row, String field, int longest) {
    String text = row.path(field).asString("").strip();
    if (text.length() > longest) {
      throw new NotUsable(
          "R-HSDS-04", "The field " + field + " is longer than " + longest + " letters.");
    }
    return text;
  }

  private static @Nullable LocalDate day(JsonNode node) {
    try {
      String text = node.asString("");
      return text.isEmpty()
          ? null
          : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    } catch (DateTimeException e) {
      throw new NotUsable("R-HSDS-06", "assured_date is no day like 2026-11-29.");
    }
  }
}
