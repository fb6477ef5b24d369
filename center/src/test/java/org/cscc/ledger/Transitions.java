package org.cscc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.cscc.access.Role;
import org.cscc.kernel.Refused;

/**
 * A table of moves as the design writes it, and every cell of it: each role, relation to the
 * record, move and state is tried, and answers as the table says.
 *
 * @param <M> the moves
 * @param <S> the states
 */
public final class Transitions<M extends Enum<M>, S extends Enum<S>> {
  /** What a cell answers when the move was made. */
  public static final String DONE = "done";

  private final List<Row<M, S>> rows;
  private final S[] states;

  private Transitions(List<Row<M, S>> rows, S[] states) {
    this.rows = rows;
    this.states = states;
  }

  /**
   * A line of the table.
   *
   * @param side on which one has to stand; empty when the table names none
   */
  public record Row<M, S>(M move, Set<Role> roles, String side, Set<S> from) {}

  /** What the written table says of a cell: done, or the rule that refuses. */
  @FunctionalInterface
  public interface Expected<R, M, S> {
    /** The answer of one cell. */
    String of(Row<M, S> row, Role role, R relation, S state);
  }

  /**
   * What came of trying.
   *
   * @param cells how many were tried
   * @param done in how many the move was made
   */
  public record Tried(int cells, int done) {}

  /**
   * Reads a table: a line a move, with bars between the move, the roles, the side (which may be
   * left out) and the states; a dash stands for no state.
   */
  public static <M extends Enum<M>, S extends Enum<S>> Transitions<M, S> of(
      String written, Class<M> moves, Class<S> states) {
    List<Row<M, S>> rows =
        written
            .lines()
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
            .map(
                cell ->
                    new Row<>(
                        Enum.valueOf(moves, cell.getFirst()),
                        words(cell.get(1), Role.class),
                        cell.size() == 4 ? cell.get(2) : "",
                        words(cell.getLast(), states)))
            .toList();
    return new Transitions<>(rows, states.getEnumConstants());
  }

  private static <E extends Enum<E>> Set<E> words(String written, Class<E> type) {
    Set<E> words = EnumSet.noneOf(type);
    if (!written.equals("-")) {
      for (String word : written.split(" +", -1)) {
        words.add(Enum.valueOf(type, word));
      }
    }
    return words;
  }

  /**
   * Tries every cell, and fails with all of those that answer otherwise than expected.
   *
   * @param be signs somebody of a role and a relation in
   * @param attempt makes a move from a state and takes back what was done
   */
  public <R> Tried everyCell(
      R[] relations,
      BiConsumer<Role, R> be,
      BiFunction<M, S, String> attempt,
      Expected<R, M, S> expected) {
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    int done = 0;
    for (Role role : Role.values()) {
      if (!role.hasAccounts()) {
        continue;
      }
      for (R relation : relations) {
        be.accept(role, relation);
        for (Row<M, S> row : rows) {
          for (S state : states) {
            cells++;
            String answer = attempt.apply(row.move(), state);
            String says = expected.of(row, role, relation, state);
            if (!answer.equals(says)) {
              wrong.add(
                  "%s %s %s from %s: %s, not %s"
                      .formatted(role, relation, row.move(), state, answer, says));
            }
            done += answer.equals(DONE) ? 1 : 0;
          }
        }
      }
    }
    System.out.println("Cells of the table: " + cells + " tried, " + done + " done");
    assertThat(wrong).isEmpty();
    return new Tried(cells, done);
  }

  /** What a move answers: its own word, or the status and the rule of what refuses it. */
  public static String answer(Supplier<String> move) {
    try {
      return move.get();
    } catch (Refused refused) {
      int status =
          switch (refused.kind()) {
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case INVALID -> 422;
            case TOO_OFTEN -> 429;
          };
      return status + " " + refused.rule();
    }
  }
}
