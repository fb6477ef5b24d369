package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence exists in every language of the house, and every sentence asked for exists. */
class MessageTests {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9._-]*)");
  private static final Pattern TEMPLATE_PREFIX =
      Pattern.compile("#\\{\\$\\{'([a-z][A-Za-z0-9._-]*\\.)' \\+");
  private static final Pattern REFUSAL =
      Pattern.compile("new Refused\\([^;]*?\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\"");

  @Test
  void everyKeyIsThereInEnglishAndInSpanish() {
    List<String> wrong = new ArrayList<>();
    bundles()
        .forEach(
            (name, english) -> {
              Map<String, String> spanish = read(name + "_es.properties");
              difference(english, spanish)
                  .forEach(key -> wrong.add(name + ": only English has " + key));
              difference(spanish, english)
                  .forEach(key -> wrong.add(name + ": only Spanish has " + key));
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void noSentenceIsEmptyOrLosesAnApostropheAndEachKeyNamesItsFeature() {
    List<String> wrong = new ArrayList<>();
    for (Path file : Sources.under(Sources.MESSAGES, ".properties")) {
      String bundle = file.getFileName().toString().replaceAll("(_es)?\\.properties$", "");
      read(file.getFileName().toString())
          .forEach(
              (key, sentence) -> {
                if (sentence.isBlank()) {
                  wrong.add(file + " " + key + " is empty");
                }
                // A single apostrophe starts a quotation in a message format and disappears.
                if (sentence.replace("''", "").contains("'")) {
                  wrong.add(file + " " + key + " has a lone apostrophe");
                }
                if (!key.startsWith(bundle + ".")) {
                  wrong.add(file + " " + key + " is not named after its feature");
                }
              });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void bothLanguagesNameTheSameThings() {
    List<String> wrong = new ArrayList<>();
    bundles()
        .forEach(
            (name, english) ->
                read(name + "_es.properties")
                    .forEach(
                        (key, sentence) -> {
                          String original = english.getOrDefault(key, sentence);
                          if (!placeholders(original).equals(placeholders(sentence))) {
                            wrong.add(name + " " + key);
                          }
                        }));
    assertThat(wrong).isEmpty();
  }

  @Test
  void everySentenceThatAPageAsksForExists() {
    Set<String> known = keys();
    List<String> missing = new ArrayList<>();
    for (Path template : Sources.under(Sources.TEMPLATES, ".html")) {
      String text = Sources.text(template);
      found(TEMPLATE_KEY, text)
          .filter(key -> !known.contains(key))
          .forEach(key -> missing.add(template + " " + key));
      found(TEMPLATE_PREFIX, text)
          .filter(prefix -> known.stream().noneMatch(key -> key.startsWith(prefix)))
          .forEach(prefix -> missing.add(template + " " + prefix + "…"));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyRefusalHasItsSentence() {
    Set<String> known = keys();
    List<String> missing = new ArrayList<>();
    int refusals = 0;
    for (Path source : Sources.under(Sources.JAVA, ".java")) {
      for (String key : found(REFUSAL, Sources.text(source)).toList()) {
        refusals++;
        if (!known.contains(key)) {
          missing.add(source + " " + key);
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(refusals).as("refusals found in the sources").isGreaterThan(3);
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1));
  }

  private static List<String> placeholders(String sentence) {
    return PLACEHOLDER
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .distinct()
        .sorted()
        .toList();
  }

  private static Set<String> keys() {
    TreeSet<String> keys = new TreeSet<>();
    bundles().values().forEach(bundle -> keys.addAll(bundle.keySet()));
    return keys;
  }

  private static Set<String> difference(Map<String, String> one, Map<String, String> other) {
    TreeSet<String> rest = new TreeSet<>(one.keySet());
    rest.removeAll(other.keySet());
    return rest;
  }

  /** English sentences by bundle. */
  private static Map<String, Map<String, String>> bundles() {
    Map<String, Map<String, String>> bundles = new TreeMap<>();
    for (Path file : Sources.under(Sources.MESSAGES, ".properties")) {
      String name = file.getFileName().toString();
      if (!name.contains("_")) {
        bundles.put(name.replace(".properties", ""), read(name));
      }
    }
    return bundles;
  }

  private static Map<String, String> read(String name) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Sources.MESSAGES.resolve(name))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new AssertionError(name + " can not be read", e);
    }
    Map<String, String> sentences = new TreeMap<>();
    properties.forEach((key, value) -> sentences.put((String) key, (String) value));
    return sentences;
  }
}
