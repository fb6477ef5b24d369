package org.cscc.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.cscc.analysis.density.Grid;
import org.cscc.analysis.density.KernelDensity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Kernel density of events. */
@Command(
    name = "density",
    mixinStandardHelpOptions = true,
    description = {"Density of events per square kilometre on a grid of square cells."},
    footer = {
      "",
      "Example: ./cscc analyze density cli/examples/events.csv --cell 500 --bandwidth 900"
    })
final class DensityCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Events: CSV or GeoJSON points")
  private Path file = Path.of("");

  @Option(
      names = "--cell",
      defaultValue = "100",
      paramLabel = "METRES",
      description = "Side of a cell in metres (default: ${DEFAULT-VALUE})")
  private double cell = 100;

  @Option(
      names = "--bandwidth",
      defaultValue = "400",
      paramLabel = "METRES",
      description =
          "Metres: where the quartic kernel ends, or one standard deviation of the Gaussian"
              + " (default: ${DEFAULT-VALUE})")
  private double bandwidth = 400;

  @Option(
      names = "--kernel",
      defaultValue = "quartic",
      paramLabel = "NAME",
      description = "quartic or gaussian (default: ${DEFAULT-VALUE})")
  private String kernel = "quartic";

  @Mixin private PlaceOptions places = new PlaceOptions();

  @Override
  Report report() {
    Plane plane = places.plane(Columns.filled(file));
    if (!(cell > 0) || !(bandwidth > 0)) {
      throw new Refused("--cell and --bandwidth must be above zero");
    }
    double west = Arrays.stream(plane.x()).min().orElse(0) - bandwidth;
    double south = Arrays.stream(plane.y()).min().orElse(0) - bandwidth;
    double east = Arrays.stream(plane.x()).max().orElse(0) + bandwidth;
    double north = Arrays.stream(plane.y()).max().orElse(0) + bandwidth;
    double columns = Math.ceil((east - west) / cell);
    double rows = Math.ceil((north - south) / cell);
    if (columns * rows > 5e6) {
      throw new Refused("The grid would have " + columns * rows + " cells: give a larger --cell");
    }
    Grid grid = Grid.ofCells(west, south, cell, (int) columns, (int) rows);
    KernelDensity density =
        switch (kernel.toLowerCase(Locale.ROOT)) {
          case "quartic" -> KernelDensity.quartic(grid, plane.x(), plane.y(), bandwidth);
          case "gaussian" -> KernelDensity.gaussian(grid, plane.x(), plane.y(), bandwidth);
          default -> throw new Refused("--kernel is quartic or gaussian, not " + kernel);
        };
    ResultTable table =
        new ResultTable(grid.nodes())
            .with("x", i -> grid.x(i % grid.columns()))
            .with("y", i -> grid.y(i / grid.columns()))
            .with("per_km2", i -> density.values()[i] * 1e6)
            .at(i -> plane.point(grid.x(i % grid.columns()), grid.y(i / grid.columns())));
    return new Report(density.provenance().with("cell", cell))
        .value("peak_per_km2", density.peak() * 1e6)
        .value("events_in_the_grid", density.mass())
        .table(table);
  }
}
