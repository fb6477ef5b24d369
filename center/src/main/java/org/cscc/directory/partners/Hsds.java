package org.cscc.directory.partners;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.cscc.places.Areas;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the directory as services of the Human Services Data Specification 3.0 (Open Referral):
 * one list of services with their organization, places, hours, languages and areas. What the
 * specification has no field for stands as a term of a taxonomy of ours: the need, the capacity,
 * and whether an address is kept secret. People are not written.
 */
@Component
class Hsds {
  static final String NEEDS = "cscc-need";
  static final String CAPACITIES = "cscc-capacity";
  static final String SECRET = "cscc-secret-address";
  static final String AREA_UNIT = "https://data.cityofchicago.org/community-area/";
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Services services;
  private final Areas areas;
  private final JdbcClient jdbc;

  Hsds(Services services, Areas areas, JdbcClient jdbc) {
    this.services = services;
    this.areas = areas;
    this.jdbc = jdbc;
  }

  /** How many services such a file holds. */
  int count() {
    return services.all().size();
  }

  /** The whole directory of services, by id, so that equal directories have equal files. */
  String write() {
    Map<String, Map<String, Object>> organizations = organizations();
    return MAPPER.writeValueAsString(
        services.all().stream()
            .sorted(Comparator.comparing(service -> service.id().toString()))
            .map(service -> service(service, organizations))
            .toList());
  }

  private Map<String, Map<String, Object>> organizations() {
    Map<String, Map<String, Object>> known = new LinkedHashMap<>();
    jdbc.sql("select code, name, description, website, hsds_id from directory.organization")
        .query(
            row -> {
              Map<String, Object> organization = new LinkedHashMap<>();
              organization.put("id", row.getObject("hsds_id", UUID.class));
              organization.put("name", row.getString("name"));
              organization.put("description", row.getString("description"));
              put(organization, "website", row.getString("website"));
              known.put(row.getString("code"), organization);
            });
    return known;
  }

  private Map<String, Object> service(
      Service service, Map<String, Map<String, Object>> organizations) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", service.id());
    tree.put("name", service.name());
    tree.put("status", service.active() ? "active" : "inactive");
    put(tree, "description", service.description());
    put(tree, "url", service.website());
    put(tree, "email", service.email());
    put(tree, "eligibility_description", service.eligibility());
    if (service.assuredOn() != null) {
      tree.put("assured_date", service.assuredOn().toString());
    }
    tree.put("organization", organizations.get(service.organization()));
    if (!service.phone().isEmpty()) {
      tree.put(
          "phones",
          List.of(identified(service.id() + "/phone", Map.of("number", service.phone()))));
    }
    each(
        tree,
        "languages",
        service.languages(),
        code -> identified(service.id() + "/language/" + code, Map.of("code", code)));
    if (!service.funding().isEmpty()) {
      tree.put(
          "funding",
          List.of(identified(service.id() + "/funding", Map.of("source", service.funding()))));
    }
    tree.put("attributes", List.of(term(service.id(), NEEDS, service.need().name())));
    each(tree, "service_at_locations", service.offers(), this::offer);
    return tree;
  }

  private Map<String, Object> offer(Offer offer) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", offer.id());
    each(
        tree,
        "service_areas",
        offer.areas(),
        number ->
            identified(
                offer.id() + "/area/" + number,
                ordered("name", areas.name(number), "uri", AREA_UNIT + number)));
    each(tree, "schedules", offer.openings(), opening -> schedule(offer, opening));
    tree.put("location", location(offer.location()));
    tree.put("attributes", List.of(term(offer.id(), CAPACITIES, offer.capacity().name())));
    return tree;
  }

  private static Map<String, Object> schedule(Offer offer, Opening opening) {
    String day = Hours.letters(opening.day());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("freq", "WEEKLY");
    tree.put("byday", day);
    tree.put("opens_at", clock(opening.opens()));
    tree.put("closes_at", clock(opening.closes()));
    return identified(offer.id() + "/opening/" + day + opening.opens(), tree);
  }

  private static Map<String, Object> location(Location place) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", place.id());
    tree.put("location_type", place.secret() ? "virtual" : "physical");
    tree.put("name", place.name());
    if (place.lon() != null && place.lat() != null) {
      tree.put("latitude", place.lat());
      tree.put("longitude", place.lon());
    }
    if (!place.address().isEmpty() || !place.postalCode().isEmpty() || !place.city().isEmpty()) {
      Map<String, Object> address = new LinkedHashMap<>();
      address.put("address_1", place.address());
      address.put("city", place.city());
      address.put("state_province", "IL");
      address.put("postal_code", place.postalCode());
      address.put("country", "US");
      address.put("address_type", "physical");
      tree.put("addresses", List.of(identified(place.id() + "/address", address)));
    }
    if (place.secret()) {
      tree.put("attributes", List.of(term(place.id(), SECRET, "true")));
    }
    return tree;
  }

  private static Map<String, Object> term(UUID owner, String taxonomy, String code) {
    Map<String, Object> term = new LinkedHashMap<>();
    term.put("id", named(taxonomy + "/" + code));
    term.put("code", code);
    term.put("name", code);
    term.put("taxonomy", taxonomy);
    Map<String, Object> attribute = new LinkedHashMap<>();
    attribute.put("taxonomy_term", term);
    return identified(owner + "/" + taxonomy, attribute);
  }

  /** With an id that follows from what it is of, so that the same row always has the same. */
  private static Map<String, Object> identified(String of, Map<String, Object> facts) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", named(of));
    tree.putAll(facts);
    return tree;
  }

  private static UUID named(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> ordered(String a, Object one, String b, Object other) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(a, one);
    tree.put(b, other);
    return tree;
  }

  private static String clock(LocalTime time) {
    return CLOCK.format(time);
  }

  private static void put(Map<String, Object> tree, String name, String text) {
    if (!text.isEmpty()) {
      tree.put(name, text);
    }
  }

  private static <T> void each(
      Map<String, Object> tree, String name, List<T> rows, Function<T, Object> write) {
    if (!rows.isEmpty()) {
      List<Object> written = new ArrayList<>();
      rows.forEach(row -> written.add(write.apply(row)));
      tree.put(name, written);
    }
  }
}
