"""What paragraphs of a merged text end with."""

from __future__ import annotations

import pytest

from models.draft import Draft, canonical, labels
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve

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

HEAD = "1. Requests all Member States to act by:"
REPORTS, WETLANDS, HOSTS, ARCHIVES, HUNGER, CALL = (
    "Reporting annually to the Council", "Protecting wetlands", "Hosting meetings of experts", "Opening archives",
    "Publishing statistics on hunger", "Calls for aid to the Sahel",
)  # fmt: skip


def listed(*items: str, after: tuple[str, ...] = ()) -> list[str]:
    """A paragraph with items, and paragraphs after it, each with its mark and the last item but one with "and"."""
    found = [HEAD]
    for at, item in enumerate(items):
        end = "; and" if at == len(items) - 2 else "." if at == len(items) - 1 and not after else ";"
        found.append(f"({'abcdef'[at]}) {item}{end}")
    return found + [f"{at}. {one}{';' if at <= len(after) else '.'}" for at, one in enumerate(after, 2)]


ROWS = [
    (
        "both add a last paragraph",
        [TITLE, FIRST, LAST],
        [TITLE, FIRST, LAST.replace("harvest.", "harvest;"), DONORS],
        [TITLE, FIRST, LAST.replace("harvest.", "harvest;"), CODE],
        ["PP1 ,", "OP1 ;", "OP2 ;", "OP3 ;", "OP4 ."],
        [
            "Both sides put in something between the same paragraphs, OP3 and OP4: look at the order.",
            "OP3 ends with a semicolon, not a full stop: it stands at another place now.",
        ],
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
            "Both sides put in something between the same paragraphs, OP1 (c) and OP1 (d): look at the order.",
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


FOUR = (REPORTS, WETLANDS, HOSTS, HUNGER)
LISTS = [
    ("the last goes here, one comes before it there", FOUR, FOUR[:3], (*FOUR[:3], ARCHIVES, HUNGER), (),
     (*FOUR[:3], ARCHIVES)),
    ("the same before a paragraph", FOUR, FOUR[:3], (*FOUR[:3], ARCHIVES, HUNGER), (CALL,), (*FOUR[:3], ARCHIVES)),
    ("the last goes here, one comes after it there", FOUR, FOUR[:3], (*FOUR, ARCHIVES), (), (*FOUR[:3], ARCHIVES)),
    ("the last is longer here, one comes after it there", FOUR, (*FOUR[:3], f"{HUNGER} every year"), (*FOUR, ARCHIVES),
     (), (*FOUR[:3], f"{HUNGER} every year", ARCHIVES)),
    ("all with an “and” go", FOUR, (REPORTS, WETLANDS, HUNGER), (REPORTS, HOSTS, HUNGER, ARCHIVES), (CALL,),
     (REPORTS, HUNGER, ARCHIVES)),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "after", "items"), LISTS, ids=[row[0] for row in LISTS])
def test_ends_of_lists(
    what: str,
    base: tuple[str, ...],
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    after: tuple[str, ...],
    items: tuple[str, ...],
) -> None:
    three = [draft(*listed(*texts, after=after)) for texts in (base, ours, theirs)]
    for found in (merge(three[0], three[1], three[2]), merge(three[0], three[2], three[1])):
        assert not found.conflicts
        assert canonical(found.draft) == canonical(draft(*listed(*items, after=after)))
        for at, one in enumerate(found.draft.paragraphs):
            assert "".join(stretch.text for stretch in found.stretches(at)) == one.text


def test_the_last_is_deleted_here_and_one_comes_after_it_there() -> None:
    found = merge(
        draft(TITLE, FIRST, LAST.replace("harvest.", "harvest;"), DONORS),
        draft(TITLE, FIRST, LAST),
        draft(TITLE, FIRST, LAST.replace("harvest.", "harvest;"), DONORS.replace("boats.", "boats;"), f"4. {CODE[3:]}"),
    )
    assert not found.conflicts
    assert [one.text[-1] for one in found.draft.paragraphs] == [",", ";", ";", "."]


def test_a_list_that_ends_in_a_full_stop_after_each_answer() -> None:
    base = [HEAD, "(a) Reporting;", "(b) Diving; and", "(c) Teaching.", CODE.replace("3.", "2.")]
    ours = [HEAD, "(a) Reporting;", "(b) Diving;", "(c) Teaching children; and", "(d) Meeting.", base[-1]]
    theirs = [HEAD, "(a) Reporting; and", "(b) Diving.", base[-1]]
    found = merge(draft(*base), draft(*ours), draft(*theirs))
    (conflict,) = found.conflicts
    for way, ends in (
        ("ours", ["Reporting;", "Diving;", "Teaching children; and", "Meeting."]),
        ("theirs", ["Reporting;", "Diving; and", "Meeting."]),
        ("base", ["Reporting;", "Diving;", "Teaching; and", "Meeting."]),
    ):
        assert [one.text for one in resolve(found, conflict, way).draft.paragraphs[1:-1]] == ends


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
