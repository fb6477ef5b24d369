package org.cscc.cli;

import org.cscc.analysis.PoissonInterval;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.cscc.analysis.rates.BayesMoran;
import org.cscc.analysis.rates.Choynowski;
import org.cscc.analysis.rates.EmpiricalBayes;

/** Empirical Bayes rates of a case, with exact intervals and the probability map. */
final class RatesCase {
  private RatesCase() {}

  static CaseAnswer answer(CaseFolder folder) {
    Columns areas = folder.input("areas");
    double[] cases = areas.numbers("cases");
    int[] counts = areas.integers("cases");
    double[] people = areas.numbers("pop");
    Neighbours near = AutocorrelationCase.neighbours(folder, cases.length);
    EmpiricalBayes global = EmpiricalBayes.global(cases, people);
    EmpiricalBayes binomial = EmpiricalBayes.binomial(cases, people);
    EmpiricalBayes local = EmpiricalBayes.local(cases, people, near);
    Choynowski map = Choynowski.of(counts, people);
    BayesMoran moran = BayesMoran.of(cases, people, near, 9999, 1);
    EmpiricalBayes.Prior prior = global.prior()[0];
    return new CaseAnswer()
        .value("global_a", prior.variance())
        .value("global_b", prior.mean())
        .value(
            "binomial",
            CaseAnswer.object("a", binomial.prior()[0].spread(), "b", binomial.prior()[0].mean()))
        .value("EBI_moran", moran.i())
        .value("EBI_p_sim", moran.permuted().p())
        .table(
            "rates",
            new ResultTable(cases.length)
                .with("id", areas.texts("id"))
                .with("raw", global.raw())
                .with("eb_global_raw", global.raw())
                .with("eb_global", global.shrunk())
                .with("eb_binomial", binomial.shrunk())
                .with("eb_local", local.shrunk())
                .with("eb_local_raw", local.raw())
                .with("expected", map.expected())
                .with("smr_pct", map.ratioPercent())
                .with("poisson_p_upper", map.lowerTail())
                .with("rate_lo95_exact", i -> interval(counts[i], people[i]).lower())
                .with("rate_hi95_exact", i -> interval(counts[i], people[i]).upper()));
  }

  private static PoissonInterval interval(int count, double people) {
    return PoissonInterval.garwood(count, people, 0.95);
  }
}
