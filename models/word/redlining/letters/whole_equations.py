"""Equations, and runs given twice, in a script of changes: each is kept, or deleted and inserted, as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from models.word.redlining.letters.edit_script import Step
from models.word.redlining.letters.raw_letters import whole_of


def with_whole_equations(steps: Sequence[Step], alike: Callable[[etree._Element, etree._Element], bool]) -> list[Step]:
    """The steps with each equation kept as a whole, or deleted and inserted as a whole.

    `alike` compares an equation of the old file with one of the new draft's; one that the new draft has no file for is
    known by its letters.
    """
    places: dict[etree._Element, list[int]] = {}
    for at, step in enumerate(steps):
        for equation in _equations(step):
            places.setdefault(equation, []).append(at)
    # Whatever stands between the first and the last step of an equation is of it.
    pairs = {equation: steps[own[0] : own[-1] + 1] for equation, own in places.items()}
    broken = {equation for equation, own in pairs.items() if not _is_kept(own, alike)}
    if not broken:
        return list(steps)
    whole: list[Step] = []
    gone: list[Step] = []
    come: list[Step] = []
    for step in steps:
        ends = (step.old is not None and step.old.ends) or (step.new is not None and step.new.ends)
        if (step.op == "keep" and not any(equation in broken for equation in _equations(step))) or ends:
            whole += [*gone, *come, step]
            gone, come = [], []
            continue
        gone += [Step("delete", step.old)] if step.old is not None else []
        come += [Step("insert", None, step.new)] if step.new is not None else []
    return [*whole, *gone, *come]


def _equations(step: Step) -> list[etree._Element]:
    old = whole_of(step.old.raws[0]) if step.old is not None and step.old.raws else None
    new = step.new.equation if step.new is not None else None
    return [one for one in (old, new) if one is not None]


def _is_kept(steps: Sequence[Step], alike: Callable[[etree._Element, etree._Element], bool]) -> bool:
    """Whether all steps of an equation keep it, against one and the same of the other side."""
    if any(step.op != "keep" for step in steps):
        return False
    olds = {whole_of(step.old.raws[0]) for step in steps if step.old is not None and step.old.raws}
    news = {step.new.equation for step in steps if step.new is not None}
    if len(olds) != 1 or len(news) != 1:
        return False
    old, new = olds.pop(), news.pop()
    return new is None if old is None or new is None else alike(old, new)
