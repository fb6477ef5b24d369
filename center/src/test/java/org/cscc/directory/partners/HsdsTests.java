package org.cscc.directory.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.directory.partners.HsdsImport.Outcome;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CenterTest
class HsdsTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired Hsds hsds;
  @Autowired HsdsImport partners;
  @Autowired Services services;
  @Autowired ServiceDesk desk;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  @AfterEach
  void empty() {
    jdbc.sql("delete from directory.service").update();
    jdbc.sql("delete from directory.location").update();
    jdbc.sql("delete from directory.organization where kind = 'PROVIDER'").update();
  }

  private static Service service(String name, Offer... offers) {
    return new Service(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        "DFSS",
        "",
        name,
        Need.HOUSING,
        "Thirty days with a room of one's own",
        "Everybody who needs it",
        List.of("en", "es"),
        "City",
        "312-555-0199",
        "front@example.org",
        "https://example.org/shelter",
        true,
        LocalDate.of(2026, 11, 1),
        0,
        List.of(offers));
  }

  private static Offer offer(boolean secret, Integer... areas) {
    return new Offer(
        UUID.randomUUID(),
        new Location(
            UUID.randomUUID(),
            "Front door",
            secret ? "" : "100 W Made-up St",
            secret ? "" : "Chicago",
            secret ? "" : "60644",
            secret ? null : -87.75,
            secret ? null : 41.89,
            secret),
        List.of(areas),
        Capacity.WAITLIST,
        Hours.read("MO-FR 09:00-17:00; SA 10:00-14:00").orElseThrow());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("services.json"), text);
  }

  @Test
  void whatIsWrittenAndReadAgainIsTheSame() throws IOException {
    Decision decision = access.forSystem(Capability.EDIT_DIRECTORY);
    desk.save(decision, service("A room", offer(false, 25, 67), offer(true)));
    desk.save(decision, service("No place yet"));
    List<Service> before = services.all();
    String written = hsds.write();

    jdbc.sql("delete from directory.service").update();
    jdbc.sql("delete from directory.location").update();
    assertThat(partners.apply(file(written), false))
        .isEqualTo(new Outcome.Read(true, 2, 2, 0, 0, List.of(), Map.of()));
    assertThat(services.all()).isEqualTo(before);
    assertThat(hsds.write()).isEqualTo(written);

    assertThat(partners.apply(file(written), false))
        .isEqualTo(new Outcome.Read(true, 2, 0, 0, 2, List.of(), Map.of()));
    assertThat(services.all()).as("no new versions").isEqualTo(before);
  }

  @Test
  void theFileHasTheFieldsThatTheSpecificationAsksFor() {
    desk.save(access.forSystem(Capability.EDIT_DIRECTORY), service("A room", offer(false, 25)));
    try (Visitor outreach = Visitor.as(Role.OUTREACH, accounts, port)) {
      JsonNode root =
          JsonMapper.builder().build().readTree(outreach.get("/directory/services.json").body());
      JsonNode one = root.path(0);
      for (String field : new String[] {"id", "name", "status", "organization"}) {
        assertThat(one.has(field)).as(field).isTrue();
      }
      JsonNode at = one.path("service_at_locations").path(0);
      assertThat(at.path("schedules").size()).isEqualTo(6);
      assertThat(at.path("schedules").path(0).path("byday").asString()).isEqualTo("MO");
      assertThat(at.path("location").path("location_type").asString()).isEqualTo("physical");
      JsonNode address = at.path("location").path("addresses").path(0);
      for (String field :
          new String[] {
            "address_1", "city", "state_province", "postal_code", "country", "address_type"
          }) {
        assertThat(address.has(field)).as(field).isTrue();
      }
      assertThat(at.path("service_areas").path(0).path("name").asString()).isEqualTo("Austin");
    }
  }

  @Test
  void peopleAreDroppedAndWhatIsNotHeldIsCounted() throws IOException {
    String text =
        """
        {"contents": [{
          "id": "5f0c1a52-64b4-4a59-8e51-0c0f6b1f1a01", "name": "Food", "status": "active",
          "fees_description": "none", "contacts": [{"id": "1", "name": "Ann Persona"}],
          "organization": {"id": "5f0c1a52-64b4-4a59-8e51-0c0f6b1f1a02", "name": "Pantry Inc."},
          "service_at_locations": [{
            "id": "5f0c1a52-64b4-4a59-8e51-0c0f6b1f1a03",
            "schedules": [{"id": "2", "freq": "MONTHLY", "bymonthday": "1"}],
            "location": {"id": "5f0c1a52-64b4-4a59-8e51-0c0f6b1f1a04", "name": "Hall"}}]}]}
        """;
    assertThat(partners.apply(file(text), false))
        .isEqualTo(
            new Outcome.Read(
                true,
                1,
                1,
                0,
                0,
                List.of(),
                Map.of(
                    "schedule that is not weekly",
                    1,
                    "service.contacts",
                    1,
                    "service.fees_description",
                    1)));
    Service food = services.all().getFirst();
    assertThat(food.organizationName()).isEqualTo("Pantry Inc.");
    assertThat(food.organization()).matches("P-[0-9A-F]{16}");
    for (String table : List.of("service", "location", "organization", "change")) {
      assertThat(
              jdbc.sql(
                      "select count(*) from directory."
                          + table
                          + " r where r::text like '%Persona%'")
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void acceptedAndRejectedAreWhatWasReadAndARefusedServiceLeavesNothing() throws IOException {
    String good =
        """
        {"id": "%s", "name": "Good", "organization":
          {"id": "5f0c1a52-64b4-4a59-8e51-0c0f6b1f1a02", "name": "Pantry Inc."}}
        """;
    String text =
        "["
            + good.formatted(UUID.randomUUID())
            + ","
            + good.formatted(UUID.randomUUID())
            + ","
            + good.formatted("no-uuid")
            + ", {\"id\": \"5f0c1a52-64b4-4a59-8e51-0c0f6b1f1a09\", \"name\": \"Elsewhere\","
            + " \"organization\": {\"id\": \"5f0c1a52-64b4-4a59-8e51-0c0f6b1f1aff\", \"name\":"
            + " \"Far away\"}, \"service_at_locations\": [{\"id\":"
            + " \"5f0c1a52-64b4-4a59-8e51-0c0f6b1f1a10\", \"service_areas\": [{\"name\":"
            + " \"Atlantis\"}], \"location\": {\"id\":"
            + " \"5f0c1a52-64b4-4a59-8e51-0c0f6b1f1a11\"}}]}]";
    Outcome.Read dry = (Outcome.Read) partners.apply(file(text), true);
    assertThat(services.all()).as("a dry run changes nothing").isEmpty();
    Outcome.Read read = (Outcome.Read) partners.apply(file(text), false);
    assertThat(read).isEqualTo(dry);
    assertThat(read.read()).isEqualTo(4);
    assertThat(read.added()).isEqualTo(2);
    assertThat(read.rejects())
        .extracting(HsdsImport.Reject::row, HsdsImport.Reject::rule)
        .containsExactly(tuple(3, "R-HSDS-02"), tuple(4, "R-HSDS-05"));
    assertThat(
            jdbc.sql("select count(*) from directory.organization where name = 'Far away'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aFileOfAnotherKindIsRefusedWithTheReason() throws IOException {
    for (String text : new String[] {"not json", "[]", "{\"a\": 1}", "[{\"id\": \"x\"", ""}) {
      assertThat(partners.apply(file(text), false))
          .as(text)
          .isInstanceOfSatisfying(
              Outcome.NotTaken.class, none -> assertThat(none.rule()).isEqualTo("R-HSDS-01"));
    }
    assertThat(partners.apply(folder.resolve("missing.json"), false))
        .isInstanceOf(Outcome.NotTaken.class);
    assertThat(partners.apply(file("[{\"id\": \"x\"}, {\"id\": \"y\"}]"), false))
        .isInstanceOfSatisfying(
            Outcome.Read.class, read -> assertThat(read.applied()).as("all refused").isFalse());
  }
}
