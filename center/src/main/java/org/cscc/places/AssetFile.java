package org.cscc.places;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cscc.places.BoundaryFile.NotTaken;
import tools.jackson.databind.JsonNode;

/** Reads the rows of a CSV or GeoJSON file of places, each as its columns by small-letter name. */
final class AssetFile {
  private static final String REMEDY =
      " Give a CSV with the columns name, lon and lat, or a GeoJSON file of points.";

  private AssetFile() {}

  static List<Map<String, String>> rows(Path file) throws NotTaken {
    if (!Files.isRegularFile(file)) {
      throw new NotTaken("R-PLACE-11", "There is no file " + file.getFileName() + ".");
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
      if (text.isBlank()) {
        throw new NotTaken("R-PLACE-11", "The file is empty." + REMEDY);
      }
      return text.stripLeading().startsWith("{") ? features(file) : records(text);
    } catch (MalformedInputException e) {
      throw new NotTaken(
          "R-PLACE-11", "The file is not UTF-8 text: save it as CSV UTF-8." + REMEDY);
    } catch (IOException e) {
      throw new NotTaken("R-PLACE-11", "The file can not be read.");
    }
  }

  private static List<Map<String, String>> records(String text) throws NotTaken {
    char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
      List<Map<String, String>> rows = new ArrayList<>();
      for (NamedCsvRecord row : reader) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.getFieldsAsMap()
            .forEach(
                (name, value) -> cells.put(name.strip().toLowerCase(Locale.ROOT), value.strip()));
        rows.add(cells);
      }
      if (rows.isEmpty()) {
        throw new NotTaken("R-PLACE-11", "The file has a header and no row." + REMEDY);
      }
      return rows;
    } catch (CsvParseException | IllegalArgumentException | IllegalStateException | IOException e) {
      throw new NotTaken("R-PLACE-11", "The rows of the file do not fit its header." + REMEDY);
    }
  }

  private static List<Map<String, String>> features(Path file) throws NotTaken {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode feature : BoundaryFile.read(file).root().path("features")) {
      Map<String, String> cells = new LinkedHashMap<>();
      feature
          .path("properties")
          .properties()
          .forEach(
              entry ->
                  cells.put(
                      entry.getKey().toLowerCase(Locale.ROOT),
                      entry.getValue().asString("").strip()));
      JsonNode point = feature.path("geometry");
      Optional.ofNullable(FeatureShape.first(point))
          .filter(at -> point.path("type").asString("").equals("Point"))
          .ifPresent(
              at -> {
                cells.put("lon", Double.toString(at[0]));
                cells.put("lat", Double.toString(at[1]));
              });
      rows.add(cells);
    }
    return rows;
  }
}
