package org.cscc.notices;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands text messages to whatever provider the city has: a POST with {@code to}, {@code text} and
 * {@code key}, where the key is the same for each attempt so that the provider sends it once.
 */
@Component
class TextCarrier implements Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(TextCarrier.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 8;
  private final String address;
  private final String token;
  private final JsonMapper json;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  TextCarrier(
      @Value("${cscc.text.url:}") String address,
      @Value("${cscc.text.token:}") String token,
      JsonMapper json) {
    this.address = address;
    this.token = token;
    this.json = json;
  }

  @Override
  public Channel channel() {
    return Channel.TEXT;
  }

  @Override
  public boolean named() {
    return !address.isBlank();
  }

  @Override
  public List<Outcome> carry(List<Letter> letters) {
    try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<Outcome>> errands = new ArrayList<>();
      letters.forEach(letter -> errands.add(() -> send(letter)));
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> done : hands.invokeAll(errands)) {
        outcomes.add(done.get());
      }
      return outcomes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return letters.stream().<Outcome>map(l -> new Outcome.Failed("STOPPED", true)).toList();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Outcome send(Letter letter) throws InterruptedException {
    try {
      int status = client.send(request(letter), BodyHandlers.discarding()).statusCode();
      if (status / 100 == 2) {
        return new Outcome.HandedOver();
      }
      boolean theirs = status / 100 == 5 || status == 408 || status == 429;
      return new Outcome.Failed("ANSWER_" + status, theirs);
    } catch (IOException e) {
      return new Outcome.Failed("SERVER", true);
    } catch (RuntimeException e) {
      // It concerns this message alone; what is wrong with it may hold a number, so it is not told.
      LOG.warn("A text message could not be made: {}", e.getClass().getSimpleName());
      return Outcome.Failed.unmade();
    }
  }

  private HttpRequest request(Letter letter) {
    String key = letter.delivery().notice().toString();
    String body =
        json.writeValueAsString(
            Map.of("to", letter.delivery().address(), "text", letter.text(), "key", key));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body));
    if (!token.isBlank()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }
}
