"""Another kind or level that a delegation asks for: read from its file, kept, and in its name in the compiled file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from models.compiling.compilation import write_compilation
from models.compiling.each_alone import each_alone
from models.compiling.joint_wishes import joined
from models.compiling.wishes import not_in_the_file
from models.draft import Draft, Kind, Paragraph, Run, labels
from models.draft.canonical import dumps
from models.draft.numbering import counted_anew
from models.proposals.becoming import becoming
from models.proposals.json_form import proposals_value
from models.proposals.laid.applying import applied
from models.proposals.laid.rendering import rendered
from models.proposals.proposal import Edit, Place, Point, Proposal, keyed, proposal_from, proposal_value
from models.proposals.returned import read_returned
from models.word.read import read_word
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.lint import lint
from tests.models.word.word_xml import docx, ins, p, t

_FORMATS = ("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for at, (form, text) in enumerate(_FORMATS)
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{_LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
BASE = (
    (0, "Urges all States to protect wetlands;"),
    (0, "Calls upon donors:"),
    (1, "To provide finance;"),
    (1, "To share technology;"),
    (1, "To report each year;"),
    (0, "Decides to remain seized of the matter."),
)


NONE = -1


def listed(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{max(level, 0)}"/><w:numId w:val="{int(level > NONE)}"/></w:numPr>'


def file(author: str, levels: dict[int, int] | None = None, words: dict[int, str] | None = None) -> bytes:
    """The text with other levels, and with words at the beginnings of paragraphs, tracked in a name."""
    body = [p("The General Assembly,"), p("Recalling its resolution 78/1,")]
    for at, (level, text) in enumerate(BASE):
        now = (levels or {}).get(at, level)
        track = f'w:id="{at + 1}" w:author="{author}"'
        former = f"<w:pPrChange {track}><w:pPr>{listed(level)}</w:pPr></w:pPrChange>" if now != level else ""
        put_in = (
            ins(t((words or {}).get(at, "")), f'w:id="{at + 50}" w:author="{author}"') if at in (words or {}) else ""
        )
        body.append(p(put_in, t(text), properties=listed(now) + former))
    return docx("".join(body), numbering=NUMBERING)


def shown(draft: Draft) -> list[tuple[str | None, str | None, str]]:
    return [(label, one.number, one.text) for label, one in zip(labels(draft), draft.paragraphs, strict=True)][2:]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"A": ({4: 0}, {}), "B": ({}, {0: "Strongly "})}, []),
        ({"A": ({4: 2}, {}), "B": ({4: 2}, {}), "C": ({2: 0}, {3: "Fully "})}, []),
        ({"A": ({4: 0, 5: 1}, {4: "Also "}), "B": ({3: 2}, {4: "Truly "})}, []),
        ({"A": ({4: 0}, {})}, []),
        ({"A": ({5: NONE}, {}), "B": ({}, {0: "Strongly "})}, []),
        (
            {"A": ({4: 0}, {}), "B": ({4: 2}, {}), "C": ({1: 0}, {1: "Now "})},
            [
                "“A” and “B” each ask for another kind, level or numbering of OP2 (c), and Word tracks one such "
                "change: in the file it is what “A” asks for"
            ],
        ),
    ],
    ids=[
        "one, and words elsewhere",
        "two ask for the same",
        "with words in the same paragraph",
        "alone",
        "no number",
        "two levels",
    ],
)
def test_each_has_its_levels(asked: dict[str, tuple[dict[int, int], dict[int, str]]], told: list[str]) -> None:
    base = file("")
    read = read_word(base)
    files = {name: file(name, levels, words) for name, (levels, words) in asked.items()}
    wishes = {name: list(read_returned(data).proposals) for name, data in files.items()}
    for name, data in files.items():
        assert shown(counted_anew(applied(read.draft, wishes[name]))) == shown(read_word(data).draft)
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    assert [str(one) for one in made.clashes] == told
    assert lint(made.data) == ()
    assert shown(read_word(made.data, "reject").draft) == shown(read.draft)
    exact, not_exact = each_alone(made.data, read.draft, wishes.items(), base=base, origins=read.origins)
    assert [str(one) for one in not_exact] == [
        "The changes of “B”, taken alone, are not to the letter what it asks for: "
        "see the kind or level of OP2 (c), where “A” asks for something too"
        for _ in told
    ]
    for name in exact:
        assert shown(taken_alone(made.data, name)) == shown(read_word(files[name]).draft)


def test_it_is_kept_shown_and_told() -> None:
    base = read_word(file("")).draft
    one = read_returned(file("A", {4: 2})).proposals[0]
    assert (one.kind, one.place.words, becoming(one)) == (
        "format",
        BASE[4][1],
        "a subparagraph (i)",
    )
    kept = json.loads(dumps(proposal_value(one)))
    assert proposal_from(kept, one.key).edits == one.edits
    told = proposals_value([one], base)[0]["edits"][0]["becomes"]
    assert told == {"kind": "subparagraph", "level": 2, "number": "(i)"}
    assert [row.paragraph.number for row in rendered(base, [one]) if row.changed] == ["(c)"]


def test_what_was_kept_before_has_its_key() -> None:
    come = Paragraph(Kind.OPERATIVE, (Run("go"),), 0, "3")
    look = Edit(Point(2, 6), Point(2, 8), "we", look=(True, False, False))
    edits = (Edit(Point(2, 0), Point(2, 4), "come", (come,), rank=4), look)
    one = keyed([Proposal("reword", "A", Place("", 2, 3, 0, 8, "come, we"), edits)], "d")[0]
    assert one.key == "f54343abd11c8c66ffef23fb387427e8af5c85a51b000c57b6afc121bd85c4fc"
    assert not any("becomes" in edit for edit in proposal_value(one)["edits"])


def test_a_wish_kept_without_its_level_is_not_told_beside_the_one_that_has_it() -> None:
    base = read_word(file("")).draft
    one = read_returned(file("A", {4: 2})).proposals[0]
    silent = replace(one, edits=(), key="before")
    assert not_in_the_file(base, "A", [silent, one]) == ()
    assert len(not_in_the_file(base, "A", [silent])) == 1
