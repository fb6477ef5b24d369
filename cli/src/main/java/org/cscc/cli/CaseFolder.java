package org.cscc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reference case: {@code case.json} and its input files. */
final class CaseFolder {
  private final Path folder;
  private final JsonNode description;

  CaseFolder(Path folder) {
    this.folder = folder;
    Path file = folder.resolve("case.json");
    if (!Files.isRegularFile(file)) {
      throw new Refused(folder + " is not a reference case: it has no case.json");
    }
    try {
      description = JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new Refused("Could not read " + file + ": " + e.getMessage());
    }
  }

  String method() {
    return description.path("method").asString("");
  }

  Columns input(String name) {
    return Columns.of(folder.resolve("input_" + name + ".csv"));
  }

  /** A parameter of the case; a missing node when it names none. */
  JsonNode parameter(String name) {
    return description.path("parameters").path(name);
  }

  JsonNode description() {
    return description;
  }

  /** The settings that a case keeps in its expected file, such as a grid; missing when absent. */
  JsonNode expectedSetting(String name) {
    Path file = folder.resolve("expected.json");
    try {
      return Files.isRegularFile(file)
          ? JsonMapper.shared().readTree(Files.readString(file)).path(name)
          : JsonMapper.shared().missingNode();
    } catch (IOException e) {
      throw new Refused("Could not read " + file + ": " + e.getMessage());
    }
  }

  /** A setting from the parameters or, where a case keeps it there, from its expected file. */
  JsonNode setting(String name) {
    JsonNode named = parameter(name);
    JsonNode found = named.isMissingNode() ? expectedSetting(name) : named;
    if (found.isMissingNode()) {
      throw new Refused("the case names no " + name);
    }
    return found;
  }

  /** The rows that an expected table asks about; empty when there is no such table. */
  List<Integer> expectedColumn(String table, String column) {
    Path file = folder.resolve("expected_" + table + ".csv");
    return Files.isRegularFile(file)
        ? java.util.Arrays.stream(Columns.of(file).integers(column)).boxed().toList()
        : List.of();
  }

  static double[] numbers(JsonNode list) {
    double[] values = new double[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).asDouble();
    }
    return values;
  }

  /** Positions of ids, for looking rows up. */
  static Map<String, Integer> positions(List<String> ids) {
    Map<String, Integer> positions = new TreeMap<>();
    for (int i = 0; i < ids.size(); i++) {
      if (positions.put(ids.get(i), i) != null) {
        throw new Refused("id " + ids.get(i) + " is given twice");
      }
    }
    return positions;
  }
}
