package org.cscc.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.drawing.Position;

/** Writes GeoJSON files of areas, right ones and wrong ones. */
final class CityFile {
  private final List<String> features = new ArrayList<>();
  private String crs = "";
  private Function<Position, String> writing = p -> p.lon() + "," + p.lat();

  /** All areas of the city as approximate cells. */
  static CityFile of(Areas areas, AreaShapes shapes, Function<Position, String> writing) {
    CityFile file = new CityFile();
    file.writing = writing;
    for (AreaShape shape : shapes.all()) {
      file.area(Integer.toString(shape.number()), areas.name(shape.number()), shape);
    }
    return file;
  }

  static CityFile of(Areas areas, AreaShapes shapes) {
    return of(areas, shapes, p -> p.lon() + "," + p.lat());
  }

  CityFile crs(String name) {
    crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + name + "\"}},";
    return this;
  }

  CityFile area(String number, String name, AreaShape shape) {
    String polygons =
        shape.polygons().stream()
            .map(rings -> rings.stream().map(this::ring).collect(Collectors.joining(",", "[", "]")))
            .collect(Collectors.joining(",", "[", "]"));
    return feature(number, name, "{\"type\":\"MultiPolygon\",\"coordinates\":" + polygons + "}");
  }

  /** A square with its lower left corner at the point. */
  CityFile square(String number, String name, double lon, double lat, double side) {
    List<Position> ring =
        List.of(
            new Position(lon, lat),
            new Position(lon + side, lat),
            new Position(lon + side, lat + side),
            new Position(lon, lat + side),
            new Position(lon, lat));
    return feature(number, name, "{\"type\":\"Polygon\",\"coordinates\":[" + ring(ring) + "]}");
  }

  CityFile feature(String number, String name, String geometry) {
    features.add(
        String.format(
            Locale.ROOT,
            "{\"type\":\"Feature\",\"properties\":{\"area_numbe\":\"%s\",\"community\":\"%s\"},\"geometry\":%s}",
            number,
            name,
            geometry));
    return this;
  }

  CityFile without(int index) {
    features.remove(index);
    return this;
  }

  String text() {
    return "{\"type\":\"FeatureCollection\","
        + crs
        + "\"features\":["
        + String.join(",\n", features)
        + "]}";
  }

  Path in(Path folder) {
    try {
      return Files.writeString(folder.resolve("areas.geojson"), text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String ring(List<Position> ring) {
    return ring.stream()
        .map(p -> "[" + writing.apply(p) + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
