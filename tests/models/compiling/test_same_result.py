"""Delegations that ask for one text by marks that stand otherwise: it goes in once, in the names of all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

import pytest

from models.compiling.clashes import clashes
from models.compiling.compilation import Compilation, write_compilation
from models.compiling.joint_wishes import joined
from models.draft import Draft
from models.proposals.returned import read_returned
from models.word.read import read_word
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.word_xml import d, dele, docx, ins, p, t

Marks = Sequence[tuple[str, str]]
"""Pieces of a paragraph: " " stays, "+" comes, "-" goes."""


def file_of(author: str, *paragraphs: Marks) -> bytes:
    number = 0

    def written(sign: str, text: str) -> str:
        nonlocal number
        number += 1
        by = f'w:id="{number}" w:author="{author}"'
        return t(text) if sign == " " else ins(t(text), by) if sign == "+" else dele(d(text), by)

    return docx("".join(p(*(written(sign, text) for sign, text in one)) for one in paragraphs))


def compiled(base: bytes, files: dict[str, bytes]) -> tuple[Compilation, list[str]]:
    draft = read_word(base).draft
    wishes = {name: list(read_returned(data).proposals) for name, data in files.items()}
    together = joined(draft, wishes)
    made = write_compilation(draft, together, base=base, origins=read_word(base).origins)
    return made, [str(one) for one in clashes(draft, together)]


def words(draft: Draft) -> list[str]:
    return [one.text for one in draft.paragraphs]


def accepted(marks: Marks, signs: str = " +") -> str:
    return "".join(text for sign, text in marks if sign in signs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([(" ", "with "), ("+", "deep "), (" ", "concern")], [(" ", "with"), ("+", " deep"), (" ", " concern")]),
        ([(" ", "report"), ("-", " to all"), (" ", " at once")],
         [(" ", "report "), ("-", "to all "), (" ", "at once")]),
        ([(" ", "report"), ("+", " and annex"), (" ", ";")],
         [(" ", "report"), ("-", ";"), ("+", " and annex;")]),
        ([(" ", "the "), ("-", "goals that were set"), ("+", "agreed goals"), (" ", ".")],
         [(" ", "the "), ("+", "agreed "), (" ", "goals"), ("-", " that were set"), (" ", ".")]),
        ([("-", "Urges"), ("+", "Calls upon"), (" ", " Member States.")],
         [("-", "Urges Member"), ("+", "Calls upon Member"), (" ", " States.")]),
    ],
)  # fmt: skip
def test_one_text_by_other_marks_goes_in_once(one: Marks, other: Marks) -> None:
    before, wanted = accepted(one, " -"), accepted(one)
    assert (accepted(other, " -"), accepted(other)) == (before, wanted)
    # What each changes elsewhere in the paragraph stays its own.
    tail = " Also we meet in the third month of the year."
    here = [*one, (" ", tail.removesuffix(" year.")), ("+", " calendar"), (" ", " year.")]
    there = [*other, (" ", " Also "), ("-", "we"), ("+", "all"), (" ", tail.removeprefix(" Also we"))]
    made, told = compiled(
        file_of("", [(" ", before + tail)]), {"Mali": file_of("M", here), "Peru": file_of("P", there)}
    )
    assert words(read_word(made.data).draft) == [
        wanted + tail.replace("we meet", "all meet").replace(" year", " calendar year")
    ]
    assert told == []
    assert words(taken_alone(made.data, "Mali")) == [accepted(here)]
    assert words(taken_alone(made.data, "Peru")) == [accepted(there)]
    assert {one.author for one in read_word(made.data).revisions} == {"Mali", "Mali, Peru", "Peru"}


_SAID = "we and they urge all States and all others to act and to report to all States in time and in full"


def marked(chance: Random, old: Sequence[str], new: Sequence[str]) -> Marks:
    """One of the many ways in which marks make a text of another."""
    found: list[tuple[str, str]] = []
    left, right = list(old), list(new)
    while left or right:
        if left and right and left[0] == right[0] and chance.random() < 0.8:
            found.append((" ", left.pop(0)))
            right.pop(0)
        elif left and (not right or chance.random() < 0.5):
            found.append(("-", left.pop(0)))
        elif right:
            found.append(("+", right.pop(0)))
    return found


@pytest.mark.parametrize("pieces", [lambda text: re.findall(r"\w+| ", text), list], ids=["words", "letters"])
@pytest.mark.parametrize("seed", range(12))
def test_any_marks_that_make_one_text_give_that_text(seed: int, pieces: Callable[[str], list[str]]) -> None:
    chance = Random(seed)
    said = _SAID.split()
    new = [one for one in said if chance.random() < 0.8]
    for _ in range(3):
        new.insert(chance.randrange(len(new) + 1), chance.choice(said))
    wanted = " ".join(new)
    files = {name: file_of(name, marked(chance, pieces(_SAID), pieces(wanted))) for name in ("Fiji", "Mali", "Peru")}
    made, told = compiled(file_of("", [(" ", _SAID)]), files)
    assert words(read_word(made.data).draft) == [wanted]
    assert words(read_word(made.data, "reject").draft) == [_SAID]
    assert told == []
    assert all(words(taken_alone(made.data, name)) == [wanted] for name in files)


@pytest.mark.parametrize("last", [False, True], ids=["in the middle", "at the end"])
@pytest.mark.parametrize("first", ["Mali", "Peru"])
def test_a_paragraph_struck_with_its_end_by_one_and_without_by_the_other_is_gone(first: str, last: bool) -> None:
    second = "Peru" if first == "Mali" else "Mali"
    kept = ["We meet.", "We act."]
    gone = p(dele(d("We speak."), 'w:id="1" w:author="X"'), mark='<w:del w:id="2" w:author="X"/>')
    emptied = p(dele(d("We speak."), 'w:id="1" w:author="X"'))
    # Word takes the end of the paragraph before with the last one of a text.
    whole = p(kept[0]) + p(kept[1], mark='<w:del w:id="2" w:author="X"/>') + emptied if last else None
    bodies = {
        first: whole or p(kept[0]) + gone + p(kept[1]),
        second: "".join(map(p, kept)) + emptied if last else p(kept[0]) + emptied + p(kept[1]),
    }
    texts = [*kept, "We speak."] if last else [kept[0], "We speak.", kept[1]]
    made, told = compiled(docx("".join(map(p, texts))), {name: docx(body) for name, body in bodies.items()})
    assert words(read_word(made.data).draft) == kept
    assert words(read_word(made.data, "reject").draft) == texts
    assert told == [
        f"“{first}” takes out paragraph {3 if last else 2}, which “{second}” amends: all accepted, it is gone"
    ]
    assert words(taken_alone(made.data, first)) == kept
    assert words(taken_alone(made.data, second)) == ([*kept, ""] if last else [kept[0], "", kept[1]])
