"""Brackets in the summary: told of all that have them, those the filter for brackets shows."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.telling.summary import summary
from tests.models.comparison.small_drafts import A, B, C, draft


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (("Notes the plan of States;",), ("Notes the plan of [all] States;",),
         "OP1 is reworded. In OP1 brackets changed as well."),
        (("Notes the plan of [all] States;",), ("Notes the plan of [some] States;",), "OP1 is reworded."),
        (("Notes the plan of States;",), ("Notes the plan [of] States;",),
         "No paragraph changed in substance. Only brackets changed in OP1: brackets round “of”."),
        (("States shall [not] stop;",), ("States shall not stop;",),
         "No paragraph changed in substance. Only brackets changed in OP1: brackets off “not”."),
        (("States shall [not] stop [now], or [soon];",), ("States shall not stop now, or soon;",),
         "No paragraph changed in substance. Only brackets changed in OP1: brackets off “not” and 2 more."),
        ((f"{A};", f"{B};"), (f"[{A}];", f"{B[:9]} [{B[9:]};"),
         "No paragraph changed in substance. Only brackets changed in OP1 and OP2."),
        ((f"{A};",), (f"{A};", f"[{B}];"), "OP2 is new. Brackets came with OP2."),
        ((f"{A} now;", f"[{B}];"), (f"{A} [today];", f"{C};", "[Decides to convene a conference in Suva];"),
         "Four paragraphs changed: OP1 is reworded, OP2 and OP3 are new, and the former OP2 is deleted. In OP1 "
         "brackets changed as well; they came with OP3 and went with the former OP2."),
        ((f"{A};", f"{B};", f"{C};"), (f"[{C}];", f"{A};", f"{B};"),
         "The former OP3 moved to OP1. In OP1 brackets changed as well. Two paragraphs differ only in numbers."),
        ((f"{A} now;", f"{B} now;", f"{C} now;"), (f"{A} [today];", f"{B} [today];", f"{C} [today];"),
         "Three paragraphs are reworded. In three paragraphs brackets changed as well."),
    ],
)  # fmt: skip
def test_brackets_in_the_summary(old: tuple[str, ...], new: tuple[str, ...], told: str) -> None:
    one, two = (draft(*(f"{at}. {text}" for at, text in enumerate(texts, 1))) for texts in (old, new))
    assert summary(compare(one, two)) == told
