package org.cscc.blitz;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a move depends on beside the row of the blitz.
 *
 * @param unwalked blocks that nobody has walked before
 * @param unseen findings that nobody has looked at again
 * @param unasked findings for which no service was asked
 * @param wrote accounts that wrote down what was done
 */
record Facts(LocalDate today, List<String> unwalked, int unseen, int unasked, Set<String> wrote) {
  static Facts of(
      LocalDate today, Blitz blitz, List<Walked> walked, List<Finding> findings, List<Work> work) {
    Set<String> first =
        walked.stream()
            .filter(one -> one.look() == Walked.Look.FIRST)
            .map(Walked::block)
            .collect(Collectors.toSet());
    return new Facts(
        today,
        blitz.blocks().stream().filter(block -> !first.contains(block)).toList(),
        (int) findings.stream().filter(one -> one.verdict() == null).count(),
        (int) findings.stream().filter(one -> one.task() == null).count(),
        work.stream().map(Work::byAccount).collect(Collectors.toSet()));
  }
}
