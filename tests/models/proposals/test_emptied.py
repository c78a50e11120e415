"""Whose line is struck and its end left has an empty line there, its typed number struck with the words."""

from __future__ import annotations

import pytest

from models.compiling.compilation import Compilation, write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.taken_alone import words_with_notes
from models.draft import Draft
from models.proposals.becoming import becoming
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal, keyed
from models.proposals.returned import Returned, read_returned
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import resolve
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.word_xml import cell, d, dele, docx, ins, p, row, t, table

FIJI = 'w:id="1" w:author="Fiji"'
KENYA = 'w:id="2" w:author="Kenya"'
PERU = 'w:id="3" w:author="Peru"'
ALL = dele(d("2. Urges all;"), FIJI)
MEETS = ins(t("2. Decides to meet in 2027."), FIJI)


def _by_author(returned: Returned) -> dict[str, list[Proposal]]:
    wishes: dict[str, list[Proposal]] = {}
    for one in keyed(returned.proposals, "base"):
        wishes.setdefault(one.author, []).append(one)
    return wishes


def _compiled(returned: Returned) -> tuple[Draft, Compilation]:
    """What all of a file ask for, on its base, which is given too."""
    base, package = returned.base.draft, Package(returned.data)
    resolve(package, "reject")
    wishes = joined(base, _by_author(returned))
    return base, write_compilation(base, wishes, base=package.to_bytes(), origins=returned.base.origins)


@pytest.mark.parametrize(
    ("line", "behind", "alone"),
    [
        pytest.param(ALL, "", {"Fiji": ["1", None, None, "3"]}, id="the line"),
        pytest.param(dele(d("2. "), FIJI) + dele(d("Urges all;"), FIJI), "", {"Fiji": ["1", None, None, "3"]},
                     id="number and words one by one"),
        pytest.param(dele(d("2. Urges all;"), KENYA), ins(t("2. Decides to meet."), FIJI),
                     {"Kenya": ["1", None, None, "3"], "Fiji": ["1", "2", "2", "3"]}, id="another writes behind it"),
        pytest.param(ALL, MEETS, {"Fiji": ["1", None, "2", "3"]}, id="and written anew in the empty line"),
        pytest.param(t("2. ") + dele(d("Urges all;"), FIJI), "", {"Fiji": ["1", "2", None, "3"]}, id="not the number"),
    ],
)  # fmt: skip
def test_no_number_is_left_where_all_of_a_line_goes(line: str, behind: str, alone: dict[str, list[str | None]]) -> None:
    body = p("The General Assembly,") + p("1. Decides to act;") + p(line) + p(behind) + p("3. Ends.")
    returned = read_returned(docx(body))
    wishes = _by_author(returned)
    for name, numbers in alone.items():
        assert [one.number for one in applied(returned.base.draft, wishes[name]).paragraphs[1:]] == numbers
    base, made = _compiled(returned)
    assert words_with_notes(read_word(made.data, "reject").draft) == words_with_notes(base)
    for name, numbers in alone.items():
        read = taken_alone(made.data, name).paragraphs
        assert [bool(one.number) for one in read[1:]] == [bool(number) for number in numbers]


def test_what_the_line_becomes_is_said() -> None:
    (one,) = read_returned(docx(p("The General Assembly,") + p("1. Meets;") + p(ALL) + p("3. Ends."))).proposals
    assert becoming(one, "Urges all;") == "an empty line"


def test_a_line_that_had_no_number_stays_what_it_is() -> None:
    body = p("The General Assembly,") + p("1. Decides to act;") + p(dele(d("Urges all;"), FIJI)) + p("3. Ends.")
    assert all(edit.becomes is None for one in read_returned(docx(body)).proposals for edit in one.edits)


