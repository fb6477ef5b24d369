package org.cscc.tabletops;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.actions.ActionState;
import org.cscc.actions.Actions;
import org.cscc.actions.ItemStanding;
import org.cscc.actions.Origin;
import org.cscc.kernel.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What exercises brought, over all within reach; two statements. */
@Component
class ExerciseMeasures {
  private final JdbcClient jdbc;
  private final Actions actions;
  private final ExerciseTimes times;

  ExerciseMeasures(JdbcClient jdbc, Actions actions, ExerciseTimes times) {
    this.jdbc = jdbc;
    this.actions = actions;
    this.times = times;
  }

  /**
   * The numbers.
   *
   * @param held exercises that were held
   * @param gaps that they found
   * @param owed those of the gaps that became items
   * @param no those that were answered no
   * @param undecided those of which nobody has said what becomes of them
   * @param verified items that somebody else saw done, of those that were made
   * @param closed exercises that were closed
   * @param median days from the hour of an exercise until it was closed; null when too few were
   * @param smallest from how many on a share and a median are told
   */
  record Numbers(
      int held,
      int gaps,
      int owed,
      int no,
      int undecided,
      Share verified,
      int closed,
      @Nullable Integer median,
      int smallest) {}

  Numbers numbers(Decision decision) {
    record Row(int held, int closed, double days, int gaps, int no, List<String> items) {}

    Row row =
        jdbc.sql(
                """
                with within as (
                  select e.* from tabletops.exercise e
                  where e.state in ('HELD', 'DEBRIEFED', 'CLOSED') and REACH),
                gap as (
                  select f.* from tabletops.finding f join within e on e.id = f.exercise
                  where f.kind = 'GAP')
                select (select count(*) from within) as held,
                  (select count(*) from within where state = 'CLOSED') as closed,
                  coalesce((select percentile_cont(0.5) within group (
                    order by extract(epoch from closed_at - starts_at) / 86400)
                    from within where state = 'CLOSED'), 0) as days,
                  (select count(*) from gap) as gaps,
                  (select count(*) from gap where no_code is not null) as no,
                  array(select item from gap where item is not null) as items
                """
                    .replace("REACH", ExerciseReach.CONDITION))
            .params(ExerciseReach.values(decision.about(Capability.READ_TABLETOPS)))
            .query(
                (found, n) ->
                    new Row(
                        found.getInt("held"),
                        found.getInt("closed"),
                        found.getDouble("days"),
                        found.getInt("gaps"),
                        found.getInt("no"),
                        Arrays.asList((String[]) found.getArray("items").getArray())))
            .single();
    Map<String, ItemStanding> standing = actions.standing(Origin.TABLETOP, row.items());
    int verified =
        (int) standing.values().stream().filter(i -> i.state() == ActionState.VERIFIED).count();
    int owed = row.items().size();
    return new Numbers(
        row.held(),
        row.gaps(),
        owed,
        row.no(),
        row.gaps() - owed - row.no(),
        Share.of(verified, owed, times.smallest()),
        row.closed(),
        row.closed() < times.smallest() ? null : Math.toIntExact(Math.round(row.days())),
        times.smallest());
  }
}
