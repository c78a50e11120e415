"""Figures of a bench, printed beside what they should be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """At most so many milliseconds, for a share of all keys or for the longest of them."""

    p99: float | None = None
    p999: float | None = None
    most: float | None = None


def show_keys(name: str, took: Sequence[float], target: Target | None = None) -> None:
    """One line: median, 99 %, 99.9 % and the longest of some times in milliseconds, and the target."""
    in_order = sorted(took)

    def share(part: float) -> float:
        return in_order[min(len(in_order) - 1, int(len(in_order) * part))]

    p99, p999, most = share(0.99), share(0.999), in_order[-1]
    print(
        f"  {name:42} {len(took):5} {share(0.5):7.2f} {p99:7.2f} {p999:7.2f} {most:7.2f}"
        f"   {_judged(target, p99, p999, most)}",
        flush=True,
    )


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
