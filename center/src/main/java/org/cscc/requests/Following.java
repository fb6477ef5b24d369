package org.cscc.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.ledger.Entry;
import org.cscc.ledger.Hand;
import org.cscc.services.ServiceBundles;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows what a file told of priority blocks: what the City owes, what it calls done, and what it
 * opened again. A request that repeats another is followed once, with that one (R-COO-03).
 */
@Component
class Following {
  /** The City's files move it. */
  private static final Hand CITY = new Hand("system", "CITY", "");

  private final JdbcClient jdbc;
  private final FollowStore store;
  private final ServiceBundles services;
  private final int lookAfter;

  Following(
      JdbcClient jdbc,
      FollowStore store,
      ServiceBundles services,
      @Value("${cscc.requests.look-after:7}") int lookAfter) {
    this.jdbc = jdbc;
    this.store = store;
    this.services = services;
    this.lookAfter = lookAfter;
  }

  /** A request that may have to be followed otherwise than before, with how it is followed. */
  private record Candidate(
      UUID request,
      @Nullable UUID follow,
      @Nullable FollowState state,
      @Nullable LocalDate followedClosing,
      @Nullable String type,
      RequestStatus status,
      boolean child,
      boolean listed,
      @Nullable String block,
      @Nullable Integer area,
      @Nullable LocalDate closedOn) {}

  /** How it should be followed. */
  private record Wanted(FollowState state, @Nullable LetGoCode why) {}

  /**
   * Brings what is followed in step with the requests that a file touched, in its transaction.
   *
   * @param asOf day of the newest moment in the file: what is closed without a day was closed then
   */
  void follow(Instant now, LocalDate asOf) {
    Set<String> physical =
        services.kinds().stream()
            .filter(ServiceBundles.Kind::physical)
            .map(ServiceBundles.Kind::code)
            .collect(Collectors.toSet());
    jdbc.sql(
            """
            select id from requests.follow where request in (select id from pg_temp.touched)
            order by id for update
            """)
        .query(UUID.class)
        .list();
    for (Candidate one : candidates(asOf)) {
      move(one, wanted(one, physical), now);
    }
  }

  private List<Candidate> candidates(LocalDate asOf) {
    return jdbc.sql(
            """
            select r.id, f.id as follow, f.state, f.closed_on as followed_closing, r.type, r.status,
              r.listed, r.block, r.area,
              case when r.status = 'COMPLETED' then coalesce(r.closed_on, :asOf) end as closed_on,
              r.duplicate or exists (
                select from requests.request p
                where p.number = r.parent and p.legacy = r.legacy and p.id <> r.id) as child
            from pg_temp.touched t join requests.request r on r.id = t.id
            left join requests.follow f on f.request = r.id
            where f.id is not null or r.listed
            order by r.slug
            """)
        .param("asOf", asOf)
        .query(
            (row, n) -> {
              String state = row.getString("state");
              return new Candidate(
                  row.getObject("id", UUID.class),
                  row.getObject("follow", UUID.class),
                  state == null ? null : FollowState.valueOf(state),
                  row.getObject("followed_closing", LocalDate.class),
                  row.getString("type"),
                  RequestStatus.valueOf(row.getString("status")),
                  row.getBoolean("child"),
                  row.getBoolean("listed"),
                  row.getString("block"),
                  row.getObject("area", Integer.class),
                  row.getObject("closed_on", LocalDate.class));
            })
        .list();
  }

  private static Wanted wanted(Candidate one, Set<String> physical) {
    if (one.child()) {
      return new Wanted(FollowState.LET_GO, LetGoCode.DUPLICATE);
    }
    if (!one.listed()
        || one.block() == null
        || one.area() == null
        || one.type() == null
        || !physical.contains(one.type())) {
      return new Wanted(FollowState.LET_GO, LetGoCode.OFF_THE_LIST);
    }
    return switch (one.status()) {
      case OPEN -> new Wanted(FollowState.OPEN, null);
      case COMPLETED -> new Wanted(FollowState.CLOSED_BY_CITY, null);
      case CANCELED -> new Wanted(FollowState.LET_GO, LetGoCode.CANCELED);
    };
  }

  private void move(Candidate one, Wanted wanted, Instant now) {
    FollowState state = one.state();
    if (state == null || one.follow() == null) {
      if (wanted.state() != FollowState.LET_GO) {
        begin(one, wanted.state(), now);
      }
      return;
    }
    boolean looked = state == FollowState.FIXED || state == FollowState.NOT_FIXED;
    switch (wanted.state()) {
      case OPEN -> {
        if (state != FollowState.OPEN) {
          // What was to be looked at is open again: the look is withdrawn.
          change(one, "REOPEN", wanted, null, now);
        }
      }
      case CLOSED_BY_CITY -> {
        LocalDate before = one.followedClosing();
        LocalDate closed = one.closedOn();
        boolean again = closed != null && (before == null || closed.isAfter(before));
        if (looked ? again : state != FollowState.CLOSED_BY_CITY || !closed(one, before)) {
          change(one, "CLOSE", wanted, closed, now);
        }
      }
      case LET_GO -> {
        // What somebody saw stays seen.
        if (!looked && state != FollowState.LET_GO) {
          change(one, "LET_GO", wanted, one.closedOn(), now);
        }
      }
      default -> throw new IllegalStateException("No file says that something is " + wanted);
    }
  }

  private static boolean closed(Candidate one, @Nullable LocalDate on) {
    return on != null && on.equals(one.closedOn());
  }

  private void begin(Candidate one, FollowState state, Instant now) {
    UUID id = UUID.randomUUID();
    LocalDate closed = state == FollowState.CLOSED_BY_CITY ? one.closedOn() : null;
    jdbc.sql(
            """
            insert into requests.follow
              (id, request, area, block, type, state, closed_on, look_on, changed_at)
            values (:id, :request, :area, :block, :type, :state, :closed, :look, :at)
            """)
        .param("id", id)
        .param("request", one.request())
        .param("area", one.area())
        .param("block", one.block())
        .param("type", one.type())
        .param("state", state.name())
        .param("closed", closed)
        .param("look", closed == null ? null : closed.plusDays(lookAfter))
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
    store.step(id, new Entry("FOLLOW", null, state, CITY, now), null, null);
  }

  private void change(
      Candidate one, String move, Wanted wanted, @Nullable LocalDate closed, Instant now) {
    UUID id = one.follow();
    if (id == null) {
      throw new IllegalStateException("Nothing follows " + one.request());
    }
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("state", wanted.state().name());
    columns.put("let_go", wanted.why() == null ? null : wanted.why().name());
    columns.put("closed_on", closed);
    columns.put("look_on", closed == null ? null : closed.plusDays(lookAfter));
    store.change(id, columns, now);
    store.step(
        id,
        new Entry(move, one.state(), wanted.state(), CITY, now),
        wanted.why() == null ? null : wanted.why().name(),
        null);
  }
}
