package org.cscc.incidents.feed;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cscc.incidents.IncidentType;
import org.cscc.incidents.Standing;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * How the file of another city is to be read: which column is which field, how dates are written,
 * and what its words for types mean. See {@code examples/} for one that is explained line by line.
 */
public final class Mapping {
  private static final List<String> KNOWN =
      List.of(
          "name",
          "rows",
          "delimiter",
          "zone",
          "dates",
          "columns",
          "types",
          "otherwise",
          "standing");

  private final Map<?, ?> file;

  private Mapping(Map<?, ?> file) {
    this.file = file;
  }

  /** Reads a mapping file. */
  public static Mapping read(Path path) throws FileRefused {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(10);
    try (Reader text = Files.newBufferedReader(path)) {
      Object loaded = new Yaml(new SafeConstructor(options)).load(text);
      if (!(loaded instanceof Map<?, ?> map)) {
        throw bad("the file holds no keys");
      }
      for (Object key : map.keySet()) {
        if (!KNOWN.contains(String.valueOf(key))) {
          throw bad("the key '" + key + "' is not one of " + String.join(", ", KNOWN));
        }
      }
      return new Mapping(map);
    } catch (IOException e) {
      throw bad("the mapping file can not be read");
    } catch (YAMLException e) {
      throw bad("the mapping file is not valid YAML");
    }
  }

  char delimiter() throws FileRefused {
    String written = text("delimiter", ",");
    if (written.length() != 1) {
      throw bad("'delimiter' must be one character");
    }
    return written.charAt(0);
  }

  Layout layout(List<String> header) throws FileRefused {
    List<String> keys = header.stream().map(Formats::key).toList();
    Formats.refuseTwins(header, keys);
    boolean victims = text("rows", "incidents").equals("victims");
    Map<String, IncidentType> types = words("types", IncidentType.class);
    if (types.isEmpty()) {
      throw bad("'types' must say what the words of the type column mean");
    }
    return new Layout(
        text("name", "mapping"),
        victims ? Feed.VICTIMS : Feed.CRIMES,
        delimiter(),
        header,
        columns(header, keys),
        zone(),
        dates(),
        types,
        constant(IncidentType.class, text("otherwise", "OTHER")),
        words("standing", Standing.class));
  }

  private Map<Field, Integer> columns(List<String> header, List<String> keys) throws FileRefused {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    for (Map.Entry<?, ?> entry : map("columns").entrySet()) {
      Field field = constant(Field.class, String.valueOf(entry.getKey()));
      String column = String.valueOf(entry.getValue());
      int index = keys.indexOf(Formats.key(column));
      if (index < 0) {
        throw new FileRefused(Rule.UNKNOWN_HEADER, column);
      }
      if (Formats.key(header.get(index)).contains("name") && field != Field.AREA) {
        throw bad("the column '" + column + "' looks like a name; names are never taken");
      }
      if (columns.containsValue(index)) {
        throw bad("the column '" + column + "' is named twice");
      }
      columns.put(field, index);
    }
    for (Field needed : List.of(Field.DATE, Field.TYPE)) {
      if (!columns.containsKey(needed)) {
        throw bad("'columns' must name a column for " + needed.name().toLowerCase(Locale.ROOT));
      }
    }
    return Map.copyOf(columns);
  }

  private ZoneId zone() throws FileRefused {
    String written = text("zone", ReviewWeek.CHICAGO.getId());
    try {
      return ZoneId.of(written);
    } catch (DateTimeException e) {
      throw bad("'zone' is not a time zone such as America/Chicago");
    }
  }

  private List<DateTimeFormatter> dates() throws FileRefused {
    List<DateTimeFormatter> patterns = new ArrayList<>();
    if (file.get("dates") instanceof List<?> list) {
      for (Object pattern : list) {
        try {
          patterns.add(
              DateTimeFormatter.ofPattern(
                      String.valueOf(pattern).replace("yyyy", "uuuu"), Locale.ENGLISH)
                  .withResolverStyle(java.time.format.ResolverStyle.STRICT));
        } catch (IllegalArgumentException e) {
          throw bad("the date pattern '" + pattern + "' is not valid");
        }
      }
    } else if (file.get("dates") != null) {
      throw bad("'dates' must be a list of patterns");
    }
    return patterns;
  }

  private <E extends Enum<E>> Map<String, E> words(String key, Class<E> type) throws FileRefused {
    Map<String, E> words = new HashMap<>();
    for (Map.Entry<?, ?> entry : map(key).entrySet()) {
      words.put(
          String.valueOf(entry.getKey()).strip().toUpperCase(Locale.ROOT),
          constant(type, String.valueOf(entry.getValue())));
    }
    return words;
  }

  private Map<?, ?> map(String key) throws FileRefused {
    Object value = file.get(key);
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw bad("'" + key + "' must hold lines of word: meaning");
  }

  private String text(String key, String otherwise) {
    @Nullable Object value = file.get(key);
    return value == null ? otherwise : String.valueOf(value);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String written) throws FileRefused {
    try {
      return Enum.valueOf(type, written.strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
    } catch (IllegalArgumentException e) {
      throw bad("'" + written + "' is not one of " + List.of(type.getEnumConstants()).toString());
    }
  }

  private static FileRefused bad(String what) {
    return new FileRefused(Rule.BAD_MAPPING, what);
  }
}
