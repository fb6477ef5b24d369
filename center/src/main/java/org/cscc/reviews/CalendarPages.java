package org.cscc.reviews;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.OpenToAll;
import org.cscc.access.Requires;
import org.cscc.access.SignedIn;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.home.Asking;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.notices.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A person's own calendar of reviews, for a calendar program that reads an address with a secret in
 * it. What it tells is asked for the account as it stands now: a seat that was left, an account
 * that was ended, an acknowledgement or agreement that ran out end the calendar with them.
 */
@Controller
class CalendarPages {
  private static final Duration BACK = Duration.ofDays(28);
  private static final Duration AHEAD = Duration.ofDays(92);

  private final CalendarFeeds feeds;
  private final MeetingCalendar calendar;
  private final MeetingStore store;
  private final Teams teams;
  private final Accounts accounts;
  private final Notices notices;
  private final Access access;
  private final AuditTrail trail;
  private final Clock clock;
  private final String center;

  CalendarPages(
      CalendarFeeds feeds,
      MeetingCalendar calendar,
      MeetingStore store,
      Teams teams,
      Accounts accounts,
      Notices notices,
      Access access,
      AuditTrail trail,
      Clock clock,
      @Value("${cscc.public-address:http://localhost:${server.port:8080}}") String center) {
    this.feeds = feeds;
    this.calendar = calendar;
    this.store = store;
    this.teams = teams;
    this.accounts = accounts;
    this.notices = notices;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
    this.center = center;
  }

  @Requires(Capability.READ_MEETINGS)
  @GetMapping("/reviews/calendar")
  String page(Decision decision, Model model) {
    return page(decision, null, model);
  }

  /** A new address; the one before ends. It is shown on the answer and never again. */
  @Requires(Capability.READ_MEETINGS)
  @PostMapping("/reviews/calendar")
  @Transactional
  public String make(Decision decision, Model model) {
    String secret = feeds.make(decision.account());
    trail.note(AuditNote.change(Deed.CREATE, "calendar", decision.account(), null, "address"));
    return page(decision, center + "/reviews/calendar/" + secret + ".ics", model);
  }

  @Requires(Capability.READ_MEETINGS)
  @PostMapping("/reviews/calendar/end")
  @Transactional
  public String end(Decision decision) {
    if (feeds.end(decision.account())) {
      trail.note(AuditNote.change(Deed.REMOVE, "calendar", decision.account(), "address", null));
    }
    return "redirect:/reviews/calendar";
  }

  private String page(Decision decision, @Nullable String address, Model model) {
    model.addAttribute("address", address);
    model.addAttribute("feed", feeds.of(decision.account()).orElse(null));
    model.addAttribute("teams", own(decision).stream().map(Team::name).toList());
    return "reviews/calendar";
  }

  /** Unknown, ended and out of reach answer alike. */
  @OpenToAll
  @GetMapping("/reviews/calendar/{secret:[A-Za-z0-9_-]+}.ics")
  ResponseEntity<byte[]> feed(@PathVariable String secret) {
    SignedIn person = Asking.asTheCenter(() -> owner(secret)).orElseThrow(CalendarPages::unknown);
    List<MeetingCalendar.Entry> entries =
        access.speakingFor(
            person,
            () -> {
              Decision decision =
                  access.decide(Capability.READ_MEETINGS).orElseThrow(CalendarPages::unknown);
              feeds.read(person.name());
              return entries(decision);
            });
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .body(
            calendar
                .feed(entries, language(person), clock.instant())
                .getBytes(StandardCharsets.UTF_8));
  }

  private Locale language(SignedIn person) {
    return notices.language(person.name());
  }

  private Optional<SignedIn> owner(String secret) {
    return feeds
        .owner(secret)
        .flatMap(
            name -> {
              try {
                return Optional.of(accounts.byName(name));
              } catch (UsernameNotFoundException gone) {
                return Optional.empty();
              }
            });
  }

  private List<MeetingCalendar.Entry> entries(Decision decision) {
    Instant now = clock.instant();
    Map<String, String> names =
        own(decision).stream().collect(Collectors.toMap(Team::code, Team::name));
    List<Meeting> meetings = store.between(names.keySet(), now.minus(BACK), now.plus(AHEAD));
    Map<UUID, Meeting> hosts = hosts(meetings);
    return meetings.stream()
        .map(
            meeting ->
                new MeetingCalendar.Entry(
                    Objects.requireNonNull(names.get(meeting.team())),
                    meeting,
                    meeting.mergedInto() == null
                        ? meeting
                        : hosts.getOrDefault(meeting.mergedInto(), meeting)))
        .toList();
  }

  /** Of another team's meeting that one's own is held with, hour and place are told. */
  private Map<UUID, Meeting> hosts(List<Meeting> meetings) {
    Set<UUID> merged =
        meetings.stream()
            .map(Meeting::mergedInto)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return merged.isEmpty()
        ? Map.of()
        : Asking.asTheCenter(() -> store.byIds(merged)).stream()
            .collect(Collectors.toMap(Meeting::id, Function.identity()));
  }

  /** The teams that somebody sits in; who sits nowhere and reads all has them all. */
  private List<Team> own(Decision decision) {
    return teams.reachedBy(decision).stream()
        .filter(team -> decision.teams().isEmpty() || decision.teams().contains(team.code()))
        .toList();
  }

  private static Refused unknown() {
    return new Refused(Refused.Kind.NOT_FOUND, "R-REVIEWS-02", "reviews.refused.no-calendar");
  }
}
