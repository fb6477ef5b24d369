package org.cscc.actions;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Account;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.home.Asking;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to commitments for other rooms: reading what is owed, capturing what is promised, and
 * moving it. Decisions are about {@link Capability#READ_ACTIONS} or {@link
 * Capability#PROPOSE_ACTIONS}; who may move what is decided by the moves themselves.
 */
@Component
public class Actions {
  /** There is no such item, or none within reach. */
  static final String UNKNOWN = "R-ACTIONS-06";

  private final ItemReads reads;
  private final ItemStore store;
  private final ItemMoves moves;
  private final ItemDesk desk;
  private final OwnerRule owners;
  private final Access access;
  private final JdbcClient jdbc;
  private final Clock clock;

  Actions(
      ItemReads reads,
      ItemStore store,
      ItemMoves moves,
      ItemDesk desk,
      OwnerRule owners,
      Access access,
      JdbcClient jdbc,
      Clock clock) {
    this.reads = reads;
    this.store = store;
    this.moves = moves;
    this.desk = desk;
    this.owners = owners;
    this.access = access;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a team follows and nobody has verified yet, the most pressing first. */
  public List<ActionItem> openOf(Decision decision, String team, int most) {
    return reads.ofTeam(decision.about(Capability.READ_ACTIONS), role(), team, most);
  }

  /**
   * What a team follows and somebody else saw done in a span of time, in the order of the looks.
   */
  public List<ActionItem> verifiedOf(Decision decision, String team, Instant from, Instant until) {
    return reads.verifiedOf(decision.about(Capability.READ_ACTIONS), role(), team, from, until);
  }

  /**
   * What everybody at the tables of all teams may read of what is not verified, the late ones
   * first: one statement, for packets. What only the City reads (T2) is left out.
   */
  public List<OpenPromise> promises(Decision decision) {
    return reads.promises(decision.about(Capability.READ_ACTIONS));
  }

  /**
   * One item.
   *
   * @throws Refused R-ACTIONS-06 when there is none with this code within reach
   */
  public ActionItem item(Decision decision, String code) {
    return reads
        .byCode(decision.about(Capability.READ_ACTIONS), role(), code)
        .orElseThrow(Actions::unknown);
  }

  /** The history of an item that was read before. */
  public List<Step> history(ActionItem item) {
    return store.steps(item.id());
  }

  /** Who can be named to answer for an organization, by name. */
  public List<Account> answering(String organization) {
    return owners.answering().stream().filter(a -> a.organization().equals(organization)).toList();
  }

  /** Everybody who can be named, for a form. */
  public List<Account> answering() {
    return owners.answering();
  }

  /**
   * Writes down what somebody thinks should be done.
   *
   * @param key of the form, so that it is done once; null when there is none
   */
  @Transactional
  public ActionItem propose(Decision decision, @Nullable UUID key, Proposal proposal) {
    return desk.propose(actor(decision.about(Capability.PROPOSE_ACTIONS)), key, proposal);
  }

  /**
   * Writes down a promise made at the table: proposed and given out in one go, or nothing of both.
   *
   * @throws Refused R-HRIT-04 when it has not one organization, one account of it and a date
   */
  @Transactional
  public ActionItem promise(
      Decision decision, @Nullable UUID key, Proposal proposal, Move.Assign owner) {
    return desk.promise(actor(decision.about(Capability.PROPOSE_ACTIONS)), key, proposal, owner);
  }

  /**
   * Moves an item.
   *
   * @param decision about reading items
   * @param key of the form, so that a second sending is answered as the first; null when none
   * @param version the one the person saw
   * @throws Refused when the rules forbid it: R-ACTIONS-01 for who, R-ACTIONS-02 for its state, and
   *     what the move asks for
   */
  @Transactional
  public Moved move(Decision decision, @Nullable UUID key, String code, int version, Move move) {
    return moves.move(actor(decision.about(Capability.READ_ACTIONS)), key, code, version, move);
  }

  /**
   * Notes that open items were read out again in a meeting (R-HRIT-06). To note it twice changes
   * nothing.
   *
   * @param meeting id of the meeting
   * @param codes of the items
   */
  @Transactional
  public void carriedOver(Decision decision, UUID meeting, Collection<String> codes) {
    decision.about(Capability.READ_ACTIONS);
    for (String code : Set.copyOf(codes)) {
      jdbc.sql(
              """
              insert into actions.carried (item, meeting, at)
              select id, ?, ? from actions.item where code = ? and state <> 'VERIFIED'
              on conflict do nothing
              """)
          .params(meeting, ItemStore.utc(clock.instant()), code)
          .update();
    }
  }

  /** What came out of a meeting or belongs to an incident, by its record. */
  public List<ActionItem> from(Decision decision, Origin origin, String record) {
    Reach reach = Reach.of(decision.about(Capability.READ_ACTIONS), role());
    return jdbc.sql(
            "select "
                + ItemRows.COLUMNS
                + """
                 from actions.item i where i.origin = :origin and i.origin_record = :record
                and\s"""
                + reach.condition()
                + " order by i.created_at, i.code")
        .param("origin", origin.name())
        .param("record", record)
        .params(reach.values())
        .query((row, n) -> ItemRows.item(row))
        .list();
  }

  /**
   * How items of one origin stand, by code, for whoever reads the record that names them: one
   * statement of the center's own, to be asked outside of a transaction.
   */
  public Map<String, ItemStanding> standing(Origin origin, Collection<String> codes) {
    return Asking.asTheCenter(
        () ->
            jdbc
                .sql(
                    """
                    select code, state, owner_org, area, team, due_at, parent is not null as merged
                    from actions.item
                    where origin = :origin and code = any (string_to_array(:codes, ','))
                    """)
                .param("origin", origin.name())
                .param("codes", String.join(",", codes))
                .query(
                    (row, n) ->
                        new ItemStanding(
                            row.getString("code"),
                            ActionState.valueOf(row.getString("state")),
                            row.getString("owner_org"),
                            row.getObject("area", Integer.class),
                            row.getString("team"),
                            row.getObject("due_at", OffsetDateTime.class),
                            row.getBoolean("merged")))
                .list()
                .stream()
                .collect(Collectors.toMap(ItemStanding::code, Function.identity())));
  }

  /**
   * What rose to level 2 or 3 in a span of time, the highest first; without what it was about.
   *
   * @param decision about {@link Capability#READ_ESCALATIONS}
   */
  public List<RaisedItem> raised(Decision decision, Instant from, Instant until) {
    Reach reach = Reach.of(decision.about(Capability.READ_ESCALATIONS), role());
    return jdbc.sql(
            """
            select i.code, i.owner_org as organization, i.area, e.level, e.at, i.state
            from actions.escalation e join actions.item i on i.id = e.item
            where e.level >= 2 and e.at > :from and e.at <= :until and\s"""
                + reach.condition()
                + " order by e.level desc, e.at, i.code")
        .params(reach.values())
        .param("from", ItemStore.utc(from))
        .param("until", ItemStore.utc(until))
        .query(
            (row, n) ->
                new RaisedItem(
                    row.getString("code"),
                    row.getString("organization"),
                    row.getObject("area", Integer.class),
                    row.getInt("level"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    !row.getString("state").equals("VERIFIED")))
        .list();
  }

  /** What became of the items within reach that were written down since an instant. */
  public List<ItemFigure> figures(Decision decision, Instant from) {
    return reads.figures(decision.about(Capability.READ_ACTIONS), role(), from);
  }

  /**
   * What waits for whoever reads: for a first page.
   *
   * @param late owed by the reader's organization, or within reach of who follows it up
   * @param toAnswer given to the reader's organization and not accepted
   * @param toCheck claimed done by another organization, to be looked at
   * @param unowned proposed or declined, for who gives them out
   */
  public record Waiting(int late, int toAnswer, int toCheck, int unowned) {}

  /** What waits for whoever reads, in numbers. */
  public Waiting waiting(Decision decision) {
    Reach reach = Reach.of(decision.about(Capability.READ_ACTIONS), role());
    return jdbc.sql(
            """
            select count(*) filter (where i.due_at < :now and i.state in
                ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'BLOCKED', 'REOPENED')) as late,
              count(*) filter (where i.state = 'ASSIGNED' and i.owner_org = :own) as to_answer,
              count(*) filter (where i.state = 'DONE_CLAIMED' and i.check_until >= :now
                and i.owner_org <> :own) as to_check,
              count(*) filter (where i.state in ('PROPOSED', 'DECLINED')) as unowned
            from actions.item i where i.parent is null and\s"""
                + reach.condition())
        .params(reach.values())
        .param("now", ItemStore.utc(clock.instant()))
        .query(
            (row, n) ->
                new Waiting(
                    row.getInt("late"),
                    row.getInt("to_answer"),
                    row.getInt("to_check"),
                    row.getInt("unowned")))
        .single();
  }

  /** Now, by the clock of the house. */
  public Instant now() {
    return clock.instant();
  }

  Actor actor(Decision decision) {
    Optional<SignedIn> person = access.signedIn();
    return person
        .map(p -> new Actor(p.name(), p.role(), p.organization(), decision))
        .orElseGet(() -> new Actor("system", Role.FACILITATOR, decision.organization(), decision));
  }

  Role role() {
    return access.signedIn().map(SignedIn::role).orElse(Role.FACILITATOR);
  }

  static Refused unknown() {
    return new Refused(Refused.Kind.NOT_FOUND, UNKNOWN, "actions.refused.unknown");
  }
}
