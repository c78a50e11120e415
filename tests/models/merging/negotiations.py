"""What two delegations make of a real text, by chance: all that is done to one, about as often as it is done.

Words, phrases, clauses, brackets and notes; paragraphs put in, taken out, moved with their items, split, joined and
written anew. Both sides mostly work on the same few paragraphs; what they put in is of another real text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from types import MappingProxyType

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from tests.models.merging.real_edits import BODY, Side, drafted

_OFTEN = {
    "word": 16, "figure": 3, "in": 14, "out": 10, "clause": 8, "rewritten": 4, "brackets": 9, "around": 2,
    "alternative": 4, "agreed": 6, "note": 5, "new-note": 3, "no-note": 1, "new": 8, "gone": 5, "move": 8, "split": 4,
    "join": 4, "heading": 1, "verb": 4,
}  # fmt: skip
"""How often of a hundred and some acts each is done."""
_PARTS = re.compile(r", (?=[a-z])")
_VERBS = "Encourages", "Urges", "Calls upon", "Requests", "Invites", "Welcomes", "Strongly encourages"


def sides_of(
    chance: Random, base: Draft, other: Draft, rates: Mapping[str, int] = MappingProxyType({})
) -> tuple[Draft, Draft]:
    """What two sides make of a text, with words of another; `rates` are how often some acts are done instead."""
    bodies = [at for at, one in enumerate(base.paragraphs) if one.kind in BODY and len(one.text) > 60]
    many = min(len(bodies), chance.randint(1, 6))
    first = chance.randrange(max(len(bodies) - many, 0) + 1)
    focus = bodies[first : first + many] if chance.random() < 0.7 else chance.sample(bodies, many)
    alike, seeds = chance.random() < 0.4, [chance.random() for _ in range(3)]
    made = []
    for own in seeds[1:]:
        side = _Delegation(base, focus, other, {**_OFTEN, **rates})
        if alike:  # both begin with the same act at the same place, and may end it otherwise
            side.one(Random(seeds[0]), Random(own))
        then = Random(own)
        for _ in range(then.choice((1, 2, 3, 3, 4, 5, 6, 8))):
            side.one(then, then)
        made.append(drafted(base, [one for _, one in side.made], side.notes))
    return made[0], made[1]


class _Delegation(Side):
    def __init__(self, base: Draft, focus: Sequence[int], other: Draft, often: Mapping[str, int]) -> None:
        super().__init__(base, focus)
        self._often = often
        self._phrases = [part for one in other.paragraphs for part in _PARTS.split(one.text)[1:-1] if len(part) < 90]
        self._phrases = [one for one in self._phrases if one and not re.search("[][()]|[0-9]", one)] or ["as needed"]
        self._new = [one for one in other.paragraphs if one.kind is Kind.OPERATIVE and not one.footnotes]
        self._last = max(self.notes, default=0) + 1000

    def one(self, first: Random, then: Random) -> None:
        """One act, what it takes chosen by one chance and how it ends by another."""
        act = first.choices([*self._often], [*self._often.values()])[0]
        near = [at for at, (was, _) in enumerate(self.made) if was in self.focus]
        bodies = [at for at, (_, one) in enumerate(self.made) if one.kind in BODY]
        if not near or not bodies:
            return
        at = first.choice(near if first.random() < 0.8 else bodies)
        to = then.choice(near) if then.random() < 0.7 else then.choice(bodies)
        if act == "clause":
            self.clause(at, to, first, then)
        elif act == "note":
            self.note(at, to, first, then)
        elif act in ("word", "out"):
            self.words(at, act, first, then)
        elif act in ("split", "join", "gone"):
            self.paragraphs(at, to, act, first)
        elif act in ("move", "new", "heading"):
            self._lines(at, to, act, then)
        elif act in ("new-note", "no-note"):
            self._notes(at, act, first, then)
        else:
            self._phrase(at, act, first, then)

    def _phrase(self, at: int, act: str, first: Random, then: Random) -> None:
        """Words of one paragraph: put in, written anew, put in brackets or out of them."""
        run, text = self.text(at, first)
        ends = [one.start() for one in _PARTS.finditer(text)]
        spaces = [one.start() for one in re.finditer(r"(?<=[a-z]) (?=[a-z])", text)]
        if act == "in":
            place = first.choice(ends) if ends else len(text.rstrip(",;.: "))
            self.set(at, run, f"{text[:place]}, {then.choice(self._phrases)}{text[place:]}")
        elif act == "figure":
            self.set(at, run, re.sub(r"\b20[0-3]\d\b", lambda _: str(then.randint(2001, 2039)), text, count=1))
        elif act == "verb" and text.split(" ")[0].endswith("s") and self.made[at][1].kind is Kind.OPERATIVE:
            self.set(at, run, f"{then.choice(_VERBS)} {text.partition(' ')[2]}")
        elif act == "rewritten" and len(ends) > 1:
            start = first.randrange(len(ends) - 1)
            self.set(at, run, f"{text[: ends[start]]}, {', '.join(then.sample(self._phrases, 1))}{_tail(text)}")
        elif act == "agreed":
            self.set(at, run, re.sub(r"\[([^][]*)\]", r"\1", text, count=1))
        elif act == "around" and not {"[", "]"} & {*text}:
            own = self.made[at][1].runs
            runs = (Run("["), *own[:-1], replace(own[-1], text=own[-1].text), Run("]"))
            self.made[at] = self.made[at][0], replace(self.made[at][1], runs=runs)
        elif act in ("brackets", "alternative") and len(spaces) > 2 and not {"[", "]"} & {*text}:
            start = first.choice(spaces[:-1])
            end = then.choice([one for one in spaces if one > start][:6])
            second = f" [{then.choice(self._phrases)}]" if act == "alternative" else ""
            self.set(at, run, f"{text[: start + 1]}[{text[start + 1 : end]}]{second}{text[end:]}")

    def _lines(self, at: int, to: int, act: str, then: Random) -> None:
        """Paragraphs put in or moved, one with its items."""
        if act == "move":
            kind, end = self.made[at][1].kind, at + 1
            while kind is Kind.OPERATIVE and end < len(self.made) and self.made[end][1].kind is Kind.SUBPARAGRAPH:
                end += 1
            taken = self.made[at:end]
            del self.made[at:end]
            stops = [n for n, (_, one) in enumerate(self.made) if one.kind is kind] or [len(self.made)]
            stop = min(stops, key=lambda one: (abs(one - to), one))
            self.made[stop:stop] = taken
        elif act == "new" and self._new:
            stop = at + 1
            while stop < len(self.made) and self.made[stop][1].kind is Kind.SUBPARAGRAPH:
                stop += 1
            one = then.choice(self._new)
            kind = self.made[at][1].kind
            if kind is Kind.SUBPARAGRAPH:
                beside = self.made[at][1]
                self.made.insert(at, (-1, replace(one, kind=kind, level=beside.level, number=beside.number)))
            elif kind is Kind.OPERATIVE:
                self.made.insert(stop, (-1, one))
        elif act == "heading" and self.made[at][1].kind is Kind.OPERATIVE:
            said = then.choice(self._phrases).capitalize()[:40]
            self.made.insert(at, (-1, Paragraph(Kind.HEADING, (Run(said),))))

    def _notes(self, at: int, act: str, first: Random, then: Random) -> None:
        """A note put in, or taken out."""
        paragraph = self.made[at][1]
        marks = [number for number, one in enumerate(paragraph.runs) if one.footnote is not None]
        if act == "no-note":
            if marks:
                self.put(at, first.choice(marks))
            return
        run, text = self.text(at, first)
        places = [one.end() for one in re.finditer(r"[a-z]{4,}(?=[ ,])", text)]
        if places:
            self._last += 1
            place, own = first.choice(places), paragraph.runs[run]
            said = f"See A/{then.randint(60, 80)}/{then.randint(10, 400)}, {then.choice(self._phrases)}."
            self.notes[self._last] = Footnote(self._last, str(self._last), (Run(said),))
            mark = Run(footnote=self._last)
            self.put(at, run, replace(own, text=text[:place]), mark, replace(own, text=text[place:]))


def _tail(text: str) -> str:
    found = re.search(r"[,;.:]?\s*$", text)
    return found[0] if found else ""
