"""Tables of contents: a page follows from where its heading stands."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.draft import Draft
from tests.models.comparison.small_drafts import draft

BODY = ("The Committee met in Geneva in May.", "It found that rivers are dry.", "It concludes that they should be wet.")
HEADS = ("Introduction", "Findings of the Committee", "Conclusions")


def report(heads: tuple[str, ...], pages: tuple[int, ...], bodies: tuple[str, ...], title: str = "Contents") -> Draft:
    numbered = [f"{'ABCDE'[at]}. {head}" for at, head in enumerate(heads)]
    lines = [f"{head}\t{page}" for head, page in zip(numbered, pages, strict=True)]
    text = [line for head, body in zip(numbered, bodies, strict=True) for line in (f"§ {head}", body)]
    return draft(title, *lines, *text)


def told(old: Draft, new: Draft) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(change.kind, change.weight, change.reasons) for change in compare(old, new).changes if change.weight]


FOLLOWS, RENUMBERED = ("reworded", "housekeeping", ("cross-reference",)), ("reworded", "housekeeping", ("renumbered",))
SUBSTANCE, NEW = ("reworded", "substance", ()), ("inserted", "substance", ())


def test_a_page_of_the_same_heading_follows() -> None:
    assert told(report(HEADS, (3, 5, 9), BODY), report(HEADS, (3, 6, 11), BODY)) == [FOLLOWS] * 2


def test_so_does_the_number_of_one_that_is_counted_anew() -> None:
    heads = (HEADS[0], "Mandate of experts", *HEADS[1:])
    bodies = (BODY[0], "They are to look at rivers.", *BODY[1:])
    assert told(report(HEADS, (3, 5, 9), BODY), report(heads, (3, 4, 6, 11), bodies)) == [
        NEW, *[FOLLOWS] * 2, NEW, NEW, *[RENUMBERED] * 2,
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["Countries", "The list of contents of this file is as follows:"])
def test_a_figure_elsewhere_is_an_amount(title: str) -> None:
    assert told(report(HEADS, (3, 5, 9), BODY, title), report(HEADS, (3, 5, 8), BODY, title)) == [SUBSTANCE]
    old, new = (
        draft("Contents", "A. Kenya\t3", "§ A. Kenya", f"A. Kenya\t{amount}", "Fiji is mentioned.")
        for amount in (120, 130)
    )
    assert told(old, new) == [SUBSTANCE]
    old, new = (
        draft("Contents", "Kenya\t3", "Sums in dollars", f"Kenya\t{amount}", "§ Kenya", "It is mentioned here.")
        for amount in (120, 130)
    )
    assert told(old, new) == [SUBSTANCE]


def test_other_words_in_a_line_are_no_page() -> None:
    heads = (HEADS[0], "findings of the Committee", HEADS[2])
    one, two = report(HEADS, (3, 5, 9), BODY), report(heads, (3, 6, 9), BODY)
    assert told(one, two) == [SUBSTANCE] * 2


def test_a_capital_or_a_mark_there_is_no_page() -> None:
    one, two = (
        draft("Contents", "A. Findings\t3", f"B. {line}", "§ A. Findings", "It did.", "§ B. State parties", "It was.")
        for line in ("State parties\t5", "state parties\t6")
    )
    assert told(one, two) == [SUBSTANCE]
