import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The week under load, against a demo city that runs: 16 reviews in session at once, each writing
 * and reading its page, and the page of a liaison with thousands of open items.
 *
 * <p>java Load.java URL PASTES
 */
class Load {
  private static final String WEEK = "/reviews/2026-11-15/";
  private static final int ROUNDS = 25;
  private static final int OPENINGS = 200;
  private static final int WARM = 20;
  private static final int ROWS = 1000;
  private static final int SETTLING_MS = 30_000;
  private static final int PATIENCE = 20;
  private static String root = "";

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String token = "";

  public static void main(String[] args) throws Exception {
    root = args[0];
    int pastes = Integer.parseInt(args[1]);
    StringBuilder said = new StringBuilder();
    paste(pastes, said);
    liaison(said);
    forward();
    rooms(said);
    System.out.println("RESULT " + said.toString().strip());
  }

  /** Lists of 1,000 rows each, all for one organization. */
  private static void paste(int pastes, StringBuilder said) throws Exception {
    Load facilitator = as("facilitator");
    double[] seconds = new double[pastes];
    for (int paste = 0; paste < pastes; paste++) {
      String page = facilitator.get("/actions/paste").body();
      StringBuilder rows = new StringBuilder();
      for (int row = 0; row < ROWS; row++) {
        rows.append("Clean behind lot ").append(paste * ROWS + row)
            .append("\tCLEAN\tP4\tDSS\tliaison\t\t29\t")
            .append(3000 + row % 50 * 10).append(" W 16th St\n");
      }
      long start = System.nanoTime();
      HttpResponse<String> answer =
          facilitator.post("/actions/paste", Map.of("key", value(page, "key"), "rows", rows.toString()));
      seconds[paste] = (System.nanoTime() - start) / 1e9;
      if (answer.statusCode() != 302 && answer.statusCode() != 200) {
        throw new IOException("pasting answered " + answer.statusCode());
      }
    }
    Arrays.sort(seconds);
    said.append("paste_rows=%d paste_median_s=%.2f paste_max_s=%.2f ".formatted(
        ROWS, seconds[seconds.length / 2], seconds[seconds.length - 1]));
  }

  private static void liaison(StringBuilder said) throws Exception {
    Load liaison = as("liaison");
    double[] millis = new double[OPENINGS];
    String page = "";
    for (int i = -WARM; i < OPENINGS; i++) {
      long start = System.nanoTime();
      page = liaison.get("/actions").body();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Matcher open = Pattern.compile("Your ([\\d,]+) items").matcher(page);
    said.append("liaison_open=").append(open.find() ? open.group(1).replace(",", "") : "?");
    tell("liaison", millis, said);
  }

  /** Every team's packet is published and its review opened; then all write and read at once. */
  private static void rooms(StringBuilder said) throws Exception {
    Map<String, String> teams = new LinkedHashMap<>();
    for (String leader : List.of("facilitator", "coordinator")) {
      Load person = as(leader);
      Matcher link = Pattern.compile(Pattern.quote(WEEK) + "(?!prepare\")([a-z][a-z-]+)\"").matcher(
          person.get("/reviews").body());
      while (link.find()) {
        teams.put(link.group(1), leader);
      }
      for (Map.Entry<String, String> team : teams.entrySet()) {
        if (team.getValue().equals(leader)) {
          open(person, team.getKey());
        }
      }
    }
    List<Double> writes = new ArrayList<>();
    List<Double> reads = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    int running = 0;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<double[]>>> all = new ArrayList<>();
      for (Map.Entry<String, String> team : teams.entrySet()) {
        Load person = as(team.getValue());
        String page = person.get(WEEK + team.getKey() + "/room").body();
        if (!page.contains("/entries/note")) {
          continue;
        }
        running++;
        all.add(people.submit(() -> meet(person, team.getKey(), start)));
      }
      start.countDown();
      for (Future<List<double[]>> one : all) {
        for (double[] pair : one.get()) {
          writes.add(pair[0]);
          reads.add(pair[1]);
        }
      }
    }
    said.append("rooms=").append(running).append(" room_actions=").append(writes.size());
    tell("room_write", writes.stream().mapToDouble(Double::doubleValue).toArray(), said);
    tell("room_page", reads.stream().mapToDouble(Double::doubleValue).toArray(), said);
  }

