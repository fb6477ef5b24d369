package org.cscc.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.cscc.demo.StreetGrid.Face;
import org.cscc.places.Boundaries;
import org.cscc.places.CommunityArea;

/**
 * Where violence falls in the synthetic city: unevenly over the areas, and within an area on few
 * blocks, some of them year after year.
 */
final class CityBlocks {
  /** Share of all victimizations that falls in the priority areas. */
  static final double PRIORITY_SHARE = 0.7;

  private static final double NEAR = 200;
  private static final double REACH_MILES = 0.6;
  private static final int BLOCKS_OF_AN_AREA = 70;

  private final TreeMap<Integer, List<DemoBlock>> byArea = new TreeMap<>();
  private final Draw<Integer> areas;
  private final List<CommunityArea> all;

  /**
   * Lays out the city.
   *
   * @param seed the same seed on the same areas gives the same city
   * @param priority numbers of the priority areas
   */
  CityBlocks(long seed, List<CommunityArea> all, List<Integer> priority, Boundaries boundaries) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Integer> numbers = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (CommunityArea area : all) {
      boolean listed = priority.contains(area.number());
      int others = all.size() - priority.size();
      double mean =
          listed ? PRIORITY_SHARE / priority.size() : (1 - PRIORITY_SHARE) / Math.max(1, others);
      double spread = listed ? 0.4 : 0.8;
      double weight = mean * (1 + spread * (2 * random.nextDouble() - 1));
      List<DemoBlock> blocks = blocks(area, boundaries, random.split());
      if (!blocks.isEmpty()) {
        byArea.put(area.number(), blocks);
        numbers.add(area.number());
        weights.add(weight);
      }
    }
    this.areas = new Draw<>(numbers, weights);
    this.all = all;
  }

  /** The area whose middle is nearest to a block, of those that do not hold it. */
  int wrongArea(DemoBlock block) {
    return all.stream()
        .filter(area -> area.number() != block.area())
        .min(
            Comparator.comparingDouble(
                area ->
                    StreetGrid.metres(
                        area.centerLon(), area.centerLat(), block.lon(), block.lat())))
        .map(CommunityArea::number)
        .orElse(block.area());
  }

  /** A block for a new event that nothing set off. */
  DemoBlock draw(RandomGenerator random) {
    List<DemoBlock> blocks = byArea.getOrDefault(areas.next(random), List.of());
    return new Draw<>(blocks, blocks.stream().map(DemoBlock::weight).toList()).next(random);
  }

  /** The same block or one within 200 m, for an event that another one set off. */
  DemoBlock near(DemoBlock block, RandomGenerator random) {
    List<DemoBlock> blocks = byArea.getOrDefault(block.area(), List.of());
    List<Integer> near = block.neighbours();
    return blocks.get(near.get(random.nextInt(near.size())));
  }

  private static List<DemoBlock> blocks(
      CommunityArea area, Boundaries boundaries, SplittableRandom random) {
    List<Face> inside = new ArrayList<>();
    for (Face face : StreetGrid.around(area.centerLon(), area.centerLat(), REACH_MILES)) {
      if (boundaries.areaAt(face.lon(), face.lat()).orElse(0) == area.number()) {
        inside.add(face);
      }
    }
    Collections.shuffle(inside, new Random(random.nextLong()));
    List<Face> chosen = inside.subList(0, Math.min(BLOCKS_OF_AN_AREA, inside.size()));
    List<DemoBlock> blocks = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      Face face = chosen.get(i);
      double weight = 1 / Math.pow(i + 2.0, 0.8);
      blocks.add(
          new DemoBlock(
              area.number(), face.name(), face.lon(), face.lat(), weight, near(face, chosen)));
    }
    return blocks;
  }

  private static List<Integer> near(Face face, List<Face> all) {
    return IntStream.range(0, all.size())
        .filter(
            i ->
                StreetGrid.metres(face.lon(), face.lat(), all.get(i).lon(), all.get(i).lat())
                    <= NEAR)
        .boxed()
        .toList();
  }
}
