package org.cscc.analysis.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cscc.analysis.allocation.Apportionment;
import org.cscc.analysis.allocation.BenefitAllocation;
import org.cscc.analysis.allocation.Lottery;
import org.cscc.analysis.allocation.MaximalCovering;
import org.cscc.analysis.allocation.SiteSelection;
import org.cscc.analysis.disclosure.Attacker;
import org.cscc.analysis.disclosure.LinkedAttacker;
import org.cscc.analysis.disclosure.LinkedSuppression;
import org.cscc.analysis.disclosure.LinkedTables;
import org.cscc.analysis.disclosure.Suppression;

/** Allocation and disclosure. */
final class ChoiceDoors {
  private ChoiceDoors() {}

  static List<Door> all() {
    return Stream.of(shares(), sites(), disclosure(), linked()).flatMap(List::stream).toList();
  }

  private static List<Door> shares() {
    double[] need = {5, 2, 9};
    Call benefit =
        Call.create(BenefitAllocation.class, 6, need, new int[] {0, 1, 1}, new int[] {4, 4, 4});
    Call shared = benefit.then("concave", 0.5);
    List<Door> doors = new ArrayList<>();
    for (Apportionment rule : Apportionment.values()) {
      Call named = Call.of(Apportionment.class, "valueOf", rule.name());
      doors.add(Door.of(named.then("share", 7, need)).and("no unit", 0, 0));
    }
    doors.add(Door.of(benefit).and("more units than the limits allow", 0, 99));
    doors.add(Door.of(shared));
    doors.add(Door.of(shared.then("shareTo", new boolean[] {true, false, true})));
    Lottery.Entry one = new Lottery.Entry("a", "here");
    doors.add(
        Door.of(
                Call.of(
                    Lottery.class,
                    "draw",
                    List.of(one, new Lottery.Entry("b", "here")),
                    Map.of("here", 1),
                    "seed"))
            .and("an entry twice", 0, List.of(one, one))
            .and("places negative", 1, Map.of("here", -1))
            .and("places of an unknown stratum", 1, Map.of("there", 1))
            .and("a seed of nothing", 2, ""));
    return doors;
  }

  private static List<Door> sites() {
    Call rules = Call.create(SiteSelection.Rules.class, 10.0, 0.4, 2, 1);
    Call sites =
        Call.create(
                SiteSelection.class,
                new double[] {3, 4, 5, 2},
                new double[] {5, 6, 9, 1},
                new int[] {0, 0, 1, 1},
                new boolean[] {true, false})
            .ids(2);
    Call covering =
        Call.of(
            MaximalCovering.class,
            "within",
            Doors.x(),
            Doors.y(),
            new double[] {0, 120, 1000},
            new double[] {0, 60, 700},
            new double[] {3, 2, 5},
            200.0);
    boolean[] two = {true, true, false, false};
    boolean[] eight = {true, false, false, false, true, false, false, false};
    return List.of(
        Door.of(rules).and("share of 2", 1, 2.0),
        Door.of(sites),
        Door.of(sites.then("choose", rules, 5000L))
            .and("no money", 0, new SiteSelection.Rules(0, 0.4, 2, 1)),
        Door.of(sites.then("keeps", two, rules)),
        Door.of(sites.then("countByArea", two)),
        Door.of(covering),
        Door.of(covering.then("choose", 2, 5000L).ids(0)),
        Door.of(covering.then("greedy", 2).ids(0)),
        Door.of(covering.then("greedyOrder", 2).ids(0)),
        Door.of(covering.then("covered", eight)));
  }

  private static List<Door> disclosure() {
    int[][] table = {{3, 12, 20}, {15, 8, 9}, {11, 14, 2}};
    boolean[][] hidden = {{true, true, false}, {true, true, false}, {false, false, false}};
    Call attacker = Call.create(Attacker.class, table, hidden, 1);
    int[][] ragged = {{3, 12, 20}, {15, 8}, {11, 14, 2}};
    return List.of(
        Door.of(attacker)
            .and("ragged table", 0, ragged)
            .and("hidden of another shape", 1, new boolean[2][2]),
        Door.of(attacker.then("interval", 0, 0).ids(0, 1)),
        Door.of(Call.create(Attacker.Interval.class, 0L, 9L).then("covers", 1L, 5L)),
        Door.of(Call.of(Suppression.class, "of", table, 5, 1, Suppression.Cost.CELLS, 10_000))
            .and("ragged table", 0, ragged)
            .and("nothing small", 0, new int[][] {{9, 9}, {9, 9}})
            .and("one small cell alone", 0, new int[][] {{3}}));
  }

  private static List<Door> linked() {
    LinkedTables.Sum sum = new LinkedTables.Sum(3, new int[] {0, 1, 2});
    Call tables = Call.create(LinkedTables.class, new int[] {2, 9, 8, 19}, List.of(sum));
    Call attacker =
        Call.create(LinkedAttacker.class, tables, new boolean[] {true, true, false, false}, 1);
    return List.of(
        Door.of(tables)
            .and("a sum of an unknown cell", 1, List.of(new LinkedTables.Sum(9, new int[] {0})))
            .and("a sum that does not add up", 1, List.of(new LinkedTables.Sum(3, new int[] {0})))
            .and("a sum of nothing", 1, List.of(new LinkedTables.Sum(3, new int[0])))
            .and("a part twice", 1, List.of(new LinkedTables.Sum(3, new int[] {1, 1, 0}))),
        Door.of(attacker),
        Door.of(attacker.then("interval", 0).ids(0)),
        Door.of(Call.of(LinkedSuppression.class, "of", tables, 5, 1)));
  }
}
