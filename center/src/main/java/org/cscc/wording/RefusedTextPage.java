package org.cscc.wording;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.kernel.Refused;
import org.cscc.kernel.UnfitWording;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page of a refused text. It sends the same form again, so nothing else has to be written
 * twice.
 */
@Controller
class RefusedTextPage {
  private final MessageSource messages;

  RefusedTextPage(MessageSource messages) {
    this.messages = messages;
  }

  /** A field of the refused form that goes along unchanged. */
  record Kept(String name, String value) {}

  @Requires(Capability.ENTER)
  @RequestMapping("/wording/refused")
  String refused(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    if (!(request.getAttribute(RefusedText.ATTRIBUTE) instanceof UnfitWording refused)) {
      throw new Refused(Refused.Kind.NOT_FOUND, UnfitWording.RULE, "wording.refused.nothing");
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("marked", MarkedText.of(refused, messages, locale));
    model.addAttribute("text", refused.text());
    model.addAttribute("field", refused.field());
    model.addAttribute("again", request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI));
    model.addAttribute("kept", kept(request, refused.field()));
    return "wording/refused";
  }

  private static List<Kept> kept(HttpServletRequest request, String field) {
    List<Kept> kept = new ArrayList<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.equals(field) && !name.equals("_csrf")) {
                for (String value : values) {
                  kept.add(new Kept(name, value));
                }
              }
            });
    String page = request.getHeader("Referer");
    if (page != null && request.getParameter(Refused.FORM_PAGE) == null) {
      kept.add(new Kept(Refused.FORM_PAGE, page));
    }
    return kept;
  }
}
