"""Brackets around a label, with its words or alone, stay in pairs in whatever a text is written to and read from."""

from __future__ import annotations

from itertools import product

import pytest

from models.clipboard.read import from_clipboard
from models.clipboard.written import to_html, to_plain
from models.draft import Draft
from models.files.read import read_bytes, read_text
from models.forms.draft_markdown import draft_markdown
from models.word.clean import write_clean

LABELS = (
    *("2.", "2)", "2 bis.", "2 alt.", "2 alt 1.", "2 quater alt.", "一、"),
    *("OP2", "OP2.", "OP2 bis", "OP 2 alt 1.", "PP2", "PP2 bis"),
    *("(b)", "(b) bis", "(b bis)", "b)", "b bis)", "a.", "(i)", "i.", "（一）", "أ -"),
    *("OP1 (b)", "OP1 (a) bis", "OP1 (a) (i)"),
)
AROUND = ("{} Urges x;", "[{}] Urges x;", "[{} Urges x;]", "{} [Urges x;]", "[[{}] Urges x;]", "[{}] [Urges x;]")
MORE = ("[{}]Urges x;", "[ {} ] Urges x;", "[{} Urges x; and", "[{}] [Urges] x;")
TEXT = "T\n\nThe General Assembly,\n\nRecalling y,\n\n1. Decides:\n\n(a) this;\n\n{}\n\n9. Requests C.\n"


# Each label in half of the brackets, each of these round half of the labels: five ways of writing are tried of each.
IN_BRACKETS = [pair for at, pair in enumerate(product([*AROUND, *MORE], LABELS)) if (at + at // len(LABELS)) % 2 == 0]


@pytest.mark.parametrize(("around", "label"), IN_BRACKETS)
def test_brackets_stay_in_pairs_and_in_their_places(label: str, around: str) -> None:
    line = around.format(label)
    draft = read_text(TEXT.format(line)).draft
    read = draft.paragraphs[5]
    assert read.number or read.set_label or label == "PP2"
    assert [read.text.count(sign) for sign in "[]"] == [line.count(sign) for sign in "[]"]
    assert read_text(draft_markdown(draft)).draft == draft
    assert _lines(read_bytes(write_clean(draft)).draft) == _lines(draft)
    assert _lines(read_text(to_plain(draft.paragraphs)).draft) == _lines(draft)
    pasted = from_clipboard({"text/html": to_html(draft.paragraphs).encode()})
    assert _lines(Draft(pasted.paragraphs)) == _lines(draft)


def test_a_label_alone_in_brackets_is_written_in_them() -> None:
    text = TEXT.format("[[OP2 bis] Requests B;]")
    draft = read_text(text).draft
    assert (draft.paragraphs[5].number, draft.paragraphs[5].text) == ("2 bis", "[[] Requests B;]")
    assert "\n[[2 bis.] Requests B;]\n" in draft_markdown(draft)
    assert "[[2 bis.] Requests B;]" in to_plain(draft.paragraphs)


@pytest.mark.parametrize("words", ["[c] x", "[the] x", "[3] Urges", "[•] x", "[2–] x", "[Recalling] x"])
def test_other_words_in_brackets_are_no_label(words: str) -> None:
    assert read_text(TEXT.format(words)).draft.paragraphs[5].text == words


def _lines(draft: Draft) -> list[tuple[str | None, str | None, str]]:
    return [(one.number, one.set_label, one.text) for one in draft.paragraphs]
