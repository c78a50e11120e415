"""Articles and what else has a typed number: a heading is known by what stands under it, its number is counted."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from models.comparison.change import Change
from models.comparison.compare import compare
from models.files.read import read_text
from models.reading.reading import Reading
from models.telling.summary import summary

BODIES = (
    "The purpose of this Agreement is to protect rivers, as a shared resource.",
    "Each Party shall report annually on the state of rivers to the secretariat.",
    "Developed country Parties shall provide finance in accordance with Article 2.",
    "This Agreement enters into force on the thirtieth day after ratification.",
)
NEW = "Parties shall cooperate on glaciers and on permafrost."


def articles(*bodies: str, heading: str = "Article {}") -> Reading:
    parts = [f"{heading.format(number)}\n\n{body}" for number, body in enumerate(bodies, 1)]
    return read_text("\n\n".join(["The Parties to this Agreement,", "Have agreed as follows:", *parts]))


def told(old: Reading, new: Reading) -> list[Change]:
    return [one for one in compare(old.draft, new.draft).changes if one.weight is not None]


HEADINGS = ["Article {}", "Principle {}", "Rule {}", "Article {}. On the matters of these Parties"]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("at", range(5))
def test_an_article_put_in_is_new_and_the_others_are_renumbered(heading: str, at: int) -> None:
    bodies = [body.replace("Article 2", "national law") for body in BODIES]
    changes = told(articles(*bodies, heading=heading), articles(*bodies[:at], NEW, *bodies[at:], heading=heading))
    said = [(one.kind, one.moved, one.renumbered, one.weight, one.reasons) for one in changes]
    new = [("inserted", False, False, "substance", ())] * 2
    counted = [("reworded", False, True, "housekeeping", ("renumbered",))] * (4 - at)
    assert said == [*new, *counted]


@pytest.mark.parametrize("heading", ["ARTICLE {}", "ARTICLE {}. On the matters of these Parties"])
def test_the_word_before_a_number_may_be_set_in_capitals(heading: str) -> None:
    small = heading.replace("ARTICLE", "Article")
    changes = told(articles(*BODIES, heading=heading), articles(*BODIES, heading=small))
    assert [(one.weight, one.reasons) for one in changes] == [("housekeeping", ("typography",))] * 4
    bodies = [body.replace("Article 2", "national law") for body in BODIES]
    more = told(articles(*bodies, heading=heading), articles(NEW, *bodies, heading=small))
    assert [one.weight for one in more] == ["substance"] * 2 + ["housekeeping"] * 4


@pytest.mark.parametrize("heading", ["Article [{}]", "[Article] {}", "[Article {}", "Article [{}", "[Article {}]"])
def test_brackets_in_a_heading_part_no_word_from_its_number(heading: str) -> None:
    bodies = [body.replace("Article 2", "national law") for body in BODIES]
    changes = told(articles(*bodies), articles(*bodies, heading=heading))
    assert [(one.kind, one.weight, one.reasons) for one in changes] == [("reworded", "bracket", ("brackets",))] * 4
    more = told(articles(*bodies), articles(NEW, *bodies, heading=heading))
    assert [(one.kind, one.weight) for one in more] == [("inserted", "substance")] * 2 + [("reworded", "bracket")] * 4


def test_an_article_taken_out_is_gone_and_the_others_are_renumbered() -> None:
    changes = told(articles(BODIES[0], NEW, BODIES[1]), articles(*BODIES[:2]))
    assert [(one.kind, one.weight) for one in changes] == [
        ("deleted", "substance"),
        ("deleted", "substance"),
        ("reworded", "housekeeping"),
    ]


def test_an_article_that_moved_takes_its_heading_along() -> None:
    bodies = [body.replace("Article 2", "national law") for body in BODIES]
    changes = told(articles(*bodies), articles(bodies[3], *bodies[:3]))
    assert {(one.old, one.new) for one in changes if one.moved} == {((8,), (2,)), ((9,), (3,))}


def test_another_title_or_another_sort_is_substance() -> None:
    old = articles(*BODIES[:2], heading="Article {}. Rivers")
    for heading in ("Article {}. Seas", "Rule {}. Rivers"):
        changes = told(old, articles(*BODIES[:2], heading=heading))
        assert [one.weight for one in changes] == ["substance", "substance"]


def test_a_reference_that_follows_is_housekeeping() -> None:
    new = (BODIES[0], NEW, BODIES[1], BODIES[2].replace("Article 2", "Article 3"), BODIES[3])
    (change,) = (one for one in told(articles(*BODIES), articles(*new)) if one.old == (7,))
    assert (change.weight, change.reasons) == ("housekeeping", ("cross-reference",))


@pytest.mark.parametrize("figure", ["Article 4", "Article 1"])
def test_a_reference_to_another_article_is_substance(figure: str) -> None:
    new = (BODIES[0], NEW, BODIES[1], BODIES[2].replace("Article 2", figure), BODIES[3])
    (change,) = (one for one in told(articles(*BODIES), articles(*new)) if one.old == (7,))
    assert change.weight == "substance"


def test_a_reference_that_stayed_and_means_another_article_is_told() -> None:
    old, new = articles(*BODIES), articles(BODIES[0], NEW, *BODIES[1:])
    (change,) = (one for one in told(old, new) if one.old == (7,))
    assert (change.kind, change.weight, change.reasons) == ("unchanged", "substance", ("reference",))
    comparison = compare(old.draft, new.draft)
    from models.comparison.references.figures import References

    groups = [(one.old, one.new) for one in comparison.changes]
    (stray,) = References(old.draft, new.draft, groups).strays(change.old, change.new)
    assert (stray.words, stray.what, stray.meant) == ("Article 2", "article", "Article 3")


@pytest.mark.parametrize(
    "whose", ["Article 2 of the Convention", "Article 2, paragraph 1, of the Convention", "its Article 2"]
)
def test_an_article_of_another_text_is_none_of_this(whose: str) -> None:
    bodies = [body.replace("Article 2", whose) for body in BODIES]
    changes = told(articles(*bodies), articles(bodies[0], NEW, *bodies[1:]))
    assert all("reference" not in one.reasons for one in changes)


@pytest.mark.parametrize("heading", ["Article {}", "Article {}. On the matters of these Parties", "Chapter {}"])
def test_articles_whose_numbers_are_written_in_another_way_are_renumbered(heading: str) -> None:
    bodies = [body.replace("Article 2", "national law") for body in BODIES]
    parts = [
        f"{heading.format(number)}\n\n{body}" for number, body in zip(("I", "II", "III", "IV"), bodies, strict=True)
    ]
    new = read_text("\n\n".join(["The Parties to this Agreement,", "Have agreed as follows:", *parts]))
    changes = told(articles(*bodies, heading=heading), new)
    said = [(one.kind, one.renumbered, one.weight, one.reasons) for one in changes]
    assert said == [("reworded", True, "housekeeping", ("renumbered",))] * 4


CLAUSES = ("Each Party shall report.", "The Bureau shall meet twice a year;", "The seat is in Geneva.")


@pytest.mark.parametrize("number", ["1.{}", "3.4.{}.", "§ {}", "Rule {}", "Section {}.", "Principle {}:", "Action {}."])
@pytest.mark.parametrize("at", range(4))
def test_a_clause_put_in_is_new_and_the_numbers_behind_it_follow(number: str, at: int) -> None:
    def clauses(*bodies: str) -> Reading:
        return read_text(
            "\n\n".join(["Rules of the body", *(f"{number.format(n)} {b}" for n, b in enumerate(bodies, 1))])
        )

    changes = told(clauses(*CLAUSES), clauses(*CLAUSES[:at], NEW, *CLAUSES[at:]))
    said = [(one.kind, one.renumbered, one.weight, one.reasons) for one in changes]
    counted = [("reworded", True, "housekeeping", ("renumbered",))] * (3 - at)
    assert said == [("inserted", False, "substance", ()), *counted]


def test_a_figure_that_opens_a_paragraph_is_substance() -> None:
    old = read_text("Targets\n\n1.5 Million people are without water.\n\n2.1 GtCO2 shall be stored.")
    new = read_text("Targets\n\n1.6 Million people are without water.\n\n2.2 GtCO2 shall be stored.")
    assert [(one.kind, one.weight, one.reasons) for one in told(old, new)] == [("reworded", "substance", ())] * 2


@pytest.mark.parametrize(("number", "word"), [("1.{}", "paragraph"), ("Rule {}.", "rule")])
def test_a_clause_that_names_another_one_by_its_number_is_no_housekeeping(number: str, word: str) -> None:
    one, two, three = number.format(1), number.format(2), number.format(3)
    reports = f"Reports under {word} {one.split(' ')[-1].rstrip('.')} are public."
    old = read_text(f"Rules\n\n{one} Each Party shall report.\n\n{two} {reports}")
    new = read_text(f"Rules\n\n{one} The Bureau shall meet.\n\n{two} Each Party shall report.\n\n{three} {reports}")
    assert [(change.kind, change.weight) for change in told(old, new)] == [
        ("inserted", "substance"),
        ("reworded", "housekeeping"),
        ("reworded", "substance"),
    ]


@pytest.mark.parametrize(
    ("was", "now", "weights"),
    [
        ("1.1 1.2 1.3 1.4", "1.1 1.3 1.3 1.4", ["housekeeping"]),
        ("1.1 1.2 1.3 1.4", "1.1 1.2 1.2 1.3", ["housekeeping", "housekeeping"]),
        ("1.1 1.2 1.2 1.3", "1.1 1.2 1.3 1.4", ["housekeeping", "housekeeping"]),
        ("1.1 1.2 1.3 1.4", "1.1 1.8 1.8 1.4", ["substance", "substance"]),
        ("1.1 1.2 1.3 1.4", "1.1 1.2 1.7 1.4", ["substance"]),
    ],
)
def test_a_number_given_twice_is_a_number_and_no_words(was: str, now: str, weights: list[str]) -> None:
    said = ("Each Party shall report.", "The Bureau shall meet.", "The seat is in Rome.", "It ends in three years.")
    old, new = (
        read_text(
            "Rules\n\n" + "\n\n".join(f"{number} {text}" for number, text in zip(all_.split(), said, strict=True))
        )
        for all_ in (was, now)
    )
    changes = told(old, new)
    assert [one.weight for one in changes] == weights
    assert [one.renumbered for one in changes] == [weight == "housekeeping" for weight in weights]


def test_a_clause_that_moved_is_not_reworded_by_its_number() -> None:
    bodies = "Each Party shall report yearly.", "The Bureau shall meet in Geneva."
    old = read_text(f"Rules\n\n1.1 {bodies[0]}\n\n1.2 {bodies[1]}\n\n1.3 The seat is in Rome.")
    new = read_text(f"Rules\n\n1.1 {bodies[1]}\n\n1.2 {bodies[0]}\n\n1.3 The seat is in Rome.")
    comparison = compare(old.draft, new.draft)
    assert "reworded" not in summary(comparison)


def test_figures_that_all_grew_and_what_is_asked_of_articles_are_substance() -> None:
    for old, new in (
        ("1.1 Mt of steel.\n\n1.2 Mt of iron.", "2.1 Mt of steel.\n\n2.2 Mt of iron."),
        ("Article 1: delete it.\n\nArticle 2: add a comma.", "Article 2: delete it.\n\nArticle 3: add a comma."),
    ):
        changes = told(read_text(f"Output\n\n{old}"), read_text(f"Output\n\n{new}"))
        assert {one.weight for one in changes} == {"substance"}


@pytest.mark.parametrize(
    ("lead", "number", "said", "came"),
    [
        ("The following is said:", "Article {}", ("States shall act.", "All may form unions."), "All may rest."),
        ("As quoted", "Article 1{}", ("States shall act.", "All may form unions."), "All may rest."),
        ("In millions of dollars", "1.{}", ("Norway", "Japan", "Chile"), "Canada"),
        ("Members", "1.{}", ("Norway;", "United Kingdom of Great Britain and Northern Ireland;"), "Canada;"),
        ("In millions of dollars", "{}.1", ("Norway", "Italy", "Peru"), "Japan"),
        ("Amounts", "{}.1", ("Norway gives most of it.", "Peru gives less of it."), "Chile gives none of it."),
        (
            "The Charter is amended as follows.",
            "Article {}.",
            ("States shall act.", "All may form unions."),
            "All rest.",
        ),
        ("Findings", "1.{}", ("Million people are without water.", "The number of them is growing."), "Some have it."),
        ("Findings", "1.{}", ("Mt of steel are made a year.", "GtCO2 are stored in a year."), "It grows every year."),
        (
            "Comments",
            "Article {}:",
            ("States shall act now.", "In line 1, delete the word.", "It is too long."),
            "Add it.",
        ),
    ],
)
def test_what_may_be_quoted_or_an_amount_is_no_housekeeping(
    lead: str, number: str, said: tuple[str, ...], came: str
) -> None:
    def reading(*bodies: str) -> Reading:
        return read_text("\n\n".join([lead, *(f"{number.format(n)} {one}" for n, one in enumerate(bodies, 1))]))

    one, two = reading(*said), reading(said[0], came, *said[1:])
    for old, new in ((one, two), (two, one)):
        changes = told(old, new)
        assert changes
        assert {change.weight for change in changes} == {"substance"}


@pytest.mark.parametrize("number", ["1.{}", "Article {}."])
def test_clauses_behind_a_sentence_that_leads_to_no_other_text_are_renumbered(number: str) -> None:
    def reading(*bodies: str) -> Reading:
        clauses = [f"{number.format(n)} {one}" for n, one in enumerate(bodies, 1)]
        return read_text("\n\n".join(["Report", "The panel met in spring and heard from many.", *clauses]))

    bodies = "McKinsey was hired for a study of wells.", "The seat of the panel is in Geneva."
    found = told(reading(*bodies), reading("The study of rivers was put off.", *bodies))
    assert {one.weight for one in found if one.old and one.renumbered} == {"housekeeping"}


def test_clauses_of_a_part_that_has_another_number_follow_it() -> None:
    seat = "Seat\n\n{0}.1 The seat is in Rome.\n\n{0}.2 The Bureau is there."
    old = read_text(f"Rules\n\n1. {seat.format(1)}")
    new = read_text(f"Rules\n\n1. Meetings\n\n1.1 The Bureau shall meet.\n\n2. {seat.format(2)}")
    weights = [(one.weight, one.reasons) for one in told(old, new) if one.old in ((2,), (3,))]
    assert weights == [("housekeeping", ("renumbered",))] * 2


def test_a_clause_with_another_number_may_end_otherwise_but_not_say_otherwise() -> None:
    old = read_text("Rules\n\n1.1 Each Party shall report.\n\n1.2 The seat is in Geneva.")
    new = read_text(
        "Rules\n\n1.1 The Bureau shall meet.\n\n1.2 Each Party shall report.\n\n1.3 The seat was in Geneva."
    )
    assert [(one.kind, one.weight) for one in told(old, new)] == [
        ("inserted", "substance"),
        ("reworded", "housekeeping"),
        ("reworded", "substance"),
    ]


def stays(changes: Iterable[Change]) -> list[tuple[int, int]]:
    return [(i, j) for one in changes for i in one.old for j in one.new]


@pytest.mark.parametrize("left", [(14, 16), (14,)])
def test_an_article_that_is_mere_text_where_no_more_are_counted_is_the_same(left: tuple[int, ...]) -> None:
    def text(*numbers: int) -> Reading:
        return read_text("\n\n".join(["On rivers", *(f"Article {n}\n\n{BODIES[n - 14]}" for n in numbers)]))

    for old, new, gone in ((text(14, 15, 16), text(*left), "deleted"), (text(*left), text(14, 15, 16), "inserted")):
        changes = compare(old.draft, new.draft).changes
        pairs = [(old.draft.paragraphs[i].text, new.draft.paragraphs[j].text) for i, j in stays(changes)]
        assert [one for one in pairs if one[0].startswith("Article")] == [
            (f"Article {n}", f"Article {n}") for n in left
        ]
        assert sum(one.kind == gone for one in changes) == 2 * (3 - len(left))
