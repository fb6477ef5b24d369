package org.cscc.actions;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A commitment in one line, as it stood when it was read: for a packet that is frozen with it.
 *
 * @param team code of the team that follows it
 * @param code what people call it; its page is {@code /actions/} and this
 * @param title what was promised
 * @param state a name of {@link ActionState}
 * @param organization who owes it, by code or by name ({@link #named}); null when nobody does yet
 * @param due last day, on Chicago's calendar; null when none was named
 * @param late whether it was owed and the day had passed
 * @param level how far it had risen, 0 for not at all
 * @param carried in how many reviews it had been read out again
 */
public record OpenPromise(
    String team,
    String code,
    String title,
    String state,
    @Nullable String organization,
    @Nullable LocalDate due,
    boolean late,
    int level,
    int carried) {
  /** Message key of the state. */
  public String stateKey() {
    return "actions.state." + state;
  }

  /** Whether somebody says that it is done and nobody else has looked. */
  public boolean claimed() {
    return state.equals(ActionState.DONE_CLAIMED.name());
  }

  /** Whether nobody owes it: proposed, or declined and not given to anybody else. */
  public boolean unowned() {
    return state.equals(ActionState.PROPOSED.name()) || state.equals(ActionState.DECLINED.name());
  }

  /** The same with the organization's name for its code: a packet outlives a change of names. */
  public OpenPromise named(Map<String, String> names) {
    String name = organization == null ? null : names.getOrDefault(organization, organization);
    return new OpenPromise(team, code, title, state, name, due, late, level, carried);
  }
}
