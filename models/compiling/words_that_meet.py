"""Words that come to stand side by side where all is taken, and in nobody's own text: a space keeps them words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.comparison.change import Comparison, Pair
from models.comparison.compare import compare
from models.compiling.beside_others import run_together
from models.compiling.joint_wishes import names_in
from models.compiling.laid_out import Part
from models.compiling.standing import WITH, with_all
from models.draft import Draft, Run, tidy_runs

Spaces = dict[int, tuple[list[int], str]]
"""The paragraphs that lack spaces with all that is taken: behind how many of its letters, and whose changes it takes
for words to meet there."""


def spaces_missing(parts: Sequence[Part], draft: Draft) -> Spaces:
    """Where a space is missing in a text that is laid out, struck, and read as `draft`."""
    found: Spaces = {}
    for at, ((length, met), one) in enumerate(zip(_met(parts), draft.paragraphs, strict=False)):
        text = one.text
        # Numbers that became words of the file are no parts.
        here = [place for place in met if run_together(*text[place - 1 : place + 1])] if length == len(text) else []
        if here:
            found[at] = here, with_all(name for place in here for name in met[place])
    return found


def with_spaces(draft: Draft, missing: Spaces) -> Comparison:
    """A text compared with the one that has the missing spaces, and no other change."""
    spaced = [
        replace(one, runs=_spaced(one.runs, missing[at][0])) if at in missing else one
        for at, one in enumerate(draft.paragraphs)
    ]
    pairs = [Pair(at, at) for at in range(len(spaced))]
    made = compare(draft, replace(draft, paragraphs=tuple(spaced)), pairs)
    words = {at: tuple(_words(draft.paragraphs[at].text, offsets)) for at, (offsets, _) in missing.items()}
    return replace(made, changes=tuple(one._replace(words=words.get(one.new[0], one.words)) for one in made.changes))


def _met(parts: Sequence[Part]) -> Iterator[tuple[int, dict[int, list[str]]]]:
    """The paragraphs of the text of all: how long, and where words meet that do in nobody's, by whose changes."""
    names = ["", *sorted({name for part in parts for name in _names(part)})]
    length, met = 0, dict[int, list[str]]()
    last: Part | None = None
    between: list[Part] = []
    for part in parts:
        gone = part.gone or bool(part.struck_as)
        for _ in range((part.end is not None and not gone) + bool(part.parted_by)):
            yield length, met
            length, met, last = 0, {}, None
        if gone:
            between.append(part)
        elif part.end is None:
            beside = last is None or any(_side_by_side(name, last, between, part) for name in names)
            if last is not None and part.length and not beside:
                met[length] = [last.owner, *(one.struck_as for one in between if not one.gone), part.owner]
            last, between = part if part.length else None, []
            length += part.length


def _side_by_side(name: str, last: Part, between: Sequence[Part], part: Part) -> bool:
    return _there(last, name) and _there(part, name) and not any(_there(one, name) for one in between)


def _there(part: Part, name: str) -> bool:
    """Whether a part is in the text of one, or in the base (""), as the file has it."""
    owner = part.stands if part.end is not None else part.owner
    if not name:
        return not owner
    struck = part.struck if part.end is None or part.gone else part.chosen
    return part.seen_by(name, owner) and name not in struck


def _names(part: Part) -> Iterator[str]:
    for owner in (*part.struck, *part.chosen, part.owner):
        for one in owner.split(WITH) if owner else ():
            yield from names_in(one)


def _spaced(runs: Sequence[Run], offsets: Sequence[int]) -> tuple[Run, ...]:
    found: list[Run] = []
    start = 0
    for run in runs:
        here = [one - start for one in offsets if start < one <= start + len(run.text)]
        for first, last in zip([0, *here], [*here, None], strict=True):
            found += [replace(run, text=run.text[first:last])] if run.text else [run]
            found += [replace(run, text=" ")] if last is not None else []
        start += len(run.text)
    return tidy_runs(found)


def _words(text: str, offsets: Sequence[int]) -> Iterator[tuple[str, str]]:
    for first, last in zip([0, *offsets], [*offsets, None], strict=True):
        yield "equal", text[first:last]
        if last is not None:
            yield "insert", " "
