"""Knox with numpy: the close pairs once, then for each permutation one gather and one bincount."""
import sys
import time

import numpy as np
from scipy.spatial import cKDTree

rows = np.loadtxt(f"{sys.argv[1]}/knox20k.csv", delimiter=",", skiprows=1)
xy = rows[:, :2]
day = rows[:, 2].astype(np.int16)
space = np.array([0, 0.1, 200, 400, 600, 800])
time_breaks = np.array([0, 1, 8, 15, 22, 29])
band_of_lag = (np.searchsorted(time_breaks, np.arange(29), side="right") - 1).astype(np.int16)


def count(day, i, j, band):
    lag = np.abs(day[i] - day[j])
    near = np.flatnonzero(lag < 29)
    return np.bincount(band[near] * 5 + band_of_lag[lag[near]], minlength=25)


def knox(permutations):
    pairs = cKDTree(xy).query_pairs(800, p=1, output_type="ndarray").astype(np.int32)
    distance = np.abs(xy[pairs[:, 0]] - xy[pairs[:, 1]]).sum(axis=1)
    keep = distance < 800
    i, j = pairs[keep, 0].copy(), pairs[keep, 1].copy()
    band = (np.searchsorted(space, distance[keep], side="right") - 1).astype(np.int16)
    observed = count(day, i, j, band)
    random = np.random.default_rng(1)
    at_least = np.zeros(25)
    for _ in range(permutations):
        at_least += count(random.permutation(day), i, j, band) >= observed
    return observed, (at_least + 1) / (permutations + 1)


seconds = []
for run in range(3):
    begin = time.perf_counter()
    observed, p = knox(999)
    seconds.append(time.perf_counter() - begin)
print(f"knox,numpy {np.__version__},{np.median(seconds):.5f},{len(seconds)},{observed[6]} pairs in cell 2x2")
