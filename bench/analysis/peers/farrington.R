# surveillance farringtonFlexible, 77 areas by 52 weeks, same settings as ours
suppressPackageStartupMessages(library(surveillance))
series <- t(as.matrix(read.csv(file.path(commandArgs(TRUE)[1], "series.csv"), header = FALSE)))
rownames(series) <- NULL
counts <- sts(observed = series, frequency = 52, start = c(2010, 1))
control <- list(range = (nrow(series) - 51):nrow(series), b = 5, w = 3, noPeriods = 10,
  pastWeeksNotIncluded = 26, thresholdMethod = "nbPlugin", weightsThreshold = 2.58, alpha = 0.01,
  verbose = FALSE, reweight = TRUE, trend = TRUE, pThresholdTrend = 1)
seconds <- replicate(3, system.time(found <<- suppressWarnings(farringtonFlexible(counts, control)))["elapsed"])
cat(sprintf("farrington,surveillance %s,%.5f,3,%.6f\n", packageVersion("surveillance"), median(seconds),
  sum(upperbound(found), na.rm = TRUE)))
