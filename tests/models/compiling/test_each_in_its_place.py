"""What several do with one paragraph stays in that paragraph, whoever is written first."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.compiling.clashes import clashes
from models.compiling.compilation import Compilation, write_compilation
from models.compiling.each_alone import each_alone
from models.compiling.joint_wishes import joined
from models.compiling.unasked import unasked
from models.draft import Draft, Kind, Paragraph
from models.proposals.proposal import Proposal
from models.proposals.returned import read_returned
from models.proposals.untracked.compared import compared_proposals
from models.word.leaving.verify import verify_word
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.comparison.small_drafts import numbered as draft
from tests.models.merging.random_drafts import numbered, paragraph, word
from tests.models.word.lint import lint

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ONE = "Encourages all States to cooperate in the region;"
TWO = "Welcomes the efforts of Member States to combat desertification;"
THREE = "Requests the Secretary-General to report at its next session."
JOINED = f"{ONE[:-1]} and w{TWO[1:]}"
NATIONAL = TWO.replace("Member States", "national parliaments")


def wishes_of(base: Draft, asked: dict[str, Draft]) -> dict[str, list[Proposal]]:
    return {name: list(compared_proposals(compare(base, new), name)) for name, new in asked.items()}


def either_way(base: Draft, wishes: dict[str, list[Proposal]]) -> Compilation:
    """What is written of the wishes, whoever is named first."""
    made = write_compilation(base, joined(base, wishes))
    other = write_compilation(base, joined(base, dict(reversed(wishes.items()))))
    assert made.data == other.data
    assert not list(unasked(made.data, base, wishes))
    return made


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def marked(data: bytes) -> list[str]:
    """Each paragraph of a file as it is: “[+F: words]”, nested where one strikes what another puts in."""
    return ["".join(_marked(one)) for one in body(data).iter(f"{W}p")]


def _marked(element: etree._Element) -> Iterator[str]:
    for one in element:
        sign = {f"{W}ins": "+", f"{W}del": "-", f"{W}moveFrom": "<", f"{W}moveTo": ">"}.get(str(one.tag))
        if one.tag in (f"{W}t", f"{W}delText"):
            yield one.text or ""
        elif sign is not None and (inner := "".join(_marked(one))):
            yield f"[{sign}{one.get(f'{W}author')}: {inner}]"
        elif one.tag == f"{W}r":
            yield from _marked(one)


@pytest.mark.parametrize(
    ("asked", "lines", "taken", "told"),
    [
        pytest.param(
            {"K": (ONE, THREE), "F": (ONE, NATIONAL, THREE)},
            [
                ONE,
                "[-K: Welcomes the efforts of ][-F, K: Member States][+F: [-K: national parliaments]]"
                "[-K:  to combat desertification;]",
                THREE,
            ],
            (ONE, THREE),
            ["“K” takes out OP2, which “F” amends: all accepted, it is gone"],
            id="one takes out what another amends",
        ),
        pytest.param(
            {"K": (ONE, TWO), "F": (ONE, TWO, THREE.replace("Requests", "Also requests"))},
            [
                ONE,
                TWO,
                "[-F, K: Requests][+F: [-K: Also requests]][-K:  the Secretary-General to report at its next session.]",
            ],
            (ONE, TWO),
            ["“K” takes out OP3, which “F” amends: all accepted, it is gone"],
            id="the last one",
        ),
        pytest.param(
            {"K": (ONE, THREE), "F": (ONE, TWO, "Calls for action;", THREE)},
            [ONE, f"[-K: {TWO}]", "[+F: Calls for action;]", THREE],
            (ONE, "Calls for action;", THREE),
            [],
            id="a new one behind it stays",
        ),
        pytest.param(
            {"K": (THREE, ONE, TWO), "F": (ONE, TWO, THREE.replace("report", "report in writing"))},
            [
                "[+K: Requests the Secretary-General to report ][+F with K: in writing ][+K: at its next session.]",
                ONE,
                TWO,
                "[-K: Requests the Secretary-General to report ][+F: [-K: in writing ]][-K: at its next session.]",
            ],
            (THREE.replace("report", "report in writing"), ONE, TWO),
            [],
            id="what is amended moves as amended",
        ),
        pytest.param(
            {"K": (THREE, ONE, TWO), "F": (ONE, TWO)},
            [f"[+K: [-F: {THREE}]]", ONE, TWO, f"[-F, K: {THREE}]"],
            (ONE, TWO),
            ["“F” takes out OP3, which “K” moves: all accepted, it is gone"],
            id="one moves what another takes out",
        ),
        pytest.param(
            {"G": (JOINED, THREE), "K": (TWO, THREE)},
            [
                "[-K: Encourages all States to cooperate in the region][-G, K: ;]",
                "[-G: Welcomes][+G:  and welcomes] the efforts of Member States to combat desertification;",
                THREE,
            ],
            (JOINED.removeprefix(ONE[:-1]), THREE),
            ["“K” takes out OP1, which “G” amends: all accepted, it is gone"],
            id="one joins what another takes out to the next",
        ),
        pytest.param(
            {"G": (JOINED, THREE), "K": (ONE, THREE)},
            [
                f"{ONE[:-1]}[-G: ;]",
                "[-G, K: Welcomes][+G:  and welcomes][-K:  the efforts of Member States to combat desertification;]",
                THREE,
            ],
            (f"{ONE[:-1]} and welcomes", THREE),
            ["“K” takes out OP2, which “G” amends: all accepted, it is gone"],
            id="one joins what another takes out to the one before",
        ),
        pytest.param(
            {"G": (JOINED, THREE), "H": (TWO, THREE, ONE)},
            [
                "[-H: Encourages all States to cooperate in the region][-G, H: ;]",
                "[-G: Welcomes][+G:  and welcomes] the efforts of Member States to combat desertification;",
                THREE,
                f"[+H: {ONE}]",
            ],
            (JOINED.removeprefix(ONE[:-1]), THREE, ONE),
            ["“H” moves OP1, which “G” joins to the next paragraph"],
            id="one moves what another joins to the next",
        ),
        pytest.param(
            {"G": (f"{ONE[:-1]}; {TWO}", THREE), "H": (f"{ONE} (all of it)", TWO, THREE)},
            [f"{ONE}[+H:  (all of it)][+G:  ]", TWO, THREE],
            (f"{ONE} (all of it) {TWO}", THREE),
            ["“G” and “H” change the same words of OP1"],
            id="one adds at the end of what another joins to the next",
        ),
        pytest.param(
            {"G": (TWO, THREE, ONE), "H": (TWO, ONE, THREE)},
            [f"[-G, H: {ONE}]", TWO, f"[+H: {ONE}]", THREE, f"[+G: {ONE}]"],
            (TWO, ONE, THREE, ONE),
            ["“G” and “H” move OP1, each for itself: all accepted, it is there several times"],
            id="two move it, each elsewhere",
        ),
    ],
)
def test_what_each_amends_stays_where_it_is(
    asked: dict[str, tuple[str, ...]], lines: list[str], taken: tuple[str, ...], told: list[str]
) -> None:
    base = draft(ONE, TWO, THREE)
    wishes = wishes_of(base, {name: draft(*texts) for name, texts in asked.items()})
    made = either_way(base, wishes)
    assert marked(made.data) == lines
    assert [one.text for one in made.taken.paragraphs] == list(taken)
    assert [str(one) for one in clashes(base, joined(base, wishes))] == told
    assert each_alone(made.data, base, wishes.items())[1] == ()
    verify_word(made.data, made.taken, base, None, kept=True)
    assert lint(made.data) == ()


def random_base(chance: Random) -> Draft:
    kinds = sorted(chance.choices((Kind.PREAMBULAR, Kind.OPERATIVE), k=chance.randint(3, 7)), reverse=True)
    return numbered([paragraph(chance, kind) for kind in kinds], [])


def random_wish(chance: Random, base: Draft) -> Draft:
    paragraphs = list(base.paragraphs)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(paragraphs))
        act = chance.choice(("delete", "delete", "reword", "reword", "insert", "move"))
        if act == "delete" and len(paragraphs) > 1:
            del paragraphs[at]
        elif act == "reword":
            paragraphs[at] = _reworded(chance, paragraphs[at])
        elif act == "insert":
            paragraphs.insert(chance.choice((at, at + 1)), paragraph(chance, paragraphs[at].kind))
        elif act == "move":
            paragraphs.insert(chance.randint(0, len(paragraphs) - 1), paragraphs.pop(at))
    return numbered(paragraphs, [])


def _reworded(chance: Random, one: Paragraph) -> Paragraph:
    words = one.runs[-1].text.split(" ")
    at = chance.randrange(1, len(words))
    words[at : at + chance.choice((0, 1))] = [word(chance)]
    return replace(one, runs=(*one.runs[:-1], replace(one.runs[-1], text=" ".join(words))))


def changed_words(data: bytes) -> Iterator[tuple[int, str, bool, str]]:
    """Of all tracked words: before the end of which paragraph of the base, whose, whether they come, which."""
    at = 0
    for one in body(data).iter(f"{W}p"):
        for change in one.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"):
            text = "".join(piece.text or "" for piece in change.iter(f"{W}t", f"{W}delText"))
            if text:
                yield at, change.get(f"{W}author") or "", change.tag in (f"{W}ins", f"{W}moveTo"), text
        mark = one.find(f"{W}pPr/{W}rPr")
        at += mark is None or (mark.find(f"{W}ins") is None and mark.find(f"{W}moveTo") is None)


def amended(own: list[Proposal], gone: set[int]) -> set[int]:
    """The paragraphs that proposals amend, and those beside which they put new ones: across what goes there."""
    found: set[int] = set()
    for one in own:
        for edit in one.edits:
            last = edit.end.paragraph if edit.end.offset or edit.start == edit.end else edit.end.paragraph - 1
            found.update(range(edit.start.paragraph, last + 1))
            for step in (-1, 1) if edit.ends_come and edit.start.offset == 0 else ():
                at = edit.start.paragraph + min(step, 0)
                found.add(at)
                while at in gone:
                    at += step
                    found.add(at)
    return found


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize("seed", range(5))
def test_whoever_comes_first_nobody_amends_what_it_did_not(seed: int, tracked: bool) -> None:
    chance = Random(seed)
    base = random_base(chance)
    asked = {name: random_wish(chance, base) for name in ("A", "B", "C")[: chance.randint(2, 3)]}
    wishes = wishes_of(base, asked)
    if tracked:
        redlines = {name: write_redline(compare(base, new), base=None, author=name) for name, new in asked.items()}
        wishes = {name: list(read_returned(data).on(base, "base").placed) for name, data in redlines.items()}
    everything = [edit for own in wishes.values() for one in own for edit in one.edits]
    gone = {at for edit in everything for at in range(edit.start.paragraph, edit.end.paragraph)}
    if len(gone) == len(base.paragraphs):
        return  # a file has a paragraph, be it empty
    made = either_way(base, wishes)
    verify_word(made.data, made.taken, base, None, kept=True)
    assert lint(made.data) == ()
    assert [one.text for one in read_word(made.data, "reject").draft.paragraphs] == [
        one.text for one in base.paragraphs
    ]
    assert each_alone(made.data, base, wishes.items())[1] == ()
    moves = [one for own in wishes.values() for one in own if one.kind == "move"]
    for at, name, _, text in changed_words(made.data):
        for whose in re.split(", | with ", name):
            own = amended(wishes[whose], gone)
            # What is moved is amended where it moves to.
            moved = {n for one in moves if at in amended([one], gone) for n in range(one.place.first, one.place.after)}
            assert at in own or moved & own, (at, whose, text)
