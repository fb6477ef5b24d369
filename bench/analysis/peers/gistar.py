"""Gi* by conditional permutation, compiled by numba: one table of draws for all places, p only.

The way esda goes about it, written anew because Debian has no esda: one thread as there, and two.
"""
import os
import sys
import time

import numba
import numpy as np

folder = sys.argv[1]
edges = np.loadtxt(f"{folder}/hex25k_edges.csv", delimiter=",", skiprows=1, dtype=np.int64)
x = np.loadtxt(f"{folder}/hex25k.csv", delimiter=",", skiprows=1, usecols=3)
n = len(x)
edges = edges[np.lexsort((edges[:, 1], edges[:, 0]))]
start = np.searchsorted(edges[:, 0], np.arange(n + 1))
to = edges[:, 1].copy()
permutations = 999


def folded(start, to, x, draws):
    n = len(x)
    permutations = draws.shape[0]
    p = np.ones(n)
    for i in numba.prange(n):
        k = start[i + 1] - start[i]
        observed = 0.0
        for e in range(start[i], start[i + 1]):
            observed += x[to[e]]
        larger = 0
        for r in range(permutations):
            total = 0.0
            for d in range(k):
                j = draws[r, d]
                total += x[j + 1 if j >= i else j]
            larger += total >= observed
        p[i] = (min(larger, permutations - larger) + 1.0) / (permutations + 1.0)
    return p


one = numba.njit(fastmath=True)(folded)
two = numba.njit(parallel=True, fastmath=True)(folded)


def draw():
    random = np.random.default_rng(1)
    most = int(np.diff(start).max())
    return np.vstack([random.choice(n - 1, most, replace=False, shuffle=False) for _ in range(permutations)])


for name, way in (("numba 1 thread", one), ("numba 2 threads", two)):
    seconds = []
    for run in range(6):
        begin = time.perf_counter()
        p = way(start, to, x, draw())
        seconds.append(time.perf_counter() - begin)
    print(f"gistar,{name} {numba.__version__},{np.median(seconds[1:]):.5f},5,{int((p <= 0.025).sum())} places p <= .025")
