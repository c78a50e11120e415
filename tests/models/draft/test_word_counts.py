"""Words are counted as Word counts them, in a text and in what differs."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.comparison.words.plain import word_diff
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.word_counts import count_changed, count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \u00a0\u3000", 0),
        ("Decides to meet;", 3),
        ("A/RES/70/1", 1),
        ("the Secretary-General and/or his", 4),
        ("in 2030 – 3.5 per cent", 6),
        ("[Decides][Requests] to", 2),
        ("l’Assemblée générale", 2),
        ("no-break\u00a0space", 2),
        ("تقرر أن تبقي؛", 3),
        ("第七十届会议", 6),
        ("决定，", 3),
        ("第70届", 3),
        ("2030 年", 2),
        ("会议\u3000开", 3),
        ("カタカナ", 4),
    ],
)
def test_words_of_a_text(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("old", "new", "inserted", "deleted"),
    [
        ("", "Decides – and/or not –", 5, 0),
        ("The Secretary-General;", "", 0, 2),
        ("决定。", "", 0, 3),
        ("Decides to meet", "Decides, to meet", 0, 0),
        ("Decides to meet", "[Decides] to meet", 0, 0),
        ("Decides to meet", "Decides to meet soon, and in Rome", 4, 0),
        ("See A/RES/70/1 on it", "See A/RES/71/1 on it", 1, 1),
        ("Requests the Secretary-General to", "Requests to", 0, 2),
        ("决定开会", "决定再开会", 1, 0),
    ],
)
def test_words_of_a_change(old: str, new: str, inserted: int, deleted: int) -> None:
    words = word_diff(old, new)
    assert (count_changed(words, "insert"), count_changed(words, "delete")) == (inserted, deleted)


def test_what_a_comparison_puts_in_is_what_the_new_paragraph_has() -> None:
    first, second = "Decides to act;", "Requests the Secretary-General – and/or his envoy – to report on A/RES/70/1."
    one, two = (Paragraph(Kind.OPERATIVE, (Run(text),)) for text in (first, second))
    summary = compare(Draft((one,)), Draft((one, two))).summary
    assert (summary.words_inserted, summary.words_deleted) == (count_words(second), 0)
