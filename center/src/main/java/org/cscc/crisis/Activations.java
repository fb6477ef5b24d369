package org.cscc.crisis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts activations together with their reasons and parties, in three statements. */
@Component
class Activations {
  private final JdbcClient jdbc;

  Activations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Activation> where(String which, Map<String, ? extends @Nullable Object> values) {
    List<UUID> ids = new ArrayList<>();
    Map<UUID, List<Reason>> reasons = new HashMap<>();
    Map<UUID, List<Party>> parties = new HashMap<>();
    List<Activation> found =
        jdbc.sql("select a.* from crisis.activation a where " + which)
            .params(values)
            .query(
                (row, number) -> {
                  UUID id = row.getObject("id", UUID.class);
                  ids.add(id);
                  List<Reason> why = reasons.computeIfAbsent(id, none -> new ArrayList<>());
                  List<Party> who = parties.computeIfAbsent(id, none -> new ArrayList<>());
                  return CrisisRows.activation(row, why, who);
                })
            .list();
    if (ids.isEmpty()) {
      return found;
    }
    UUID[] wanted = ids.toArray(UUID[]::new);
    jdbc.sql("select * from crisis.reason where activation = any (?) order by at, kind")
        .param(wanted)
        .query(
            row -> {
              reasons
                  .computeIfAbsent(row.getObject("activation", UUID.class), n -> new ArrayList<>())
                  .add(CrisisRows.reason(row));
            });
    jdbc.sql(
            """
            select * from crisis.party where activation = any (?)
            order by back_up, duty, notified_at, organization
            """)
        .param(wanted)
        .query(
            row -> {
              parties
                  .computeIfAbsent(row.getObject("activation", UUID.class), n -> new ArrayList<>())
                  .add(CrisisRows.party(row));
            });
    return found;
  }
}
