package org.cscc.directory.partners;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cscc.kernel.FreeText;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the form of a service. Its places are numbered fields ({@code place-0}, {@code hours-0}); a
 * place without a name is one that the service no longer has.
 */
@Component
class ServiceForm {
  static final int MOST_PLACES = 20;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final Areas areas;
  private final FreeText freeText;

  ServiceForm(Areas areas, FreeText freeText) {
    this.areas = areas;
    this.freeText = freeText;
  }

  /**
   * What the form says.
   *
   * @param wrong message keys of what has to be corrected, by the field that they belong to
   */
  record Read(@Nullable Service service, Map<String, String> wrong) {}

  /**
   * Reads the fields over what is stored; ids of places are taken from there only, never from the
   * form.
   *
   * @param present what is stored, with no name when it is new
   */
  Read read(Service present, Map<String, String> fields) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String name = text(fields, "name", 160, wrong);
    if (name.isEmpty()) {
      wrong.put("name", "directory.service.wrong.name");
    }
    Need need = named(Need.class, fields.get("need")).orElse(Need.OTHER);
    List<String> languages =
        Arrays.stream(
                fields.getOrDefault("languages", "").toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(code -> !code.isEmpty())
            .distinct()
            .toList();
    if (!languages.stream().allMatch(code -> LANGUAGE.matcher(code).matches())) {
      wrong.put("languages", "directory.service.wrong.languages");
    }
    String website = text(fields, "website", 200, wrong);
    if (!website.isEmpty() && !website.matches("https?://[^\\s\"<>]+")) {
      wrong.put("website", "directory.service.wrong.website");
    }
    List<Offer> offers = offers(present, fields, wrong);
    Service read =
        new Service(
            present.id(),
            present.organization(),
            present.organizationName(),
            name,
            need,
            sentence(fields, "description", 1000, wrong),
            sentence(fields, "eligibility", 500, wrong),
            languages,
            sentence(fields, "funding", 200, wrong),
            text(fields, "phone", 40, wrong),
            text(fields, "email", 120, wrong),
            website,
            fields.containsKey("active"),
            present.assuredOn(),
            number(fields.get("version")),
            offers);
    return new Read(read, wrong);
  }

  private List<Offer> offers(
      Service present, Map<String, String> fields, Map<String, String> wrong) {
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < MOST_PLACES; i++) {
      if (!fields.getOrDefault("place-" + i, "").isBlank()) {
        offers.add(offer(present, i, fields, wrong));
      }
    }
    return offers;
  }

  private Offer offer(
      Service present, int i, Map<String, String> fields, Map<String, String> wrong) {
    boolean secret = fields.containsKey("secret-" + i);
    String address = text(fields, "address-" + i, 160, wrong);
    String postalCode = text(fields, "postal-" + i, 12, wrong);
    if (secret && !(address.isEmpty() && postalCode.isEmpty())) {
      wrong.put("address-" + i, "directory.service.wrong.secret");
    }
    @Nullable Offer before = before(present, fields.get("offer-" + i));
    @Nullable Location known = before == null ? null : before.location();
    @Nullable Location unmoved =
        known != null && !secret && known.address().equals(address) ? known : null;
    return new Offer(
        before == null ? UUID.randomUUID() : before.id(),
        new Location(
            known == null ? UUID.randomUUID() : known.id(),
            text(fields, "place-" + i, 120, wrong),
            address,
            secret ? "" : text(fields, "city-" + i, 80, wrong),
            postalCode,
            unmoved == null ? null : unmoved.lon(),
            unmoved == null ? null : unmoved.lat(),
            secret),
        areas(fields.getOrDefault("areas-" + i, ""), i, wrong),
        named(Capacity.class, fields.get("capacity-" + i)).orElse(Capacity.UNKNOWN),
        Hours.read(fields.getOrDefault("hours-" + i, ""))
            .orElseGet(() -> bad(wrong, "hours-" + i, "directory.service.wrong.hours")));
  }

  private static @Nullable Offer before(Service present, @Nullable String id) {
    return present.offers().stream()
        .filter(offer -> offer.id().toString().equals(id))
        .findFirst()
        .orElse(null);
  }

  private List<Integer> areas(String text, int i, Map<String, String> wrong) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : text.split("[,;]", -1)) {
      OptionalInt area = areas.resolve(part.strip());
      if (area.isPresent()) {
        numbers.add(area.getAsInt());
      } else if (!part.isBlank()) {
        wrong.put("areas-" + i, "directory.service.wrong.areas");
      }
    }
    return numbers.stream().distinct().sorted().toList();
  }

  private static List<Opening> bad(Map<String, String> wrong, String field, String key) {
    wrong.put(field, key);
    return List.of();
  }

  private static String text(
      Map<String, String> fields, String field, int longest, Map<String, String> wrong) {
    String text = fields.getOrDefault(field, "").strip();
    if (text.length() > longest) {
      wrong.put(field, "directory.service.wrong.long");
    }
    return text;
  }

  /** Sentences pass the check of wording; names, numbers and addresses of a service do not. */
  private String sentence(
      Map<String, String> fields, String field, int longest, Map<String, String> wrong) {
    String text = text(fields, field, longest, wrong);
    return text.isEmpty() ? "" : freeText.fit(field, text);
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  static <E extends Enum<E>> Optional<E> named(Class<E> kind, @Nullable String name) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(one -> one.name().equals(name))
        .findFirst();
  }
}
