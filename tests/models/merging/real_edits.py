"""Two sides of a real text, made by chance: clauses, notes and paragraphs moved, changed, put in and taken out.

Both sides mostly work on the same few paragraphs, and often take the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from models.draft import Draft, Footnote, Kind, Paragraph, Run, computed_numbers

_MOST = 50
"""So many paragraphs of a text are taken."""
BODY = Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH
_ACTS = ("clause",) * 5 + ("note",) * 3 + ("word",) * 2 + ("in", "in", "out", "gone", "move", "split", "join")
_NEW = "resilient coastal nurseries", "youth and women", "voluntary finance", "islands", "debt and trade", "partners"
_PARTS = re.compile(r", (?=[a-z])")


def window(chance: Random, draft: Draft) -> Draft:
    """Some paragraphs of a text, one after the other, with the notes they cite."""
    start = chance.randrange(max(len(draft.paragraphs) - _MOST, 0) + 1)
    return drafted(draft, draft.paragraphs[start : start + _MOST])


def sides_of(chance: Random, base: Draft) -> tuple[Draft, Draft]:
    """What two sides make of a text."""
    bodies = [at for at, one in enumerate(base.paragraphs) if one.kind in BODY and len(one.text) > 80]
    first = chance.randrange(max(len(bodies) - 4, 0) + 1)
    focus = bodies[first : first + 4] if chance.random() < 0.7 else chance.sample(bodies, min(4, len(bodies)))
    seeds = [chance.random() for _ in range(3)]
    made = []
    for own in seeds[1:]:
        side = Side(base, focus)
        # Now and then both begin with the same act at the same place, and end it otherwise.
        if seeds[0] < 0.6:
            side.act(Random(seeds[0]), Random(own))
        for _ in range(Random(own).randint(1, 3)):
            own += 1
            side.act(Random(own), Random(own))
        made.append(drafted(base, [one for _, one in side.made], side.notes))
    return made[0], made[1]


class Side:
    """What a side makes of a text: its paragraphs, each with the place in the base that it came from, and the notes."""

    def __init__(self, base: Draft, focus: Sequence[int]) -> None:
        self.made = [*enumerate(base.paragraphs)]
        self.notes = {one.id: one for one in base.footnotes}
        self.focus = focus

    def act(self, first: Random, then: Random) -> None:
        """One act, what it takes chosen by one chance and where that goes by another."""
        near = [at for at, (was, _) in enumerate(self.made) if was in self.focus]
        act = first.choice(_ACTS)
        if not near:
            return
        at = first.choice(near)
        to = then.choice(near) if then.random() < 0.8 else then.randrange(len(self.made))
        if act == "clause":
            self.clause(at, to, first, then)
        elif act == "note":
            self.note(at, to, first, then)
        elif act in ("word", "in", "out"):
            self.words(at, act, first, then)
        else:
            self.paragraphs(at, to, act, first)

    def text(self, at: int, chance: Random) -> tuple[int, str]:
        """The longest run of a paragraph."""
        runs = self.made[at][1].runs
        longest = max(range(len(runs)), key=lambda one: len(runs[one].text))
        return longest, runs[longest].text

    def put(self, at: int, run: int, *instead: Run) -> None:
        was, paragraph = self.made[at]
        runs = (*paragraph.runs[:run], *instead, *paragraph.runs[run + 1 :])
        self.made[at] = was, replace(paragraph, runs=runs)

    def set(self, at: int, run: int, text: str) -> None:
        self.put(at, run, replace(self.made[at][1].runs[run], text=text))

    def clause(self, at: int, to: int, first: Random, then: Random) -> None:
        """A clause moved, with a word of it changed now and then."""
        run, text = self.text(at, first)
        ends = [one.start() for one in _PARTS.finditer(text)]
        if len(ends) < 2:
            return
        number = first.randrange(len(ends) - 1)
        clause = text[ends[number] : ends[number + 1]]
        self.set(at, run, text[: ends[number]] + text[ends[number + 1] :])
        if then.random() < 0.4:
            clause = _with_another_word(clause, then)
        run, text = self.text(to, then)
        ends = [one.start() for one in _PARTS.finditer(text)] or [len(text.rstrip(",;.:"))]
        place = then.choice(ends)
        self.set(to, run, text[:place] + clause + text[place:])

    def note(self, at: int, to: int, first: Random, then: Random) -> None:
        """A note moved, or reworded, or both."""
        runs = self.made[at][1].runs
        marks = [number for number, one in enumerate(runs) if one.footnote is not None]
        if not marks:
            return
        run = first.choice(marks)
        mark = runs[run]
        assert mark.footnote is not None
        if then.random() < 0.5:
            note = self.notes[mark.footnote]
            self.notes[note.id] = replace(note, runs=(*note.runs, Run(f" See {then.choice(_NEW)}.")))
        if then.random() < 0.7:
            self.put(at, run)
            run, text = self.text(to, then)
            ends = [one.end() for one in re.finditer(r"[a-z]{3,}(?= )", text)] or [len(text)]
            place, own = then.choice(ends), self.made[to][1].runs[run]
            self.put(to, run, replace(own, text=text[:place]), mark, replace(own, text=text[place:]))

    def words(self, at: int, act: str, first: Random, then: Random) -> None:
        run, text = self.text(at, first)
        if act == "word":
            self.set(at, run, _with_another_word(text, then))
            return
        ends = [one.start() for one in _PARTS.finditer(text)]
        if act == "in" and ends:
            place = first.choice(ends)
            self.set(at, run, f"{text[:place]}, {then.choice(('including', 'with'))} {then.choice(_NEW)}{text[place:]}")
        elif act == "out" and len(ends) > 1:
            number = first.randrange(len(ends) - 1)
            self.set(at, run, text[: ends[number]] + text[ends[number + 1] :])

    def paragraphs(self, at: int, to: int, act: str, first: Random) -> None:
        was, paragraph = self.made[at]
        run, text = self.text(at, first)
        ends = [one.start() for one in _PARTS.finditer(text)]
        if act == "gone":
            del self.made[at]
        elif act == "move":
            taken = self.made.pop(at)
            self.made.insert(min(to, len(self.made)), taken)
        elif act == "split" and ends:
            place, own = first.choice(ends), paragraph.runs[run]
            second = replace(own, text=text[place + 2 : place + 3].upper() + text[place + 3 :])
            one = replace(paragraph, runs=(*paragraph.runs[:run], replace(own, text=f"{text[:place]};")))
            two = replace(paragraph, runs=(second, *paragraph.runs[run + 1 :]))
            self.made[at : at + 1] = [(was, one), (was, two)]
        elif act == "join" and at + 1 < len(self.made) and self.made[at + 1][1].kind is paragraph.kind:
            _, second_one = self.made.pop(at + 1)
            self.made[at] = was, replace(paragraph, runs=(*paragraph.runs, Run(" "), *second_one.runs))


def _with_another_word(text: str, chance: Random) -> str:
    words = [*re.finditer(r"(?<= )[a-z]{4,}(?=[ ,])", text)]
    if not words:
        return text
    one = chance.choice(words)
    return text[: one.start()] + chance.choice(("resilient", "lasting", "common", "coastal")) + text[one.end() :]


def drafted(of: Draft, paragraphs: Sequence[Paragraph], notes: Mapping[int, Footnote] | None = None) -> Draft:
    """A text of some paragraphs with the notes they cite, both numbered anew."""
    known = notes if notes is not None else {one.id: one for one in of.footnotes}
    order = {key: number for number, key in enumerate(dict.fromkeys(k for p in paragraphs for k in p.footnotes), 1)}
    made = [
        replace(one, runs=tuple(run if run.footnote is None else Run(footnote=order[run.footnote]) for run in one.runs))
        for one in paragraphs
    ]
    cited = tuple(replace(known[key], id=number, mark=str(number)) for key, number in order.items())
    counted = computed_numbers(Draft(tuple(made), cited))
    return Draft(
        tuple(
            replace(one, number=number) if one.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH) and one.number else one
            for one, number in zip(made, counted, strict=True)
        ),
        cited,
    )
