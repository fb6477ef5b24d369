# spdep localG_perm, two runs
library(spdep, quietly = TRUE, warn.conflicts = FALSE)
folder <- commandArgs(TRUE)[1]
edges <- read.csv(file.path(folder, "hex25k_edges.csv"))
x <- read.csv(file.path(folder, "hex25k.csv"))$count
nb <- unname(split(as.integer(edges$j + 1L), factor(edges$i, levels = seq_along(x) - 1)))
nb <- lapply(nb, sort)
class(nb) <- "nb"
lw <- nb2listw(nb, style = "B", zero.policy = TRUE)
set.seed(1)
seconds <- replicate(3, system.time(g <<- localG_perm(x, lw, nsim = 999, zero.policy = TRUE))["elapsed"])
p <- attr(g, "internals")
cat(sprintf("gistar,spdep %s,%.5f,3,%d places\n", packageVersion("spdep"), median(seconds), length(x)))
