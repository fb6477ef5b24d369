"""Cost against n as one SVG for each method, both axes logarithmic: plot.py FOLDER reads cost.csv there."""
import csv
import math
import sys
from collections import defaultdict

folder = sys.argv[1]
WIDTH, HEIGHT, LEFT, BOTTOM = 460, 300, 70, 50
costs = defaultdict(list)
for row in csv.DictReader(open(f"{folder}/cost.csv")):
    n = float(row["Param: n"])
    costs[row["Benchmark"].split(".")[-1]].append((n, float(row["Score"]), float(row["Score Error (99.9%)"])))


def powers(low, high):
    return range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)


def words(power):
    value = 10.0**power
    return f"{value:,.0f}" if power >= 0 else f"{value:g}"


for method, points in costs.items():
    points.sort()
    across = powers(points[0][0], points[-1][0])
    up = powers(min(p[1] for p in points), max(p[1] for p in points))

    def x(n):
        return LEFT + (math.log10(n) - across[0]) / max(1, across[-1] - across[0]) * (WIDTH - LEFT - 30)

    def y(ms):
        return HEIGHT - BOTTOM - (math.log10(ms) - up[0]) / max(1, up[-1] - up[0]) * (HEIGHT - BOTTOM - 50)

    title = f"{method}: cost against n"
    said = "; ".join(f"{n:,.0f}: {ms:.3g} ms" for n, ms, _ in points)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img" font-family="sans-serif" font-size="12"><title>{title}</title><desc>{said}</desc>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/><text x="{LEFT}" y="24" font-size="15">{title}</text>',
    ]
    for power in across:
        at = x(10.0**power)
        out.append(f'<path d="M{at:.1f} 50V{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        out.append(f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{words(power)}</text>')
    for power in up:
        at = y(10.0**power)
        out.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - 30}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 6}" y="{at + 4:.1f}" text-anchor="end">{words(power)} ms</text>')
    line = " ".join(f"{x(n):.1f},{y(ms):.1f}" for n, ms, _ in points)
    out.append(f'<polyline points="{line}" fill="none" stroke="#0b6e99" stroke-width="2"/>')
    for n, ms, _ in points:
        out.append(f'<circle cx="{x(n):.1f}" cy="{y(ms):.1f}" r="4" fill="#0b6e99"/>')
        right = x(n) > WIDTH - 110
        out.append(
            f'<text x="{x(n) + (-8 if right else 8):.1f}" y="{y(ms) + (-8 if right else 16):.1f}" '
            f'text-anchor="{"end" if right else "start"}">{ms:.3g} ms</text>'
        )
    out.append(f'<text x="{(WIDTH + LEFT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">n</text></svg>')
    open(f"{folder}/{method}.svg", "w").write("\n".join(out) + "\n")
