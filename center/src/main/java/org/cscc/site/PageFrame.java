package org.cscc.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.cscc.access.Access;
import org.cscc.access.SignedIn;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page needs: who, where, when, and whether the city is synthetic. */
@ControllerAdvice
class PageFrame {
  private final Access access;
  private final HomeState home;
  private final Clock clock;

  PageFrame(Access access, HomeState home, Clock clock) {
    this.access = access;
    this.home = home;
    this.clock = clock;
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request) {
    return new Frame(
        access.signedIn().orElse(null),
        home.kind() == HomeKind.DEMO,
        ZonedDateTime.now(clock).withZoneSameInstant(ReviewWeek.CHICAGO),
        request.getRequestURI());
  }

  /**
   * The frame of a page.
   *
   * @param account who is signed in
   * @param synthetic whether the data is made up
   * @param now Chicago wall clock of the house
   * @param path address of the page, for the language links
   */
  record Frame(@Nullable SignedIn account, boolean synthetic, ZonedDateTime now, String path) {
    /** The feature the page belongs to: the first word of its address. */
    public String room() {
      int end = path.indexOf('/', 1);
      return path.substring(1, end < 0 ? path.length() : end);
    }
  }
}
