"""Small drafts with a part, headings, lists and annexes, edits that move all that, and where each paragraph stands.

The oracle knows the three texts and the merged one, and nothing of how that was found: every paragraph is known by
words that stand nowhere else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from models.draft import Draft, Kind, Paragraph, Run, computed_numbers
from models.merging import Merge
from tests.models.merging.sided_words import SidedWords

KINDS = {
    "A": Kind.ENACTING, "P": Kind.PREAMBULAR, "O": Kind.OPERATIVE, "S": Kind.SUBPARAGRAPH, "I": Kind.SECTION,
    "H": Kind.HEADING, "N": Kind.ANNEX, "T": Kind.TEXT,
}  # fmt: skip
HEADINGS = Kind.SECTION, Kind.HEADING, Kind.ANNEX
VERBS = ("Urg", "Request", "Not", "Invit", "Welcom", "Stress")
Lines = list[tuple[str, list[str]]]
"""What a paragraph is, by the letters of KINDS, and its words, no two alike in a text but the verbs."""
_MARK = re.compile(r"^(\[ours: (put|moved) [^|]*\| theirs: (put|moved) [^]|]*\] )+")
_WORD = re.compile(r"[a-z]{4}[bot]\d+")


class Words(SidedWords):
    """New words, and paragraphs of them."""

    def __init__(self, chance: Random) -> None:
        super().__init__(chance, 4)

    def line(self, kind: str) -> tuple[str, list[str]]:
        """A paragraph of a kind, with its verb where it has one."""
        verb = [f"{self.chance.choice(VERBS)}{'ing' if kind == 'P' else 'es'}"] if kind in "PO" else []
        return kind, [*verb, *self.some(3 if kind in "IHN" else 9)]


def generated(chance: Random, words: Words) -> Lines:
    """A text with a preamble, sections or none, lists, and annexes or none."""
    made: Lines = [("A", ["The", "General", "Assembly"])]
    made += [words.line("P") for _ in range(chance.randint(1, 3))]
    for number in range(chance.randint(1, 3)):
        if number or chance.random() < 0.5:
            made.append(words.line(chance.choice("IIH")))
        for _ in range(chance.randint(1, 3)):
            made.append(words.line("O"))
            if chance.random() < 0.3:
                made += [words.line("S") for _ in range(chance.randint(1, 2))]
    for _ in range(chance.choice((0, 0, 1, 2))):
        made.append(words.line("N"))
        for _ in range(chance.randint(1, 2)):
            made += [words.line("H")] if chance.random() < 0.5 else []
            made += [words.line("T") for _ in range(chance.randint(1, 2))]
    return made


def _end(lines: Lines, at: int) -> int:
    """Behind a paragraph and what belongs to it: its items, its section, its annex."""
    stops = {"N": "N", "I": "NI", "H": "NIH", "S": "NIHAPOTS"}.get(lines[at][0], "NIHAPOT")
    end = at + 1
    while end < len(lines) and lines[end][0] not in stops:
        end += 1
    return end


def edited(chance: Random, lines: Lines, words: Words) -> Lines:
    """A text with a few edits of one side."""
    made = [(kind, [*said]) for kind, said in lines]
    for _ in range(chance.choice((1, 1, 2, 3))):
        _edit(chance, made, words)
    return made


def _edit(chance: Random, made: Lines, words: Words) -> None:
    places = [at for at, (kind, _) in enumerate(made) if kind != "A"]
    if not places:
        return
    act = chance.choice(("word", "new", "strike", "whole", "move", "kind", "kind", "head"))
    heads = [at for at in places if made[at][0] in "INH"]
    at = chance.choice(heads if heads and act == "whole" else places)
    kind, said = made[at]
    if act == "word":
        said.insert(chance.randint(1, len(said)), *words.some(1))
    elif act == "new":
        made.insert(at + 1, words.line({"I": "O", "H": "O", "N": "T"}.get(kind, kind)))
    elif act == "strike":
        del made[at]
    elif act == "whole":
        del made[at : _end(made, at)]
    elif act == "head" and kind in "OS":
        made.insert(at, words.line(chance.choice("IH")))
    elif act == "move":
        taken = made[at : _end(made, at)]
        del made[at : at + len(taken)]
        kinds = {"P": "P", "S": "OS", "T": "T", "N": "N"}.get(kind, "O")
        stops = [n + 1 for n, (one, _) in enumerate(made) if one in kinds] or [len(made)]
        stop = chance.choice(stops)
        stop = _end(made, stop - 1) if kind in "OIHN" else stop
        made[stop:stop] = taken
    elif act == "kind":
        _turn(chance, made, at)


def _turn(chance: Random, made: Lines, at: int) -> None:
    """Makes another kind of a paragraph: an item of an operative one and back, preambular of operative and back."""
    kind, said = made[at]
    stem = re.sub("(es|ing)$", "", said[0])
    if kind == "S":
        made[at] = "O", said
    elif kind == "P":
        del made[at]
        first = next((n for n, (one, _) in enumerate(made) if one in "O"), None)
        if first is None:
            made.insert(at, (kind, said))
        else:
            made.insert(first, ("O", [f"{stem}es", *said[1:]]))
    elif kind == "O" and chance.random() < 0.5 and made[at - 1][0] in "OS":
        made[at] = "S", said
    elif kind == "O":
        last = max(n for n, (one, _) in enumerate(made) if one in "AP")
        if _end(made, at) == at + 1:
            del made[at]
            made.insert(last + 1, ("P", [f"{stem}ing", *said[1:]]))


def text(lines: Lines) -> Draft:
    """The draft, with the numbers that follow from the places."""
    made = []
    for kind, said in lines:
        mark = "" if kind in "IHNT" else "," if kind in "AP" else ";"
        made.append(Paragraph(KINDS[kind], (Run(" ".join(said) + mark),), level=int(kind == "S")))
    numbers = computed_numbers(Draft(tuple(made)))
    return Draft(tuple(Paragraph(o.kind, o.runs, o.level, n) for o, n in zip(made, numbers, strict=True)))


@dataclass(frozen=True)
class Stands:
    """Where a paragraph stands: its annex, its headings, what it stands under as an item, and its part."""

    annex: str
    heading: str
    head: str
    part: str
    is_heading: bool


def whereabouts(draft: Draft, names: Mapping[str, str]) -> dict[str, tuple[int, Stands]]:
    """Where each paragraph of a text stands, by its name; `names` are those of words."""
    named = [called(_MARK.sub("", one.text), names) for one in draft.paragraphs]
    kinds = [one.kind for one in draft.paragraphs]
    found: dict[str, tuple[int, Stands]] = {}
    annex = section = heading = head = ""
    for at, (name, kind) in enumerate(zip(named, kinds, strict=True)):
        if kind is Kind.ANNEX:
            annex = section = heading = head = ""
        elif kind is Kind.SECTION:
            section = heading = head = ""
        elif kind is Kind.HEADING:
            heading = head = ""
        if name:
            part = ""
            if kind is Kind.PREAMBULAR:
                part = "behind OP" if Kind.OPERATIVE in kinds[:at] else "preamble"
            under = head if kind is Kind.SUBPARAGRAPH else "-"
            found[name] = at, Stands(annex, heading or section, under, part, kind in HEADINGS)
        if kind is Kind.ANNEX:
            annex = name
        elif kind is Kind.SECTION:
            section = name
        elif kind is Kind.HEADING:
            heading = name
        elif kind is not Kind.SUBPARAGRAPH:
            head = name
    return found


def called(said: str, names: Mapping[str, str]) -> str:
    """The name of the paragraph that most of these words were written for, "" for none."""
    many = Counter(names[one] for one in _WORD.findall(said) if one in names)
    return many.most_common(1)[0][0] if many else ""


def names_of(*texts: Lines) -> dict[str, str]:
    """The name of the paragraph that each word was written for: its first word in the first text that has it."""
    found: dict[str, str] = {}
    for lines in texts:
        for _, said in lines:
            own = [one for one in said if _WORD.fullmatch(one)]
            name = next((found[one] for one in own if one in found), own[0] if own else "")
            for one in own:
                found.setdefault(one, name)
    return found


_ASKS_PLACE = {"moved", "shape", "kind", "new"}


def strays(found: Merge, names: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Paragraphs that stand, unasked and untold, neither where a side that changed that has them nor where both do.

    By its name, with what of it, what that is, and what it might be.
    """
    was, one, two, now = (
        whereabouts(draft, names) for draft in (found.ours.old, found.ours.new, found.theirs.new, found.draft)
    )
    kinds = {one.key: one.kind for one in found.conflicts}
    under = {one.key for one in found.conflicts if one.ours.startswith(("under", "before all"))}
    row_of = {at: row for row in found.rows for at in row.merged}
    asked = {name for name, (at, _) in now.items() if {kinds.get(key) for key in row_of[at].conflicts} & _ASKS_PLACE}
    for name, (at, stands) in now.items():  # what stands behind what may go elsewhere under its heading may go along
        before = (other for other, its in now.values() if other <= at and its.heading == stands.heading)
        asked |= {name} if any(under.intersection(row_of[other].conflicts) for other in before) else set()
    gone = {
        name
        for row in found.rows
        if row.conflicts
        for draft, places in ((found.ours.old, row.base), (found.ours.new, row.ours), (found.theirs.new, row.theirs))
        for at in places
        if (name := called(draft.paragraphs[at].text, names))
    }
    told = [one for one in found.told if re.search(r"\bstands?\b.*\bunder\b|nothing under", one)]
    for name, (at, stands) in now.items():
        for what in ("annex", "heading", "head", "part"):
            known = [side[name][1] if name in side else None for side in (was, one, two)]
            if what in ("annex", "heading"):  # who took it into the preamble, or out of it, said where it belongs
                known = [its if its is not None and bool(its.part) == bool(stands.part) else None for its in known]
            three = [None if its is None else getattr(its, what) for its in known]
            here = getattr(stands, what)
            due = _due(three)
            about = {here, *due} - {"", "-"}
            about |= {stands.annex, stands.heading} - {""}
            if here in due or name in asked or about & (asked | gone) or told or not due:
                continue
            if what in ("annex", "heading") and stands.head not in ("", "-"):
                continue  # an item stands under whatever heading its head does
            if what == "part" and (here == "preamble" or all(other in asked for other in _operative(found, at, names))):
                continue
            if what == "heading" and stands.is_heading:
                continue
            if (
                what == "annex"
                and stands.heading
                and stands.heading in _due([its.heading if its is not None else None for its in known])
            ):
                continue  # it stands in whatever annex its heading does
            if (name not in was or due & {"", *now}) and _follows(name, what, was, one, two, now):
                continue
            yield name, what, here, "/".join(sorted(due))


def _due(three: list[str | None]) -> set[str]:
    base, *sides = three
    known = [one for one in sides if one is not None]
    changed = {one for one in known if base is None or one != base}
    return changed or {*known}


def _operative(found: Merge, at: int, names: Mapping[str, str]) -> Iterator[str]:
    """The operative paragraphs before a place."""
    before = (one for one in found.draft.paragraphs[:at] if one.kind is Kind.OPERATIVE)
    return (called(_MARK.sub("", one.text), names) for one in before)


def _follows(name: str, what: str, *texts: dict[str, tuple[int, Stands]]) -> bool:
    """Whether what one side alone has goes with what stands before and behind it there, headings apart."""
    was, one, two, now = texts
    own = [side for side in (one, two) if name in side]
    if len(own) != 1 or what == "part":
        return False
    names = sorted(own[0], key=lambda other: own[0][other][0])
    at = names.index(name)
    beside = [next((o for o in side if o in now and o in was), None) for side in (names[:at][::-1], names[at + 1 :])]
    known = [now[other][1] for other in beside if other is not None and not now[other][1].is_heading]
    return bool(known) and all(getattr(other, what) == getattr(now[name][1], what) for other in known)
