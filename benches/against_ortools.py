"""Can a big plan be paid: pok from the text to the explained answer, against the maximum flow of OR-Tools on the same plan.

    python3 benches/against_ortools.py target/release/pok [goal-years ...]

Needs `pip install ortools`. Both run in one go on one machine; what counts is the ratio. OR-Tools gets the plan as Python data,
not as text, and gives a number; pok reads the file, checks it and explains what is short. Each time is the best of three.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy
from ortools.graph.python import max_flow

YEARS = range(2021, 2031)
SOURCES = 500
TAGS = [f"tag-{number}" for number in range(50)]


def plan(goal_years, short):
    """Sources, goals and their amounts; enough money, or too little of it for one tag in one year."""
    chance = random.Random(7)
    goals = []
    for number in range(goal_years // len(YEARS)):
        serves = chance.sample(range(len(TAGS)), 2)
        goals.append((f"goal-{number}", serves, [chance.randrange(1_000, 9_000) for _ in YEARS]))
    asked = sum(sum(costs) for _, _, costs in goals)
    fair = asked // (SOURCES * len(YEARS)) + 1
    sources = []
    for number in range(SOURCES):
        earmark = [number % len(TAGS), *chance.sample(range(len(TAGS)), 2)]
        sources.append((f"source-{number}", sorted(set(earmark)), [fair * 3 for _ in YEARS]))
    if short:
        goals.append(("beyond", [len(TAGS)], [0] * (len(YEARS) - 1) + [1_000]))
    return sources, goals


def text(sources, goals):
    """The plan as pok reads it."""
    name = lambda tag: TAGS[tag] if tag < len(TAGS) else "tag-of-nobody"
    lines = [f"plan big {{ years {YEARS[0]}..{YEARS[-1]} }}"]
    for source, earmark, _ in sources:
        lines.append(f"source {source} {{ for {', '.join(map(name, earmark))} }}")
    for goal, serves, _ in goals:
        lines.append(f"goal {goal} {{ serves {', '.join(map(name, serves))} }}")
    head = " | ".join(map(str, YEARS))
    for kind, rows in (("income", sources), ("cost", goals)):
        lines.append(f"table {kind} {{\n  | {head}")
        lines += [f"  {row} | " + " | ".join(f"{amount:,}" for amount in amounts) for row, _, amounts in rows]
        lines.append("}")
    return "\n".join(lines) + "\n"


def flow(sources, goals):
    """The maximum flow by OR-Tools: money, year by year carried over, through tags to costs."""
    years, tags = len(YEARS), len(TAGS) + 1
    top, pools, marks = 0, 1, 1 + len(sources) * years
    costs = marks + tags * years
    sink = costs + len(goals) * years
    tails, heads, sizes = [], [], []

    def arc(tail, head, size):
        tails.append(tail)
        heads.append(head)
        sizes.append(size)

    endless = 10**15
    for number, (_, earmark, amounts) in enumerate(sources):
        for year, amount in enumerate(amounts):
            pool = pools + number * years + year
            arc(top, pool, amount * 100)
            if year + 1 < years:
                arc(pool, pool + 1, endless)
            for tag in earmark:
                arc(pool, marks + tag * years + year, endless)
    for number, (_, serves, amounts) in enumerate(goals):
        for year, amount in enumerate(amounts):
            cost = costs + number * years + year
            for tag in serves:
                arc(marks + tag * years + year, cost, endless)
            arc(cost, sink, amount * 100)
    solver = max_flow.SimpleMaxFlow()
    solver.add_arcs_with_capacity(numpy.array(tails), numpy.array(heads), numpy.array(sizes))
    assert solver.solve(top, sink) == solver.OPTIMAL
    return solver.optimal_flow()


def best(run):
    """The shortest of three runs, and what the last gave."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        result = run()
        times.append(time.perf_counter() - start)
    return min(times), result


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "target/release/pok"
    sizes = [int(size) for size in sys.argv[2:]] or [10_000, 100_000, 1_000_000]
    print(f"{'goal-years':>10}  {'':<11} {'pok':>8} {'OR-Tools':>9} {'ratio':>6}")
    for goal_years in sizes:
        for short in (False, True):
            sources, goals = plan(goal_years, short)
            asked = 100 * sum(sum(costs) for _, _, costs in goals)
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "big.pok"
                file.write_text(text(sources, goals))
                check = [program, "check", "--exit-zero", "--format", "short", str(file)]
                ours, said = best(lambda: subprocess.run(check, capture_output=True, text=True, check=True).stdout)
            theirs, most = best(lambda: flow(sources, goals))
            assert ("POK401" in said) == (most < asked), "the two disagree"
            word = "short" if short else "can be paid"
            print(f"{goal_years:>10}  {word:<11} {ours:>7.2f}s {theirs:>8.2f}s {theirs / ours:>5.1f}x")


if __name__ == "__main__":
    main()
