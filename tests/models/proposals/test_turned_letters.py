"""Letters that are words in one text and a typed number in the other come and go with who divides or joins there."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.compiling.compilation import write_compilation
from models.draft import Draft
from models.proposals.laid.applying import applied
from models.proposals.proposal import keyed
from models.proposals.returned import read_returned
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import resolve
from tests.models.proposals.tracked_files import AUTHORS, Line, Stretch, Tracked, text_of, written


def letters(draft: Draft) -> list[str]:
    return [squeezed(f"{one.number or ''}{'' if one.number is None else '.'}{one.text}") for one in draft.paragraphs]


def squeezed(text: str) -> str:
    return "".join(text.split()).replace(").", ")")


def line(*words: str | Stretch, end: Stretch | None = None) -> Line:
    return Line(tuple(one if isinstance(one, Stretch) else Stretch(one) for one in words), end or Stretch(""))


ALL = Stretch("all ", "Kenya")
JOIN, DIVIDE = Stretch("", None, "France"), Stretch("", "France")
HEAD = (line("The General Assembly,"), line("Recalling this text on water,"), line("1. Decides to act promptly;"))
OTHER = line("3. Ends ", ALL, "the matter.")
CASES = {
    "joined, and words of another": (*HEAD, line("2. Requests a report;", end=JOIN), OTHER),
    "joined to new words": (*HEAD, line("2. Requests ", Stretch("a report;", "France"), end=JOIN), OTHER),
    "divided before a letter": (*HEAD, line("2. Encourages all: ", end=DIVIDE), line("(a) To act;"), OTHER),
    "divided before a number": (
        *HEAD,
        line("2. Encourages all; ", end=DIVIDE),
        line("3. Acts;"),
        line("4. Ends ", ALL, "it."),
    ),
    "two lines without words": (*HEAD, line(end=DIVIDE), line(end=DIVIDE), line("2. Requests a report;"), OTHER),
    "divided before a space": (*HEAD, line("2. Encourages all", end=DIVIDE), line(" and acts;"), OTHER),
}


@pytest.mark.parametrize("case", CASES)
def test_each_has_one_proposal_and_its_own_letters(case: str) -> None:
    tracked = CASES[case]
    returned = read_returned(written(tracked))
    assert returned.exact
    assert sorted(one.author for one in returned.proposals) == ["France", "Kenya"]
    package = Package(returned.data)
    resolve(package, "reject")
    wishes = {one.author: [one] for one in keyed(returned.proposals, "base")}
    base = package.to_bytes()
    made = write_compilation(returned.base.draft, wishes, base=base, origins=returned.base.origins)
    assert letters(read_word(made.data).draft) == list(map(squeezed, text_of(tracked, {"France", "Kenya"})))
    assert letters(read_word(made.data, "reject").draft) == list(map(squeezed, text_of(tracked, set())))


@st.composite
def numbered(draw: st.DrawFn) -> Tracked:
    """A few numbered paragraphs with items in their lines, that authors join, divide and amend."""
    lines = list(HEAD)
    for number in range(2, draw(st.integers(3, 5))):
        words = (f"{number}. Calls upon ", Stretch("all ", draw(st.sampled_from((None, *AUTHORS)))), "States: ")
        lines.append(line(*words, end=Stretch("", draw(st.sampled_from((None, *AUTHORS))))))
        item = ("(a) To act; (b) to ", Stretch("re", draw(st.sampled_from((None, *AUTHORS)))), "pay; ")
        lines.append(line(*item, end=Stretch("", None, draw(st.sampled_from((None, *AUTHORS))))))
    return (*lines, line("9. Ends the matter."))


@given(numbered())
@example(CASES["joined, and words of another"])
def test_each_alone_has_its_letters(tracked: Tracked) -> None:
    returned = read_returned(written(tracked))
    assert returned.exact
    for chosen in (*({one} for one in AUTHORS), set(AUTHORS)):
        own = [one for one in returned.proposals if one.author in chosen]
        assert letters(applied(returned.base.draft, own)) == list(map(squeezed, text_of(tracked, chosen)))
