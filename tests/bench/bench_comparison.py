"""Quality and speed of the comparison, beside other programs in the same run where they are installed.

Times of our own are of the processor, the least of several runs on drafts in memory that were never compared before:
alignment, words, weights, verbs and labels of every change, all that the page and the JSON hold. `--long` takes the
means over all seeds at 4,000 and 10,000 paragraphs and gives docxodus 4,000 too; `--texts` makes the cases of the real
resolutions beside the checkout, each seed of another one, in place of the sample. Seeds are never tuned on.
"""

from __future__ import annotations

import math
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import click
from rapidfuzz import fuzz

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from models.comparison.compare import compare
from models.draft import Draft, Paragraph
from tests.bench import rivals
from tests.generated import HARD, NORMAL, SAMPLE, Case, Rates, bases, case
from tests.scored import HOWS, Score, mean, score, score_pairs

ROOT = Path(__file__).resolve().parents[2]
FIRST_SEED = 7_000
SPEED = {400: (0.030, 0.025), 4_000: (0.35, 0.30), 10_000: (1.0, 0.80)}
"""Seconds at most, and aimed at, of the usual edits; the hard ones may take three times as long."""
PEAK = 150
GROWTH = (1.12, 1.10)


@dataclass(frozen=True)
class Kind:
    """One kind of case and what is asked of its quality: the least F1, the most characters."""

    name: str
    rates: Rates
    f1: float
    f1_large: float
    characters: float


NORMAL_CASES = Kind("normal", NORMAL, 0.9985, 0.9985, 1.02)
HARD_CASES = Kind("hard", HARD, 0.990, 0.985, 1.04)


def told(value: float, limit: float, at_most: bool = False) -> str:
    """A figure beside what it should be."""
    good = value <= limit if at_most else value >= limit
    return f"{value:.4f} ({'<=' if at_most else '>='} {limit:g}{'' if good else ' NOT REACHED'})"


def quality(kind: Kind, size: int, seeds: int, texts: Sequence[Path]) -> None:
    """Means over fresh seeds."""
    found: list[Score] = []
    for seed in range(FIRST_SEED, FIRST_SEED + seeds):
        made = case(size, kind.rates, seed, texts[seed % len(texts)])
        found.append(score(made, compare(made.old, made.new)))
    f1 = told(mean(one.f1 for one in found), kind.f1 if size < 4_000 else kind.f1_large)
    kinds = "  ".join(f"{how} {mean(one.recall[how] for one in found if how in one.recall):.3f}" for how in HOWS)
    print(f"{size:6} {kind.name:6} {seeds:2} seeds: F1 {f1}, least {min(one.f1 for one in found):.4f}  {kinds}")
    characters = told(mean(one.characters for one in found), kind.characters, at_most=True)
    print(
        f"       of the true edit: characters {characters}, groups {mean(one.groups for one in found):.3f}", flush=True
    )


def baseline(old: Draft, new: Draft) -> set[tuple[int, int]]:
    """Pairs by difflib on whole paragraphs, and in each gap in order the next one that is at least half alike."""
    one, two = [p.text for p in old.paragraphs], [p.text for p in new.paragraphs]
    pairs: set[tuple[int, int]] = set()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs |= set(zip(range(i1, i2), range(j1, j2), strict=True))
        elif tag == "replace":
            start = j1
            for i in range(i1, i2):
                at = next((j for j in range(start, j2) if fuzz.ratio(one[i], two[j], score_cutoff=50)), None)
                if at is not None:
                    pairs.add((i, at))
                    start = at + 1
    return pairs


def fresh(draft: Draft) -> Draft:
    """The same draft, nothing of it worked out yet."""
    return Draft(tuple(Paragraph(p.kind, p.runs, p.level, p.number) for p in draft.paragraphs))


def seconds(made: Case, work: Callable[[Draft, Draft], object], times: int) -> float:
    """Of the processor, the least of several runs."""
    taken = []
    for _ in range(times):
        old, new = fresh(made.old), fresh(made.new)
        start = time.process_time()
        work(old, new)
        taken.append(time.process_time() - start)
    return min(taken)