@pytest.mark.parametrize(
    ("body", "together"),
    [
        pytest.param(
            p(ins(t("2. Invites all;"), KENYA), mark=f"<w:ins {KENYA}/>") + p(ALL) + p(""),
            ["1", "2", None, None, "3"],
            id="another's new paragraph before it",
        ),
        pytest.param(
            p(ins(t("2. Invites all;"), KENYA), mark=f"<w:ins {KENYA}/>")
            + p(ALL)
            + p(ins(t("3. Calls upon them;"), PERU), mark=f"<w:ins {PERU}/>")
            + p(""),
            ["1", "2", None, "3", None, "4"],
            id="between new ones of two others",
        ),
        pytest.param(
            p("2. Urges all;")
            + p(ins(t("3. Invites all;"), KENYA), mark=f"<w:ins {KENYA}/>")
            + p(ins(t("4. Calls upon them;"), FIJI)),
            ["1", "2", "3", "4", "5"],
            id="a line typed in an empty one behind another's new paragraph",
        ),
    ],
)
def test_lines_of_several_stay_lines_where_all_is_taken(body: str, together: list[str | None]) -> None:
    returned = read_returned(docx(p("The General Assembly,") + p("1. Decides to act;") + body + p("3. Ends.")))
    base, made = _compiled(returned)
    read = read_word(made.data).draft.paragraphs[1:]
    assert [one.number for one in read] == together
    assert [bool(one.text) for one in read] == [number is not None for number in together]
    assert words_with_notes(read_word(made.data, "reject").draft) == words_with_notes(base)


_GOES = f"<w:del {FIJI}/>"
_COMES = p(ins(t("Invites all;"), KENYA), mark=f"<w:ins {KENYA}/>")


@pytest.mark.parametrize(
    ("body", "together"),
    [
        pytest.param(
            p(dele(d("Urges all;"), FIJI), mark=_GOES) + _COMES + p(dele(d("Calls;"), FIJI), mark=_GOES)
            + p(dele(d("Meets."), FIJI)) + table(row(cell(p("a")))),
            ["Invites all;", "", "a"],
            id="new ones of another between those before it",
        ),
        pytest.param(
            p(dele(d("Calls;"), FIJI), mark=_GOES) + _COMES + p(dele(d("Meets."), FIJI)) + p("Ends."),
            ["Invites all;", "", "Ends."],
            id="right before it",
        ),
        pytest.param(
            p(t("Calls "), dele(d("all;"), FIJI), mark=_GOES) + _COMES + p(dele(d("Meets."), FIJI)) + p("Ends."),
            ["Calls ", "Invites all;", "Ends."],
            id="what is joined to words before is no line",
        ),
        pytest.param(
            p(dele(d("Calls;"), FIJI), mark=_GOES) + _COMES + p(dele(d("Meets."), FIJI), mark=_GOES) + p("Ends."),
            ["Invites all;", "Ends."],
            id="whose end goes too is none",
        ),
    ],
)  # fmt: skip
def test_a_line_emptied_behind_paragraphs_that_go_stays_behind_new_ones(body: str, together: list[str]) -> None:
    returned = read_returned(docx(p("Decides;") + body))
    base, made = _compiled(returned)
    assert words_with_notes(read_word(made.data).draft) == ["Decides;", *together]
    assert words_with_notes(read_word(made.data, "reject").draft) == words_with_notes(base)
    for name, own in _by_author(returned).items():
        assert words_with_notes(taken_alone(made.data, name)) == words_with_notes(applied(base, own)), name


@pytest.mark.parametrize(
    ("last", "together"),
    [
        pytest.param(p(ALL) + p(dele(d("3. Ends."), KENYA)), ["", ""], id="two lines, by two"),
        pytest.param(
            p(dele(d("2. Urges "), FIJI), mark=f"<w:ins {KENYA}/>") + p(dele(d("all;"), FIJI)),
            [""],
            id="one that another divides",
        ),
        pytest.param(
            p(ins(t("2. Invites all;"), KENYA), mark=f"<w:ins {KENYA}/>") + p(ALL),
            ["Invites all;", ""],
            id="one behind another's new paragraph",
        ),
        pytest.param(
            p(ALL, mark=f"<w:del {KENYA}/>") + p(dele(d("3. Ends."), KENYA)), [""], id="one that goes with it"
        ),
    ],
)
def test_lines_emptied_at_the_end_of_a_text_stay_lines(last: str, together: list[str]) -> None:
    returned = read_returned(docx(p("The General Assembly,") + p("1. Decides to act;") + last))
    base, made = _compiled(returned)
    assert words_with_notes(read_word(made.data).draft)[2:] == together
    assert words_with_notes(read_word(made.data, "reject").draft) == words_with_notes(base)
    for name, own in _by_author(returned).items():
        assert words_with_notes(taken_alone(made.data, name)) == words_with_notes(applied(base, own)), name
