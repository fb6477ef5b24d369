package org.cscc.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cscc.kernel.UnfitWording.Mark;

/**
 * Names of people, told from the many streets, parks and schools that are named after people. A run
 * of capitalized words is a place when a word such as "park" ends it or a word such as "calle"
 * begins it; otherwise first names, family names, titles and phrases such as "se llama" decide.
 */
final class PersonNames implements Rule {
  private static final Set<String> FIRST = WordList.words("names.txt", "");
  private static final Set<String> ALSO_PLACES = WordList.words("names.txt", "?");
  private static final Set<String> FAMILY = WordList.words("surnames.txt", "");
  private static final Set<String> PLACE_ENDS = WordList.words("places.txt", "");
  private static final Set<String> PLACE_BEGINS = WordList.words("places.txt", ">");
  private static final Set<String> TITLES = WordList.words("people.txt", "");
  private static final Set<String> NAMING = WordList.words("people.txt", ">");
  private static final Set<String> DOINGS = WordList.words("people.txt", "?");
  private static final Set<String> STARTERS = WordList.words("starters.txt", "");
  private static final Set<String> COMMON = WordList.words("starters.txt", ">");
  private static final Set<String> PARTICLES = Set.of("de", "del", "du", "la", "las", "los", "van");
  private static final Set<String> KIN =
      Set.of(
          "boy",
          "boys",
          "girl",
          "girls",
          "kid",
          "kids",
          "twins",
          "brothers",
          "sisters",
          "family",
          "children",
          "cousins");
  private static final Set<String> KIN_BEFORE =
      Set.of("familia", "hermanos", "hermanas", "gemelos");

  @Override
  public Stream<Mark> read(String text, String plain) {
    Words words = new Words(plain);
    List<Mark> marks = new ArrayList<>();
    int at = 0;
    while (at < words.all().size()) {
      if (words.at(at).capital()) {
        int last = runEnd(words, at);
        readRun(words, at, last, marks);
        at = last + 1;
      } else {
        if (lowerCaseName(words, at)) {
          marks.add(mark(Kind.NAME, words, at, at));
        }
        at++;
      }
    }
    return marks.stream();
  }

  /** The last word of the capitalized run that begins here; particles may stand inside it. */
  private static int runEnd(Words words, int first) {
    int last = first;
    while (words.adjoin(last, last + 1)) {
      if (words.at(last + 1).capital()) {
        last++;
      } else if (PARTICLES.contains(words.lower(last + 1))
          && words.adjoin(last + 1, last + 2)
          && words.at(last + 2).capital()) {
        last += 2;
      } else {
        break;
      }
    }
    return last;
  }

  private static void readRun(Words words, int first, int last, List<Mark> marks) {
    int from = afterPlace(words, first, last);
    if (from > last) {
      return;
    }
    if (kin(words, from, last)) {
      marks.add(mark(Kind.KIN, words, from, last));
      return;
    }
    for (int at = from; at <= last; at++) {
      int end = nameEnd(words, first, at, last);
      if (end >= at) {
        marks.add(mark(Kind.NAME, words, at, end));
        return;
      }
    }
  }

  /** The first word of the run that is not part of a place's name. */
  private static int afterPlace(Words words, int first, int last) {
    boolean begins = false;
    for (int at = first; at <= last; at++) {
      begins |= PLACE_BEGINS.contains(words.lower(at));
    }
    boolean before =
        words.adjoin(first - 1, first) && PLACE_BEGINS.contains(words.lower(first - 1));
    boolean behind =
        words.adjoin(last, last + 1)
            && !KIN.contains(words.lower(last + 1))
            && PLACE_ENDS.contains(words.lower(last + 1));
    boolean address =
        first > 0 && words.lower(first - 1).matches("\\d+") && words.lower(first).matches("[nsew]");
    if (begins || before || behind || address) {
      return last + 1;
    }
    int from = first;
    for (int at = first + 1; at <= last; at++) {
      if (PLACE_ENDS.contains(words.lower(at))) {
        from = at + 1;
      }
    }
    return from;
  }

  private static boolean kin(Words words, int from, int last) {
    boolean the = from == last && words.lower(from - 1).equals("the");
    boolean own = from + 1 == last && words.lower(from).equals("the");
    boolean behind =
        (the || own)
            && words.adjoin(last, last + 1)
            && !words.at(last + 1).capital()
            && KIN.contains(words.lower(last + 1));
    String before = words.lower(from - 1);
    return behind
        || (KIN_BEFORE.contains(before) && from == last)
        || (before.equals("los")
            && words.lower(from - 2).equals("de")
            && Set.of("nino", "nina", "hijo", "hija", "muchacho").contains(words.lower(from - 3)));
  }

  /** Index of the last word of the name that begins at a word of the run, or less when none. */
  private static int nameEnd(Words words, int first, int at, int last) {
    String word = words.lower(at);
    boolean more = at < last;
    if (TITLES.contains(word) && more && !words.possessive(at)) {
      return last;
    }
    if (at == first && titled(words, at)) {
      return last;
    }
    if ((first(word) && !(COMMON.contains(word) && words.opens(at)))
        || (hyphenated(word) && at == last)) {
      return last;
    }
    boolean family = more && family(words.lower(last));
    boolean opening = words.opens(at) && STARTERS.contains(word);
    if (family && !opening && !STARTERS.contains(word) && !direction(word)) {
      return last;
    }
    boolean acts =
        at == last && words.adjoin(last, last + 1) && DOINGS.contains(words.lower(last + 1));
    boolean ordinary = COMMON.contains(word) && words.opens(at);
    if (acts && !ordinary && nameLike(words, at)) {
      return last;
    }
    return at - 1;
  }

  /** Whether a capitalized word could be a name at all: no ordinary word, no word of a place. */
  private static boolean nameLike(Words words, int at) {
    String word = words.lower(at);
    return word.length() > 1
        && !words.shouted(at)
        && !STARTERS.contains(word)
        && !PLACE_ENDS.contains(word)
        && !PLACE_BEGINS.contains(word);
  }

  /** Whether a title or a phrase that introduces a name stands right before. */
  private static boolean titled(Words words, int at) {
    String word = words.lower(at);
    if (STARTERS.contains(word) || PLACE_ENDS.contains(word)) {
      return false;
    }
    boolean title = words.adjoin(at - 1, at) && TITLES.contains(words.lower(at - 1));
    String two = words.lower(at - 2) + "_" + words.lower(at - 1);
    boolean named =
        words.adjoin(at - 1, at) && (NAMING.contains(words.lower(at - 1)) || NAMING.contains(two));
    return title || named;
  }

  private static boolean lowerCaseName(Words words, int at) {
    String word = words.lower(at);
    return word.length() >= 5
        && first(word)
        && !COMMON.contains(word)
        && !PLACE_ENDS.contains(words.lower(at + 1))
        && !PLACE_BEGINS.contains(words.lower(at - 1));
  }

  private static boolean first(String word) {
    return FIRST.contains(word) || (hyphenated(word) && FIRST.contains(word.split("-", 2)[0]));
  }

  private static boolean hyphenated(String word) {
    return word.matches("\\p{L}{3,}-\\p{L}{3,}") && ALSO_PLACES.contains(word.split("-", 2)[0]);
  }

  private static boolean family(String word) {
    return Stream.of(word.replace("'", "").split("-")).anyMatch(FAMILY::contains);
  }

  private static boolean direction(String word) {
    return word.matches("[nsew]|north|south|east|west");
  }

  private static Mark mark(Kind kind, Words words, int from, int to) {
    return new Mark(kind.name(), words.at(from).start(), words.at(to).end());
  }
}
