package org.cscc.directory.partners;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads services with their places and hours, in three statements however many there are. */
@Component
class Services {
  private final JdbcClient jdbc;

  Services(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All services, those that ended too, by organization and name. */
  List<Service> all() {
    return read("true", List.of());
  }

  /** The services of an organization by name, those that ended too. */
  List<Service> of(String organization) {
    return read("s.organization = ?", List.of(organization));
  }

  Optional<Service> byId(UUID id) {
    return read("s.id = ?", List.of(id)).stream().findFirst();
  }

  List<Service> withIds(List<UUID> ids) {
    return read(
        "s.id = any (string_to_array(?, ',')::uuid[])",
        List.of(String.join(",", ids.stream().map(UUID::toString).toList())));
  }

  private List<Service> read(String condition, List<Object> parameters) {
    Map<UUID, List<OpeningRow>> openings =
        jdbc
            .sql(
                """
                select p.offer, p.day, p.opens, p.closes
                from directory.opening p
                join directory.offer f on f.id = p.offer join directory.service s on s.id = f.service
                where %s order by p.day, p.opens
                """
                    .formatted(condition))
            .params(parameters)
            .query((row, number) -> OpeningRow.of(row))
            .list()
            .stream()
            .collect(groupingBy(OpeningRow::offer));
    Map<UUID, List<OfferRow>> offers =
        jdbc
            .sql(
                """
                select f.*, l.name, l.address, l.city, l.postal_code, l.lon, l.lat, l.secret
                from directory.offer f
                join directory.location l on l.id = f.location
                join directory.service s on s.id = f.service
                where %s order by l.name, f.id
                """
                    .formatted(condition))
            .params(parameters)
            .query((row, number) -> OfferRow.of(row, openings))
            .list()
            .stream()
            .collect(groupingBy(OfferRow::service));
    return jdbc.sql(
            """
            select s.*, o.name as organization_name
            from directory.service s join directory.organization o on o.code = s.organization
            where %s order by o.name, s.name, s.id
            """
                .formatted(condition))
        .params(parameters)
        .query((row, number) -> service(row, offers))
        .list();
  }

  private record OpeningRow(UUID offer, Opening opening) {
    static OpeningRow of(ResultSet row) throws SQLException {
      return new OpeningRow(
          row.getObject("offer", UUID.class),
          new Opening(
              DayOfWeek.of(row.getInt("day")),
              row.getObject("opens", LocalTime.class),
              row.getObject("closes", LocalTime.class)));
    }
  }

  private record OfferRow(UUID service, Offer offer) {
    static OfferRow of(ResultSet row, Map<UUID, List<OpeningRow>> openings) throws SQLException {
      UUID id = row.getObject("id", UUID.class);
      return new OfferRow(
          row.getObject("service", UUID.class),
          new Offer(
              id,
              new Location(
                  row.getObject("location", UUID.class),
                  row.getString("name"),
                  row.getString("address"),
                  row.getString("city"),
                  row.getString("postal_code"),
                  row.getObject("lon", Double.class),
                  row.getObject("lat", Double.class),
                  row.getBoolean("secret")),
              Arrays.asList((Integer[]) row.getArray("areas").getArray()),
              Capacity.valueOf(row.getString("capacity")),
              openings.getOrDefault(id, List.of()).stream().map(OpeningRow::opening).toList()));
    }
  }

  private static Service service(ResultSet row, Map<UUID, List<OfferRow>> offers)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Service(
        id,
        row.getString("organization"),
        row.getString("organization_name"),
        row.getString("name"),
        Need.valueOf(row.getString("need")),
        row.getString("description"),
        row.getString("eligibility"),
        Arrays.asList((String[]) row.getArray("languages").getArray()),
        row.getString("funding"),
        row.getString("phone"),
        row.getString("email"),
        row.getString("website"),
        row.getBoolean("active"),
        row.getObject("assured_on", LocalDate.class),
        row.getInt("version"),
        offers.getOrDefault(id, List.of()).stream().map(OfferRow::offer).collect(toList()));
  }
}
