"""Words that were changed without tracking within a paragraph that moves are told, tracked ones are not."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.proposals.returned import read_returned
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.comparison.small_drafts import numbered as draft
from tests.models.comparison.small_drafts import operative
from tests.models.word.word_xml import docx, p, t

LINES = (
    "Encourages all States to cooperate in the region;",
    "Welcomes the efforts of Member States to combat desertification;",
    "Requests the Secretary-General to report at its next session.",
)


def moved(words: str = LINES[0]) -> bytes:
    """A file in which the first paragraph moves to the end, with other words that are tracked."""
    return write_redline(compare(draft(*LINES), draft(*LINES[1:], words)), base=None, author="Italy")


def typed_over(data: bytes, end: str, old: str, new: str) -> bytes:
    """The file with letters within one end of its move changed as a hand would that tracks nothing."""
    package = Package(data)
    text = next(
        text
        for change in package.edit(package.main).iter(f"{{*}}{end}")
        for text in change.iter("{*}t")
        if old in (text.text or "")
    )
    text.text = (text.text or "").replace(old, new)
    return package.to_bytes()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (moved(), ()),
        (moved(LINES[0].replace("all States", "Member States")), ()),
        (typed_over(moved(), "moveTo", "all States", "most States"), "One word in OP1"),
        (typed_over(moved(), "moveFrom", "all States", "most of the States"), "Three words in OP1"),
        (typed_over(moved(LINES[0].replace("all", "Member")), "moveTo", "region", "world"), "One word in OP1"),
    ],
    ids=["as it was", "tracked", "in the new place", "in the old place", "beside what is tracked"],
)
def test_words_in_a_move(data: bytes, told: str | tuple[()]) -> None:
    returned = read_returned(data)
    sentence = f"{told} where it moves to {'was' if 'One' in told else 'were'} changed without tracking."
    assert returned.in_moves == ((sentence,) if told else ())
    assert set(returned.in_moves) <= set(returned.notices)
    assert returned.tracked
    assert len(read_word(data).draft.paragraphs) == len(LINES)


def test_a_number_that_is_typed_before_what_moves_goes_with_it() -> None:
    by = 'w:id="1" w:author="Italy" w:date="2026-03-01T10:00:00Z"'

    def end(name: str) -> str:
        words = "".join(f"<w:{name} {by}>{t(one)}</w:{name}>" for one in ("1. ", LINES[0]))
        ranged = f'<w:{name}RangeStart {by} w:name="m"/>{words}'
        return p(ranged, mark=f"<w:{name} {by}/>") + f'<w:{name}RangeEnd w:id="1"/>'

    typed = [p(t(f"{at}. "), t(one)) for at, one in enumerate(LINES, 1)]
    data = docx(p("The General Assembly,") + end("moveFrom") + typed[1] + end("moveTo") + typed[2])
    assert [one.kind for one in read_returned(data).proposals] == ["move"]


@pytest.mark.parametrize("date", [None, "2026-03-01T10:00:00Z"])
@pytest.mark.parametrize("change", [("all", "Member"), ("Encourages ", ""), (" in the region;", ","), ("to ", "")])
def test_what_is_edited_in_a_paragraph_that_moves_is_one_proposal_with_a_date_and_without(
    change: tuple[str, str], date: str | None
) -> None:
    words, end = LINES[0].replace(*change), "Decides to remain seized of the matter."
    for lines in (draft, operative):  # with numbers and without
        comparison = compare(lines(*LINES, end), lines(*LINES[1:], words, end))
        returned = read_returned(write_redline(comparison, base=None, author="Italy", date=date))
        one, *others = returned.proposals
        assert (others, returned.in_moves, one.kind) == ([], (), "move")
        assert "".join(edit.gone for edit in one.edits).strip() == LINES[0]
        assert "".join(edit.come_text for edit in one.edits).strip() == words
