package org.cscc.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.demo.StreetGrid.Face;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.home.MovableClock;
import org.cscc.kernel.Csv;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.cscc.requests.RequestRehearsal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A file of the demo City's 311: on the priority blocks of each team and on others, in every state,
 * with some that repeat others; the demo's representative has looked at a few.
 */
@Component
@Order(37)
class DemoRequests implements DemoPart {
  private static final double REACH_MILES = 0.5;
  private static final int EACH = 16;

  /** The team of the demo's representative. */
  private static final String TEAM = "north-lawndale";

  private record Kind(String type, String owner) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("Alley Light Out Complaint", "CDOT - Department of Transportation"),
          new Kind("Graffiti Removal", "Streets and Sanitation"),
          new Kind("Pothole in Street", "CDOT - Department of Transportation"),
          new Kind("Fly Dumping", "Streets and Sanitation"),
          new Kind("Vacant/Abandoned Building", "DOB - Buildings"),
          new Kind("Sewer Cave-In Inspection", "DWM - Department of Water Management"));

  private final RequestRehearsal requests;
  private final Teams teams;
  private final Areas areas;
  private final Accounts accounts;
  private final Access access;
  private final MovableClock clock;

  DemoRequests(
      RequestRehearsal requests,
      Teams teams,
      Areas areas,
      Accounts accounts,
      Access access,
      MovableClock clock) {
    this.requests = requests;
    this.teams = teams;
    this.areas = areas;
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
  }

  /** One file, and a few looks. Done once. */
  @Override
  public void beforeTheLastFeed(ZonedDateTime now) {
    if (requests.played()) {
      return;
    }
    clock.set(now.minusHours(2).toInstant());
    List<String> looked = bring(now.minusHours(3).truncatedTo(ChronoUnit.MINUTES));
    clock.set(now.minusHours(1).toInstant());
    access.speakingFor(
        accounts.byName("representative"),
        () -> {
          for (int i = 0; i < looked.size(); i++) {
            requests.look(looked.get(i), i % 3 != 1, i % 3 == 1 ? "Still as it was" : "");
          }
          return looked;
        });
    clock.set(now.toInstant());
  }

  /** Some of the requests that wait for the representative. */
  private List<String> bring(ZonedDateTime asOf) {
    List<String> own = new ArrayList<>();
    StringBuilder file =
        new StringBuilder(
            Csv.line(
                "SR_NUMBER",
                "SR_TYPE",
                "OWNER_DEPARTMENT",
                "STATUS",
                "CREATED_DATE",
                "LAST_MODIFIED_DATE",
                "CLOSED_DATE",
                "STREET_ADDRESS",
                "DUPLICATE",
                "LEGACY_RECORD",
                "PARENT_SR_NUMBER",
                "COMMUNITY_AREA"));
    List<Team> all = teams.all();
    for (int i = 0; i < all.size(); i++) {
      Team team = all.get(i);
      int area = team.areaNumbers().getFirst();
      CommunityArea place = areas.byNumber(area).orElseThrow();
      List<Face> faces = StreetGrid.around(place.centerLon(), place.centerLat(), REACH_MILES);
      for (int one = 0; one < EACH; one++) {
        String number = "SR26-%08d".formatted(1000 + i * 100 + one);
        file.append(line(number, i + one + 3, one, faces.get(face(one)).name(), area, asOf));
        if (team.code().equals(TEAM)) {
          own.add(number);
        }
      }
    }
    try {
      Path written = Files.createTempFile("requests", ".csv");
      Files.writeString(written, file);
      requests.bring(written);
      Files.delete(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return own.stream().filter(requests::waits).limit(3).toList();
  }

  /** Every second one is on a priority block, which are the faces 0 and 3. */
  private static int face(int one) {
    return one % 2 == 0 ? one % 4 == 0 ? 0 : 3 : 4 + one % 5;
  }

  /** Every seventh repeats the one before. */
  private static String line(
      String number, int turn, int one, String block, int area, ZonedDateTime asOf) {
    Kind kind = KINDS.get(turn % KINDS.size());
    ZonedDateTime created = asOf.minusDays(36L - 2L * one).minusMinutes(turn * 7L);
    int fate = turn % 5;
    ZonedDateTime closed = created.plusDays(2L + turn % 11).plusHours(3);
    boolean open = fate == 4 || closed.isAfter(asOf);
    boolean repeats = one > 0 && one % 7 == 0 && one % 2 == 1;
    return Csv.line(
        number,
        kind.type(),
        kind.owner(),
        open ? "Open" : fate == 3 && one % 4 == 1 ? "Canceled" : "Completed",
        written(created),
        written(open ? created : closed),
        open ? "" : written(closed),
        block,
        repeats,
        false,
        repeats ? "SR26-%08d".formatted(Integer.parseInt(number.substring(5)) - 1) : "",
        area);
  }

  private static String written(ZonedDateTime at) {
    return at.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Override
  public void remove() {
    requests.removeAll();
  }
}
