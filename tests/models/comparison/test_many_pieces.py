"""A paragraph that becomes a list under a few words, or many paragraphs, and back: one split, one merge."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from tests.models.comparison.small_drafts import A, draft

ITEMS = (
    "strengthen national capacities for the monitoring of sand and dust storms",
    "share meteorological data and early warnings with neighbouring countries",
    "mobilize financial resources from all sources for affected developing countries",
    "enhance the transfer of environmentally sound technologies on mutually agreed terms",
    "promote the participation of women and youth in the planning of responses",
    "support the work of regional centres on drought and desertification",
    "integrate health concerns into national disaster risk reduction strategies",
    "develop transport and aviation safety procedures for dust events",
    "restore degraded land and rehabilitate dried lake beds",
    "encourage research on the economic costs of inaction",
    "report on progress to the Assembly at its eighty-first session",
    "observe the International Day of Combating Sand and Dust Storms",
)
LETTERS = "abcdefghijkl"


@pytest.mark.parametrize("number", [2, 4, 5, 6, 8, 12])
@pytest.mark.parametrize("opening", ["Requests States", "Requests all Member States, within existing resources"])
def test_a_paragraph_becomes_a_list_however_long(opening: str, number: int) -> None:
    items = ITEMS[:number]
    whole = draft(f"1. {opening} to {', to '.join(items[:-1])} and to {items[-1]};", f"2. {A};")
    listed = [f"({letter}) To {item};" for letter, item in zip(LETTERS, items, strict=False)]
    listed = draft(f"1. {opening}:", *listed, f"2. {A};")
    pieces = tuple(range(number + 1))
    split, merged = compare(whole, listed), compare(listed, whole)
    assert [(one.kind, one.old, one.new) for one in split.changes] == [
        ("split", (0,), pieces),
        ("unchanged", (1,), (number + 1,)),
    ]
    assert [(one.kind, one.old, one.new) for one in merged.changes] == [
        ("merged", pieces, (0,)),
        ("unchanged", (number + 1,), (1,)),
    ]


@pytest.mark.parametrize("number", [2, 6, 11, 12])
def test_a_paragraph_is_divided_into_many(number: int) -> None:
    whole = draft(f"1. Requests States to {'; and requests States to '.join(ITEMS[:number])};", f"2. {A};")
    many = draft(*(f"{at}. Requests States to {item};" for at, item in enumerate(ITEMS[:number], 1)), f"99. {A};")
    assert [(one.kind, one.new) for one in compare(whole, many).changes] == [
        ("split", tuple(range(number))),
        ("unchanged", (number,)),
    ]


@pytest.mark.parametrize("at", [0, 6])
def test_a_neighbour_that_says_what_the_pieces_say_is_no_piece(at: int) -> None:
    # All its words are in the paragraph that was divided, and all in other pieces.
    items = ITEMS[:6]
    whole = draft(f"1. Requests States to {', to '.join(items)};", f"2. {A};")
    lines = [f"Requests States to {item};" for item in items]
    lines.insert(at, f"Requests States to {items[2]};")
    numbered = [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    split = next(one for one in compare(whole, draft(*numbered, f"9. {A};")).changes if one.kind == "split")
    assert at not in split.new
    assert len(split.new) >= 6 - 1
