"""References in a merged text, in footnotes too: the same one is known on each side, and it means what it meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.draft import Draft
from models.files.read import read_text
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.accounts import answered

MEET = "Decides to meet in Geneva in the spring;"
ACT = "Calls upon all Member States to act without delay;"
REPORT = "Requests the Secretary-General to report on the matter at its next session;"
HOST = "Welcomes the generous offer of the host country;"
FUND = "Invites donors to pay into the trust fund for small islands;"
BANKS = "Asks banks to lend at low rates on rainy days{};"


def text(*operative: str, note: str = "") -> Draft:
    notes = {1: note} if note else None
    cited = "PP Alarmed by the storms of the year,[^1]" if note else "PP Alarmed by the storms of the year,"
    return draft(cited, *(f"{number}. {one}" for number, one in enumerate(operative, 1)), notes=notes)


def both(base: Draft, ours: Draft, theirs: Draft) -> list[tuple[Draft, tuple[str, ...]]]:
    found = [merge(base, *two) for two in ((ours, theirs), (theirs, ours))]
    assert not any(one.conflicts for one in found)
    return [(one.draft, one.told) for one in found]


FOLLOWS = "Footnote 1 says paragraph {}, not paragraph {}: the paragraph it means has another number."


@pytest.mark.parametrize(
    ("base", "says", "note", "told"),
    [
        ("A/80/1.", "See paragraph 2 above.", "See paragraph 3 above.", FOLLOWS.format(3, 2)),
        ("A/80/1.", "См. пункт 2 выше.", "См. пункт 3 выше.", FOLLOWS.format(3, 2)),
        ("A/80/1.", "Voir le paragraphe 2 ci-dessus.", "Voir le paragraphe 3 ci-dessus.", FOLLOWS.format(3, 2)),
        ("A/80/1.", "Véase el párrafo 2 supra.", "Véase el párrafo 3 supra.", FOLLOWS.format(3, 2)),
        ("A/80/1.", "انظر الفقرة 2 أعلاه.", "انظر الفقرة 3 أعلاه.", FOLLOWS.format(3, 2)),
        ("A/80/1.", "见上文第2段。", "见上文第3段。", FOLLOWS.format(3, 2)),
        ("A/80/1.", "See the second operative paragraph.", "See the third operative paragraph.", None),
        ("A/80/1.", "See paragraph 4 above.", "See paragraph 4 above.", ""),  # it meant nothing
        # of what the note cites
        ("A/80/1.", "A/80/1, para. 2.", "A/80/1, para. 2.", ""),
        ("A/80/1.", "See resolution 70/1, paragraph 2.", "See resolution 70/1, paragraph 2.", ""),
        # nobody touched it: it reads as on a side
        ("See paragraph 2 above.", "See paragraph 2 above.", "See paragraph 2 above.", ""),
    ],
)
def test_a_reference_in_a_footnote_follows_or_is_told(base: str, says: str, note: str, told: str | None) -> None:
    ours, theirs = text(MEET, ACT, REPORT, note=says), text(HOST, MEET, ACT, REPORT, note=base)
    for found, said in both(text(MEET, ACT, REPORT, note=base), ours, theirs):
        assert found.footnotes[0].text == note
        about = [one for one in said if "ootnote" in one]
        assert len(about) == 1 if told is None else about == ([told] if told else [])


def test_a_footnote_tells_what_it_means_and_is_gone() -> None:
    base = text(MEET, ACT, REPORT, FUND, note="A/80/1.")
    for ours, told in (
        (text(MEET, REPORT, FUND, note="A/80/1."), "Footnote 1 says […] where it refers to paragraph 2"),
    ):
        for found, said in both(base, ours, text(MEET, ACT, REPORT, FUND, note="See paragraph 2 above.")):
            assert found.footnotes[0].text == "See paragraph […] above."
            assert [one for one in said if one.startswith(told)]


def test_figures_of_a_footnote_by_which_both_mean_one_paragraph_are_not_asked() -> None:
    base = text(MEET, ACT, REPORT, note="See paragraph 2 above.")
    ours = text(HOST, MEET, ACT, REPORT, note="See paragraph 3 above.")
    theirs = text(FUND, "Notes the growing number of storms;", MEET, ACT, REPORT, note="See paragraph 4 above.")
    for found, _ in both(base, ours, theirs):
        assert found.footnotes[0].text == "See paragraph 5 above."


def test_a_reference_is_known_beside_another_whose_figure_follows() -> None:
    base = text(MEET, BANKS.format(", recalling paragraph 4 above"), ACT, REPORT, FUND)
    ours = text(f"{MEET[:-1]}, and asks banks to lend at low rates on rainy days, recalling paragraph 3 above;", ACT,
                REPORT, FUND)  # fmt: skip
    theirs = text(MEET, BANKS.format(", recalling paragraph 4 above, as well as OP3"), ACT, REPORT, FUND)
    for found, _ in both(base, ours, theirs):
        assert found.paragraphs[1].text.endswith("recalling paragraph 3 above, as well as OP2;")


def test_a_reference_put_beside_another_in_the_same_words_is_not_that_one() -> None:
    says = "Urges Member States, as paragraph {} of the present resolution says, to act{};"
    base = text(MEET, ACT, REPORT, FUND, says.format(2, ""))
    ours = text(MEET, ACT, REPORT, FUND, says.format(2, " as paragraph 3 of the present resolution says"))
    theirs = text(HOST, MEET, ACT, REPORT, FUND, says.format(3, ""))
    for found, _ in both(base, ours, theirs):
        assert found.paragraphs[6].text == says.format(3, " as paragraph 4 of the present resolution says")


def test_what_one_side_joined_is_the_part_that_the_base_means_where_it_stays_as_it_was() -> None:
    says = "Urges Member States to carry out paragraph {} above;"
    join = f"{MEET[:-1]} and to ask banks there to lend at low rates on rainy days;"
    base = text(ACT, MEET, BANKS.format(""), REPORT, FUND, says.format(3))
    ours = text(ACT, join, REPORT, FUND, says.format(2))
    theirs = text(ACT, MEET, REPORT, BANKS.format(" or in floods"), FUND, says.format(4))
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(base, one, two)
        as_it_was = answered(found, "base")
        at = next(at for at, para in enumerate(as_it_was.draft.paragraphs) if para.text.startswith("Asks banks"))
        assert as_it_was.draft.paragraphs[-1].text == says.format(as_it_was.draft.paragraphs[at].number)


WATER = "I. Water\n\n1. *Requests* action on rivers;\n\n"
DUST = "{}. *Requests* action on storms:\n\n(a) To watch clouds;\n\n(b) To count winds;\n\n"
MONEY = "1. *Invites* donors to pay{}.\n"


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("paragraph 1 (b) of section II above", "paragraph 2 (b) of section I above"),
        ("paragraph 1 of section II above", "paragraph 2 of section I above"),
        ("paragraph 1 of section II", "paragraph 2 of section I"),
    ],
)
def test_a_paragraph_of_a_section_follows_with_the_section(said: str, says: str) -> None:
    head = "# Water\n\n*The General Assembly*,\n\n"
    money = MONEY.format(f", in line with {said}")
    base = f"{head}{WATER}II. Dust\n\n{DUST.format(1)}III. Money\n\n{MONEY.format('')}"
    ours = f"{head}I. Dust\n\n1. *Notes* the sand;\n\n{DUST.format(2)}II. Money\n\n{MONEY.format('')}"
    theirs = f"{head}{WATER}II. Dust\n\n{DUST.format(1)}III. Money\n\n{money}"
    for found, told in both(*(read_text(one).draft for one in (base, ours, theirs))):
        assert found.paragraphs[-1].text == f"Invites donors to pay, in line with {says}."
        assert not [one for one in told if "now" in one]


@pytest.mark.parametrize("follows", [True, False])
def test_a_reference_to_an_item_that_one_side_made_a_bis_follows_with_the_paragraph(follows: bool) -> None:
    def listed(*before: str, bis: bool = False, says: str) -> Draft:
        item = "(b) Pay into the fund;" if bis else "(c) Pay into the fund;"
        number = len(before) + 1
        found = draft(
            *(f"{at}. {one}" for at, one in enumerate(before, 1)),
            *(f"{number}. Calls upon all States to:", "(a) Act on storms;", "(b) Report on the matter yearly;", item),
            f"{number + 1}. Requests the Bureau to act as set out in paragraph {says} above;",
        )
        at = number + 1
        named = [
            replace(one, number="(a) bis") if bis and here == at else one for here, one in enumerate(found.paragraphs)
        ]
        return replace(found, paragraphs=tuple(named))

    ours, theirs = listed(bis=True, says="1 (a) bis" if follows else "1 (b)"), listed(HOST, says="2 (b)")
    for found, told in both(listed(says="1 (b)"), ours, theirs):
        assert found.paragraphs[-1].text.endswith("paragraph 2 (a) bis above;")
        assert [one[:33] for one in told] == ([] if follows else ["OP3 says paragraph 2 (a) bis, not"])
