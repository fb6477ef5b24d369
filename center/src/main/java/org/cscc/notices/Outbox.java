package org.cscc.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of notices and of their deliveries. */
@Component
class Outbox {
  /** How long a node may take for what it has taken; after that another one tries. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** Waits before the next attempt; after the last one a person has to see to it. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(15),
          Duration.ofHours(1));

  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a notice; false when its key was used before.
   *
   * @param seen when it counts as seen; null for what is new to the person
   */
  boolean add(UUID id, Notice notice, @Nullable Instant seen, Instant now) {
    return jdbc.sql(
                """
                insert into notices.notice
                  (id, recipient, kind, words, path, urgent, once, enclosure, seen_at, created_at)
                values (:id, :recipient, :kind, string_to_array(:words, '|'), :path, :urgent, :once,
                  :enclosure, :seen, :now)
                on conflict (once) do nothing
                """)
            .param("id", id)
            .param("recipient", notice.recipient())
            .param("kind", notice.kind())
            // No word of a notice has a bar in it.
            .param("words", String.join("|", notice.words()))
            .param("path", notice.path())
            .param("urgent", notice.urgent())
            .param("once", notice.once())
            .param("enclosure", notice.enclosure())
            .param("seen", seen == null ? null : utc(seen))
            .param("now", utc(now))
            .update()
        == 1;
  }

  void deliver(UUID notice, Channel channel, boolean serverNamed, Instant due) {
    jdbc.sql("insert into notices.delivery (notice, channel, state, due_at) values (?, ?, ?, ?)")
        .params(notice, channel.name(), serverNamed ? "WAITING" : "NO_SERVER", utc(due))
        .update();
  }

  /**
   * Makes what is due follow what its person wishes by now: another channel than when it was
   * written takes it over from the beginning, and who wants the page alone has it there. What was
   * for a calendar only ({@link Notices#enclose}) goes by mail or not at all.
   */
  @Transactional
  void follow(boolean mailNamed, boolean textNamed, Instant now) {
    jdbc.sql(
            """
            update notices.delivery d set channel = p.channel, attempts = 0, trouble = null,
              leased_until = null, state = case
                when p.channel = 'MAIL' and :mail or p.channel = 'TEXT' and :text then 'WAITING'
                else 'NO_SERVER' end
            from notices.notice n join notices.preference p on p.account = n.recipient
            where n.id = d.notice and d.state = 'WAITING' and d.due_at <= :now
              and (d.leased_until is null or d.leased_until < :now)
              and p.channel <> d.channel and p.channel <> 'PAGE' and trim(p.address) <> ''
              and (p.channel = 'MAIL' or n.seen_at is distinct from n.created_at)
              and not exists (
                select from notices.delivery o where o.notice = d.notice and o.channel = p.channel)
            """)
        .param("mail", mailNamed)
        .param("text", textNamed)
        .param("now", utc(now))
        .update();
    jdbc.sql(
            """
            delete from notices.delivery d using notices.notice n
            where n.id = d.notice and d.state = 'WAITING' and d.due_at <= :now
              and (d.leased_until is null or d.leased_until < :now)
              and not exists (
                select from notices.preference p where p.account = n.recipient
                  and p.channel = d.channel and trim(p.address) <> '')
            """)
        .param("now", utc(now))
        .update();
  }

  /**
   * Takes what is due, for this node alone until its lease ends. Channel and address are those of
   * one wish: what does not fit it any more is left for {@link #follow}.
   */
  @Transactional
  List<Delivery> take(Instant now, int most) {
    return jdbc.sql(
            """
            with due as (
              select d.notice, d.channel, n.kind, n.words, n.path, n.enclosure, p.address,
                p.language
              from notices.delivery d join notices.notice n on n.id = d.notice
                join notices.preference p on p.account = n.recipient and p.channel = d.channel
              where d.state = 'WAITING' and d.due_at <= :now and trim(p.address) <> ''
                and (d.leased_until is null or d.leased_until < :now)
              order by d.due_at limit :most for update of d skip locked)
            update notices.delivery d set leased_until = :until, attempts = attempts + 1
            from due where d.notice = due.notice and d.channel = due.channel
            returning d.notice, d.channel, d.attempts, due.kind, due.words, due.path,
              due.enclosure, due.address, due.language
            """)
        .param("now", utc(now))
        .param("until", utc(now.plus(LEASE)))
        .param("most", most)
        .query((row, n) -> delivery(row))
        .list();
  }

