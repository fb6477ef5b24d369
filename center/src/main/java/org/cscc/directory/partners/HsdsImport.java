package org.cscc.directory.partners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.kernel.Refused;
import org.cscc.kernel.UnfitWording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads services of the Human Services Data Specification 3.0: a list of services, a page of an
 * interface ({@code contents}), or one service. Services are known by their id; one that the file
 * does not name is left as it is. People ({@code contacts}) are dropped, and everything else that
 * the center does not hold is counted, so that nothing goes missing unsaid.
 */
@Component
class HsdsImport {
  private static final long LARGEST = 64L << 20;
  private final ServiceDesk desk;
  private final Services services;
  private final HsdsReader reader;
  private final HomeState home;
  private final Access access;
  private final TransactionTemplate transaction;

  /** One service: what is refused half-way leaves nothing behind. */
  private final TransactionTemplate each;

  HsdsImport(
      ServiceDesk desk,
      Services services,
      HsdsReader reader,
      HomeState home,
      Access access,
      PlatformTransactionManager transactions) {
    this.desk = desk;
    this.services = services;
    this.reader = reader;
    this.home = home;
    this.access = access;
    this.transaction = new TransactionTemplate(transactions);
    this.each = new TransactionTemplate(transactions);
    each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** What became of a file. */
  sealed interface Outcome {
    /**
     * The file was read.
     *
     * @param applied false when more services can not be used than can: then nothing counts
     * @param left fields that the center does not hold, with how often they stood there
     */
    record Read(
        boolean applied,
        int read,
        int added,
        int changed,
        int unchanged,
        List<Reject> rejects,
        Map<String, Integer> left)
        implements Outcome {}

    /** The file is not one of services. */
    record NotTaken(String rule, String what) implements Outcome {}
  }

  /**
   * A service that was left out.
   *
   * @param row place in the file, from 1
   */
  record Reject(int row, String rule, String what) {}

  Outcome apply(Path file, boolean dryRun) {
    if (home.kind() == HomeKind.DEMO) {
      return new Outcome.NotTaken(
          "R-HOME-01",
          "This home holds the synthetic demo city; real organizations and the demo never mix. Use"
              + " another CSCC_HOME.");
    }
    try {
      if (Files.size(file) > LARGEST) {
        return new Outcome.NotTaken("R-HSDS-01", "The file is larger than 64 MiB.");
      }
      JsonNode root = JsonMapper.builder().build().readTree(file);
      List<JsonNode> rows = rows(root);
      if (rows.isEmpty()) {
        return new Outcome.NotTaken(
            "R-HSDS-01",
            "The file has no service. It has to be JSON of HSDS 3: a list of services, each with"
                + " an id, a name and an organization.");
      }
      return apply(rows, dryRun);
    } catch (JacksonException e) {
      return new Outcome.NotTaken(
          "R-HSDS-01", "The file is no JSON, or it breaks off. Export it again.");
    } catch (IOException e) {
      return new Outcome.NotTaken("R-HSDS-01", "There is no such file, or it can not be read.");
    }
  }

  private static List<JsonNode> rows(JsonNode root) {
    JsonNode list = root.isArray() ? root : root.path("contents");
    List<JsonNode> rows = new ArrayList<>();
    if (list.isArray()) {
      list.forEach(rows::add);
    } else if (root.path("id").isString() && root.has("organization")) {
      rows.add(root);
    }
    return rows;
  }

  /** All of it or nothing: a file of which more is refused than used is not the right file. */
  private Outcome apply(List<JsonNode> rows, boolean dryRun) {
    Decision decision = access.forSystem(Capability.EDIT_DIRECTORY);
    Outcome.Read outcome =
        transaction.execute(
            status -> {
              Outcome.Read read = read(decision, rows);
              if (dryRun || !read.applied()) {
                status.setRollbackOnly();
              }
              return read;
            });
    if (!dryRun && outcome.applied()) {
      home.claim(HomeKind.REAL);
    }
    return outcome;
  }

  private Outcome.Read read(Decision decision, List<JsonNode> rows) {
    List<Reject> rejects = new ArrayList<>();
    Map<String, Integer> left = new TreeMap<>();
    int[] counts = new int[3];
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      try {
        counts[each.execute(status -> store(decision, row, left))]++;
      } catch (HsdsReader.NotUsable e) {
        rejects.add(new Reject(i + 1, e.rule(), String.valueOf(e.getMessage())));
      } catch (Refused e) {
        rejects.add(
            new Reject(
                i + 1, "R-HSDS-07", "A place or an offer of it belongs to another service."));
      } catch (UnfitWording e) {
        rejects.add(
            new Reject(i + 1, "R-HRIT-09", "A text names a person. Take the name out and retry."));
      }
    }
    int accepted = counts[0] + counts[1] + counts[2];
    return new Outcome.Read(
        accepted >= rejects.size(), rows.size(), counts[0], counts[1], counts[2], rejects, left);
  }

  /** 0 for a new service, 1 for one that changed, 2 for one that did not. */
  private int store(Decision decision, JsonNode row, Map<String, Integer> left) {
    Service wanted = reader.service(decision, row, left);
    boolean known = services.byId(wanted.id()).isPresent();
    boolean changed =
        desk.save(decision, wanted) instanceof ServiceDesk.Saved.Done done && done.changed();
    return known ? changed ? 1 : 2 : 0;
  }
}
