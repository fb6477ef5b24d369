package org.cscc.directory.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.partners.Changes.What;
import org.cscc.kernel.Refused;
import org.cscc.kernel.WallClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes services; whoever belongs to an organization writes those of that one only. */
@Component
class ServiceDesk {
  private final JdbcClient jdbc;
  private final Services services;
  private final Changes changes;
  private final Clock clock;

  ServiceDesk(JdbcClient jdbc, Services services, Changes changes, Clock clock) {
    this.jdbc = jdbc;
    this.services = services;
    this.changes = changes;
    this.clock = clock;
  }

  /** What became of a save. */
  sealed interface Saved {
    /** It is stored. */
    record Done(boolean changed) implements Saved {}

    /** Somebody else changed it meanwhile; nothing was stored. */
    record Stale(Service present) implements Saved {}
  }

  /**
   * Stores a service with its places. A version of 0 makes a new one; offers that it no longer has
   * are gone, and the change keeps what they were.
   *
   * @throws Refused R-DIRECTORY-03 for an organization that is not the person's own
   */
  @Transactional
  Saved save(Decision decision, Service wanted) {
    own(decision, wanted.organization());
    hold(wanted.id());
    Optional<Service> present = services.byId(wanted.id());
    if (present.isPresent() && present.get().version() != wanted.version()) {
      return new Saved.Stale(present.get());
    }
    if (present.isPresent() && !present.get().organization().equals(wanted.organization())) {
      own(decision, present.get().organization());
    }
    if (present.isPresent() && same(present.get(), wanted)) {
      return new Saved.Done(false);
    }
    if (!row(wanted)) { // somebody else added it in between
      return new Saved.Stale(services.byId(wanted.id()).orElseThrow());
    }
    jdbc.sql("delete from directory.offer where service = ?").param(wanted.id()).update();
    wanted.offers().forEach(offer -> offer(wanted, offer));
    changes.add(
        decision,
        What.SERVICE,
        wanted.id().toString(),
        present.map(PartnerJson::of).orElse(Changes.NOTHING),
        PartnerJson.of(services.byId(wanted.id()).orElseThrow()));
    return new Saved.Done(true);
  }

  /** Until this one is stored nobody else stores the same service, so no save is lost. */
  private void hold(UUID id) {
    jdbc.sql("select version from directory.service where id = ? for update")
        .param(id)
        .query(Integer.class)
        .optional();
  }

  /** Writes the row over the version that the person saw; false when there is another one. */
  private boolean row(Service wanted) {
    return jdbc.sql(
                """
            insert into directory.service
              (id, organization, name, need, description, eligibility, languages, funding, phone,
               email, website, active, assured_on)
            values (:id, :organization, :name, :need, :description, :eligibility,
               string_to_array(:languages, ','), :funding, :phone, :email, :website, :active, :assured)
            on conflict (id) do update set
              organization = excluded.organization, name = excluded.name, need = excluded.need,
              description = excluded.description, eligibility = excluded.eligibility,
              languages = excluded.languages, funding = excluded.funding, phone = excluded.phone,
              email = excluded.email, website = excluded.website, active = excluded.active,
              assured_on = excluded.assured_on, version = directory.service.version + 1
            where directory.service.version = :version
            """)
            .param("id", wanted.id())
            .param("organization", wanted.organization())
            .param("name", wanted.name())
            .param("need", wanted.need().name())
            .param("description", wanted.description())
            .param("eligibility", wanted.eligibility())
            .param("languages", String.join(",", wanted.languages()))
            .param("funding", wanted.funding())
            .param("phone", wanted.phone())
            .param("email", wanted.email())
            .param("website", wanted.website())
            .param("active", wanted.active())
            .param("assured", wanted.assuredOn())
            .param("version", wanted.version())
            .update()
        == 1;
  }

  private void offer(Service service, Offer offer) {
    Location place = offer.location();
    int written =
        jdbc.sql(
                """
            insert into directory.location
              (id, organization, name, address, city, postal_code, lon, lat, secret)
            values (:id, :organization, :name, :address, :city, :postal, :lon, :lat, :secret)
            on conflict (id) do update set
              name = excluded.name, address = excluded.address, city = excluded.city,
              postal_code = excluded.postal_code, lon = excluded.lon, lat = excluded.lat,
              secret = excluded.secret
            where directory.location.organization = excluded.organization
            """)
            .param("id", place.id())
            .param("organization", service.organization())
            .param("name", place.name())
            .param("address", place.address())
            .param("city", place.city())
            .param("postal", place.postalCode())
            .param("lon", place.lon())
            .param("lat", place.lat())
            .param("secret", place.secret())
            .update();
    if (written == 0) { // the place of another organization
      throw unknown(place.id());
    }
    boolean taken =
        jdbc.sql("select exists (select from directory.offer where id = ?)")
            .param(offer.id())
            .query(Boolean.class)
            .single();
    if (taken) { // of another service: its own are gone by now
      throw unknown(offer.id());
    }
    jdbc.sql(
            """
            insert into directory.offer (id, service, location, areas, capacity)
            values (:id, :service, :location, string_to_array(:areas, ',')::int[], :capacity)
            """)
        .param("id", offer.id())
        .param("service", service.id())
        .param("location", place.id())
        .param("areas", String.join(",", offer.areas().stream().map(String::valueOf).toList()))
        .param("capacity", offer.capacity().name())
        .update();
    for (Opening opening : offer.openings()) {
      jdbc.sql("insert into directory.opening (offer, day, opens, closes) values (?, ?, ?, ?)")
          .params(offer.id(), opening.day().getValue(), opening.opens(), opening.closes())
          .update();
    }
  }

  /** Notes that the organization was asked today and it is still so. */
  @Transactional
  void assure(Decision decision, UUID id) {
    hold(id);
    Service present = services.byId(id).orElseThrow(() -> unknown(id));
    own(decision, present.organization());
    jdbc.sql("update directory.service set assured_on = ?, version = version + 1 where id = ?")
        .params(today(), id)
        .update();
    changes.add(
        decision,
        What.SERVICE,
        id.toString(),
        PartnerJson.of(present),
        PartnerJson.of(services.byId(id).orElseThrow()));
  }

  LocalDate today() {
    return WallClock.dayOf(clock.instant());
  }

  static Refused unknown(Object id) {
    return new Refused(
        Refused.Kind.NOT_FOUND, "R-DIRECTORY-01", "directory.refused.unknown", id.toString());
  }

  /** Refuses a person of one organization who writes about another. */
  static void own(Decision decision, String organization) {
    decision.about(Capability.EDIT_DIRECTORY);
    if (!decision.reachesOrganization(organization)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN, "R-DIRECTORY-03", "directory.refused.foreign", organization);
    }
  }

  /** Whether nothing but the version differs. */
  private static boolean same(Service present, Service wanted) {
    return PartnerJson.facts(present).equals(PartnerJson.facts(wanted))
        && List.copyOf(present.offers()).equals(List.copyOf(wanted.offers()));
  }
}
