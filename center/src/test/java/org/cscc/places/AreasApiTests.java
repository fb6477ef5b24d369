package org.cscc.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.SharedData;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CenterTest
class AreasApiTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired Accounts accounts;

  @Test
  void programsGetAllAreasWithSideAndPriority() {
    JsonNode rows = JSON.readTree(ask("application/json").body());
    assertThat(rows).hasSize(77);
    JsonNode austin = rows.get(24);
    assertThat(austin.path("number").asInt()).isEqualTo(25);
    assertThat(austin.path("name").asString()).isEqualTo("Austin");
    assertThat(austin.path("side").asString()).isEqualTo("WEST");
    assertThat(austin.path("city").asString()).isEqualTo("Chicago");
    assertThat(austin.path("priority").asInt()).isEqualTo(2);
    assertThat(austin.path("population").asInt()).isEqualTo(96_557);
    assertThat(rows.get(0).path("priority").isNull()).isTrue();
    assertThat(rows.get(0).path("population").isNull()).as("unknown is null, never 0").isTrue();
  }

  @Test
  void outlinesComeAsGeoJsonByTheRightHandRule() {
    HttpResponse<String> answer = ask("application/geo+json");
    assertThat(answer.headers().firstValue("Content-Type"))
        .get()
        .asString()
        .startsWith("application/geo+json");
    JsonNode collection = JSON.readTree(answer.body());
    assertThat(collection.path("features")).hasSize(77);
    assertThat(collection.path("approximate").asBoolean()).isTrue();
    for (JsonNode feature : collection.path("features")) {
      JsonNode outer = feature.path("geometry").path("coordinates").get(0).get(0);
      Coordinate[] ring = new Coordinate[outer.size()];
      for (int i = 0; i < ring.length; i++) {
        ring[i] = new Coordinate(outer.get(i).get(0).asDouble(), outer.get(i).get(1).asDouble());
      }
      assertThat(Orientation.isCCW(ring)).isTrue();
      assertThat(ring[0]).isEqualTo(ring[ring.length - 1]);
      assertThat(ring[0].x).isBetween(-88.2, -87.4);
      assertThat(ring[0].y).isBetween(41.5, 42.2);
    }
  }

  @Test
  void anyAcceptGetsTheListAndNeverNotAcceptable() {
    for (String accept : new String[] {"*/*", "application/json, */*", "application/*"}) {
      HttpResponse<String> answer = ask(accept);
      assertThat(answer.statusCode()).as(accept).isEqualTo(200);
      assertThat(answer.body()).startsWith("[");
    }
  }

  @Test
  void whoKnowsTheAreasIsToldThatNothingChanged() {
    String tag = ask("application/json").headers().firstValue("ETag").orElseThrow();
    try (Visitor visitor = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> again =
          visitor.ask("/api/v1/areas", "Accept", "application/json", "If-None-Match", tag);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      HttpResponse<String> shapes =
          visitor.ask("/api/v1/areas", "Accept", "application/geo+json", "If-None-Match", tag);
      assertThat(shapes.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void outlinesTravelCompressed() {
    try (Visitor visitor = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> answer =
          visitor.ask("/api/v1/areas", "Accept", "application/geo+json", "Accept-Encoding", "gzip");
      assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
      assertThat(answer.headers().firstValue("ETag")).isPresent();
    }
  }

  @Test
  void theOpenApiPageDescribesBothForms() {
    try (Visitor visitor = Visitor.as(Role.ANALYST, accounts, port)) {
      JsonNode description =
          JSON.readTree(visitor.ask("/api/v1/openapi", "Accept", "application/json").body());
      assertThat(description.path("openapi").asString()).startsWith("3.1");
      assertThat(description.path("info").path("title").asString())
          .isEqualTo("Community Safety Coordination Center");
      assertThat(description.path("components").path("securitySchemes").has("token")).isTrue();
      JsonNode answers =
          description
              .path("paths")
              .path("/api/v1/areas")
              .path("get")
              .path("responses")
              .path("200")
              .path("content");
      assertThat(answers.has("application/json")).isTrue();
      assertThat(answers.has("application/geo+json")).isTrue();
    }
  }

  @Test
  void theCitysRealOutlinesTakeAtMostSixtyKilobytes() throws Exception {
    Reference city = Reference.fresh();
    city.boundaryImport().apply(SharedData.file("community-areas.geojson"), BoundaryOptions.NONE);
    AreasApi api =
        new AreasApi(
            city.areas(),
            city.boundaries(),
            new PriorityAreas(city.jdbc(), Reference.CLOCK),
            Reference.CLOCK,
            JSON);
    byte[] body = Objects.requireNonNull(api.areas("application/geo+json", "").getBody());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    }
    System.out.printf("areas.geojson: %d bytes, %d compressed%n", body.length, packed.size());
    assertThat(new String(body, StandardCharsets.UTF_8)).contains("\"approximate\":false");
    assertThat(packed.size()).isLessThanOrEqualTo(60_000);
  }

  private HttpResponse<String> ask(String accept) {
    try (Visitor visitor = Visitor.as(Role.ANALYST, accounts, port)) {
      return visitor.ask("/api/v1/areas", "Accept", accept);
    }
  }
}
