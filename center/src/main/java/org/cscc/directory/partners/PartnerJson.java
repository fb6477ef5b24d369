package org.cscc.directory.partners;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the directory as the JSON that a change keeps. */
final class PartnerJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PartnerJson() {}

  static String of(Object row) {
    return MAPPER.writeValueAsString(row);
  }

  /** What a service says of itself, its places and its version aside. */
  static List<Object> facts(Service service) {
    return List.of(
        service.organization(),
        service.name(),
        service.need(),
        service.description(),
        service.eligibility(),
        List.copyOf(service.languages()),
        service.funding(),
        service.phone(),
        service.email(),
        service.website(),
        service.active(),
        String.valueOf(service.assuredOn()));
  }
}
