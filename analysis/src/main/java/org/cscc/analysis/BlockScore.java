package org.cscc.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cscc.analysis.InvalidInput.Reason;

/**
 * M-7: the score of a block with its whole arithmetic, so that a page can show why a block is on
 * the list. An incident of weight {@code w} and age {@code d} days adds {@code w * 2^(-d /
 * halfLife)} while it is younger than the window. The sum {@code S} is then drawn towards the mean
 * {@code m} of all blocks of its area, those without incidents included: {@code score = m + A/(A +
 * V) * (S - m)}. {@code V}, the mean over the area's blocks of the sum of squared points, is the
 * variance that chance alone gives a sum of Poisson arrivals; {@code A = max(0, variance of S over
 * the blocks - V)} is what is left for lasting differences (method of moments, Marshall 1991, Appl.
 * Stat. 40:283, for equal exposures and weighted events). With {@code A = 0} the blocks of an area
 * can not be told apart from chance: all of them get the mean and share a rank.
 *
 * @param block the block's id
 * @param area the area whose mean it was drawn towards
 * @param incidents incidents in the window
 * @param raw the sum {@code S}
 * @param shrinkage the arithmetic of the area
 * @param score the shrunk score
 * @param rank 1 for the highest; equal scores share a rank and the next one is skipped
 * @param parts what each incident added, latest first
 */
