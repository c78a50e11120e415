"""Figures of a bench, printed beside what they should be."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from statistics import median


@dataclass(frozen=True)
class Target:
    """At most so many milliseconds, for a share of all keys or for the longest of them."""

    p99: float | None = None
    p999: float | None = None
    most: float | None = None


class Took:
    """How long acts took, in milliseconds: by the clock, and of the processor's time of this thread.

    `right` is the clock until all is painted that an act made otherwise on the sheet, and `all` the processor's time
    until all is done that follows from it; both are empty where nobody looked.
    """

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.processor: list[float] = []
        self.right: list[float] = []
        self.all: list[float] = []

    @contextmanager
    def one(self, since: float | None = None) -> Iterator[None]:
        """One act is done now; by the clock it began at `since` if that is given."""
        start, spent = time.perf_counter() if since is None else since, time.thread_time()
        yield
        self.clock.append((time.perf_counter() - start) * 1000)
        self.processor.append((time.thread_time() - spent) * 1000)


def medians(runs: Sequence[Took]) -> Took:
    """Of runs of the same acts one, in which each act takes its median: what only the machine delayed is not in it."""
    middle = Took()
    middle.clock = [median(times) for times in zip(*(run.clock for run in runs), strict=True)]
    middle.processor = [median(times) for times in zip(*(run.processor for run in runs), strict=True)]
    return middle


def show_keys(name: str, took: Took, target: Target | None = None) -> None:
    """Two lines: median, 99 %, 99.9 % and the longest by the clock, and the target; the same of the processor. Where it
    is known two more of what comes once the key is painted."""
    lines = [(name, took.clock, target), ("  of the processor", took.processor, target)]
    lines += [("  till numbers and bars are painted", took.right, None)] if took.right else []
    lines += [("  of the processor, till all is done", took.all, None)] if took.all else []
    for title, times, wanted in lines:
        in_order = sorted(times)
        half, p99, p999 = (in_order[ceil(len(times) * part) - 1] for part in (0.5, 0.99, 0.999))
        most = in_order[-1]
        judged = _judged(wanted, p99, p999, most)
        print(f"  {title:42} {len(times):5} {half:7.2f} {p99:7.2f} {p999:7.2f} {most:7.2f}   {judged}", flush=True)


def head_of_keys(title: str) -> None:
    """The heads of the columns that `show_keys` fills."""
    print(f"\n{title}, milliseconds from the key to the painted screen")
    print(f"  {'':42} {'keys':>5} {'median':>7} {'99 %':>7} {'99.9 %':>7} {'longest':>7}   target", flush=True)


def show(name: str, value: float, most: float | None = None, unit: str = "ms", *, spent: float | None = None) -> None:
    """One line with one figure; `spent` is the processor's time beside one of the clock."""
    beside = "" if spent is None else f" (processor {spent:5.1f})"
    print(f"  {name:58} {value:8.1f} {unit}{beside}   {_said(value, most, unit)}", flush=True)


def _judged(target: Target | None, p99: float, p999: float, most: float) -> str:
    if target is None:
        return ""
    wanted = (("99 %", target.p99, p99), ("99.9 %", target.p999, p999), ("longest", target.most, most))
    said = [(f"{name} <= {limit:g}", is_ <= limit) for name, limit, is_ in wanted if limit is not None]
    return ", ".join(words for words, _ in said) + ("  reached" if all(good for _, good in said) else "  NOT REACHED")


def _said(value: float, most: float | None, unit: str) -> str:
    if most is None:
        return ""
    return f"<= {most:g} {unit}  {'reached' if value <= most else 'NOT REACHED'}"
