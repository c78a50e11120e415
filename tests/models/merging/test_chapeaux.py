"""Items of one side over which the other put in a chapeau, or took theirs out: they are combined, and it is told."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from models.draft import Draft
from models.files.read import read_text
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve, resolve_row

PROHIBITED = "Decides that the following shall be prohibited:"
PERMITTED = "Also decides that the following shall be permitted:"
DUMPING, EXPLOSIVES, NIGHT = "Dumping of waste in rivers;", "Fishing with explosives;", "Night fishing near the coast;"
OF_ANY_KIND, POISON, NETS = (
    "Fishing with explosives of any kind;",
    "Use of poison;",
    "Trawling with heavy nets over reefs;",
)
LAST = "Decides to remain seized of the matter."


def listed(*lists: tuple[str, ...]) -> Draft:
    """A text of chapeaux, each with its items."""
    made = []
    for number, (head, *items) in enumerate((*lists, (LAST,)), 1):
        made += [
            f"{number}. {head}",
            *(f"({letter}) {item}" for letter, item in zip("abcdefghijklmnopqrstuv", items, strict=False)),
        ]
    return draft("PP Recalling its resolution on the coasts of small islands,", *made)


ONE = listed((PROHIBITED, DUMPING, EXPLOSIVES, NIGHT))
TWO = listed((PROHIBITED, DUMPING), (PERMITTED, EXPLOSIVES, NIGHT))
PUT_IN = "under “{}” now, which one side put in, and the other {} under “{}”: look whether {} there."
_HEADS = PERMITTED.strip(":"), PROHIBITED.strip(":")


def put_in(done: str, belong: str = "it belongs") -> str:
    """What is told of items over which a chapeau came."""
    return PUT_IN.format(_HEADS[0], done, _HEADS[1], belong)


TOLD = [
    ("reworded under the new one", ONE, TWO, listed((PROHIBITED, DUMPING, OF_ANY_KIND, NIGHT)),
     listed((PROHIBITED, DUMPING), (PERMITTED, OF_ANY_KIND, NIGHT)), f"OP2 (a) stands {put_in('changed it')}"),
    ("one more at the end of the list", ONE, TWO, listed((PROHIBITED, DUMPING, EXPLOSIVES, NIGHT, POISON)),
     listed((PROHIBITED, DUMPING), (PERMITTED, EXPLOSIVES, NIGHT, POISON)), f"OP2 (c) stands {put_in('put it in')}"),
    ("two more in the midst of it", ONE, TWO, listed((PROHIBITED, DUMPING, EXPLOSIVES, POISON, NETS, NIGHT)),
     listed((PROHIBITED, DUMPING), (PERMITTED, EXPLOSIVES, POISON, NETS, NIGHT)),
     f"OP2 (b) and OP2 (c) stand {put_in('put them in', 'they belong')}"),
    ("reworded under the one that is gone", TWO, ONE, listed((PROHIBITED, DUMPING), (PERMITTED, OF_ANY_KIND, NIGHT)),
     listed((PROHIBITED, DUMPING, OF_ANY_KIND, NIGHT)),
     f"OP1 (b) stands under “{_HEADS[1]}” now, and one side changed it under “{_HEADS[0]}”, which the other took out: "
     "look whether it belongs there."),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "both", "told"), TOLD, ids=[row[0] for row in TOLD])
def test_what_stands_under_another_chapeau_than_its_side_has_is_told(
    what: str, base: Draft, ours: Draft, theirs: Draft, both: Draft, told: str
) -> None:
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert found.draft == both
        assert found.told == (told,)


MANY = tuple(f"Fishing with gear of kind {number} and all that belongs to it;" for number in range(20))


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ((0, 2, 3, 4), "OP2 (a) and OP2 (c) to OP2 (e) stand"),
        (range(0, 20, 2), "Some of OP2 (a) to OP2 (s) stand"),
    ],
)
def test_of_several_items_under_one_chapeau_one_sentence_is_told(changed: Collection[int], named: str) -> None:
    base, ours = listed((PROHIBITED, DUMPING, *MANY)), listed((PROHIBITED, DUMPING), (PERMITTED, *MANY))
    other = (one.replace("gear", "any gear") if at in changed else one for at, one in enumerate(MANY))
    theirs = listed((PROHIBITED, DUMPING, *other))
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert found.told == (f"{named} {put_in('changed them', 'they belong')}",)


UNTOUCHED = [
    ("nobody touched what came under it", ONE, TWO, listed((PROHIBITED, DUMPING, EXPLOSIVES, NIGHT), (NETS,))),
    ("reworded before it", ONE, TWO, listed((PROHIBITED, "Dumping of toxic waste in rivers;", EXPLOSIVES, NIGHT))),
    ("put in before it", ONE, TWO, listed((PROHIBITED, DUMPING, POISON, EXPLOSIVES, NIGHT))),
    ("both put it in", ONE, TWO, listed((PROHIBITED, DUMPING), (PERMITTED, OF_ANY_KIND, NIGHT))),
    ("it has another last mark", listed((PROHIBITED, DUMPING, NIGHT.replace(";", "."))),
     listed((PROHIBITED, DUMPING), (PERMITTED, NIGHT.replace(";", "."))),
     listed((PROHIBITED, DUMPING, NIGHT))),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs"), UNTOUCHED, ids=[row[0] for row in UNTOUCHED])
def test_of_what_the_other_side_did_not_touch_nothing_is_told(
    what: str, base: Draft, ours: Draft, theirs: Draft
) -> None:
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert not [one for one in found.told if "look whether" in one]


def test_what_is_taken_as_the_side_has_it_that_put_the_chapeau_in_is_not_told() -> None:
    found = merge(ONE, TWO, listed((PROHIBITED, DUMPING, OF_ANY_KIND, NIGHT)))
    row = next(row for row in found.rows if any(found.draft.paragraphs[at].text == OF_ANY_KIND for at in row.merged))
    taken = resolve_row(found, row, "ours")
    assert taken.draft == TWO
    assert not taken.told


def test_of_an_item_that_the_other_side_moved_behind_it_is_asked_with_where_each_has_it() -> None:
    found = merge(ONE, TWO, listed((PROHIBITED, EXPLOSIVES, NIGHT, DUMPING)))
    (asked,) = found.conflicts
    assert asked.kind == "shape"
    here, there = f"OP1 (a): {DUMPING}", f"OP1 (c): {DUMPING}"
    assert (asked.base, asked.ours, asked.theirs) == (here, here, there)


BELONGS = "look whether it still belongs there."
PERMITTED_NOW = "and OP1 over it has “permitted” instead of “prohibited”"
REWORDED = "Decides that the following shall be permitted:"
ITEMS = DUMPING, EXPLOSIVES
REWORDINGS = [
    ("one more item", (REWORDED, *ITEMS), (PROHIBITED, *ITEMS, POISON),
     f"One side put in OP1 (c), {PERMITTED_NOW}: {BELONGS}"),
    ("an item reworded", (REWORDED, *ITEMS), (PROHIBITED, DUMPING, OF_ANY_KIND),
     f"One side changed OP1 (b), {PERMITTED_NOW}: {BELONGS}"),
    ("both at other words of the item", (REWORDED, DUMPING, "Illegal fishing with explosives;"),
     (PROHIBITED, DUMPING, OF_ANY_KIND), f"One side changed OP1 (b), {PERMITTED_NOW}: {BELONGS}"),
    ("one of each", (REWORDED, *ITEMS), (PROHIBITED, POISON, DUMPING, OF_ANY_KIND),
     "One side put in or changed OP1 (a) and OP1 (c), and OP1 over them has “permitted” instead of “prohibited”: "
     "look whether they still belong there."),
    ("both the chapeau", (REWORDED, *ITEMS), (PROHIBITED.replace("Decides", "Decides also"), *ITEMS, POISON),
     f"One side put in OP1 (c), {PERMITTED_NOW}: {BELONGS}"),
    ("both made the same of the item", (REWORDED, DUMPING, OF_ANY_KIND), (PROHIBITED, DUMPING, OF_ANY_KIND), None),
    ("the same side reworded both", (REWORDED, DUMPING, OF_ANY_KIND), (PROHIBITED, *ITEMS), None),
    ("an article in the chapeau", (PROHIBITED.replace("the following", "following"), *ITEMS),
     (PROHIBITED, *ITEMS, POISON), None),
]  # fmt: skip


@pytest.mark.parametrize(("what", "ours", "theirs", "told"), REWORDINGS, ids=[row[0] for row in REWORDINGS])
def test_what_one_side_does_under_a_chapeau_that_the_other_rewords_is_told(
    what: str, ours: tuple[str, ...], theirs: tuple[str, ...], told: str | None
) -> None:
    base, one, two = listed((PROHIBITED, *ITEMS)), listed(ours), listed(theirs)
    for found in (merge(base, one, two), merge(base, two, one)):
        assert not found.conflicts
        assert [said for said in found.told if "One side" in said] == [told] * (told is not None)


def test_of_an_article_that_allows_what_it_forbade_it_is_told() -> None:
    lead = "The General Assembly,\n\n1. Adopts the articles annexed hereto.\n\nAnnex\n\nArticle 2\n\n"

    def article(head: str, *items: str) -> Draft:
        listed_items = "\n\n".join(f"({letter}) {item}" for letter, item in zip("abc", items, strict=False))
        return read_text(f"{lead}{head}\n\n{listed_items}\n\nArticle 3\n\nEach Party shall report.").draft

    forbids, allows = "The Parties shall not transfer:", "The Parties may transfer:"
    found = merge(article(forbids, *ITEMS), article(allows, *ITEMS), article(forbids, *ITEMS, POISON))
    assert found.told == (f"One side put in (c), and “{allows}” over it has “may” instead of “shall not”: {BELONGS}",)


def test_an_also_that_follows_from_what_was_put_before_a_chapeau_is_not_told() -> None:
    also = PROHIBITED.replace("Decides", "Also decides")
    ours = listed(("Decides to protect all coasts;",), (also, *ITEMS))
    found = merge(listed((PROHIBITED, *ITEMS)), ours, listed((PROHIBITED, *ITEMS, POISON)))
    assert not [said for said in found.told if "One side" in said]


def test_a_chapeau_that_is_asked_about_is_told_of_when_it_is_answered() -> None:
    ours = listed((PROHIBITED.replace("prohibited", "permitted"), *ITEMS))
    theirs = listed((PROHIBITED.replace("prohibited", "restricted"), *ITEMS, POISON))
    found = merge(listed((PROHIBITED, *ITEMS)), ours, theirs)
    (asked,) = found.conflicts
    assert not found.told
    assert resolve(found, asked, "ours").told == (
        f"One side put in OP1 (c), and OP1 over it has “permitted” instead of “restricted”: {BELONGS}",
    )
    assert not resolve(found, asked, "theirs").told