public record BlockScore(
    String block,
    String area,
    int incidents,
    double raw,
    Shrinkage shrinkage,
    double score,
    int rank,
    List<Part> parts) {

  /**
   * One incident.
   *
   * @param id its id, kept for the explanation
   * @param block the block it is counted on
   * @param day epoch day
   * @param weight for example 1 for a shooting, 0.2 for shots fired
   */
  public record Incident(String id, String block, int day, double weight) {}

  /**
   * What one incident added.
   *
   * @param id the incident
   * @param ageDays days before the day of the score
   * @param weight its weight
   * @param decay {@code 2^(-age / halfLife)}
   * @param points weight times decay
   */
  public record Part(String id, int ageDays, double weight, double decay, double points) {}

  /**
   * What an area's blocks have in common.
   *
   * @param blocks number of blocks in the area
   * @param mean mean raw score {@code m}
   * @param lasting variance {@code A} of lasting differences
   * @param chance variance {@code V} by chance
   * @param factor {@code A / (A + V)}: 1 keeps the block's own sum, 0 gives every block the mean
   */
  public record Shrinkage(int blocks, double mean, double lasting, double chance, double factor) {}

  /**
   * Settings of the score.
   *
   * @param halfLifeDays days after which an incident counts half
   * @param windowDays only incidents of age {@code 0 .. windowDays - 1}
   * @param minIncidents fewer incidents are not listed
   */
  public record Settings(int halfLifeDays, int windowDays, int minIncidents) {
    /** Half-life 90 days, 365 days, at least 2 incidents. */
    public static final Settings USUAL = new Settings(90, 365, 2);

    /** Refuses settings below one. */
    public Settings {
      Require.between("halfLifeDays", halfLifeDays, 1, 100_000);
      Require.between("windowDays", windowDays, 1, 100_000);
      Require.between("minIncidents", minIncidents, 1, 100_000);
    }
  }

  /**
   * The list, highest first, and where it comes from.
   *
   * @param blocks listed blocks
   * @param areas arithmetic of each area by id
   * @param provenance method and settings
   */
  public record Ranking(
      List<BlockScore> blocks, Map<String, Shrinkage> areas, Provenance provenance) {}

  /**
   * Scores and ranks blocks.
   *
   * @param incidents any order; those outside the window are ignored
   * @param areaOfBlock every block of every area, those without incidents included
   * @param day epoch day of the score
   * @throws InvalidInput for an incident on an unknown block, a repeated incident id, or a weight
   *     that is negative or no number
   */
  public static Ranking rank(
      List<Incident> incidents, Map<String, String> areaOfBlock, int day, Settings settings) {
    Map<String, List<Part>> partsOfBlock = parts(incidents, areaOfBlock, day, settings);
    Map<String, Shrinkage> areas = shrinkages(partsOfBlock, areaOfBlock);
    List<BlockScore> listed = new ArrayList<>();
    int used = 0;
    for (Map.Entry<String, List<Part>> entry : partsOfBlock.entrySet()) {
      used += entry.getValue().size();
      if (entry.getValue().size() >= settings.minIncidents()) {
        String area = areaOfBlock.getOrDefault(entry.getKey(), "");
        listed.add(unranked(entry.getKey(), area, entry.getValue(), areas));
      }
    }
    listed.sort(
        Comparator.comparingDouble(BlockScore::score)
            .thenComparingDouble(BlockScore::raw)
            .reversed()
            .thenComparing(BlockScore::block));
    return new Ranking(
        ranked(listed),
        areas,
        Provenance.of(
                "Block score (exponential decay, empirical Bayes after Marshall 1991)",
                used,
                Caution.PLACES_NOT_PEOPLE)
            .with("half_life_days", settings.halfLifeDays())
            .with("window_days", settings.windowDays())
            .with("min_incidents", settings.minIncidents()));
  }

  private static Map<String, List<Part>> parts(
      List<Incident> incidents, Map<String, String> areaOfBlock, int day, Settings settings) {
    Map<String, List<Part>> partsOfBlock = new TreeMap<>();
    Map<String, Incident> seen = new HashMap<>();
    for (Incident incident : incidents) {
      check(incident, areaOfBlock, seen);
      int age = day - incident.day();
      if (age >= 0 && age < settings.windowDays()) {
        double decay = Math.pow(2, -(double) age / settings.halfLifeDays());
        double points = incident.weight() * decay;
        partsOfBlock
            .computeIfAbsent(incident.block(), none -> new ArrayList<>())
            .add(new Part(incident.id(), age, incident.weight(), decay, points));
      }
    }
    Comparator<Part> latestFirst = Comparator.comparingInt(Part::ageDays).thenComparing(Part::id);
    partsOfBlock.replaceAll((block, parts) -> parts.stream().sorted(latestFirst).toList());
    return partsOfBlock;
  }

  private static void check(
      Incident incident, Map<String, String> areaOfBlock, Map<String, Incident> seen) {
    if (!areaOfBlock.containsKey(incident.block())) {
      throw new InvalidInput(
          Reason.UNKNOWN_ID, "incident " + incident.id() + ": unknown block " + incident.block());
    }
    if (seen.put(incident.id(), incident) != null) {
      throw new InvalidInput(Reason.DUPLICATE_ID, "incident " + incident.id() + " given twice");
    }
    Require.nonNegative("weight of " + incident.id(), new double[] {incident.weight()});
  }

  private static Map<String, Shrinkage> shrinkages(
      Map<String, List<Part>> partsOfBlock, Map<String, String> areaOfBlock) {
    Map<String, double[]> sums = new TreeMap<>();
    for (Map.Entry<String, String> block : new TreeMap<>(areaOfBlock).entrySet()) {
      double[] sum = sums.computeIfAbsent(block.getValue(), none -> new double[4]);
      List<Part> parts = partsOfBlock.getOrDefault(block.getKey(), List.of());
      double raw = raw(parts);
      sum[0]++;
      sum[1] += raw;
      sum[2] += raw * raw;
      for (Part part : parts) {
        sum[3] += part.points() * part.points();
      }
    }
    Map<String, Shrinkage> areas = new TreeMap<>();
    sums.forEach((area, sum) -> areas.put(area, shrinkage(sum)));
    return java.util.Collections.unmodifiableMap(areas);
  }

  private static Shrinkage shrinkage(double[] sum) {
    double mean = sum[1] / sum[0];
    double variance = Math.max(0, sum[2] / sum[0] - mean * mean);
    double chance = sum[3] / sum[0];
    double lasting = Math.max(0, variance - chance);
    double factor = lasting == 0 ? 0 : lasting / (lasting + chance);
    return new Shrinkage((int) sum[0], mean, lasting, chance, factor);
  }

  private static BlockScore unranked(
      String block, String area, List<Part> parts, Map<String, Shrinkage> areas) {
    Shrinkage shrinkage = java.util.Objects.requireNonNull(areas.get(area));
    double raw = raw(parts);
    double score = shrinkage.mean() + shrinkage.factor() * (raw - shrinkage.mean());
    return new BlockScore(block, area, parts.size(), raw, shrinkage, score, 0, parts);
  }

  private static double raw(List<Part> parts) {
    double raw = 0;
    for (Part part : parts) {
      raw += part.points();
    }
    return raw;
  }

  private static List<BlockScore> ranked(List<BlockScore> sorted) {
    List<BlockScore> ranked = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      BlockScore block = sorted.get(i);
      boolean tied = i > 0 && sorted.get(i - 1).score() == block.score();
      int rank = tied ? ranked.get(i - 1).rank() : i + 1;
      ranked.add(
          new BlockScore(
              block.block(),
              block.area(),
              block.incidents(),
              block.raw(),
              block.shrinkage(),
              block.score(),
              rank,
              block.parts()));
    }
    return List.copyOf(ranked);
  }
}
