package org.cscc.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The word of a move in an address: {@code no-contact} for {@code NO_CONTACT}. */
public final class MoveWord {
  private MoveWord() {}

  /** The word of a move. */
  public static String of(Enum<?> move) {
    return move.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The move with a word; empty when there is none. */
  public static <M extends Enum<M>> Optional<M> find(Class<M> moves, String word) {
    return Arrays.stream(moves.getEnumConstants())
        .filter(move -> of(move).equals(word))
        .findFirst();
  }
}
