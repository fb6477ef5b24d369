package org.cscc.directory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import org.cscc.access.KnownSeats;
import org.springframework.stereotype.Component;

/** Tells access which organizations and teams there are. */
@Component
class DirectorySeats implements KnownSeats {
  private final Organizations organizations;
  private final Teams teams;

  DirectorySeats(Organizations organizations, Teams teams) {
    this.organizations = organizations;
    this.teams = teams;
  }

  @Override
  public Set<String> organizations() {
    return organizations.all().stream().map(Organization::code).collect(toUnmodifiableSet());
  }

  @Override
  public Set<String> teams() {
    return teams.all().stream().map(Team::code).collect(toUnmodifiableSet());
  }

  @Override
  public Set<Integer> areasOf(Set<String> codes) {
    return teams.all().stream()
        .filter(team -> codes.contains(team.code()))
        .flatMap(team -> team.areaNumbers().stream())
        .collect(toUnmodifiableSet());
  }
}
