package org.cscc.directory.partners;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Decision;
import org.cscc.directory.partners.Changes.What;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the organization that another directory speaks of, or takes it in as a provider. */
@Component
class Newcomers {
  private final JdbcClient jdbc;
  private final Changes changes;

  Newcomers(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** The code of the organization: known by its id there, else by its name, else a new one. */
  String code(Decision decision, UUID id, String name, String description, String website) {
    Optional<String> known =
        jdbc.sql(
                """
                select code from directory.organization where hsds_id = :id or name = :name
                order by hsds_id = :id desc limit 1
                """)
            .param("id", id)
            .param("name", name)
            .query(String.class)
            .optional();
    if (known.isPresent()) {
      return known.get();
    }
    long mixed = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    String code = "P-" + String.format(Locale.ROOT, "%016X", mixed);
    jdbc.sql(
            """
            insert into directory.organization (code, name, kind, description, website, hsds_id)
            values (?, ?, 'PROVIDER', ?, ?, ?)
            """)
        .params(code, name, description, website, id)
        .update();
    changes.add(
        decision,
        What.ORGANIZATION,
        code,
        Changes.NOTHING,
        PartnerJson.of(Map.of("code", code, "name", name)));
    return code;
  }
}
