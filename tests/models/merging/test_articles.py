"""Articles in a merge: none is lost, each has a number of its own, references mean what they meant."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.files.read import read_text
from models.merging import Merge, merge
from tests.models.merging.accounts import answered
from tests.models.merging.answered import resolve

BODIES = (
    "The purpose of this Agreement is to protect rivers, as a shared resource.",
    "Each Party shall report annually on the state of rivers to the secretariat.",
    "Developed country Parties shall provide finance in accordance with Article 2.",
    "This Agreement enters into force on the thirtieth day after ratification.",
)
ICE, SEA = (
    "Parties shall cooperate on glaciers and on permafrost.",
    "Countries should act against acidification of seas.",
)


def articles(*bodies: str, heading: str = "Article {}") -> Draft:
    parts = [f"{heading.format(number)}\n\n{body}" for number, body in enumerate(bodies, 1)]
    return read_text("\n\n".join(["The Parties to this Agreement,", "Have agreed as follows:", *parts])).draft


def said(draft: Draft) -> list[str]:
    return [one.text for one in draft.paragraphs[2:]]


OURS = (BODIES[0], ICE, BODIES[1], BODIES[2].replace("Article 2", "Article 3"), BODIES[3])
THEIRS = (*BODIES[:3], SEA, BODIES[3])


@pytest.mark.parametrize("heading", ["Article {}", "Principle {}", "Rule {}", "Article {}. On the matters of Parties"])
@pytest.mark.parametrize("swapped", [False, True])
def test_each_side_puts_in_an_article(heading: str, swapped: bool) -> None:
    sides = [articles(*one, heading=heading) for one in (OURS, THEIRS)]
    found = merge(articles(*BODIES, heading=heading), *(reversed(sides) if swapped else sides))
    assert not found.open
    assert not found.told
    assert said(found.draft) == said(articles(*OURS[:4], SEA, BODIES[3], heading=heading))


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("word", ["premier", "Premier"])
def test_the_first_article_stays_as_french_has_it(word: str, swapped: bool) -> None:
    def french(*names: str, other: str = "") -> Draft:
        numbers = [word, *range(2, 9)]
        parts = [
            f"Article {number} : {name}\n\n{WORKS[name]}{other}" for number, name in zip(numbers, names, strict=False)
        ]
        return read_text("\n\n".join(["Convention sur l’eau", *parts])).draft

    nothing = read_text("Convention sur l’eau").draft
    found = merge(nothing, *(french(*(names[::-1] if swapped else names)) for names in (OBJECT, OBJECT[::-1])))
    assert [one.text.split(" : ")[0] for one in found.draft.paragraphs if "Article" in one.text][1:] == ["Article 2"]
    assert f"Article {word} : " in found.draft.paragraphs[1].text

    old = "Objet", "Champ", "Parties"
    for ours, theirs, both in (
        (french("Champ", "Objet", "Parties"), french(*old, other=" Elle est ouverte."), None),
        (french("Champ", "Parties"), french(*old, "Dépositaire"), french("Champ", "Parties", "Dépositaire")),
        (french("Fin", *old), french(*old, "Dépositaire"), french("Fin", *old, "Dépositaire")),
    ):
        found = merge(french(*old), *((theirs, ours) if swapped else (ours, theirs)))
        assert not found.open
        expected = both or french("Champ", "Objet", "Parties", other=" Elle est ouverte.")
        assert [one.text for one in found.draft.paragraphs] == [one.text for one in expected.paragraphs]


OBJECT = "Objet", "Champ"
WORKS = {
    "Objet": "La présente Convention a pour objet de protéger les eaux.",
    "Champ": "Elle s’applique aux cours d’eau internationaux.",
    "Parties": "Peuvent être Parties les États et les organisations régionales.",
    "Fin": "Les États coopèrent de bonne foi à la fin de la guerre.",
    "Dépositaire": "Le Secrétaire général est le dépositaire du texte.",
}


def test_a_reference_in_new_words_follows_and_is_told() -> None:
    theirs = (*BODIES[:3], f"{BODIES[3]} It is subject to review under Article 3.")
    found = merge(articles(*BODIES), articles(*OURS), articles(*theirs))
    assert not found.open
    assert found.draft.paragraphs[-1].text.endswith("under Article 4.")
    assert found.told == (
        "“This Agreement enters into force on the…” says Article 4, not Article 3: the article it means has another"
        " number.",
    )


@pytest.mark.parametrize("numbers", [(1, 12, 13, 14), (1, 3, 2, 4)])
def test_a_reference_follows_where_one_side_did_nothing_but_number_anew(numbers: tuple[int, ...]) -> None:
    base = articles(*BODIES[:2], ICE, BODIES[3])
    ours = said(base)
    ours[::2] = (f"Article {number}" for number in numbers)
    theirs = said(articles(*BODIES[:2], ICE, f"{BODIES[3]} It is subject to review under Article 2."))
    texts = ["\n\n".join(["The Parties to this Agreement,", "Have agreed as follows:", *one]) for one in (ours, theirs)]
    sides = [read_text(one).draft for one in texts]
    for one, two in (sides, sides[::-1]):
        found = merge(base, one, two)
        assert not found.open
        assert found.draft.paragraphs[-1].text.endswith(f"under Article {numbers[1]}.")
        assert len(found.told) == 1


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("Articles 2 to 3", "Articles 3 to 4"),
        ("Articles 1–3", "Articles 1–4"),
        ("Articles 2 to 3 of the Charter", "Articles 2 to 3 of the Charter"),
    ],
)
def test_both_ends_of_a_range_follow(words: str, then: str) -> None:
    theirs = articles(*BODIES[:3], f"{BODIES[3]} It is subject to {words}.")
    for one, two in ((articles(*OURS), theirs), (theirs, articles(*OURS))):
        found = merge(articles(*BODIES), one, two)
        assert not found.open
        assert found.draft.paragraphs[-1].text.endswith(f"subject to {then}.")


@pytest.mark.parametrize(
    ("order", "words", "then"),
    [
        ((0, 2, 1, 3), "2 to 3", "2 to 3"),
        ((2, 1, 0, 3), "2 to 3", "1 to 2"),
        ((0, 2, 1, 3), "1 to 3", "1 to 3"),
        ((3, 1, 2, 0), "1 to 3", "2 to 4"),
    ],
)
def test_a_range_is_of_all_it_took_in_where_that_stands_together(order: Sequence[int], words: str, then: str) -> None:
    bodies = *BODIES[:2], ICE, SEA
    theirs = articles(*bodies, f"{BODIES[3]} It is subject to Articles {words}.")
    found = merge(articles(*bodies, BODIES[3]), articles(*(bodies[at] for at in order), BODIES[3]), theirs)
    assert not found.open
    assert found.draft.paragraphs[-1].text.endswith(f"subject to Articles {then}.")
    assert bool(found.told) == (words != then)


@pytest.mark.parametrize("order", [(2, 0, 1), (3, 2, 0, 1)])
def test_a_range_that_would_end_before_it_begins_stays_and_is_told(order: Sequence[int]) -> None:
    bodies = (*BODIES[:2], ICE, SEA)[: len(order)]
    turned = articles(*(bodies[at] for at in order), BODIES[3])
    theirs = articles(*bodies, f"{BODIES[3]} It is subject to Articles 2 to 3.")
    for one, two in ((turned, theirs), (theirs, turned)):
        found = merge(articles(*bodies, BODIES[3]), one, two)
        assert not found.open
        assert found.draft.paragraphs[-1].text.endswith("subject to Articles 2 to 3.")
        assert [one for one in found.told if "stands in another order now" in one] == [*found.told]


def test_a_range_of_which_one_end_is_gone_stays_and_is_told() -> None:
    theirs = articles(*BODIES[:2], ICE, f"{BODIES[3]} It is subject to Articles 2 to 3.")
    found = merge(articles(*BODIES[:2], ICE, BODIES[3]), articles(BODIES[0], ICE, BODIES[3]), theirs)
    assert found.draft.paragraphs[-1].text.endswith("subject to Articles 2 to 3.")
    assert [one.partition("; ")[2] for one in found.told] == [
        "the article it meant is gone.",
        "what was meant stands in another order now.",
    ]


def test_the_same_article_of_both_stands_once() -> None:
    ours, theirs = (*BODIES[:2], SEA, ICE, *BODIES[2:]), (*BODIES[:2], ICE, *BODIES[2:])
    found = merge(articles(*BODIES), articles(*ours), articles(*theirs))
    assert not found.open
    assert said(found.draft) == said(articles(*ours))


@pytest.mark.parametrize("other", [ICE, ICE.replace("on permafrost", "on all permafrost")])
@pytest.mark.parametrize("swapped", [False, True])
def test_an_article_that_both_put_in_at_two_places_goes_whole_to_the_one_that_is_chosen(
    other: str, swapped: bool
) -> None:
    texts = (BODIES[0], ICE, *BODIES[1:]), (*BODIES[:3], other, BODIES[3])
    ours, theirs = (articles(*one) for one in (reversed(texts) if swapped else texts))
    found = merge(articles(*BODIES), ours, theirs)
    assert [one.kind for one in found.open] == ["moved", "new"][: 1 + (other != ICE)]
    assert [one[-9:] for one in said(found.draft)[::2]] == [f"Article {number}" for number in range(1, 6)]
    for way, own in (("ours", ours), ("theirs", theirs)):
        made = answered(found, way)
        assert said(made.draft)[::2] == said(own)[::2]
        assert [one[:30] for one in said(made.draft)] == [one[:30] for one in said(own)]


def test_lettered_chapters_are_lettered_anew() -> None:
    def chapters(*titles: str) -> Draft:
        parts = [f"{'ABCDEFGHI'[at]}. {title}\n\nWe commit to {title.lower()}." for at, title in enumerate(titles)]
        lines = ["The General Assembly,", "I. Action areas", *parts, "II. Follow-up", "We will meet."]
        return read_text("\n\n".join(lines)).draft

    base = ("Resources of States", "Business and finance", "Cooperation for development", "Trade as an engine")
    found = merge(
        chapters(*base),
        chapters(base[0], "Remittances of workers", *base[1:]),
        chapters(*base[:3], "Commodities", base[3]),
    )
    assert not found.open
    heads = [one.text for one in found.draft.paragraphs if one.kind == "heading"]
    assert heads == [
        "A. Resources of States",
        "B. Remittances of workers",
        "C. Business and finance",
        "D. Cooperation for development",
        "E. Commodities",
        "F. Trade as an engine",
    ]


def headed(*sections: tuple[str, str]) -> Draft:
    """Headings, each over a paragraph."""
    lines = (one for heading, body in sections for one in ((Kind.HEADING, heading), (Kind.OPERATIVE, body)))
    return Draft(tuple(Paragraph(kind, (Run(line),)) for kind, line in lines))


@pytest.mark.parametrize("moves", [False, True])
def test_two_lettered_headings_before_one_without_a_letter_are_no_two_forms_of_one(moves: bool) -> None:
    first, pay, trade = ("A. General", "Requests States to report;"), "Urges donors to pay;", "Calls for trade;"
    last = "Other matters", "Welcomes the offer of Fiji;"
    ice = "C. Technology", "Notes the progress of technology;"
    base = headed(first, ("B. Finance", pay), last)
    ours, theirs = headed(first, ("B. Finance", pay), ("C. Trade", trade), last), headed(*pairs(base)[:2], ice, last)
    if moves:
        base = headed(("General", first[1]), ("A. Finance", pay), ("B. Trade", trade), last)
        ours = headed(("General", first[1]), ("A. Trade", trade), ("B. Finance", pay), last)
        theirs = headed(*pairs(base)[:3], ice, last)
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        made = {heading.partition(". ")[2]: body for heading, body in pairs(found.draft)[:-1]}
        assert {"Finance": pay, "Trade": trade, "Technology": ice[1]}.items() <= made.items()


def pairs(draft: Draft) -> list[tuple[str, str]]:
    """The headings of a text, each with what stands right under it."""
    texts = [one.text for one in draft.paragraphs]
    return [*zip(texts[::2], texts[1::2], strict=True)]


def test_where_no_count_runs_two_of_one_number_are_told() -> None:
    def rules(*pairs: tuple[str, str]) -> Draft:
        parts = [f"Rule {number}\n\n{body}" for number, body in pairs]
        return read_text("\n\n".join(["The Parties to this Agreement,", "Have agreed as follows:", *parts])).draft

    base = (("3", BODIES[0]), ("7", BODIES[1]), ("12", BODIES[3]))
    found = merge(rules(*base), rules(base[0], ("5", ICE), *base[1:]), rules(*base[:2], ("5", SEA), base[2]))
    assert [one.text for one in found.draft.paragraphs].count("Rule 5") == 2
    assert "“Rule 5” and “Rule 5” have one number now: number one of them anew." in found.told


@pytest.mark.parametrize("sign", ["1.{}", "§ {}", "Rule {}."])
def test_two_mere_texts_of_one_typed_number_are_told(sign: str) -> None:
    def clauses(*bodies: str) -> Draft:
        lines = (f"{sign.format(number)} {body}" for number, body in enumerate(bodies, 1))
        return Draft(tuple(Paragraph(Kind.TEXT, (Run(line),)) for line in lines))

    base, ours, theirs = clauses(*BODIES), clauses(BODIES[0], ICE, *BODIES[1:]), clauses(*BODIES, SEA)
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        (told,) = [one for one in found.told if "have one number now: number one of them anew." in one]
        assert told.startswith(f"“{sign.format(5)} ")
    for side in (ours, theirs):
        assert not merge(base, base, side).told


WORDS = (
    *("rivers", "glaciers", "finance", "report", "treaty", "oceans", "forests", "mountains", "trade", "debt"),
    *("energy", "cities", "water", "soils", "winds"),
)


def _body(random: Random) -> str:
    return f"Each Party shall {' '.join(random.sample(WORDS, 8))} in accordance with national law."


def _text(chapters: list[list[str]], anew: bool) -> Draft:
    lines, number = ["The Parties to this Agreement,", "Have agreed as follows:"], 0
    for chapter, bodies in zip(("I", "II", "III", "IV", "V", "VI"), chapters, strict=False):
        lines.append(f"Chapter {chapter}")
        number = 0 if anew else number
        for body in bodies:
            number += 1
            lines += [f"Article {number}", body]
    return read_text("\n\n".join(lines)).draft


def _changed(random: Random, chapters: list[list[str]]) -> list[list[str]]:
    found = [list(one) for one in chapters]
    for _ in range(random.randint(1, 2)):
        chapter, way = random.choice(found), random.random()
        if way < 0.6:
            chapter.insert(random.randint(0, len(chapter)), _body(random))
        elif way < 0.8 and len(chapter) > 1:
            chapter.pop(random.randrange(len(chapter)))
        else:
            found.insert(random.randint(0, len(found)), [_body(random), _body(random)])
    return found


@pytest.mark.parametrize("seed", range(20))
def test_no_article_is_lost_and_the_count_runs(seed: int) -> None:
    random = Random(seed)
    anew = random.random() < 0.5
    base = [[_body(random) for _ in range(random.randint(2, 4))] for _ in range(random.randint(1, 3))]
    drafts = [_text(one, anew) for one in (base, _changed(random, base), _changed(random, base))]
    of_one: list[tuple[Merge, Draft]] = [
        (merge(drafts[0], drafts[1], drafts[1]), drafts[1]),
        (merge(drafts[0], drafts[1], drafts[0]), drafts[1]),
        (merge(drafts[0], drafts[0], drafts[2]), drafts[2]),
    ]
    for found, side in of_one:
        assert not found.open
        assert said(found.draft) == said(side)
    found, swapped = merge(*drafts), merge(drafts[0], drafts[2], drafts[1])
    if found.open:
        return
    assert said(found.draft) == said(swapped.draft)
    texts, number = said(found.draft), 0
    articles_of = [one for one in texts if not one.startswith("Each Party")]
    for one in articles_of:
        if one.startswith("Chapter"):
            number = 0 if anew else number
        else:
            number += 1
            assert one == f"Article {number}"
    assert sum(one.startswith("Article") for one in texts) == sum(one.startswith("Each Party") for one in texts)


@pytest.mark.parametrize("way", ["ours", "theirs"])
def test_an_article_that_one_side_deleted_and_the_other_reworded_is_asked_with_its_heading(way: str) -> None:
    bodies = [one.replace("Article 2", "national law") for one in BODIES]
    reworded = bodies[1].replace("annually", "every year")
    ours, theirs = articles(bodies[0], *bodies[2:]), articles(bodies[0], reworded, *bodies[2:], SEA)
    found = merge(articles(*bodies), ours, theirs)
    (asked,) = found.open
    assert asked.kind == "deleted"
    found = resolve(found, asked, way)
    kept = [reworded] if way == "theirs" else []
    assert said(found.draft) == said(articles(bodies[0], *kept, *bodies[2:], SEA))


@pytest.mark.parametrize("to", [0, 2])
def test_an_article_that_one_side_struck_of_a_chapter_that_moved_whole_comes_back_in_that(to: int) -> None:
    random = Random(3)
    first, second, third = ([_body(random) for _ in range(many)] for many in (2, 3, 2))
    reworded = second[1].replace("national", "any")
    moved = [first, third]
    moved.insert(to, [second[0], reworded, second[2]])
    base, one = _text([first, second, third], anew=False), _text(moved, anew=False)
    two = _text([first, [second[0], second[2]], third], anew=False)
    for found in (merge(base, one, two), merge(base, two, one)):
        (asked,) = found.conflicts
        was = resolve(found, asked, "base")
        assert [text.replace("any law", "national law") for text in said(one)] == said(was.draft)


def test_articles_of_another_text_that_two_texts_begin_with_are_not_told_as_having_one_number() -> None:
    def amendments(*new: str) -> Draft:
        asked = "The delegations ask for changes.", "Article 4: Replace one.", "Article 9: Delete the second, on fees."
        return Draft(tuple(Paragraph(Kind.TEXT, (Run(line),)) for line in (*asked[:2], *new, asked[2])))

    ours, theirs = amendments("Article 6: Insert “women and girls”."), amendments("Article 6: Delete the last words.")
    assert not [line for line in merge(amendments(), ours, theirs).told if "one number" in line]


def _numbered(reference: int, *parts: tuple[int, int]) -> Draft:
    bodies = (*BODIES[:2], ICE, SEA)
    articles_of = [f"Article {number}\n\n{bodies[body]}" for body, number in parts]
    head = ["The General Assembly,", f"1. Decides that Article {reference} applies to all;", "2. Requests a report."]
    return read_text("\n\n".join([*head, *articles_of])).draft


def test_a_reference_to_one_of_two_articles_of_one_number_is_told_and_not_as_another_number() -> None:
    base = _numbered(14, (1, 14), (3, 13), (2, 13), (0, 15))
    ours = _numbered(15, (0, 13), (1, 14), (2, 15), (3, 16))
    theirs = _numbered(14, (2, 15), (1, 15), (3, 16))
    told = merge(base, ours, theirs).told
    assert "OP1 says Article 15, as more than one article is called now: look which it means." in told
    assert not any("says Article 15, not" in one for one in told)
