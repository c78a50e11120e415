"""Random texts of words of which no two are alike, and what two sides make of one: for what must hold word by word.

Both sides mostly work on the same paragraphs: reword, move words, nearly rewrite, move, split, join, delete, bracket.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from models.draft import Draft, Kind, Paragraph, Run, computed_numbers

_KINDS = {"P": Kind.PREAMBULAR, "H": Kind.HEADING, "O": Kind.OPERATIVE, "S": Kind.SUBPARAGRAPH}
_COMMON = ("of", "the", "and", "to", "in", "for", "with", "by", "on", "at")
_ACTS = (
    "in", "out", "other", "phrase", "one", "clause", "new-of-old", "move", "split", "join", "join-and-one", "new",
    "gone", "near", "brackets", "bare",
)  # fmt: skip


class Words:
    """New words, of which no two are alike."""

    def __init__(self, chance: Random) -> None:
        self._chance, self._last = chance, 0

    def one(self) -> str:
        self._last += 1
        number = "".join(chr(97 + int(figure)) for figure in str(self._last))
        return "".join(self._chance.choices("bdfgklmnprstv", k=4)) + self._chance.choice("aeiou") + f"x{number}"

    def some(self, many: int) -> list[str]:
        """Words of which some are common ones."""
        found: list[str] = []
        while len(found) < many:
            found.append(self._chance.choice(_COMMON) if self._chance.random() < 0.3 else self.one())
        return found


@dataclass
class Line:
    """A paragraph: what it is (P preambular, H a heading, O operative, S an item), and its words and brackets."""

    kind: str
    words: list[str]


def base_of(chance: Random, words: Words) -> list[Line]:
    """Six to some thirty paragraphs with headings, lists and brackets."""
    made = [Line("P", words.some(chance.randint(6, 20))) for _ in range(chance.randint(1, 4))]
    most = chance.randint(6, 25)
    while len(made) < most:
        kind = chance.random()
        if kind < 0.12:
            made.append(Line("H", words.some(chance.randint(2, 4))))
        elif kind < 0.75:
            made.append(Line("O", words.some(chance.randint(5, 30))))
        else:
            made.append(Line("O", words.some(chance.randint(4, 9))))
            made += [Line("S", words.some(chance.randint(4, 14))) for _ in range(chance.randint(2, 4))]
    for one in made:
        if chance.random() < 0.1:
            _put_brackets(chance, one)
    return made


def side_of(chance: Random, base: list[Line], words: Words, where: float) -> list[Line]:
    """What a side makes of a text, most of it at some part of the whole."""
    made = [Line(one.kind, [*one.words]) for one in base]
    for _ in range(chance.randint(1, 6)):
        if made:
            near = min(len(made) - 1, max(0, int(len(made) * where) + chance.randint(-2, 2)))
            at = near if chance.random() < 0.75 else chance.randrange(len(made))
            _edit(chance, made, at, words, chance.choice(_ACTS))
    return made


def _edit(chance: Random, made: list[Line], at: int, words: Words, act: str) -> None:
    said = made[at].words
    if act in ("move", "split", "join", "join-and-one", "new", "gone", "new-of-old"):
        _edit_paragraphs(chance, made, at, words, act)
    elif act == "in":
        place = chance.randint(0, len(said))
        said[place:place] = words.some(chance.randint(1, 3))
    elif act in ("out", "other"):
        places = [number for number, one in enumerate(said) if one not in "[]"]
        if len(places) > 2:
            place = chance.choice(places)
            said[place : place + 1] = [words.one()] if act == "other" else []
    elif act == "phrase" and len(said) > 6:
        taken = _taken(chance, said, chance.randint(2, 5))
        said[taken[0] : taken[1]] = words.some(chance.randint(0, 4)) if taken[1] > taken[0] else []
    elif act in ("one", "clause"):
        _move_words(chance, made, at, 1 if act == "one" else chance.randint(3, 8))
    elif act == "near":
        kept = chance.uniform(0.2, 0.6)
        made[at].words = [one if one in "[]" or chance.random() < kept else words.one() for one in said]
    elif act == "brackets":
        _put_brackets(chance, made[at])
    elif act == "bare":
        made[at].words = [one for one in said if one not in "[]"]


def _edit_paragraphs(chance: Random, made: list[Line], at: int, words: Words, act: str) -> None:
    line = made[at]
    if act == "new":
        made.insert(at, Line("O", words.some(chance.randint(5, 15))))
    elif act == "gone":
        del made[at : at + chance.randint(1, 3)]
    elif act == "move":
        end = at + 1
        while line.kind == "O" and end < len(made) and made[end].kind == "S":
            end += 1
        taken = made[at:end]
        del made[at:end]
        stop = chance.choice([one for one in range(len(made) + 1) if one == len(made) or made[one].kind != "S"])
        made[stop:stop] = taken
    elif act in ("split", "new-of-old") and len(line.words) > 6:
        place = chance.randint(2, len(line.words) - 2)
        if _balanced(line.words[:place]) and _balanced(line.words[place:]):
            stop = at + 1 if act == "split" else chance.randint(0, len(made))
            made.insert(stop, Line(line.kind if act == "split" else "O", line.words[place:]))
            del line.words[place:]
    elif act in ("join", "join-and-one") and at + 1 < len(made):
        line.words += made.pop(at + 1).words
        if act == "join-and-one":
            _move_words(chance, made, at, 1)


def _move_words(chance: Random, made: list[Line], at: int, many: int) -> None:
    said = made[at].words
    start, end = _taken(chance, said, many)
    words = said[start:end]
    del said[start:end]
    to = made[at] if chance.random() < 0.3 else chance.choice(made[max(0, at - 3) : at + 4])
    place = chance.randint(0, len(to.words))
    to.words[place:place] = words


def _taken(chance: Random, said: list[str], many: int) -> tuple[int, int]:
    """Some words without brackets, from and to; none where there are not so many."""
    start = chance.randrange(max(1, len(said) - many))
    end = min(start + many, len(said) - 1)
    return (start, end) if end > start and not {"[", "]"} & {*said[start:end]} else (start, start)


def _put_brackets(chance: Random, line: Line) -> None:
    if line.words and not {"[", "]"} & {*line.words}:
        start = chance.randrange(len(line.words))
        line.words.insert(chance.randint(start + 1, len(line.words)), "]")
        line.words.insert(start, "[")


def _balanced(words: list[str]) -> bool:
    return words.count("[") == words.count("]")


def text(lines: list[Line]) -> Draft:
    """The draft of some lines, its numbers counted."""
    made = []
    for one in lines:
        said = " ".join(one.words).replace("[ ", "[").replace(" ]", "]")
        mark = {"H": "", "P": ","}.get(one.kind, ";")
        made.append(Paragraph(_KINDS[one.kind], (Run(f"{said}{mark}"),), level=int(one.kind == "S")))
    numbers = computed_numbers(Draft(tuple(made)))
    return Draft(tuple(Paragraph(o.kind, o.runs, o.level, n) for o, n in zip(made, numbers, strict=True)))


def three(chance: Random) -> tuple[Draft, Draft, Draft]:
    """A base and what two sides made of it."""
    words = Words(chance)
    base, where = base_of(chance, words), chance.random()
    ours, theirs = (side_of(chance, base, words, where) for _ in range(2))
    return text(base), text(ours), text(theirs)