  void handedOver(Delivery delivery, Instant now) {
    jdbc.sql(
            """
            update notices.delivery set state = 'HANDED_OVER', handed_over_at = ?, trouble = null
            where notice = ? and channel = ? and state = 'WAITING'
            """)
        .params(utc(now), delivery.notice(), delivery.channel().name())
        .update();
  }

  /**
   * Notes that an attempt did not go through.
   *
   * @param trouble a code of ours, never what the server said about an address
   * @param again whether another attempt makes sense
   */
  void failed(Delivery delivery, String trouble, boolean again, Instant now) {
    boolean more = again && delivery.attempts() <= WAITS.size();
    jdbc.sql(
            """
            update notices.delivery set state = ?, trouble = ?, due_at = ?, leased_until = null
            where notice = ? and channel = ?
            """)
        .params(
            more ? "WAITING" : "FAILED",
            trouble,
            utc(more ? now.plus(WAITS.get(delivery.attempts() - 1)) : now),
            delivery.notice(),
            delivery.channel().name())
        .update();
  }

  /** What was posted while no server was named waits again once there is one. */
  int serverIsNamed(Channel channel, Instant since, Instant now) {
    return jdbc.sql(
            """
            update notices.delivery d set state = 'WAITING', due_at = ? from notices.notice n
            where n.id = d.notice and d.state = 'NO_SERVER' and d.channel = ? and n.created_at > ?
            """)
        .params(utc(now), channel.name(), utc(since))
        .update();
  }

  List<Told> newest(String account, int most) {
    return jdbc.sql(
            """
            select n.id, n.recipient, n.kind, n.words, n.path, n.created_at, n.seen_at,
              d.channel, d.state, d.trouble
            from notices.notice n left join notices.delivery d on d.notice = n.id
            where n.recipient = ? order by n.created_at desc, n.id limit ?
            """)
        .params(account, most)
        .query((row, n) -> told(row))
        .list();
  }

  /** Deliveries in a state, the oldest first. */
  List<Told> in(String state, int most) {
    return jdbc.sql(
            """
            select n.id, n.recipient, n.kind, n.words, n.path, n.created_at, n.seen_at,
              d.channel, d.state, d.trouble
            from notices.delivery d join notices.notice n on n.id = d.notice
            where d.state = ? order by n.created_at, n.id limit ?
            """)
        .params(state, most)
        .query((row, n) -> told(row))
        .list();
  }

  int unseen(String account) {
    return jdbc.sql("select count(*) from notices.notice where recipient = ? and seen_at is null")
        .param(account)
        .query(Integer.class)
        .single();
  }

  void seen(String account, Instant now) {
    jdbc.sql("update notices.notice set seen_at = ? where recipient = ? and seen_at is null")
        .params(utc(now), account)
        .update();
  }

  /** Marks a failed delivery as seen to; false when it was none, or was settled before. */
  boolean settle(UUID notice, String by, Instant now) {
    return jdbc.sql(
                """
                update notices.delivery set state = 'SETTLED', settled_by = ?, settled_at = ?
                where notice = ? and state = 'FAILED'
                """)
            .params(by, utc(now), notice)
            .update()
        > 0;
  }

  /** How the outbox stands. */
  Backlog counts() {
    return jdbc.sql(
            """
            select count(*) filter (where state = 'WAITING') as waiting,
              min(due_at) filter (where state = 'WAITING') as oldest,
              count(*) filter (where state = 'FAILED') as failed,
              count(*) filter (where state = 'NO_SERVER') as unsent,
              count(*) filter (where state = 'HANDED_OVER') as handed_over,
              count(*) filter (where state = 'HANDED_OVER'
                and handed_over_at <= greatest(due_at, n.created_at) + interval '10 seconds') as soon
            from notices.delivery d join notices.notice n on n.id = d.notice
            """)
        .query(
            (row, n) ->
                new Backlog(
                    row.getInt("waiting"),
                    row.getObject("oldest", OffsetDateTime.class),
                    row.getInt("failed"),
                    row.getInt("unsent"),
                    row.getInt("handed_over"),
                    row.getInt("soon")))
        .single();
  }

  void removeAll() {
    jdbc.sql("delete from notices.notice").update();
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject("notice", UUID.class),
        Channel.valueOf(row.getString("channel")),
        row.getInt("attempts"),
        row.getString("address"),
        row.getString("language"),
        row.getString("kind"),
        List.of((String[]) row.getArray("words").getArray()),
        row.getString("path"),
        row.getString("enclosure"));
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("kind"),
        List.of((String[]) row.getArray("words").getArray()),
        row.getString("path"),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("seen_at", OffsetDateTime.class),
        row.getString("channel"),
        row.getString("state"),
        row.getString("trouble"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
