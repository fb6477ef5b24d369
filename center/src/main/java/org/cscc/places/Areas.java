package org.cscc.places;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The community areas by number, and by every way that people and files write them. */
@Component
@DependsOnDatabaseInitialization
public class Areas {
  private final JdbcClient jdbc;
  private final Kept<Index> kept;

  Areas(JdbcClient jdbc, Editions editions) {
    this.jdbc = jdbc;
    this.kept = new Kept<>(() -> editions.number("areas"), this::read);
  }

  /** All areas by number. */
  public List<CommunityArea> all() {
    return List.copyOf(kept.now().byNumber().values());
  }

  /** The area with the number, if there is one. */
  public Optional<CommunityArea> byNumber(int number) {
    return Optional.ofNullable(kept.now().byNumber().get(number));
  }

  /** The name of an area, or its bare number if it has none. */
  public String name(int number) {
    return byNumber(number).map(CommunityArea::name).orElseGet(() -> Integer.toString(number));
  }

  /**
   * The area that a cell of a file names: by number ("25", "25.0"), by name in any case, or by an
   * alias such as "Little Village".
   */
  public OptionalInt resolve(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return OptionalInt.empty();
    }
    String text = written.strip();
    Index index = kept.now();
    if (text.matches("[0-9]{1,4}(\\.0+)?")) {
      int number = Integer.parseInt(text.replaceFirst("\\.0+$", ""));
      return index.byNumber().containsKey(number) ? OptionalInt.of(number) : OptionalInt.empty();
    }
    Integer number = index.byKey().get(key(text));
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Reads the areas again, after boundaries of another city brought new ones. */
  public void reload() {
    kept.reload();
  }

  /** Letters and digits only, upper case, accents dropped: O'Hare, OHARE and o-hare are one. */
  static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]", "");
  }

  private Index read() {
    Map<Integer, CommunityArea> byNumber = new LinkedHashMap<>();
    Map<String, Integer> byKey = new HashMap<>();
    jdbc.sql(
            """
            select number, name, city, side, center_lon, center_lat, population, population_year
            from places.area order by number
            """)
        .query(DataClassRowMapper.newInstance(CommunityArea.class))
        .list()
        .forEach(
            area -> {
              byNumber.put(area.number(), area);
              byKey.put(key(area.name()), area.number());
            });
    jdbc.sql("select alias, area from places.area_alias")
        .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
        .list()
        .forEach(alias -> byKey.putIfAbsent(alias.getKey(), alias.getValue()));
    return new Index(byNumber, byKey);
  }

  private record Index(Map<Integer, CommunityArea> byNumber, Map<String, Integer> byKey) {}
}
