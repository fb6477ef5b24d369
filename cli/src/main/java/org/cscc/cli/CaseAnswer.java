package org.cscc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a case answers: values for {@code result.json} and tables for {@code result_NAME.csv}. */
final class CaseAnswer {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, ResultTable> tables = new LinkedHashMap<>();

  CaseAnswer value(String key, Object value) {
    values.put(key, value instanceof Double d && !Double.isFinite(d) ? null : value);
    return this;
  }

  CaseAnswer table(String name, ResultTable table) {
    tables.put(name, table);
    return this;
  }

  Map<String, Object> values() {
    return values;
  }

  Map<String, ResultTable> tables() {
    return tables;
  }

  void write(Path out) throws IOException {
    Files.createDirectories(out);
    if (!values.isEmpty()) {
      Files.writeString(out.resolve("result.json"), JSON.writeValueAsString(values) + "\n");
    }
    for (Map.Entry<String, ResultTable> table : tables.entrySet()) {
      table.getValue().writeCsv(out.resolve("result_" + table.getKey() + ".csv"));
    }
  }

  /** An object in the order in which its keys are given. */
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      object.put(
          String.valueOf(keysAndValues[i]),
          value instanceof Double d && !Double.isFinite(d) ? null : value);
    }
    return object;
  }
}
