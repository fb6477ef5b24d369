package org.cscc.reviews;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of minutes. They are only ever added. */
@Component
class MinutesStore {
  private final JdbcClient jdbc;

  MinutesStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Minutes minutes) {
    String content = PacketJson.write(minutes.content());
    jdbc.sql(
            """
            insert into reviews.minutes
              (meeting, revision, content, content_sha256, closed_by, closed_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            minutes.meeting(),
            minutes.revision(),
            content,
            PacketJson.sha256(content),
            minutes.closedBy(),
            MeetingStore.utc(minutes.closedAt()))
        .update();
  }

  /** All revisions of a meeting's minutes, the newest first. */
  List<Minutes> of(UUID meeting) {
    return jdbc.sql("select * from reviews.minutes where meeting = ? order by revision desc")
        .param(meeting)
        .query(
            (row, n) ->
                new Minutes(
                    row.getObject("meeting", UUID.class),
                    row.getInt("revision"),
                    PacketJson.readMinutes(row.getString("content")),
                    row.getString("closed_by"),
                    row.getObject("closed_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  Optional<Minutes> newest(UUID meeting) {
    return of(meeting).stream().findFirst();
  }
}
