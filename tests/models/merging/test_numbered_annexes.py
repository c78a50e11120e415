"""Annexes with a number in a merge: each is known by what it holds, and all are numbered in their order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.files.read import read_text
from models.merging import merge
from tests.models.merging.settling import settled

RULES = "Rules of procedure", "The committee shall meet twice a year.", "Each member shall have one vote."
MORE_RULES = RULES[0], "The committee shall meet three times a year.", RULES[2]
BUDGET = "Budget outline", "The secretariat draws up the budget.", "Contributions are paid before March."
MORE_BUDGET = BUDGET[0], "The secretariat draws up the yearly budget.", BUDGET[2]
EXPERTS = "List of experts", "States nominate the experts.", "They serve in their personal capacity for two years."
Annexes = Sequence[Sequence[str]]


def text(*annexes: Sequence[str], figures: Sequence[str] = ("I", "II", "III", "IV")) -> Draft:
    made = [Paragraph(Kind.OPERATIVE, (Run("Adopts the annexes to the present resolution."),))]
    for figure, (title, *under) in zip(figures, annexes, strict=False):
        made.append(Paragraph(Kind.ANNEX, (Run(f"Annex {figure}"),)))
        made.append(Paragraph(Kind.HEADING, (Run(title),)))
        made += [Paragraph(Kind.TEXT, (Run(one),)) for one in under]
    return Draft(tuple(made))


def words(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ((RULES, BUDGET, EXPERTS), (BUDGET, EXPERTS), (RULES, MORE_BUDGET, EXPERTS), (MORE_BUDGET, EXPERTS)),
        ((RULES, BUDGET), (BUDGET, RULES), (MORE_RULES, BUDGET), (BUDGET, MORE_RULES)),
        ((RULES, BUDGET), (EXPERTS, RULES, BUDGET), (MORE_RULES, BUDGET), (EXPERTS, MORE_RULES, BUDGET)),
        ((RULES,), (RULES, BUDGET), (RULES, EXPERTS), (RULES, BUDGET, EXPERTS)),
    ],
)
def test_annexes_are_numbered_anew(base: Annexes, ours: Annexes, theirs: Annexes, merged: Annexes) -> None:
    found = merge(text(*base), text(*ours), text(*theirs))
    assert not found.conflicts
    assert words(found.draft) == words(text(*merged))


def test_an_annex_that_one_side_struck_is_one_question_with_its_own_line() -> None:
    base, ours, theirs = (RULES, BUDGET, EXPERTS), (BUDGET, EXPERTS), (MORE_RULES, BUDGET, EXPERTS)
    found = merge(text(*base), text(*ours), text(*theirs))
    (asked,) = found.conflicts
    assert asked.kind == "deleted"
    assert asked.base == "\n".join(["Annex I", *RULES])
    for way, its in (("ours", ours), ("theirs", theirs), ("base", base)):
        assert words(settled(found, way).draft) == words(text(*its))


def test_annexes_that_keep_no_count_stay_as_they_are_called() -> None:
    figures = {"figures": ("I", "IV")}
    base, ours = text(RULES, BUDGET, **figures), text(BUDGET, figures=("IV",))
    found = merge(base, ours, text(RULES, MORE_BUDGET, **figures))
    assert words(found.draft) == words(text(MORE_BUDGET, figures=("IV",)))


def test_a_comparison_tells_of_an_annex_that_it_is_only_counted_anew() -> None:
    changes = compare(text(RULES, BUDGET), text(BUDGET)).changes
    told = [(one.kind, one.weight, one.words) for one in changes if one.old and one.new and one.kind != "unchanged"]
    assert [(kind, weight) for kind, weight, _ in told] == [("reworded", "housekeeping")]
    assert [change.old for change in changes if not change.new] == [(1,), (2,), (3,), (4,)]


def test_a_new_annex_in_the_place_of_one_that_was_struck_is_another() -> None:
    base, ours, theirs = (RULES, BUDGET), (RULES, EXPERTS), (RULES, MORE_BUDGET)
    changes = compare(text(*base), text(*ours)).changes
    assert [change.kind for change in changes] == ["unchanged"] * 5 + ["deleted"] * 4 + ["inserted"] * 4
    found = merge(text(*base), text(*ours), text(*theirs))
    assert [one.kind for one in found.conflicts] == ["deleted"]
    for way, its in (("ours", ours), ("theirs", (RULES, EXPERTS, MORE_BUDGET)), ("base", (RULES, EXPERTS, BUDGET))):
        assert sorted(words(settled(found, way).draft)) == sorted(words(text(*its)))


def test_an_annex_with_its_title_is_the_same_though_all_under_it_is_new() -> None:
    changes = compare(text(RULES, BUDGET), text(RULES, (BUDGET[0], *EXPERTS[1:]))).changes
    assert [change.kind for change in changes][5:7] == ["unchanged", "unchanged"]


@pytest.mark.parametrize("under", [(), ("",)])
@pytest.mark.parametrize("last", [False, True])
def test_an_annex_that_holds_no_words_is_the_same(under: Sequence[str], last: bool) -> None:
    """It is still to come, or a picture."""
    line = tuple(Paragraph(Kind.TEXT, (Run(one),)) for one in under)
    old = text(RULES, BUDGET).paragraphs
    for new in (old, text(RULES, MORE_BUDGET).paragraphs):
        before, after = (
            Draft((*one, Paragraph(Kind.ANNEX, (Run("Annex III"),)), *line))
            if last
            else Draft((*one[:2], *line, *(Paragraph(Kind.ANNEX, (Run("Annex II"),)), *one[2:5]), *one[6:]))
            for one in (old, new)
        )
        assert {change.kind for change in compare(before, after).changes} <= {"unchanged", "reworded"}


@pytest.mark.parametrize("left", [(), RULES[:1]])
def test_an_annex_of_which_the_text_was_struck_keeps_its_line(left: Sequence[str]) -> None:
    """What stands under the next one is not its own, though their lines stand together."""
    old = text(RULES, BUDGET)
    titles = tuple(Paragraph(Kind.HEADING, (Run(one),)) for one in left)
    new = Draft((*old.paragraphs[:2], *titles, *old.paragraphs[5:]))
    assert [one.old for one in compare(old, new).changes if one.kind != "unchanged"] == [(2,), (3,), (4,)][len(left) :]
    for one, two in ((new, text(RULES)), (text(RULES), new)):
        found = merge(old, one, two)
        assert not found.conflicts
        assert words(found.draft) == ["Adopts the annexes to the present resolution.", "Annex I", *left]


def test_an_annex_of_one_paragraph_that_grew_is_the_same() -> None:
    """All that it said is still there, though most of it is new."""
    said = "Decisions on the budget of the fund are taken by a majority of members present, each of whom has one vote."
    more = """Candidates are nominated regionally; vacancies arising through resignation or death are filled within
        ninety days. Travel costs, daily allowances and insurance are borne by the treasury of the host country, unless
        the plenary decides otherwise. Observers from academia, industry and youth networks speak after accreditation.
        Minutes, recordings and working papers circulate electronically in six languages three weeks beforehand.
        Amendments enter into force sixty days following notification by the depositary, whose certified copies reach
        every signatory. Disputes go first to mediation, then to arbitration under permanent court procedures.
        Independent auditors examine accounts each spring, publish findings, recommend savings and brief parliaments."""
    long = f"{said} {' '.join(more.split())}"
    for one, two in ((said, long), (long, said)):
        changes = compare(text(("Voting", one)), text(("Rules of the assembly", two))).changes
        assert [change.kind for change in changes if change.old and change.new] == [
            "unchanged",
            "unchanged",
            "reworded",
        ]


WARDENS, LETTERS = (
    ("Warding of rivers", "Each river has a warden in the spring.", "Dams are built of stone.", "Wardens report."),
    (
        "Wording of letters",
        "Boats are counted at dusk.",
        "Nets are mended.",
        "Each liver is washed and then is sprinkled.",
    ),
)
MORE_WARDENS = (*WARDENS[:2], "Dams are built of good stone.", WARDENS[3])


def test_it_is_so_though_a_word_of_its_title_and_of_a_paragraph_stood_there() -> None:
    base, ours, theirs = (BUDGET, WARDENS), (BUDGET, LETTERS), (BUDGET, MORE_WARDENS)
    changes = compare(text(*base), text(*ours)).changes
    assert [change.kind for change in changes] == ["unchanged"] * 5 + ["deleted"] * 5 + ["inserted"] * 5
    found = merge(text(*base), text(*ours), text(*theirs))
    (asked,) = found.conflicts
    assert asked.section is not None
    assert (asked.section.heading, asked.section.paragraphs) == ("Annex II", 3)
    assert not found.told
    for way, its in (("ours", ours), ("theirs", (BUDGET, LETTERS, MORE_WARDENS)), ("base", (BUDGET, LETTERS, WARDENS))):
        assert sorted(words(settled(found, way).draft)) == sorted(words(text(*its)))


def test_the_line_of_a_new_annex_is_not_asked_because_both_struck_one_of_its_number() -> None:
    base, ours, theirs = (WARDENS, BUDGET), (BUDGET,), (LETTERS, BUDGET)
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(text(*base), text(*one), text(*two))
        assert not found.conflicts
        assert words(found.draft) == words(text(LETTERS, BUDGET))


@pytest.mark.parametrize("names", [("I", "II"), ("1", "2"), ("A", "B")])
def test_with_the_base_annexes_that_changed_places_are_as_they_were_put(names: tuple[str, str]) -> None:
    terms, plan = (
        "Terms\n\n1. The Board shall meet twice a year in Geneva.",
        "Plan\n\n1. Each State shall report on lakes.",
    )

    def with_annexes(cited: str, *parts: str) -> Draft:
        annexes = [f"Annex {name}\n\n{part}" for name, part in zip(names, parts, strict=True)]
        head = ["The General Assembly,", f"1. Adopts the plan in annex {cited};", "2. Decides to remain seized of it."]
        return read_text("\n\n".join([*head, *annexes])).draft

    base, swapped = with_annexes(names[1], terms, plan), with_annexes(names[0], plan, terms)
    for found in (merge(base, swapped, base), merge(base, base, swapped), merge(base, swapped, swapped)):
        assert found.draft == swapped
        assert not found.told
