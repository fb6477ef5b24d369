package org.cscc.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cscc.kernel.UnfitWording.Mark;
import org.junit.jupiter.api.Test;

/** How much of the labelled sets the linter finds (R-HRIT-09), and what it must never mark. */
class LinterTests {
  private static final Path PAGE = Path.of("..", "docs", "wording.md");
  private static final List<LabelledSentence> KNOWN = LabelledSentence.known();
  private static final List<LabelledSentence> FRESH = LabelledSentence.fresh();
  private final Linter linter = new Linter();

  @Test
  void theSetsAreLargeAndHalfOfThemIsClean() {
    assertThat(KNOWN).hasSizeGreaterThanOrEqualTo(560);
    assertThat(KNOWN.stream().filter(s -> !s.dirty()).count()).isBetween(270L, 300L);
    assertThat(FRESH).hasSizeGreaterThanOrEqualTo(110);
    assertThat(Stream.concat(KNOWN.stream(), FRESH.stream()).map(LabelledSentence::text))
        .doesNotHaveDuplicates();
  }

  @Test
  void knownSentencesAreToldApart() {
    Score score = Score.of(linter, KNOWN);
    assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void freshSentencesStayAboveTheFloorAndThePageSaysTheFigures() throws IOException {
    Score fresh = Score.of(linter, FRESH);
    assertThat(fresh.recall()).as(fresh.toString()).isGreaterThanOrEqualTo(Score.RECALL_FLOOR);
    assertThat(fresh.precision())
        .as(fresh.toString())
        .isGreaterThanOrEqualTo(Score.PRECISION_FLOOR);
    assertThat(Files.readString(PAGE))
        .as("%s and %s", fresh, Score.of(linter, KNOWN))
        .contains(fresh.toString(), Score.of(linter, KNOWN).toString());
  }

  @Test
  void thePageListsEveryMiss() throws IOException {
    String page = Files.readString(PAGE);
    List<String> wrong =
        Stream.concat(KNOWN.stream(), FRESH.stream())
            .filter(sentence -> linter.read(sentence.text()).isEmpty() == sentence.dirty())
            .map(sentence -> "| " + sentence.label() + " | " + sentence.text() + " |")
            .toList();
    assertThat(page)
        .as(
            "the list between the miss marks of docs/wording.md must be:%n%s",
            String.join("\n", wrong))
        .contains(
            "<!-- misses -->\n| kind | sentence |\n| --- | --- |\n"
                + String.join("\n", wrong)
                + "\n<!-- /misses -->");
  }

  @Test
  void recallOfEachKindIsOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    List<String> rows =
        KindScore.rows(linter, Stream.concat(KNOWN.stream(), FRESH.stream()).toList());
    assertThat(page).as("rows:%n%s", String.join("\n", rows)).contains(String.join("\n", rows));
  }

  @Test
  void marksAreTheWordsThemselves() {
    String text = "Light is out at 4500 W Monroe; ask Denise Walker, 773-555-0142, or @block_nine.";
    assertThat(linter.read(text).stream().map(mark -> mark.kind() + " " + words(text, mark)))
        .containsExactly("NAME Denise Walker", "PHONE 773-555-0142", "HANDLE @block_nine");
  }

  @Test
  void accentsAndCapitalsDoNotHideANameNorMoveTheMark() {
    String text = "Pregunte por GUADALUPE PEÑA en la esquina.";
    Mark mark = linter.read(text).getFirst();
    assertThat(words(text, mark)).isEqualTo("GUADALUPE PEÑA");
  }

  @Test
  void aLongTextIsReadInAMoment() {
    String large =
        "The lamp at Augusta and Lockwood is dark, aka out, since 4500 W days. ".repeat(3000);
    long start = System.nanoTime();
    linter.read(large);
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }

  private static String words(String text, Mark mark) {
    return text.substring(mark.start(), mark.end());
  }
}
