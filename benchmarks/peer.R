# What the R packages SSBtools and GaussSuppression suppress on a table written by benchmarks/peer_export.py:
#
#   Rscript benchmarks/peer.R FOLDER MINIMUM_COUNT
#
# As SuppressSmallCounts(maxN = MINIMUM_COUNT - 1, protectZeros = FALSE) does it, with the package's own candidates,
# primary cells and singletons; only the model matrix is ours, for linked tables too.
library(Matrix)
library(SSBtools)
library(GaussSuppression)

arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
max_n <- as.integer(arguments[2]) - 1L

read <- function(name) scan(file.path(folder, name), quiet = TRUE)
freq <- read("cells.txt")
inner <- data.frame(freq = read("inner.txt"))
ones <- matrix(read("matrix.txt"), ncol = 2, byrow = TRUE)
x <- sparseMatrix(i = ones[, 1], j = ones[, 2], x = 1, dims = c(nrow(inner), length(freq)))
stopifnot(all(as.vector(crossprod(x, inner$freq)) == freq))

primary <- PrimaryDefault(freq = freq, maxN = max_n, protectZeros = FALSE)
seconds <- system.time(
  secondary <- GaussSuppression(
    x,
    candidates = CandidatesDefault(freq = freq, x = x, secondaryZeros = FALSE, weight = NULL),
    primary = primary,
    singleton = SingletonDefault(data = inner, freqVar = "freq", protectZeros = FALSE, secondaryZeros = FALSE),
    singletonMethod = "anySum"
  )
)
suppressed <- primary
suppressed[secondary] <- TRUE
write(as.integer(suppressed), file.path(folder, "suppressed.txt"), ncolumns = 1)
cat(sum(primary), "small,", sum(suppressed), "suppressed,", round(seconds[["user.self"]]), "s of work\n")
