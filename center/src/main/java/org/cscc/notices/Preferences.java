package org.cscc.notices;

import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that say how people want to be told. */
@Component
class Preferences {
  private final JdbcClient jdbc;

  Preferences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, Preference> of(Collection<String> accounts) {
    Map<String, Preference> found = new HashMap<>();
    jdbc.sql("select * from notices.preference where account = any (string_to_array(?, ','))")
        .param(String.join(",", accounts))
        .query(
            row -> {
              found.put(
                  row.getString("account"),
                  new Preference(
                      Channel.valueOf(row.getString("channel")),
                      row.getString("address"),
                      row.getString("language"),
                      row.getObject("quiet_from", LocalTime.class),
                      row.getObject("quiet_until", LocalTime.class)));
            });
    return found;
  }

  void save(String account, Preference wish) {
    jdbc.sql(
            """
            insert into notices.preference
              (account, channel, address, language, quiet_from, quiet_until)
            values (:account, :channel, :address, :language, :from, :until)
            on conflict (account) do update set channel = excluded.channel,
              address = excluded.address, language = excluded.language,
              quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until
            """)
        .param("account", account)
        .param("channel", wish.channel().name())
        .param("address", wish.address())
        .param("language", wish.language())
        .param("from", wish.quietFrom())
        .param("until", wish.quietUntil())
        .update();
  }

  void removeAll() {
    jdbc.sql("delete from notices.preference").update();
  }
}
