package org.cscc.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.home.HomeKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays what came from the City of a demo and what people saw, by the same rules, as whoever is set
 * for the thread; the demo moves the clock between the steps.
 */
@Component
public class RequestRehearsal {
  private final RequestImport imports;
  private final LookDesk desk;
  private final FollowStore store;
  private final Access access;
  private final JdbcClient jdbc;

  RequestRehearsal(
      RequestImport imports, LookDesk desk, FollowStore store, Access access, JdbcClient jdbc) {
    this.imports = imports;
    this.desk = desk;
    this.store = store;
    this.access = access;
    this.jdbc = jdbc;
  }

  /** Whether anything was played before. */
  public boolean played() {
    return jdbc.sql("select exists (select from requests.intake)").query(Boolean.class).single();
  }

  /** Takes a file of the demo's City in. */
  public void bring(Path file) {
    try {
      if (!(imports.apply(file, HomeKind.DEMO, false) instanceof Intake.Applied)) {
        throw new IllegalStateException("The demo's City sends no file of requests");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the City calls a request done, and somebody has to look. */
  public boolean waits(String number) {
    return store
        .bySlug(number)
        .filter(follow -> follow.state() == FollowState.CLOSED_BY_CITY)
        .isPresent();
  }

  /** Somebody looks at a request that the City calls done. */
  public void look(String number, boolean fixed, String note) {
    LookDesk.Looked looked =
        desk.look(
            access.require(Capability.READ_CITY_REQUESTS),
            null,
            number,
            store.bySlug(number).orElseThrow().version(),
            fixed ? Look.FIXED : Look.NOT_FIXED,
            note);
    if (!(looked instanceof LookDesk.Looked.Done)) {
      throw new IllegalStateException(number + " was looked at elsewhere");
    }
  }

  /** Removes everything, when a demo makes place for real data. */
  @Transactional
  public void removeAll() {
    jdbc.sql(
            """
            truncate requests.intake, requests.request, requests.request_version, requests.follow,
              requests.step, requests.once
            """)
        .update();
  }
}
