"""Several drafts side by side: each column says its draft, what came is bold and underlined, what goes is struck."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.circulation.certificate import NotVerified
from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.files.read import read_bytes
from models.word.drafts_in_columns import TooManyColumns, verify_drafts, write_drafts
from models.word.namespaces import w
from models.word.package import Package
from tests.models.word.lint import lint


def drafts(*texts: str) -> list[Draft]:
    return [read_bytes(text.encode()).draft for text in texts]


def written(every: Sequence[Draft]) -> bytes:
    steps = in_columns([compare(old, new) for old, new in pairwise(every)])
    return write_drafts(steps, [f"Text {at}" for at in range(1, len(every) + 1)])


def shown(data: bytes) -> list[list[str]]:
    """The rows, words that came as [+…], words that go as [-…], both as [±…]."""
    package = Package(data)
    found = []
    for row in package.root(package.main).iter(w("tr")):
        cells = []
        for cell in row.iter(w("tc")):
            said = ""
            for run in cell.iter(w("r")):
                words = "".join(one.text or "" for one in run.iter(w("t")))
                came, goes = next(run.iter(w("u")), None) is not None, next(run.iter(w("strike")), None) is not None
                sign = {(True, False): "+", (False, True): "-", (True, True): "±"}.get((came, goes))
                said += f"[{sign}{words}]" if sign else words
            cells.append(said.replace("\u2002", " "))
        found.append(cells)
    return found


HEAD = "The General Assembly,\n\n"


def test_each_draft_is_marked_against_the_one_before_and_the_one_after() -> None:
    data = written(
        drafts(
            f"{HEAD}1. Decides to meet in 2005;\n\n2. Requests a report.",
            f"{HEAD}1. Decides to meet soon;\n\n2. Requests a report.",
            f"{HEAD}1. Decides to meet often;\n\n2. Invites all States;\n\n3. Requests a report.",
        )
    )
    assert lint(data) == ()
    rows = shown(data)
    assert rows[0] == ["Text 1", "Text 2", "Text 3"]
    assert rows[-3:] == [
        ["1. Decides to meet [-in 2005];", "1. Decides to meet [±soon];", "1. Decides to meet [+often];"],
        ["", "", "2. [+Invites all States;]"],
        ["2. Requests a report.", "2. Requests a report.", "3. Requests a report."],
    ]


def test_notes_stand_in_the_columns_of_their_drafts() -> None:
    every = drafts(
        f"{HEAD}Recalling the Charter,[^1]\n\n1. Decides to meet.\n\n[^1]: Resolution 1.",
        f"{HEAD}Recalling the Charter,\n\n1. Decides to meet.",
        f"{HEAD}Recalling the Charter,[^1]\n\n1. Decides to meet.\n\n[^1]: Resolution 2.",
    )
    data = written(every)
    verify_drafts(data, every)
    assert shown(data)[-2:] == [["Notes"] * 3, ["1 [-Resolution 1.]", "", "1 [+Resolution 2.]"]]


_PARAGRAPHS = st.builds(
    lambda words, number: Paragraph(Kind.OPERATIVE, (Run(words),), number=number),
    st.lists(st.sampled_from(["Requests", "a", "report", "the", "[States]", "10 per cent", "soon;"]), min_size=1).map(
        " ".join
    ),
    st.sampled_from([None, "1", "2 bis"]),
)


@settings(max_examples=20)
@given(st.lists(st.lists(_PARAGRAPHS, min_size=1, max_size=6), min_size=2, max_size=4))
def test_every_column_says_its_draft(texts: list[list[Paragraph]]) -> None:
    every = [Draft(tuple(paragraphs)) for paragraphs in texts]
    data = written(every)
    verify_drafts(data, every)
    assert data == written(every)
    other = Draft((*every[-1].paragraphs, Paragraph(Kind.TEXT, (Run("and one more"),))))
    with pytest.raises(NotVerified):
        verify_drafts(data, [*every[:-1], other])


def test_drafts_too_long_to_be_read_back_are_told() -> None:
    draft = Draft(tuple(Paragraph(Kind.TEXT, (Run("a"),)) for _ in range(10_001)))
    data = write_drafts(in_columns([compare(draft, draft)]), ("a", "b"))
    with pytest.raises(TooManyColumns, match="longer than a file that can be read back"):
        verify_drafts(data, (draft, draft))
