package org.cscc.blitz;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.places.Areas;
import org.cscc.places.Block;
import org.cscc.places.Blocks;
import org.cscc.services.ServiceBundles;
import org.springframework.stereotype.Component;

/** Whether a plan can be one, and who takes part in it. */
@Component
class BlitzPlanning {
  private static final int FEWEST_DEPARTMENTS = 2;
  private static final int LONGEST_NOTE = 400;

  /** A code has a digit in it, so that it is no name. */
  private static final Pattern ORDER = Pattern.compile("(?=.*\\d)[A-Za-z0-9][A-Za-z0-9 ./-]{0,39}");

  private final ServiceBundles services;
  private final Organizations organizations;
  private final Areas areas;
  private final BlitzTimes times;
  private final FreeText freeText;

  BlitzPlanning(
      ServiceBundles services,
      Organizations organizations,
      Areas areas,
      BlitzTimes times,
      FreeText freeText) {
    this.services = services;
    this.organizations = organizations;
    this.areas = areas;
    this.times = times;
    this.freeText = freeText;
  }

  /**
   * The plan as it is kept: blocks as the house writes them, and the departments that do what is
   * chosen take part by themselves.
   *
   * @throws Refused R-BLITZ-09 for what the form does not offer, R-BLITZ-07 for the days
   */
  BlitzWish fit(BlitzWish wish, LocalDate today) {
    if (areas.byNumber(wish.area()).isEmpty()) {
      throw BlitzRules.unfit("blitz.refused.area");
    }
    if (wish.reason() == null) {
      throw BlitzRules.unfit("blitz.refused.reason");
    }
    times.check(wish.firstDay(), wish.lastDay(), today);
    List<String> blocks = blocks(wish.blocks());
    List<String> types = types(wish.types());
    return new BlitzWish(
        wish.area(),
        wish.reason(),
        note(wish.note(), LONGEST_NOTE),
        wish.firstDay(),
        wish.lastDay(),
        blocks,
        types,
        departments(types, wish.departments()));
  }

  private List<String> blocks(List<String> written) {
    Set<String> blocks = new LinkedHashSet<>();
    for (String line : written) {
      if (line.isBlank()) {
        continue;
      }
      Block block = Blocks.normalise(line);
      if (!block.known()) {
        throw BlitzRules.unfit("blitz.refused.block", blocks.size() + 1);
      }
      blocks.add(block.canonical());
    }
    if (blocks.isEmpty() || blocks.size() > times.blocks()) {
      throw BlitzRules.unfit("blitz.refused.blocks", times.blocks());
    }
    return List.copyOf(blocks);
  }

  private List<String> types(List<String> wanted) {
    Set<String> known =
        services.kinds().stream().map(ServiceBundles.Kind::code).collect(Collectors.toSet());
    Set<String> types = new LinkedHashSet<>(wanted);
    if (types.isEmpty() || !known.containsAll(types)) {
      throw BlitzRules.unfit("blitz.refused.types");
    }
    return List.copyOf(types);
  }

  private List<String> departments(List<String> types, List<String> others) {
    Set<String> departments = new TreeSet<>(others);
    Map<String, String> does = doers();
    types.forEach(type -> departments.add(String.valueOf(does.get(type))));
    if (!active().containsAll(departments)) {
      throw BlitzRules.unfit("blitz.refused.department");
    }
    if (departments.size() < FEWEST_DEPARTMENTS) {
      throw BlitzRules.unfit("blitz.refused.one-department");
    }
    return new ArrayList<>(departments);
  }

  /** Who does what, by code of the type. */
  Map<String, String> doers() {
    return services.kinds().stream()
        .collect(Collectors.toMap(ServiceBundles.Kind::code, ServiceBundles.Kind::department));
  }

  /** Codes of the organizations that can be asked. */
  Set<String> active() {
    return organizations.all().stream().map(Organization::code).collect(Collectors.toSet());
  }

  /** The code of a crew or work order, when it is one. */
  String order(String written) {
    String fit = freeText.fit("order", written);
    if (!ORDER.matcher(fit).matches()) {
      throw BlitzRules.unfit("blitz.refused.order");
    }
    return fit;
  }

  /** A person's own words about a place, when they may be kept; empty for none. */
  String note(String written, int longest) {
    String fit = written.isBlank() ? "" : freeText.fit("note", written);
    if (fit.length() > longest) {
      throw new Refused(Refused.Kind.INVALID, BlitzRules.WORDS, "blitz.refused.note", longest);
    }
    return fit;
  }
}
