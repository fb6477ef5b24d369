package org.cscc.site;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.SignedIn;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.incidents.FeedStatus;
import org.cscc.incidents.ImportTrouble;
import org.cscc.incidents.Imports;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.OpenWindow;
import org.cscc.patterns.Patterns;
import org.cscc.places.Areas;
import org.springframework.stereotype.Component;

/** Gathers the first page from what the role may see; a room it may not enter adds nothing. */
@Component
class HomeViews {
  /** A feed whose newest record is older than this is late: two days of lag and a week-end. */
  private static final Duration FEED_PATIENCE = Duration.ofDays(5);

  private static final int WINDOWS_SHOWN = 5;
  private static final Duration IMPORTS_BACK = Duration.ofDays(7);
  private static final int IMPORTS_NAMED = 3;

  private final Access access;
  private final Accounts accounts;
  private final Teams teams;
  private final Areas areas;
  private final Incidents incidents;
  private final Imports imports;
  private final Patterns patterns;
  private final PacketTasks packets;
  private final ItemTasks items;
  private final Clock clock;

  HomeViews(
      Access access,
      Accounts accounts,
      Teams teams,
      Areas areas,
      Incidents incidents,
      Imports imports,
      Patterns patterns,
      PacketTasks packets,
      ItemTasks items,
      Clock clock) {
    this.access = access;
    this.accounts = accounts;
    this.teams = teams;
    this.areas = areas;
    this.incidents = incidents;
    this.imports = imports;
    this.patterns = patterns;
    this.packets = packets;
    this.items = items;
    this.clock = clock;
  }

  HomeView of(SignedIn account) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO);
    Optional<Decision> reads = access.decide(Capability.READ_PATTERNS);
    List<Team> reached = reads.map(teams::reachedBy).orElse(List.of());
    Optional<FeedStatus> feed = reads.flatMap(decision -> incidents.latest());
    List<Task> tasks = new ArrayList<>(packets.now());
    tasks.addAll(items.of(account));
    if (access.awaitsAcknowledgement()) {
      tasks.add(new Task("acknowledge", List.of(), "/access/acknowledgement", false));
    }
    feedTasks(feed).forEach(tasks::add);
    importTasks().forEach(tasks::add);
    access.decide(Capability.MANAGE_ACCOUNTS).ifPresent(decision -> tasks.add(accountsTask()));
    tasks.sort(Comparator.comparing(Task::late).reversed());
    return new HomeView(
        account.role(),
        today,
        List.copyOf(tasks),
        reached,
        reads.map(decision -> !decision.everywhere()).orElse(false),
        reads.map(decision -> near(decision, today)).orElse(null),
        packets.nextCut().orElse(null),
        feed.orElse(null));
  }

  private HomeView.Near near(Decision decision, LocalDate today) {
    List<OpenWindow> open = patterns.openWindows(decision, today);
    List<OpenWindow> first = open.stream().limit(WINDOWS_SHOWN).toList();
    Map<Integer, String> names = new TreeMap<>();
    first.stream()
        .map(OpenWindow::area)
        .filter(area -> area != null)
        .forEach(area -> names.put(area, areas.name(area)));
    return new HomeView.Near(first, open.size(), names);
  }

  /** Who brings in the feeds is told when none came, or none for days. */
  private List<Task> feedTasks(Optional<FeedStatus> feed) {
    if (access.decide(Capability.IMPORT_FEEDS).isEmpty()) {
      return List.of();
    }
    if (feed.isEmpty()) {
      return List.of(new Task("first-feed", List.of(), "/incidents/imports", false));
    }
    return feed.get().lag().compareTo(FEED_PATIENCE) > 0
        ? List.of(
            new Task("feed-late", List.of(feed.get().lag().toDays()), "/incidents/imports", true))
        : List.of();
  }

  /** A file that did not go in, or rows of it that did not: what is silent here is lost. */
  private List<Task> importTasks() {
    return access
        .decide(Capability.IMPORT_FEEDS)
        .map(
            decision ->
                imports.troubled(decision, clock.instant().minus(IMPORTS_BACK), IMPORTS_NAMED))
        .orElse(List.of())
        .stream()
        .map(HomeViews::importTask)
        .toList();
  }

  private static Task importTask(ImportTrouble trouble) {
    return new Task(
        trouble.counts() ? "rejects" : "import-stopped",
        List.of(trouble.fileName(), trouble.rejected()),
        "/incidents/imports/" + trouble.id(),
        false);
  }

  private Task accountsTask() {
    return new Task("accounts", List.of(accounts.all().size()), "/directory", false);
  }
}
