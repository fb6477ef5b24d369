package org.cscc.access.signin;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions of one account, which it may end. */
@Component
class OwnSessions {
  private final JdbcClient jdbc;
  private final SessionLimits limits;
  private final RealTime time;

  OwnSessions(JdbcClient jdbc, SessionLimits limits, RealTime time) {
    this.jdbc = jdbc;
    this.limits = limits;
    this.time = time;
  }

  /** Those that are open, the last used first. */
  List<OwnSession> of(UUID account) {
    return jdbc.sql(
            """
            select id, proof, began_at, last_seen_at, browser from access.session
            where account_id = ? and last_seen_at > ? and began_at > ?
            order by last_seen_at desc, began_at desc
            """)
        .params(account, time.utc().minus(limits.idle()), time.utc().minus(limits.absolute()))
        .query(DataClassRowMapper.newInstance(OwnSession.class))
        .list();
  }

  /** Ends one of the account's own; another account's stays. */
  void end(UUID account, UUID session) {
    jdbc.sql("delete from access.session where account_id = ? and id = ?")
        .params(account, session)
        .update();
  }

  /** Ends all of them, here and elsewhere; the next request of each is nobody's. */
  void endAll(UUID account) {
    jdbc.sql("delete from access.session where account_id = ?").param(account).update();
  }
}
