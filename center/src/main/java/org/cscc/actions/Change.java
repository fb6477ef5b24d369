package org.cscc.actions;

import org.jspecify.annotations.Nullable;

/** What a step of the history says beside who and when. */
record Change(
    @Nullable ActionState from,
    ActionState to,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable String detail) {
  static Change of(ActionState from, ActionState to) {
    return new Change(from, to, null, null, null);
  }

  Change because(@Nullable String code, @Nullable String words) {
    return new Change(from, to, code, words, detail);
  }

  Change with(String what) {
    return new Change(from, to, reasonCode, reason, what);
  }
}
