package org.cscc.wording;

import java.util.List;

/** What can be told by its form: numbers, addresses of letters and of homes, dates of birth. */
final class Numbers {
  private static final String DATE =
      "(\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}|(?:[a-z]+\\.? \\d{1,2}|\\d{1,2} de [a-z]+|\\d{1,2} [a-z]+))";
  private static final String STREET = "\\d{2,5} (?:north|south|east|west|[nsew]\\.?) ";
  private static final String NETWORK =
      "(?:ig|insta|instagram|snap|snapchat|tik ?tok|facebook|fb|twitter)";

  static final List<Rule> RULES =
      List.of(
          PatternRule.of(
              Kind.PHONE,
              "(?<![\\d-])(?:\\+?1[ .-]?)?(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}(?![\\d-])"
                  + "|(?<![\\d-])\\d{10}(?![\\d-])"),
          PatternRule.of(
              Kind.EMAIL,
              "[\\w.+-]+(?:@| ?\\((?:at|arroba)\\) ?| ?\\[at] ?)[\\w-]+(?:\\.| ?\\(dot\\) ?)[\\w.-]*\\w"),
          PatternRule.of(Kind.HANDLE, "(?<![\\w.+-])@\\w[\\w.]*\\w"),
          PatternRule.of(Kind.HANDLE, "\\b(?:facebook|instagram|twitter|x|tiktok)\\.com/\\S+"),
          PatternRule.of(
              Kind.HANDLE,
              "\\b" + NETWORK + "\\b.{0,20}?\\b(?<m>[a-z][a-z0-9]*[._][a-z0-9._]*[a-z0-9])"),
          PatternRule.of(
              Kind.PLATE,
              "\\b(?:license |licence )?(?:plates?|tags?|placas?|matriculas?)\\b(?: (?:is|are|es|son|number|no\\.?|started|starts|begins|with|ends|in))*"
                  + "[: #]*(?<m>(?-i:[A-Z]{1,3}\\d?[ -]?\\d[\\dA-Z]*(?: \\d+)?|\\d{1,3}[ -]?[A-Z]{2,3}\\b))"),
          PatternRule.of(
              Kind.SSN,
              "(?<![\\d-])\\d{3}[- ]\\d{2}[- ]\\d{4}(?![\\d-])"
                  + "|\\b(?:ssn|social(?: security)?|itin|seguro social)\\b.{0,20}?\\d{4}\\b"),
          PatternRule.of(Kind.BIRTH_DATE, "\\b(?:turn(?:s|ed|ing)|cumpl(?:e|io|ira)) \\d{1,3}\\b"),
          PatternRule.of(
              Kind.BIRTH_DATE,
              "(?:\\bborn\\b|\\bdob\\b|\\bd\\.o\\.b\\.?|\\b(?:date of birth|birth ?date|birthday)\\b|\\bb\\."
                  + "|\\bnaci(?:o|do|da)\\b|\\bfecha de nacimiento\\b|\\bcumple(?:anos| anos)?\\b)"
                  + "[: ]*(?:(?:is|was|on|in|el|es|dia|the) ){0,3}"
                  + DATE),
          PatternRule.of(
              Kind.CASE_NUMBER,
              "\\b(?-i:[A-Z]{2})[ -]?\\d{3}-?\\d{3}\\b|\\b\\d{2} ?cr ?\\d{3,}\\b"
                  + "|\\bcase (?:#|no\\.?|number) ?\\w+(?:[ -]\\w*\\d+)*"
                  + "|\\b(?:ir|cb|rd|sid) ?(?:#|no\\.?|number)? ?\\d{5,}\\b"),
          PatternRule.of(
              Kind.HOME,
              "\\b(?:apt|apartment|unit|dep(?:artamen)?to|apto)\\b\\.? ?#?(?=\\w*\\d)\\w{1,5}\\b"),
          PatternRule.of(
              Kind.HOME,
              "\\b(?:lives?|living|stays?|staying|resides?|moved|house|home|rents?|renting|sleeps?|knock|vive[n]?|casa|renta[n]?|duerme)\\b"
                  + ".{0,40}?(?<m>"
                  + STREET
                  + "\\w+)"),
          PatternRule.of(Kind.HOME, STREET + "\\w+.{0,12}?(?:floor|piso|rear|basement|sotano)\\b"));

  private Numbers() {}
}
