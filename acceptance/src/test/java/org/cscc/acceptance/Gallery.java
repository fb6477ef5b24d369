package org.cscc.acceptance;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The pictures of a run in {@code target/pages}, with one page that shows them all. */
final class Gallery {
  private static final Path FOLDER =
      Path.of(System.getProperty("cscc.work", "target")).resolve("pages");
  private final Map<String, Set<String>> looks = new TreeMap<>();

  /** Takes the picture of a whole page. */
  void take(Page page, String name, String look) {
    String file = name + "." + look + ".png";
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(file)).setFullPage(true));
    synchronized (looks) {
      looks.computeIfAbsent(name, n -> new TreeSet<>()).add(file);
    }
  }

  /** Writes the page that shows them all. */
  void write() throws IOException {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<title>Every page of the center</title><style>body{font-family:sans-serif}")
        .append("div{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}figure{margin:0}")
        .append("img{height:420px;width:auto;max-width:420px;object-fit:cover;")
        .append("object-position:top;border:1px solid #999}</style></head>")
        .append("<body><h1>Every page of the center</h1>");
    looks.forEach(
        (name, files) -> {
          html.append("<h2>").append(name).append("</h2><div>");
          for (String file : files) {
            html.append("<figure><a href=\"%s\"><img src=\"%<s\" alt=\"\"></a>".formatted(file))
                .append("<figcaption>%s</figcaption></figure>".formatted(file));
          }
          html.append("</div>");
        });
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("index.html"), html.append("</body></html>"));
  }
}
