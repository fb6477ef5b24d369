package org.cscc.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PictureTests {
  private static final Caption CAPTION =
      new Caption("3 people harmed & <no> \"more\"", "A map of a week", "n = 3; as of Tue, Nov 24");

  static List<Picture> pictures() {
    return List.of(map(), lines(), bars(), heat());
  }

  static MapPicture map() {
    List<Position> square =
        List.of(
            new Position(-87.7, 41.8),
            new Position(-87.6, 41.8),
            new Position(-87.6, 41.9),
            new Position(-87.7, 41.9),
            new Position(-87.7, 41.8));
    List<Position> other =
        List.of(
            new Position(-87.6, 41.8),
            new Position(-87.5, 41.8),
            new Position(-87.5, 41.9),
            new Position(-87.6, 41.9),
            new Position(-87.6, 41.8));
    return MapPicture.of(
            "week",
            CAPTION,
            List.of(
                Region.plain("29", "North & Lawndale", List.of(square))
                    .outlined(true)
                    .linkedTo("/patterns/areas/29"),
                Region.plain("30", "South Lawndale", List.of(other)).hatched(true).toned(3)))
        .with(
            List.of(
                new Dot(new Position(-87.65, 41.85), 1, Dot.Sign.ROUND, "1 person injured", null),
                new Dot(new Position(-87.63, 41.83), 4, Dot.Sign.DIAMOND, "4 people killed", null),
                new Dot(new Position(-87.55, 41.88), 1, Dot.Sign.SQUARE, "School", null)),
            List.of(
                new MapPicture.Key(Dot.Sign.ROUND, 1, "1 person injured"),
                new MapPicture.Key(Dot.Sign.DIAMOND, 1, "1 person killed")))
        .noted("Approximate outlines");
  }

  static LineChart lines() {
    List<LineChart.Sample> samples =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    new LineChart.Sample(
                        "Week " + i, i == 5 ? null : (double) (i % 4 + 2), 1.0, 6.0))
            .toList();
    return new LineChart(
        "trend",
        CAPTION,
        List.of(
            new LineChart.Panel("Killed", samples),
            new LineChart.Panel("Injured", samples),
            new LineChart.Panel("Nothing known", List.of())));
  }

  static BarChart bars() {
    return new BarChart(
        "areas",
        CAPTION,
        List.of(
            new BarChart.Bar("Greater Grand Crossing", 7, "7 · usual 3–8", 3.0, 8.0, false),
            new BarChart.Bar("Burnside", 1, "1 · too few to judge", null, null, true)));
  }

  static HeatTable heat() {
    return new HeatTable(
        "when",
        CAPTION,
        List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"),
        IntStream.range(0, 24).mapToObj(hour -> hour + ":00").toList(),
        IntStream.range(0, 24)
            .mapToObj(
                hour -> IntStream.range(0, 7).mapToObj(day -> hour > 18 ? hour + day : 0).toList())
            .toList());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everyPictureIsWellFormedAndTellsItsFinding(Picture picture) throws Exception {
    for (String svg : List.of(picture.svg(), picture.standalone(), picture.figure())) {
      Document document = parse(svg);
      assertThat(text(document, "title")).contains(CAPTION.title());
      assertThat(text(document, "desc")).contains(CAPTION.description());
    }
    assertThat(parse(picture.figure()).getDocumentElement().getTextContent())
        .contains(CAPTION.footnote());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void noPictureCarriesAStyleOrAScriptThatTheStrictPolicyRefuses(Picture picture) throws Exception {
    NodeList all = parse(picture.svg()).getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertThat(element.hasAttribute("style")).isFalse();
      assertThat(element.getTagName()).isNotIn("style", "script", "foreignObject");
      for (int a = 0; a < element.getAttributes().getLength(); a++) {
        assertThat(element.getAttributes().item(a).getNodeName()).doesNotStartWith("on");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void noTextIsSmallerThanElevenUnitsOfThreeHundredSixty(Picture picture) throws Exception {
    NodeList texts = parse(picture.svg()).getElementsByTagName("text");
    assertThat(texts.getLength()).isPositive();
    for (int i = 0; i < texts.getLength(); i++) {
      assertThat(Double.parseDouble(((Element) texts.item(i)).getAttribute("font-size")))
          .isGreaterThanOrEqualTo(11);
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void theSameRecordsGiveTheSamePicture(Picture picture) {
    assertThat(picture.svg()).isEqualTo(picture.svg());
  }

  @Test
  void aLinkedMapIsAGroupWhoseLinksTakeNoKeyboardStop() throws Exception {
    Document document = parse(map().svg());
    assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("group");
    Element link = (Element) document.getElementsByTagName("a").item(0);
    assertThat(link.getAttribute("href")).isEqualTo("/patterns/areas/29");
    assertThat(link.getAttribute("tabindex")).isEqualTo("-1");
    assertThat(parse(bars().svg()).getDocumentElement().getAttribute("role")).isEqualTo("img");
  }

  @Test
  void aMapAroundOneAreaIsLargerThere() {
    MapPicture whole = map();
    MapPicture near = whole.around(Set.of("29"));
    assertThat(near.height()).isGreaterThan(whole.height());
  }

  @Test
  void theScaleBarOfAMapIsTrue() {
    // One degree of latitude is 111.195 km on the sphere; the view is 360 units for its width.
    MapView view = MapView.of(map().regions(), List.of(), 0);
    double metres = 111_195 * 0.05;
    double drawn = view.y(new Position(-87.6, 41.83)) - view.y(new Position(-87.6, 41.88));
    assertThat(view.units(metres)).isCloseTo(drawn, org.assertj.core.data.Offset.offset(1e-6));
    double wide = view.x(new Position(-87.6, 41.85)) - view.x(new Position(-87.65, 41.85));
    assertThat(wide / drawn)
        .isCloseTo(Math.cos(Math.toRadians(41.85)), org.assertj.core.data.Offset.offset(1e-3));
  }

  @Test
  void stepsOfAHeatTableAreFourEqualPartsOfTheGreatestCount() {
    HeatTable heat =
        new HeatTable(
            "h",
            CAPTION,
            List.of("a", "b", "c", "d"),
            List.of("r"),
            List.of(List.of(0, 1, 10, 20)));
    assertThat(heat.step(0, 0)).isZero();
    assertThat(heat.step(0, 1)).isEqualTo(1);
    assertThat(heat.step(0, 2)).isEqualTo(2);
    assertThat(heat.step(0, 3)).isEqualTo(4);
  }

  @Test
  void aHeatTableWithAMissingCountIsRefused() {
    List<List<Integer>> counts = List.of(List.of(1));
    assertThatThrownBy(() -> new HeatTable("h", CAPTION, List.of("a", "b"), List.of("r"), counts))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void picturesCanBeLookedAt(Picture picture) throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    Path file = folder.resolve(picture.id() + ".svg");
    Files.writeString(file, picture.standalone());
    assertThat(file).isNotEmptyFile();
  }

  private static List<String> text(Document document, String element) {
    NodeList nodes = document.getElementsByTagName(element);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
