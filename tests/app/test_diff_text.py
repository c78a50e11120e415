"""A comparison as text: colours close with each line, signs never stand alone, control characters never get out."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from app.commands.diff_text import comparison_text
from models.comparison.compare import compare
from tests.models.comparison.small_drafts import numbered as draft

_CODES = re.compile(r"\x1b\[[0-9;]*m")
_SIGNS = re.compile(r"\[-(.+?)-\]|\{\+(.+?)\+\}")


LONG = "Requests the Secretary-General to submit to the Assembly at its sixtieth session a report on the matter; " * 3


def test_nothing_differs() -> None:
    assert comparison_text(compare(draft("Decides"), draft("Decides")), colours=False) == "Nothing differs."


def test_colours_and_signs_say_the_same() -> None:
    comparison = compare(draft("Decides to meet soon;", LONG), draft("Decides to meet in 2006;"))
    coloured = comparison_text(comparison, colours=True, plain_words=True)
    signed = comparison_text(comparison, colours=False, plain_words=True)
    assert _CODES.sub("", coloured) == _SIGNS.sub(lambda match: match[1] or match[2], signed)
    assert "[-soon-]{+in 2006+};" in signed
    for line in coloured.splitlines():  # a colour that runs over the end of a line spoils the next prompt
        assert line.count("\x1b[0m") == len(_CODES.findall(line)) / 2


def test_what_differs_in_no_word_is_named_and_not_printed() -> None:
    rest = ("Decides to meet soon;", "Invites all States to act;", "Thanks the Chair.")
    told = comparison_text(compare(draft(*rest), draft("Urges the Bureau to report;", *rest)), colours=False)
    assert told.startswith(
        "OP1  new\n    {+Urges the Bureau to report;+}\n\n"
        "OP2  was OP1, renumbered\nOP3  was OP2, renumbered\nOP4  was OP3, renumbered\n\n"
        "OP1 is new. Three paragraphs differ only in numbers.\n\n"
    )


def test_the_signs_of_what_only_follows_are_printed() -> None:
    told = comparison_text(
        compare(draft("Decides to meet."), draft("Decides to meet;", "Thanks the Chair.")), colours=False
    )
    assert told.startswith("OP1  last mark of the paragraph\n    Decides to meet[-.-]{+;+}\n")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=4), st.lists(st.text(max_size=30), max_size=4))
def test_nothing_of_a_text_steers_the_terminal(old: list[str], new: list[str]) -> None:
    shown = comparison_text(compare(draft(*old), draft(*new)), colours=False)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
