package org.cscc.access.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session as one request holds it. Who is signed in is not among the attributes that are written
 * as bytes: it is an account's id in a column, and read from the account each time.
 */
final class StoredSession implements Session {
  /** Under this name the {@link Proven} person is kept. */
  static final String WHO = "cscc.who";

  private final UUID row;
  private final Map<String, Object> attributes;
  private final Duration idle;
  private boolean fresh;
  private @Nullable Proven proven;
  private String token;
  private Instant began;
  private Instant lastSeen;
  private boolean changed;

  private StoredSession(
      UUID row, String token, Instant began, Instant lastSeen, Duration idle, Stored stored) {
    this.row = row;
    this.token = token;
    this.began = began;
    this.lastSeen = lastSeen;
    this.idle = idle;
    this.attributes = stored.attributes();
    this.proven = stored.proven();
    this.fresh = stored.fresh();
  }

  private record Stored(Map<String, Object> attributes, @Nullable Proven proven, boolean fresh) {}

  /** A session that begins now. */
  static StoredSession begin(Instant now, Duration idle) {
    return new StoredSession(
        UUID.randomUUID(),
        Secrets.token(),
        now,
        now,
        idle,
        new Stored(new HashMap<>(), null, true));
  }

  /** A session that is stored. */
  static StoredSession of(
      UUID row,
      String token,
      Instant began,
      Instant lastSeen,
      Duration idle,
      Map<String, Object> attributes,
      @Nullable Proven proven) {
    return new StoredSession(
        row, token, began, lastSeen, idle, new Stored(attributes, proven, false));
  }

  UUID row() {
    return row;
  }

  Instant began() {
    return began;
  }

  /** As it is written down; up to a minute before the last request. */
  Instant lastSeen() {
    return lastSeen;
  }

  boolean fresh() {
    return fresh;
  }

  boolean changed() {
    return changed;
  }

  @Nullable Proven proven() {
    return proven;
  }

  Map<String, Object> attributes() {
    return attributes;
  }

  void seen(Instant now) {
    lastSeen = now;
  }

  /** The row now holds what this holds. */
  void stored() {
    fresh = false;
    changed = false;
  }

  @Override
  public String getId() {
    return token;
  }

  @Override
  public String changeSessionId() {
    token = Secrets.token();
    changed = true;
    return token;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface's signature
  public <T> @Nullable T getAttribute(String name) {
    return (T)
        switch (name) {
          case WHO -> proven;
          case CurrentSession.SELF -> this;
          default -> attributes.get(name);
        };
  }

  @Override
  public Set<String> getAttributeNames() {
    return Set.copyOf(attributes.keySet());
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    changed = true;
    if (name.equals(WHO)) {
      become((Proven) value);
    } else if (value == null) {
      attributes.remove(name);
    } else {
      attributes.put(name, value);
    }
  }

  /** The limit of hours counts from the sign-in, not from a later proof of the same person. */
  private void become(@Nullable Proven person) {
    Proven before = proven;
    if (person != null
        && (before == null || !before.account().id().equals(person.account().id()))) {
      began = person.at();
      lastSeen = person.at();
    }
    proven = person;
  }

  @Override
  public void removeAttribute(String name) {
    setAttribute(name, null);
  }

  @Override
  public Instant getCreationTime() {
    return began;
  }

  @Override
  public void setLastAccessedTime(Instant time) {
    // The store notes it, by its own time and not with each request.
  }

  @Override
  public Instant getLastAccessedTime() {
    return lastSeen;
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    // The limits are the house's, for every session.
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return idle;
  }

  @Override
  public boolean isExpired() {
    return false;
  }
}
