package org.cscc.blitz;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.cscc.services.ServiceBundles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report once, and reads it as it was written. */
@Component
class ReportWriter {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final WalkStore walks;
  private final BlitzPlanning planning;
  private final ServiceBundles services;
  private final BlitzTimes times;

  ReportWriter(
      JdbcClient jdbc,
      WalkStore walks,
      BlitzPlanning planning,
      ServiceBundles services,
      BlitzTimes times) {
    this.jdbc = jdbc;
    this.walks = walks;
    this.planning = planning;
    this.services = services;
    this.times = times;
  }

  /** Counts and keeps it, in the caller's transaction. */
  void write(Blitz blitz, List<Finding> findings, String by, Instant at) {
    BlitzReport report =
        BlitzReport.of(
            blitz,
            findings,
            walks.work(blitz.id()),
            planning.doers(),
            standing(findings),
            at,
            times.smallest());
    jdbc.sql("insert into blitz.report (blitz, content, by_account, at) values (?, ?, ?, ?)")
        .params(blitz.id(), MAPPER.writeValueAsString(report), by, BlitzStore.utc(at))
        .update();
  }

  Optional<BlitzReport> read(UUID blitz) {
    return jdbc.sql("select content from blitz.report where blitz = ?")
        .param(blitz)
        .query(String.class)
        .optional()
        .map(content -> MAPPER.readValue(content, BlitzReport.class));
  }

  private Map<String, Integer> standing(List<Finding> findings) {
    List<String> codes =
        findings.stream()
            .flatMap(one -> Stream.of(one.task(), one.again()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<String, Integer> standing = new TreeMap<>();
    services
        .standing(codes)
        .values()
        .forEach(one -> standing.merge(one.state().name(), 1, Integer::sum));
    return standing;
  }
}
