package org.cscc.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Entries.Saved;
import org.cscc.directory.Entries.Shelf;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is at the table, and the form that corrects it. */
@Controller
class DirectoryPage {
  private final Organizations organizations;
  private final Teams teams;
  private final Entries entries;
  private final Areas areas;
  private final Access access;
  private final FreeText freeText;

  DirectoryPage(
      Organizations organizations,
      Teams teams,
      Entries entries,
      Areas areas,
      Access access,
      FreeText freeText) {
    this.organizations = organizations;
    this.teams = teams;
    this.entries = entries;
    this.areas = areas;
    this.access = access;
    this.freeText = freeText;
  }

  @Requires(Capability.ENTER)
  @GetMapping("/directory")
  String directory(Model model) {
    List<Organization> all = organizations.all();
    List<Team> table = teams.all();
    List<Organization> city = all.stream().filter(Organization::ofTheCity).toList();
    model.addAttribute("organizations", city);
    model.addAttribute("partners", all.stream().filter(one -> !one.ofTheCity()).toList());
    model.addAttribute("teams", table);
    model.addAttribute("names", areas);
    model.addAttribute("assumed", all.stream().filter(Organization::assumed).count());
    model.addAttribute("inactiveOrganizations", entries.inactive(Shelf.ORGANIZATION));
    model.addAttribute("inactiveTeams", entries.inactive(Shelf.TEAM));
    model.addAttribute("mayEdit", access.decide(Capability.EDIT_REFERENCE).isPresent());
    return "directory/directory";
  }

  @Requires(Capability.EDIT_REFERENCE)
  @GetMapping("/directory/{shelf:organizations|teams}/{code}")
  String form(@PathVariable String shelf, @PathVariable String code, Model model) {
    return page(model, shelf, stored(shelf, code), "");
  }

  @Requires(Capability.EDIT_REFERENCE)
  @PostMapping("/directory/{shelf:organizations|teams}/{code}")
  String save(
      @PathVariable String shelf,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) Organization.@Nullable Kind kind,
      @RequestParam(defaultValue = "false") boolean assumed,
      @RequestParam(defaultValue = "false") boolean active,
      @RequestParam(defaultValue = "0") int version,
      Decision decision,
      HttpServletResponse response,
      Model model) {
    Entry present = stored(shelf, code);
    Entry wanted =
        new Entry(
            code, name.strip(), kind == null ? present.kind() : kind, assumed, active, version);
    if (wanted.name().isEmpty() || wanted.name().length() > 120) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(model, shelf, wanted, "directory.wrong.name");
    }
    freeText.fit("name", wanted.name());
    return switch (entries.save(decision, shelf(shelf), wanted)) {
      case Saved.Done done -> "redirect:/directory?saved";
      case Saved.NameTaken taken -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield page(model, shelf, wanted, "directory.wrong.taken");
      }
      case Saved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stored", stale.present());
        yield page(
            model,
            shelf,
            new Entry(
                code,
                wanted.name(),
                wanted.kind(),
                wanted.assumed(),
                wanted.active(),
                stale.present().version()),
            "");
      }
    };
  }

  private Entry stored(String shelf, String code) {
    return entries
        .byCode(shelf(shelf), code)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND, "R-DIRECTORY-01", "directory.refused.unknown", code));
  }

  private static Shelf shelf(String path) {
    return path.equals("teams") ? Shelf.TEAM : Shelf.ORGANIZATION;
  }

  private static String page(Model model, String shelf, Entry entry, String wrong) {
    model.addAttribute("shelf", shelf.toLowerCase(Locale.ROOT));
    model.addAttribute("entry", entry);
    model.addAttribute("wrong", wrong);
    model.addAttribute("kinds", Organization.Kind.values());
    return "directory/entry";
  }
}
