"""What paragraphs of a merged text end with."""

from __future__ import annotations

import pytest

from models.draft import Draft, canonical, labels
from models.merging import merge, resolve
from tests.models.comparison.small_drafts import draft

TITLE = "PP Recalling its resolution on the harvest of seaweed,"
FIRST = "1. Encourages coastal States to keep records of what is gathered on their shores;"
LAST = "2. Requests the Secretary-General to name a focal point for the harvest."
DONORS = "3. Invites donors to contribute to the fund for drying houses and boats."
CODE = "3. Welcomes the adoption of the code of conduct for divers by the conference."
ITEMS = (
    "1. Encourages coastal States to act by:",
    "(a) Keeping records of the harvest; and",
    "(b) Lending boats to islands;",
)
MORE = ITEMS[0], ITEMS[1].removesuffix(" and"), f"{ITEMS[2]} and"

ROWS = [
    (
        "both add a last paragraph",
        [TITLE, FIRST, LAST],
        [TITLE, FIRST, LAST.replace("harvest.", "harvest;"), DONORS],
        [TITLE, FIRST, LAST.replace("harvest.", "harvest;"), CODE],
        ["PP1 ,", "OP1 ;", "OP2 ;", "OP3 ;", "OP4 ."],
        ["OP3 ends with a semicolon, not a full stop: it stands at another place now."],
    ),
    (
        "a last one is added here, another put before it there",
        [TITLE, FIRST, LAST],
        [TITLE, FIRST, LAST.replace("harvest.", "harvest;"), DONORS],
        [TITLE, FIRST, "2. Notes the growing number of storms at sea;", LAST.replace("2.", "3.")],
        ["PP1 ,", "OP1 ;", "OP2 ;", "OP3 ;", "OP4 ."],
        [],
    ),
    (
        "the last is deleted here, one goes to the end there",
        [TITLE, FIRST, LAST.replace("harvest.", "harvest;"), DONORS],
        [TITLE, FIRST, LAST],
        [TITLE, LAST.replace("2.", "1.").replace("harvest.", "harvest;"), FIRST.replace("1.", "2."), DONORS],
        ["PP1 ,", "OP1 ;", "OP2 ."],
        None,
    ),
    (
        "both add a last item",
        [TITLE, *ITEMS, LAST],
        [TITLE, *MORE, "(c) Diving less;", LAST],
        [TITLE, *MORE, "(c) Teaching;", LAST],
        ["PP1 ,", "OP1 :", "OP1 (a) ;", "OP1 (b) ;", "OP1 (c) ; and", "OP1 (d) ;", "OP2 ."],
        [
            "OP1 (b) ends without “and”: it stands at another place now.",
            "OP1 (c) ends with “and”: it stands at another place now.",
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "ends", "told"), ROWS, ids=[row[0] for row in ROWS])
def test_ends(
    what: str, base: list[str], ours: list[str], theirs: list[str], ends: list[str], told: list[str] | None
) -> None:
    found = merge(draft(*base), draft(*ours), draft(*theirs))
    assert not found.conflicts
    made = found.draft
    assert [
        f"{name} {one.text[len(one.text.removesuffix(' and').rstrip(';,.:')) :]}"
        for name, one in zip(labels(made), made.paragraphs, strict=True)
    ] == ends
    if told is not None:
        assert list(found.told) == told
    for at, one in enumerate(made.paragraphs):
        assert "".join(stretch.text for stretch in found.stretches(at)) == one.text
    assert canonical(merge(draft(*base), draft(*theirs), draft(*ours)).draft) == canonical(made)


def test_a_mark_that_was_wrong_before_is_left() -> None:
    wrong = [TITLE, FIRST.replace(";", ","), LAST]
    found = merge(
        draft(*wrong),
        draft(*wrong[:2], LAST.replace("harvest.", "harvest;"), DONORS),
        draft("PP Aware of the storms,", *wrong),
    )
    assert found.draft.paragraphs[2].text.endswith(",")
    assert not found.told


def test_before_a_paragraph_that_is_in_doubt() -> None:
    base = [TITLE, FIRST, LAST.replace("harvest.", "harvest;"), DONORS]
    found = merge(draft(*base), draft(TITLE, FIRST, LAST), draft(*base[:3], DONORS.replace("boats", "nets")))
    (conflict,) = found.conflicts
    assert conflict.kind == "deleted"
    assert found.draft.paragraphs[2].text.endswith(";")
    assert resolve(found, conflict, "ours").draft == draft(TITLE, FIRST, LAST)
    assert resolve(found, conflict, "theirs").draft == found.theirs.new


def test_behind_a_mark_of_what_is_asked() -> None:
    one, two, moving, four, five = (
        FIRST[3:-1], LAST[3:-1], DONORS[3:-1], CODE[3:-1], "Notes with concern the growing number of storms at sea",
    )  # fmt: skip

    def made(*words: str) -> Draft:
        ends = [*";" * (len(words) - 1), "."]
        numbered = enumerate(zip(words, ends, strict=True), 1)
        return draft(TITLE, *(f"{number}. {text}{end}" for number, (text, end) in numbered))

    found = merge(
        made(one, two, moving, four, five), made(moving, one, two, four, five), made(one, two, four, five, moving)
    )
    assert [conflict.kind for conflict in found.conflicts] == ["moved"]
    paragraphs = found.draft.paragraphs
    assert paragraphs[3].text.startswith("[ours: moved")
    assert [paragraph.text[-1] for paragraph in paragraphs] == [",", ";", ";", ";", ";", "."]
    for at, paragraph in enumerate(paragraphs):
        assert "".join(stretch.text for stretch in found.stretches(at)) == paragraph.text
