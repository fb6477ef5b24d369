package org.cscc.crisis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.incidents.AgeBand;
import org.cscc.incidents.IncidentFacts;
import org.cscc.patterns.NearRepeat;
import org.cscc.patterns.Patterns;
import org.cscc.places.AssetKind;
import org.cscc.places.Assets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** R-INC-03: what of an incident opens an activation by itself. */
@Component
class Triggers {
  /** The City's file knows a band up to 19; it may hold a child, so it is answered as one. */
  private static final Set<AgeBand> MINORS = EnumSet.of(AgeBand.AGE_0_17, AgeBand.AGE_0_19);

  private static final Set<AssetKind> CHILDREN = EnumSet.of(AssetKind.SCHOOL, AssetKind.PARK);

  private final Patterns patterns;
  private final Assets assets;
  private final Access access;
  private final Clocks clocks;

  Triggers(Patterns patterns, Assets assets, Access access, Clocks clocks) {
    this.patterns = patterns;
    this.assets = assets;
    this.access = access;
    this.clocks = clocks;
  }

  /** What holds of an incident now; empty when no rule asks for an activation. */
  List<Reason> of(IncidentFacts incident, Instant now) {
    List<Reason> reasons = new ArrayList<>();
    long harmed = incident.harmed().stream().filter(harm -> harm.kind().serious()).count();
    if (incident.killed() > 0) {
      reasons.add(reason(Reason.Kind.HOMICIDE, null, now));
    }
    if (harmed >= clocks.people()) {
      reasons.add(reason(Reason.Kind.SEVERAL_HARMED, null, now));
    }
    if (incident.harmed().stream().anyMatch(harm -> MINORS.contains(harm.ageBand()))) {
      reasons.add(reason(Reason.Kind.MINOR, null, now));
    }
    Double lon = incident.lon();
    Double lat = incident.lat();
    if (lon != null
        && lat != null
        && assets.near(lon, lat, clocks.metres()).stream()
            .anyMatch(near -> CHILDREN.contains(near.asset().kind()))) {
      reasons.add(reason(Reason.Kind.SCHOOL_OR_PARK, null, now));
    }
    patterns
        .nearRepeat(
            access.forSystem(Capability.READ_PATTERNS), incident.id(), incident.occurredOn())
        .map(NearRepeat::of)
        .ifPresent(earlier -> reasons.add(reason(Reason.Kind.NEAR_REPEAT, earlier, now)));
    return List.copyOf(reasons);
  }

  private static Reason reason(Reason.Kind kind, @Nullable UUID earlier, Instant now) {
    return new Reason(kind, earlier, now, null);
  }
}
