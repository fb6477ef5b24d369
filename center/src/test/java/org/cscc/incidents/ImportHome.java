package org.cscc.incidents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.cscc.home.DemoRemoval;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.home.TestHome;
import org.cscc.home.TestServer;
import org.cscc.places.PlacesDoors;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The importer on a database of its own that holds nothing yet, without an application around. */
record ImportHome(DataSource database, JdbcClient jdbc, HomeState state, Imports imports) {
  static final String HEADER =
      "ID,Case Number,Date,Block,IUCR,Primary Type,Description,Location Description,Arrest,"
          + "Domestic,Community Area,Latitude,Longitude\n";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-24T18:00:00Z"), ZoneOffset.UTC);

  static ImportHome fresh() {
    DataSource database = TestServer.freshDatabase();
    JdbcClient jdbc = JdbcClient.create(database);
    HomeState state = TestHome.state(jdbc);
    PlacesDoors places = PlacesDoors.of(database);
    ImportLog log = new ImportLog(jdbc, note -> {});
    DemoRemoval removal = () -> leave(jdbc, state);
    ImportRun runs =
        new ImportRun(
            new JdbcTemplate(database),
            database,
            new JdbcTransactionManager(database),
            log,
            state,
            new StaticListableBeanFactory(java.util.Map.of("removal", removal))
                .getBeanProvider(DemoRemoval.class),
            new KnownAreas(places.areas(), places.boundaries()),
            NOON);
    return new ImportHome(
        database, jdbc, state, new Imports(log, runs, new ImportReports(jdbc), state, NOON));
  }

  private static void leave(JdbcClient jdbc, HomeState state) {
    new IncidentRemoval(jdbc).removeAll();
    state.release();
  }

  ImportOutcome bring(Path file) {
    return imports.apply(file, ImportOptions.feed("test"));
  }

  ImportOutcome bring(Path file, HomeKind claim, boolean replaceDemo) {
    return imports.apply(
        file, new ImportOptions(null, null, false, claim, replaceDemo, "test", null));
  }

  ImportOutcome.Tally applied(Path file) {
    return ((ImportOutcome.Applied) bring(file)).tally();
  }

  /** A crimes export of these rows in the folder. */
  static Path file(Path folder, List<String> rows) {
    try {
      Path file = Files.createTempFile(folder, "feed", ".csv");
      return Files.writeString(
          file, HEADER + String.join("", rows.stream().map(r -> r + "\n").toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String theft(int id, String caseNumber, String date) {
    return id
        + ","
        + caseNumber
        + ","
        + date
        + ",055XX S ADA ST,0820,THEFT,$500 AND UNDER,STREET,false,false,67,41.79,-87.66";
  }

  static String shot(int id, String caseNumber, String iucr, String date) {
    String kind =
        iucr.equals("0110") ? "HOMICIDE,FIRST DEGREE MURDER" : "BATTERY,AGGRAVATED: HANDGUN";
    return id
        + ","
        + caseNumber
        + ","
        + date
        + ",040XX W OAKDALE AVE,"
        + iucr
        + ","
        + kind
        + ",SIDEWALK,false,false,21,41.93,-87.72";
  }

  /** Every row of the tables of what is known, without ids and without what depends on the time. */
  List<String> known() {
    return jdbc.sql(
            """
            select 'incident ' || concat_ws('|', ref, coalesce(row_key, '-'), row_hash, occurred_at,
                     lon, lat, occurred_on, version, area, area_stated, domestic, gunshot, serious,
                     type, occurred_precision, standing, location_class, iucr, block) as known
            from incidents.incident
            union all
            select 'report ' || concat_ws('|', i.ref, r.feed, r.row_key, r.row_hash, r.type, r.kind)
            from incidents.report r join incidents.incident i on i.id = r.incident
            union all
            select 'person ' || concat_ws('|', i.ref, v.seq, v.kind, v.fatal, v.occurred_at)
            from incidents.victimization v join incidents.incident i on i.id = v.incident
            order by known
            """)
        .query((row, number) -> row.getString(1))
        .list();
  }
}
