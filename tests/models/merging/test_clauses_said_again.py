"""A clause that one side moved is one clause though its words, or the whole of it, stand elsewhere in the text, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from models.draft import Draft, Kind, Paragraph, tidy_runs
from models.files.read import read_file
from models.merging import Merge, merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.settling import settled

URGES = "1. Encourages Member States, {}with a view to promoting the measures, to hold regular talks in the Committee;"
URGED = "1. Encourages Member States, {}with a view to achieving the measures, to hold regular talks in the Committee;"
WATER = "2. Requests the Bureau to publish its survey of rivers;"
INVITES = (
    "3. Invites the regional commissions, {}to contribute to the work on storms and to inform the Council thereof;"
)
CLAUSES = {
    "in accordance with the recommendations contained in the report, ": ("recommendations", "decisions"),
    "while serving as United Nations officials or experts on mission, ": ("officials", "agents"),
    "together with the Pre-Summit, ": ("Pre-Summit", "Summit"),
}
YOUTH = "including youth groups and women, "


def elsewhere(clause: str, how: str) -> list[str]:
    """A paragraph that says the clause again, or its words in another order."""
    words = clause.strip(", ").split()
    again = {"once": "", "again": clause, "its words": f"{' '.join(reversed(words))}, "}[how]
    return [f"4. Notes the progress made by Governments, {again}in setting up funds;"]


def renumbered(*texts: str) -> Draft:
    return draft(*(f"{number}.{text.partition('.')[2]}" for number, text in enumerate(texts, 1)))


ACTS = {
    "deletes it": lambda clause, edited: [URGES.format(""), WATER, INVITES.format("")],
    "edits it": lambda clause, edited: [URGES.format(edited), WATER, INVITES.format("")],
    "deletes where it stood": lambda clause, edited: [WATER, INVITES.format("")],
    "deletes where it went": lambda clause, edited: [URGES.format(clause), WATER],
    "puts another there": lambda clause, edited: [URGES.format(clause), WATER, INVITES.format(YOUTH)],
    "moves it elsewhere": lambda clause, edited: [
        URGES.format(""), WATER.replace("Bureau ", f"Bureau, {clause}"), INVITES.format("")
    ],
}  # fmt: skip


def said(one: Draft, *clauses: str) -> int:
    return sum(paragraph.text.count(clause.strip(", ")) for paragraph in one.paragraphs for clause in {*clauses})


@pytest.mark.parametrize("how", ["once", "again", "its words"])
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("clause", CLAUSES)
def test_it_stands_as_often_as_the_answer_says(clause: str, act: str, how: str) -> None:
    edited = clause.replace(*CLAUSES[clause])
    rest = elsewhere(clause, how)
    base = renumbered(URGES.format(clause), WATER, INVITES.format(""), *rest)
    ours = renumbered(URGES.format(""), WATER, INVITES.format(clause), *rest)
    theirs = renumbered(*ACTS[act](clause, edited), *rest)
    for found, way, other in (
        (merge(base, ours, theirs), "ours", "theirs"),
        (merge(base, theirs, ours), "theirs", "ours"),
    ):
        (asked,) = found.conflicts
        assert settled(found, way).draft == ours
        assert settled(found, other).draft == theirs
        if "base" in asked.choices:
            both = {said(one, clause, edited) for one in (base, theirs)}
            assert said(settled(found, "base").draft, clause, edited) in both


def test_nothing_is_asked_where_nothing_contradicts() -> None:
    for clause in CLAUSES:
        rest = elsewhere(clause, "again")
        base = renumbered(URGES.format(clause), WATER, INVITES.format(""), *rest)
        ours = renumbered(URGES.format(""), WATER, INVITES.format(clause), *rest)
        theirs = renumbered(URGED.format(clause), WATER, INVITES.format(""), *rest)
        for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
            assert not found.conflicts
            assert found.draft == renumbered(URGED.format(""), WATER, INVITES.format(clause), *rest)


def test_a_clause_that_may_begin_anywhere_in_a_list_is_one() -> None:
    listed = "1. Notes the proposals pursuant to paragraph 1 of resolution 61/75, {}paragraph 2 of resolution 63/68;"
    stresses = "2. Stresses the need to act, {}in accordance with the report;"
    clause = "paragraph 2 of resolution 62/43, "
    base = draft(listed.format(clause), stresses.format(""))
    ours, theirs = draft(listed.format(""), stresses.format(clause)), draft(listed.format(""), stresses.format(""))
    (asked,) = merge(base, ours, theirs).conflicts
    assert (asked.kind, asked.ours) == ("clause", f"OP1: nothing\nOP2: {clause.strip()}")
    other = draft(listed.format(clause), stresses.format(YOUTH))
    for way, side in (("ours", ours), ("theirs", other)):
        assert settled(merge(base, ours, other), way).draft == side


def test_both_may_have_put_it_in_one_paragraph_at_two_places() -> None:
    clause = "in accordance with the recommendations contained in the report, "
    base = draft(URGES.format(clause), INVITES.format(""))
    ours = draft(URGES.format(""), INVITES.format(clause))
    moved = clause.replace("contained in the report", "contained in its report")
    theirs = draft(URGES.format(""), INVITES.format("").replace("and to inform", f"and, {moved}to inform"))
    for found, way, other in (
        (merge(base, ours, theirs), "ours", "theirs"),
        (merge(base, theirs, ours), "theirs", "ours"),
    ):
        (asked,) = found.conflicts
        assert asked.kind == "clause"
        assert settled(found, "base").draft == base
        assert settled(found, way).draft == ours
        assert settled(found, other).draft == theirs


def test_what_an_answer_leaves_twice_is_told_where_other_words_came_with_it() -> None:
    clause = "supplementary to the cooperation agreement between the United Nations and the Court, "
    rest = [f"{number}. Notes the act, {clause}of the Bureau;" for number in (3, 4)]
    notes = "1. Notes the role, {}in relation to the activities of the Office, {}in the context of law;"
    calls = "2. Calls for talks, {}to meet the needs of all;"
    base = draft(notes.format("", clause), calls.format(""), *rest)
    ours = draft(
        notes.format("", ""), calls.format(f"including storms, rivers, forests, deserts, lakes and {clause}"), *rest
    )
    theirs = draft(notes.format(clause, ""), calls.format(""), *rest)
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        for way in ("ours", "theirs"):
            answered = settled(found, way)
            assert said(answered.draft, clause) == 3 or "supplementary" in " ".join(answered.told)


def with_text(one: Draft, at: int, run: int, text: str) -> Draft:
    """A draft in which a run of a paragraph says something else."""
    paragraph = one.paragraphs[at]
    runs = tuple(replace(each, text=text) if number == run else each for number, each in enumerate(paragraph.runs))
    made = Paragraph(paragraph.kind, tidy_runs(runs), paragraph.level, paragraph.number, paragraph.set_label)
    return replace(one, paragraphs=(*one.paragraphs[:at], made, *one.paragraphs[at + 1 :]))


def moved_clauses(shared: Path, many: int) -> Iterator[tuple[str, Draft, Draft, Draft, Draft, Draft]]:
    """A clause of real texts, the base, ours where it went to another paragraph, and three that theirs made of it.

    These deleted it, put another at the place where it went, and changed a word of it.
    """
    chance = Random(5)
    files = sorted((shared / "corpus/resolutions").glob("*.txt"))
    while many:
        base = read_file(chance.choice(files)).draft
        long = [
            (at, number)
            for at, one in enumerate(base.paragraphs)
            for number, run in enumerate(one.runs)
            if one.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and run.footnote is None and len(run.text) > 150
        ]
        if len(base.paragraphs) > 90 or len({at for at, _ in long}) < 3:
            continue
        (source, one), (target, two) = chance.sample(long, 2)
        text, there = base.paragraphs[source].runs[one].text, base.paragraphs[target].runs[two].text
        commas = [[found.start() for found in re.finditer(r", (?=[a-z])", each)] for each in (text, there)]
        if source == target or len(commas[0]) < 2 or not commas[1]:
            continue
        number = chance.randrange(len(commas[0]) - 1)
        start, end = commas[0][number : number + 2]
        clause, place = text[start:end], chance.choice(commas[1])
        words = re.findall(r"(?<= )[a-z]{5,}(?= )", clause)
        if not 6 <= len(re.findall(r"\w+", clause)) <= 30 or not words:
            continue
        many -= 1
        without = with_text(base, source, one, text[:start] + text[end:])
        changed = text[:start] + clause.replace(chance.choice(words), "resilient", 1) + text[end:]
        another = f"{there[:place]}, with young people and local partners{there[place:]}"
        yield (
            clause,
            base,
            with_text(without, target, two, there[:place] + clause + there[place:]),
            without,
            with_text(base, target, two, another),
            with_text(base, source, one, changed),
        )


def is_so(found: Merge, clause: str) -> bool:
    """Whether a clause stands as often as in the text of the side that was answered, or it is told."""
    sides = {"ours": found.ours.new, "theirs": found.theirs.new}
    each = ((settled(found, way), side) for way, side in sides.items())
    return all(one.told or said(one.draft, clause) == said(side, clause) for one, side in each)


def test_no_clause_of_a_real_text_is_lost_or_doubled_untold(shared: Path) -> None:
    for clause, base, ours, without, another, changed in moved_clauses(shared, 20):
        deleted = merge(base, ours, without)
        assert deleted.conflicts or deleted.told, clause
        for theirs in (another, changed):
            assert is_so(merge(base, ours, theirs), clause), clause


def test_a_short_clause_of_common_words_that_each_side_moved_and_one_changed_is_one_question() -> None:
    clause, edited = "digital literacy and digital skills, ", "resilient literacy and digital skills, "
    notes = "4. Notes digital matters, literacy for all and skills for adults;"
    fund = "5. Requests the Fund, {}to assist small islands and to report on wells and dykes to the Board;"

    def of(first: str, third: str, fifth: str) -> Draft:
        return renumbered(URGES.format(first), WATER, INVITES.format(third), notes, fund.format(fifth))

    base, ours, theirs = of(clause, "", ""), of("", clause, ""), of("", "", edited)
    found = merge(base, ours, theirs)
    assert [one.kind for one in found.conflicts] == ["clause"]
    assert settled(found, "ours").draft == ours
    assert settled(found, "theirs").draft == theirs
