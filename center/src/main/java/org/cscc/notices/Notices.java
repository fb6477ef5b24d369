package org.cscc.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the outbox. */
@Component
public class Notices {
  private final Outbox outbox;
  private final Preferences preferences;
  private final Carriers carriers;
  private final Clock clock;

  Notices(Outbox outbox, Preferences preferences, Carriers carriers, Clock clock) {
    this.outbox = outbox;
    this.preferences = preferences;
    this.carriers = carriers;
    this.clock = clock;
  }

  /**
   * Writes notices down, in the caller's transaction: they are told when it is committed, and never
   * when it is not.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void post(Collection<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Map<String, Preference> wishes =
        preferences.of(notices.stream().map(Notice::recipient).distinct().toList());
    for (Notice notice : notices) {
      write(notice, wishes.getOrDefault(notice.recipient(), Preference.NONE), null, now);
    }
  }

  /**
   * Writes down what a calendar program has to learn and a person need not read: it goes by mail to
   * who is told by mail, with its enclosure, and is never new on the page of notices. Who is told
   * in another way has the calendar's own address.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void enclose(Collection<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Map<String, Preference> wishes =
        preferences.of(notices.stream().map(Notice::recipient).distinct().toList());
    for (Notice notice : notices) {
      Preference wish = wishes.getOrDefault(notice.recipient(), Preference.NONE);
      if (wish.carried().filter(channel -> channel == Channel.MAIL).isPresent()) {
        write(notice, wish, now, now);
      }
    }
  }

  private void write(Notice notice, Preference wish, @Nullable Instant seen, Instant now) {
    UUID id = UUID.randomUUID();
    if (outbox.add(id, notice, seen, now)) {
      wish.carried()
          .ifPresent(
              channel ->
                  outbox.deliver(
                      id,
                      channel,
                      carriers.named(channel),
                      notice.urgent() ? now : wish.soonest(now)));
    }
  }

  /** Writes one notice down. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void post(Notice notice) {
    post(List.of(notice));
  }

  /** Says how an account wants to be told, for the accounts of a demo. */
  @Transactional
  public void wishForDemo(String account, String mailAddress, String language) {
    preferences.save(account, new Preference(Channel.MAIL, mailAddress, language, null, null));
  }

  /** In which language an account is told things. */
  public Locale language(String account) {
    return Locale.of(
        preferences.of(List.of(account)).getOrDefault(account, Preference.NONE).language());
  }

  /** How many notices an account has not seen. */
  public int unseen(String account) {
    return outbox.unseen(account);
  }

  /** How many deliveries failed and nobody has settled. */
  public int failed() {
    return outbox.counts().failed();
  }

  /** Removes everything, when a demo makes place for real data. */
  @Transactional
  public void removeAll() {
    outbox.removeAll();
    preferences.removeAll();
  }
}
