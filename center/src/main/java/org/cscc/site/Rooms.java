package org.cscc.site;

import java.util.Comparator;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.springframework.stereotype.Component;

/** The rooms of the navigation, in the order of the week's work; each is shown to who may enter. */
@Component
class Rooms {
  private static final List<Door> DOORS =
      List.of(
          new Door("reviews", "/reviews", Capability.READ_PACKET),
          new Door("crisis", "/crisis", Capability.READ_CRISES),
          new Door("weekend", "/weekend", Capability.READ_WEEKEND),
          new Door("actions", "/actions", Capability.READ_ACTIONS),
          new Door("services", "/services", Capability.READ_SERVICES),
          new Door("blitz", "/blitz", Capability.READ_BLITZES),
          new Door("tabletops", "/tabletops", Capability.READ_TABLETOPS),
          new Door("requests", "/requests", Capability.READ_CITY_REQUESTS),
          // One room with two ways in, for those who work on it and for those who count.
          new Door("referrals", "/referrals", Capability.READ_REFERRALS),
          new Door("referrals", "/referrals/counts", Capability.COUNT_REFERRALS),
          new Door("map", "/patterns/map", Capability.READ_PATTERNS),
          new Door("places", "/places", Capability.ENTER),
          new Door("incidents", "/incidents", Capability.READ_INCIDENTS),
          new Door("recommendations", "/recommendations", Capability.READ_RECOMMENDATIONS),
          // One room with three ways in; the table of permissions gives nobody two of them.
          new Door("vault", "/vault", Capability.KEEP_SURVIVORS),
          new Door("vault", "/vault/tokens", Capability.SEE_SURVIVOR_TOKENS),
          new Door("vault", "/vault/cause", Capability.OPEN_ON_CAUSE),
          new Door("imports", "/incidents/imports", Capability.IMPORT_FEEDS),
          new Door("directory", "/directory", Capability.ENTER),
          new Door("demo", "/demo", Capability.MOVE_DEMO_CLOCK));

  private final Access access;

  Rooms(Access access) {
    this.access = access;
  }

  /**
   * The rooms the person of this request may enter.
   *
   * @param path address of the page; the room with the longest matching address is where it is
   * @param synthetic whether there is a demo, whose clock can be moved
   */
  List<Frame.Room> at(String path, boolean synthetic) {
    String here =
        DOORS.stream()
            .filter(door -> door.leadsTo(path))
            .max(Comparator.comparingInt(door -> door.address().length()))
            .map(Door::name)
            .orElse("");
    return DOORS.stream()
        .filter(door -> synthetic || !door.name().equals("demo"))
        .filter(door -> access.includes(door.asks()))
        .map(door -> new Frame.Room(door.name(), door.address(), door.name().equals(here)))
        .toList();
  }

  private record Door(String name, String address, Capability asks) {
    boolean leadsTo(String path) {
      // Everything under /patterns is read from the map: areas, teams and blocks open from it.
      String root = name.equals("map") ? "/patterns" : address;
      return path.equals(root) || path.startsWith(root + "/");
    }
  }
}
