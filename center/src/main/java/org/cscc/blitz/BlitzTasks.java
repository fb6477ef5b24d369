package org.cscc.blitz;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cscc.services.ServiceBundles;
import org.springframework.stereotype.Component;

/**
 * Asks services for what was found, and again for what is not fixed. What a department does about
 * them is the business of the room of services; nothing is closed from here (R-COO-04).
 */
@Component
class BlitzTasks {
  private final WalkStore walks;
  private final ServiceBundles services;

  BlitzTasks(WalkStore walks, ServiceBundles services) {
    this.walks = walks;
    this.services = services;
  }

  /**
   * Asks for findings that nobody has asked for yet, in the caller's transaction.
   *
   * @return for how many
   */
  int make(Blitz blitz, List<Finding> findings, Set<UUID> wanted, ServiceBundles.Ground ground) {
    List<Finding> chosen =
        findings.stream().filter(one -> one.task() == null && wanted.contains(one.id())).toList();
    if (chosen.isEmpty()) {
      throw BlitzRules.unfit("blitz.refused.no-finding");
    }
    List<String> owed =
        services.ask(
            ground,
            blitz.code(),
            chosen.stream().map(one -> asked(blitz, one, one.found())).toList());
    for (int i = 0; i < chosen.size(); i++) {
      walks.task(chosen.get(i).id(), owed.get(i));
    }
    return chosen.size();
  }

  /** What is not fixed is owed again: its service is reopened, or asked for anew. */
  int again(Blitz blitz, List<Finding> findings, ServiceBundles.Ground ground) {
    List<Finding> unfixed =
        findings.stream()
            .filter(one -> one.verdict() != null && one.verdict() != Verdict.FIXED)
            .toList();
    List<String> owed =
        services.again(
            ground, blitz.code(), unfixed.stream().map(one -> unfixed(blitz, one)).toList());
    for (int i = 0; i < unfixed.size(); i++) {
      walks.again(unfixed.get(i).id(), owed.get(i));
    }
    return unfixed.size();
  }

  private static ServiceBundles.Unfixed unfixed(Blitz blitz, Finding one) {
    int left = one.remaining() == null ? one.found() : one.remaining();
    return new ServiceBundles.Unfixed(one.task(), asked(blitz, one, left));
  }

  /** The words of the walk, with how many there are; codes and a number in every language. */
  private static ServiceBundles.Asked asked(Blitz blitz, Finding finding, int number) {
    String note = "Blitz " + blitz.code() + ": " + number;
    return new ServiceBundles.Asked(
        finding.type(),
        blitz.area(),
        finding.block(),
        finding.note().isEmpty() ? note : note + ". " + finding.note());
  }
}