def speed(sizes: Sequence[int]) -> None:
    """One line for each size, and how it grows."""
    ours: dict[int, float] = {}
    for size in sizes:
        times = max(3, min(60, 24_000 // size))
        made = case(size, NORMAL, FIRST_SEED)
        ours[size] = seconds(made, compare, times)
        theirs = seconds(made, baseline, 2)
        hard = seconds(case(size, HARD, FIRST_SEED), compare, max(2, times // 3))
        must, aim = SPEED[size]
        print(
            f"{size:6} paragraphs: {told(ours[size], must, at_most=True)} s, aim {aim:g};"
            f" hard {told(hard / ours[size], 3, at_most=True)} times that; difflib in the gaps, without words:"
            f" {theirs:.3f} s, {theirs / ours[size]:.1f} times ours",
            flush=True,
        )
    if len(sizes) > 1:
        first, last = min(sizes), max(sizes)
        growth = math.log(ours[last] / ours[first]) / math.log(last / first)
        print(f"       grows with the power {told(growth, GROWTH[0], at_most=True)}, aim {GROWTH[1]:g}")


_ALONE = """
import pickle, re, sys
from pathlib import Path
from models.comparison.compare import compare
old, new = pickle.loads(Path(sys.argv[1]).read_bytes())
held = compare(old, new)
# What getrusage tells began in the process that started this one.
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def peak(size: int) -> None:
    """The most memory of a process that only holds two drafts and compares them."""
    if not Path("/proc/self/status").exists():
        return
    for kind in (NORMAL_CASES, HARD_CASES):
        made = case(size, kind.rates, FIRST_SEED)
        with tempfile.TemporaryDirectory() as folder:
            held = Path(folder, "drafts")
            held.write_bytes(pickle.dumps((made.old, made.new)))
            command = [sys.executable, "-c", _ALONE, str(held)]
            said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        print(f"{size:6} {kind.name}: peak of the whole process {told(float(said), PEAK, at_most=True)} MB", flush=True)


def beside_rivals(size: int, limit: float) -> None:
    """What other programs make of the same two drafts, from Word file to Word file by the clock."""
    made = case(size, NORMAL, FIRST_SEED)
    start = time.perf_counter()
    ours = score(made, compare(fresh(made.old), fresh(made.new)))
    taken = time.perf_counter() - start
    print(f"{size:6} paragraphs, Adref in memory: {taken:.3f} s, F1 {ours.f1:.4f}")
    for name, rival in (("docxodus", rivals.docxodus), ("LibreOffice", rivals.libreoffice)):
        with tempfile.TemporaryDirectory() as folder:
            found = rival(made.old, made.new, Path(folder), limit)
        if found is None:
            print(f"       {name}: {rivals.lacking(name) or f'took longer than {limit:g} s'}")
            continue
        if found.pairs is None:
            ratio = found.seconds / taken
            print(f"       {name}: {found.seconds:.2f} s, {ratio:.0f} times ours; both texts are not in it")
            continue
        theirs = score_pairs(made, set(found.pairs))
        kinds = "  ".join(f"{how} {theirs.recall[how]:.2f}" for how in HOWS if how in theirs.recall)
        ratio = f"{found.seconds / taken:.0f} times ours"
        print(f"       {name}: {found.seconds:.2f} s, {ratio}, F1 {theirs.f1:.4f}  {kinds}", flush=True)


@click.command()
@click.option("--long", is_flag=True, help="Large cases over all seeds, and docxodus at 4,000.")
@click.option("--texts", is_flag=True, help="Cases of the real resolutions beside the checkout.")
def main(long: bool, texts: bool) -> None:
    """Quality, speed, memory, and others beside them."""
    bench_texts = (bases() if texts else ()) or (SAMPLE,)
    print("Comparison: quality on fresh generated cases")
    for kind in (NORMAL_CASES, HARD_CASES):
        quality(kind, 400, 20, bench_texts)
        quality(kind, 4_000, 5 if long else 1, bench_texts)
        if long:
            quality(kind, 10_000, 2, bench_texts)
    print("Comparison: speed, seconds of the processor")
    speed(sorted(SPEED))
    peak(10_000)
    print("Comparison: others in the same run")
    beside_rivals(400, 60)
    if long:
        beside_rivals(4_000, 120)


if __name__ == "__main__":
    main()
