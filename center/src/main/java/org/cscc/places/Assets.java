package org.cscc.places;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Schools, parks, libraries, stations, businesses and places of worship, in memory. What another
 * program brings is seen within some seconds.
 */
@Component
@DependsOnDatabaseInitialization
public class Assets {
  /** On the sphere; a street's length is true to a part in two hundred. */
  private static final double METRES_PER_DEGREE = 111_195;

  private final JdbcClient jdbc;
  private final Editions editions;
  private final TransactionTemplate transaction;
  private final Kept<Index> kept;

  Assets(JdbcClient jdbc, Editions editions, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.editions = editions;
    this.transaction = new TransactionTemplate(transactions);
    this.kept = new Kept<>(() -> editions.number("assets"), this::read);
  }

  /** All places of every kind. */
  public List<Asset> all() {
    return kept.now().all();
  }

  /** How many places there are of each kind that has any. */
  public Map<AssetKind, Long> counts() {
    return all().stream().collect(Collectors.groupingBy(Asset::kind, Collectors.counting()));
  }

  /**
   * The places within a distance of a point, nearest first.
   *
   * @param metres the distance in a straight line, included
   */
  public List<NearbyAsset> near(double lon, double lat, double metres) {
    double squeeze = Math.cos(Math.toRadians(lat));
    double reach = metres / METRES_PER_DEGREE;
    Envelope around =
        new Envelope(lon - reach / squeeze, lon + reach / squeeze, lat - reach, lat + reach);
    List<NearbyAsset> near = new ArrayList<>();
    kept.now()
        .tree()
        .query(
            around,
            item -> {
              Asset asset = (Asset) item;
              double distance =
                  Math.hypot((asset.lon() - lon) * squeeze, asset.lat() - lat) * METRES_PER_DEGREE;
              if (distance <= metres) {
                near.add(new NearbyAsset(asset, distance));
              }
            });
    near.sort(
        Comparator.comparingDouble(NearbyAsset::metres)
            .thenComparing(found -> found.asset().name()));
    return near;
  }

  /** Puts these places in the stead of all that are there, of every kind. */
  public void replaceAll(List<Asset> assets) {
    replace("true", "", assets);
  }

  /** Puts these places in the stead of those of one kind. */
  void replace(AssetKind kind, List<Asset> assets) {
    replace("kind = ?", kind.name(), assets);
  }

  private void replace(String which, String kind, List<Asset> assets) {
    transaction.executeWithoutResult(
        status -> {
          editions.next("assets");
          JdbcClient.StatementSpec delete = jdbc.sql("delete from places.asset where " + which);
          (kind.isEmpty() ? delete : delete.param(kind)).update();
          assets.forEach(this::add);
        });
    kept.reload();
  }

  private void add(Asset asset) {
    jdbc.sql(
            """
            insert into places.asset (kind, name, lon, lat, opens, closes, source)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(asset.kind().name())
        .param(asset.name())
        .param(asset.lon())
        .param(asset.lat())
        .param(asset.opens())
        .param(asset.closes())
        .param(asset.source())
        .update();
  }

  private Index read() {
    List<Asset> all =
        jdbc.sql(
                """
                select kind, name, lon, lat, opens, closes, source from places.asset
                order by kind, name, lon, lat
                """)
            .query(
                (row, number) ->
                    new Asset(
                        AssetKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getDouble("lon"),
                        row.getDouble("lat"),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class),
                        row.getString("source")))
            .list();
    STRtree tree = new STRtree();
    all.forEach(
        asset -> tree.insert(new Envelope(new Coordinate(asset.lon(), asset.lat())), asset));
    tree.build();
    return new Index(List.copyOf(all), tree);
  }

  private record Index(List<Asset> all, STRtree tree) {}
}