  private static void open(Load person, String team) throws Exception {
    // A draft that was made anew since it was read is not published: it is read again.
    String packet = person.get(WEEK + team).body();
    for (int tries = 0; packet.contains(team + "/publish\"") && tries < PATIENCE; tries++) {
      person.post(WEEK + team + "/publish", Map.of("shown", value(packet, "shown")));
      packet = person.get(WEEK + team).body();
    }
    String room = person.get(WEEK + team + "/room").body();
    int start = room.indexOf("/room/start\"");
    if (start >= 0) {
      String form = room.substring(start);
      done(
          person.post(
              WEEK + team + "/room/start",
              Map.of("version", value(form, "version"), "key", value(form, "key"))),
          team);
    }
    String opened = person.get(WEEK + team + "/room").body();
    if (!opened.contains("/room/end\"")) {
      throw new IOException("The review of " + team + " is not in session");
    }
  }

  /** Reviews are opened on their day: the demo's clock goes to the last of them. */
  private static void forward() throws Exception {
    Load director = as("director");
    done(director.post("/demo/forward", Map.of("hours", "48")), "forward");
    Thread.sleep(SETTLING_MS); // what fell due in these days is told first
  }

  private static void done(HttpResponse<String> answer, String what) throws IOException {
    if (answer.statusCode() != 302) {
      throw new IOException(what + " answered " + answer.statusCode());
    }
  }

  /** A table at which something is said every two seconds: it is written down, and the page read. */
  private static List<double[]> meet(Load person, String team, CountDownLatch start)
      throws Exception {
    String room = WEEK + team + "/room";
    String page = person.get(room).body();
    List<double[]> taken = new ArrayList<>();
    start.await();
    Thread.sleep(Math.floorMod(team.hashCode(), 2000));
    for (int round = 0; round < ROUNDS; round++) {
      String form = page.substring(page.indexOf("/entries/note\""));
      long begin = System.nanoTime();
      HttpResponse<String> written =
          person.post(
              room + "/entries/note",
              Map.of(
                  "key", UUID.randomUUID().toString(),
                  "subject", value(form, "subject"),
                  "seen", value(form, "seen"),
                  "value", "NOTE",
                  "note", "The lamp at the corner is out, as said in minute " + round));
      double write = (System.nanoTime() - begin) / 1e6;
      if (written.statusCode() != 302) {
        throw new IOException(room + " answered " + written.statusCode());
      }
      begin = System.nanoTime();
      page = person.get(room).body();
      taken.add(new double[] {write, (System.nanoTime() - begin) / 1e6});
      Thread.sleep(2000);
    }
    return taken;
  }

  private static void tell(String what, double[] millis, StringBuilder said) {
    Arrays.sort(millis);
    said.append(" %s_p50_ms=%.1f %s_p95_ms=%.1f %s_max_ms=%.1f ".formatted(
        what, millis[millis.length / 2],
        what, millis[(int) Math.ceil(millis.length * 0.95) - 1],
        what, millis[millis.length - 1]));
  }

  private static Load as(String name) throws Exception {
    Load person = new Load();
    person.token = value(person.get("/access/sign-in").body(), "_csrf");
    HttpResponse<String> answer =
        person.post("/access/sign-in", Map.of("name", name, "password", name + "-demo-city"));
    if (answer.statusCode() != 302) {
      throw new IOException(name + " could not sign in: " + answer.statusCode());
    }
    person.token = value(person.get("/").body(), "_csrf");
    return person;
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 && answer.statusCode() != 302) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    return answer;
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    StringBuilder body = new StringBuilder("_csrf=" + encode(token));
    fields.forEach((name, value) -> body.append('&').append(name).append('=').append(encode(value)));
    return client.send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String value(String page, String name) {
    Matcher field =
        Pattern.compile("name=\"" + name + "\"[^>]*?value=\"([^\"]*)\"").matcher(page);
    return field.find() ? field.group(1) : "";
  }
}
