"""Small drafts with lists, edits that make items, operative and preambular paragraphs of one another, and whether what
was answered stands as the side has it whose answer it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

from models.draft import Draft, Kind
from models.merging import Merge, Row
from tests.models.merging.whereabouts import Lines, Words, called

Stands = tuple[Kind, int, str]
"""What a paragraph is, its level in a list, and what it stands under there, "" for nothing; or that it is preambular
behind an operative one."""
_ACTS = ("out", "out", "into", "into", "into", "preamble", "away", "away", "move", "strike", "word")


def generated(chance: Random, words: Words) -> Lines:
    """A preamble and some operative paragraphs, most of them with a list."""
    made = [words.line("P") for _ in range(chance.randint(1, 3))]
    for _ in range(chance.randint(3, 6)):
        made.append(words.line("O"))
        made += [words.line("S") for _ in range(chance.choice((0, 0, 1, 2, 3)))]
    return made


def edited(chance: Random, lines: Lines, words: Words) -> Lines:
    """A text with an edit or two of one side."""
    made = [(kind, [*said]) for kind, said in lines]
    for _ in range(chance.choice((1, 1, 2))):
        _edit(chance, made, words)
    return made


def _edit(chance: Random, made: Lines, words: Words) -> None:
    act = chance.choice(_ACTS)
    wanted = {"out": "S", "away": "S", "into": "O", "preamble": "O", "move": "O"}.get(act, "OS")
    places = [at for at, (kind, _) in enumerate(made) if kind in wanted and (act != "into" or made[at - 1][0] != "P")]
    if not places:
        return
    at = chance.choice(places)
    if act == "out":
        made[at] = "O", made[at][1]
    elif act == "into":
        made[at] = "S", made[at][1]
    elif act == "strike":
        del made[at]
    elif act == "word":
        made[at][1].insert(chance.randint(1, len(made[at][1])), *words.some(1))
    elif act == "preamble":
        end = _end(made, at) if chance.random() < 0.7 or made[at - 1][0] == "P" else at + 1
        (_, said), *items = made[at:end]
        del made[at:end]
        last = max(n for n, (kind, _) in enumerate(made) if kind == "P" or n == 0)
        stop = chance.randint(1, last + 1)
        while made[stop:] and made[stop][0] == "S":
            stop += 1
        made[stop:stop] = [("P", [said[0].removesuffix("es") + "ing", *said[1:]]), *items]
    else:
        taken = made[at : _end(made, at) if act == "move" else at + 1]
        del made[at : at + len(taken)]
        stops = [n for n, (kind, _) in enumerate(made) if kind in ("O" if act == "move" else "OS")]
        if stops:
            stop = chance.choice(stops) + (act == "away")
            made[stop:stop] = taken
        else:
            made += taken


def _end(made: Lines, at: int) -> int:
    """Behind a paragraph and its items."""
    return next((n for n in range(at + 1, len(made)) if made[n][0] != "S"), len(made))


def standing(draft: Draft, names: Mapping[str, str]) -> dict[str, Stands]:
    """What each paragraph is and stands under, by its name."""
    found, head, behind = {}, "", False
    for one in draft.paragraphs:
        name = called(one.text, names)
        behind |= one.kind is Kind.OPERATIVE
        if one.kind is not Kind.SUBPARAGRAPH:
            head = name
        found[name] = one.kind, one.level, head if one.level else "behind" * (behind and one.kind is Kind.PREAMBULAR)
    return found


def otherwise(found: Merge, way: str, names: Mapping[str, str]) -> Iterator[tuple[str, Stands | None, Stands | None]]:
    """What was asked about, answered a way, and is not what the side has whose answer it is: its name, and both."""
    side = {"base": found.ours.old, "ours": found.ours.new, "theirs": found.theirs.new}[way]
    now, there = standing(found.draft, names), standing(side, names)
    asked = {name for row in found.rows if row.conflicts for name in _named(found, row, names)}
    kinds = {one.key: one.kind for one in found.conflicts}
    for row in found.rows:
        if any(kinds.get(key) not in ("words", "footnote") for key in row.conflicts):
            for name in _named(found, row, names):
                one, two = there.get(name), now.get(name)
                heads = {its[2] for its in (one, two) if its is not None} - {""}
                if way == "base" and one and two and one[:2] == two[:2] and not heads <= asked:
                    continue  # its head is what nobody was asked about, and one side made it another
                if one != two:
                    yield name, one, two


def _named(found: Merge, row: Row, names: Mapping[str, str]) -> list[str]:
    """The names of the paragraphs of a row."""
    texts = found.ours.old, found.ours.new, found.theirs.new
    places = zip(texts, (row.base, row.ours, row.theirs), strict=True)
    return [*dict.fromkeys(called(text.paragraphs[at].text, names) for text, its in places for at in its)]
