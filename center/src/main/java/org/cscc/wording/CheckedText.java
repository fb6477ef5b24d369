package org.cscc.wording;

import java.text.Normalizer;
import java.util.List;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.UnfitWording;
import org.cscc.kernel.UnfitWording.Mark;
import org.springframework.stereotype.Component;

/** Lets a text through when the linter marks nothing in it, or the privacy officer let it stand. */
@Component
class CheckedText implements FreeText {
  private final Linter linter;
  private final Releases releases;

  CheckedText(Linter linter, Releases releases) {
    this.linter = linter;
    this.releases = releases;
  }

  @Override
  public String fit(String field, String text) {
    String fit = normal(text);
    List<Mark> marks = linter.read(fit);
    if (!marks.isEmpty() && !releases.letsStand(fit)) {
      throw new UnfitWording(field, fit, marks);
    }
    return fit;
  }

  /** Composed letters and plain line ends, so that what is seen as equal is equal. */
  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n").strip();
  }
}
