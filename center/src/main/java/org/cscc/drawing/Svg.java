package org.cscc.drawing;

import java.util.regex.Pattern;

/**
 * Writes SVG. Every text and attribute is escaped, colours are presentation attributes beside
 * classes: the strict content security policy refuses style attributes, and the theme's classes win
 * over presentation attributes in dark mode.
 */
final class Svg {
  static final String INK = "#1b1b1b";
  static final String QUIET = "#565c65";
  static final String PAPER = "#ffffff";
  static final String ACTION = "#005899";
  static final String BAND = "#dfe3e8";
  private static final String[] TONES = {"#ebe8e2", "#e3f2fa", "#b5def2", "#7cc3e4", "#41a3d4"};

  private static final Pattern FONT_SIZE = Pattern.compile("font-size=\"([0-9.]+)\"");

  private final StringBuilder out = new StringBuilder(4096);

  static String tone(int step) {
    return TONES[step];
  }

  Svg open(String name, Object... attributes) {
    start(name, attributes);
    out.append('>');
    return this;
  }

  Svg close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  Svg empty(String name, Object... attributes) {
    start(name, attributes);
    out.append("/>");
    return this;
  }

  Svg element(String name, String text, Object... attributes) {
    return open(name, attributes).text(text).close(name);
  }

  Svg text(String text) {
    escape(text);
    return this;
  }

  /** Adds what another writer wrote. */
  Svg raw(String svg) {
    out.append(svg);
    return this;
  }

  /** A label in first-rank ink; anchor is start, middle or end. */
  Svg label(double x, double y, double size, String anchor, String text) {
    return words(x, y, size, anchor, "ink", INK, text);
  }

  /** A label in second-rank ink. */
  Svg aside(double x, double y, double size, String anchor, String text) {
    return words(x, y, size, anchor, "quiet", QUIET, text);
  }

  private Svg words(
      double x, double y, double size, String anchor, String kind, String fill, String text) {
    return element(
        "text",
        text,
        "class",
        kind,
        "x",
        x,
        "y",
        y,
        "font-size",
        size,
        "text-anchor",
        anchor,
        "fill",
        fill);
  }

  private void start(String name, Object... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      // Data that is not there needs no attribute.
      if (attributes[i + 1].equals("")) {
        continue;
      }
      out.append(' ').append(attributes[i]).append("=\"");
      Object value = attributes[i + 1];
      escape(value instanceof Double number ? number(number) : value.toString());
      out.append('"');
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> {
          // XML 1.0 knows no other control characters.
          if (c >= ' ' || c == '\n' || c == '\t') {
            out.append(c);
          }
        }
      }
    }
  }

  /** The same picture with every text in a share of its size. */
  static String smallerText(String svg, double share) {
    return FONT_SIZE
        .matcher(svg)
        .replaceAll(
            size -> "font-size=\"" + number(Double.parseDouble(size.group(1)) * share) + "\"");
  }

  /** A length with one decimal at most. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    long size = Math.abs(tenths);
    String whole = (tenths < 0 ? "-" : "") + size / 10;
    return size % 10 == 0 ? whole : whole + "." + size % 10;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
