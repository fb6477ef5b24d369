package org.cscc.wording;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The texts that the privacy officer let stand, each with a reason. */
@Component
class Releases {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditTrail trail;

  Releases(JdbcClient jdbc, Clock clock, AuditTrail trail) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.trail = trail;
  }

  /** Whether exactly this text may be saved. */
  boolean letsStand(String text) {
    return jdbc.sql("select exists (select from wording.release where text = ?)")
        .param(text)
        .query(Boolean.class)
        .single();
  }

  /** Lets a text stand; a second time changes nothing. */
  @Transactional
  void add(Decision decision, String text, String reason) {
    decision.about(Capability.OVERRIDE_WORDING);
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into wording.release (id, text, reason, by, at) values (?, ?, ?, ?, ?)
            on conflict (text) do nothing
            """)
        .params(id, text, reason, decision.account(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    trail.note(AuditNote.of(Deed.OVERRIDE, "wording", id.toString(), 1).because(reason));
  }

  /** The newest hundred, newest first. */
  List<Release> newest(Decision decision) {
    decision.about(Capability.OVERRIDE_WORDING);
    return jdbc.sql(
            "select text, reason, by, at from wording.release order by at desc, text limit 100")
        .query(DataClassRowMapper.newInstance(Release.class))
        .list();
  }
}
