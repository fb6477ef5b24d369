package org.cscc.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Entries.Shelf;
import org.cscc.directory.TeamGround.Saved;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.places.Areas;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which areas, or parts of one, a team looks after, and where it leads. */
@Controller
@Requires(Capability.EDIT_REFERENCE)
@RequestMapping("/directory/teams/{code}/areas")
class TeamGroundPage {
  private static final int LONGEST_PART = 80;

  private final Entries entries;
  private final TeamGround ground;
  private final Areas areas;
  private final FreeText freeText;

  TeamGroundPage(Entries entries, TeamGround ground, Areas areas, FreeText freeText) {
    this.entries = entries;
    this.ground = ground;
    this.areas = areas;
    this.freeText = freeText;
  }

  @GetMapping
  String form(@PathVariable String code, Model model) {
    Entry team = team(code);
    return page(model, team, team.version(), ground.of(code));
  }

  @PostMapping
  String save(
      @PathVariable String code,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam Map<String, String> fields,
      Decision decision,
      HttpServletResponse response,
      Model model) {
    Entry team = team(code);
    List<TeamArea> wanted = wanted(fields);
    wanted.forEach(
        area -> {
          if (area.subArea() != null) {
            freeText.fit("part", area.subArea());
          }
        });
    if (wanted.isEmpty()) {
      model.addAttribute("wrong", "directory.areas.wrong.none");
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(model, team, version, ground.of(code));
    }
    return switch (ground.save(decision, code, version, wanted)) {
      case Saved.Done done -> "redirect:/directory?saved";
      case Saved.Led led -> {
        model.addAttribute("led", led);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield page(model, team, version, wanted);
      }
      case Saved.Stale stale -> {
        model.addAttribute("stored", ground.of(code));
        response.setStatus(HttpStatus.CONFLICT.value());
        yield page(model, team, stale.version(), wanted);
      }
    };
  }

  /** What the form says: the areas that are kept, and one that is added. */
  private List<TeamArea> wanted(Map<String, String> fields) {
    List<TeamArea> wanted = new ArrayList<>();
    areas
        .all()
        .forEach(
            area -> {
              String number = Integer.toString(area.number());
              if (fields.containsKey("keep-" + number)) {
                wanted.add(
                    area(
                        area.number(),
                        fields.getOrDefault("part-" + number, ""),
                        fields.containsKey("lead-" + number)));
              } else if (number.equals(fields.get("add"))) {
                wanted.add(
                    area(
                        area.number(),
                        fields.getOrDefault("add-part", ""),
                        fields.containsKey("add-lead")));
              }
            });
    return wanted;
  }

  private static TeamArea area(int number, String part, boolean lead) {
    String words = part.strip();
    words = words.length() > LONGEST_PART ? words.substring(0, LONGEST_PART) : words;
    return new TeamArea(number, words.isEmpty() ? null : words, lead);
  }

  private Entry team(String code) {
    return entries
        .byCode(Shelf.TEAM, code)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND, "R-DIRECTORY-01", "directory.refused.unknown", code));
  }

  private String page(Model model, Entry team, int version, List<TeamArea> shown) {
    model.addAttribute("team", team);
    model.addAttribute("version", version);
    model.addAttribute("shown", shown);
    model.addAttribute("names", areas);
    model.addAttribute(
        "others",
        areas.all().stream()
            .filter(area -> shown.stream().noneMatch(one -> one.area() == area.number()))
            .toList());
    return "directory/team-areas";
  }
}
