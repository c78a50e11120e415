"""Answers of a merge come back when the same three texts are merged again, and only where the same is asked."""

from __future__ import annotations

import json

import pytest

from models.dossier import Dossier
from models.draft import Draft
from models.merging import Choice, merge
from models.merging.remembered import answers_from_text, answers_to_text, name_of
from tests.models.comparison.small_drafts import operative as draft

BASE = ("Invites all States to report by July 2025;", "Calls upon donors to pay in time.", "Takes note of the report.")
OURS = (BASE[0].replace("2025", "2026"), BASE[1].replace("donors", "all donors"), BASE[2])
THEIRS = (BASE[0].replace("2025", "2027"), BASE[1].replace("in time", "every year"), BASE[2])


def three(ours: tuple[str, ...] = OURS) -> tuple[Draft, Draft, Draft]:
    return draft(*BASE), draft(*ours), draft(*THEIRS)


def test_answers_come_back_to_the_same_three_texts() -> None:
    found = merge(*three())
    (conflict,) = found.conflicts
    combined = next(row.key for row in found.rows if row.kind == "combined")
    choices = {conflict.key: Choice("written", "2028 [sic] “é”"), combined: Choice("theirs")}
    again = merge(*three())
    assert name_of(again) == name_of(found)
    assert answers_from_text(again, answers_to_text(found, choices)) == choices


def test_another_text_has_another_name_and_another_question_no_answer() -> None:
    found = merge(*three())
    other = merge(*three((BASE[0].replace("2025", "2029"), *OURS[1:])))
    assert name_of(other) != name_of(found)
    text = answers_to_text(found, {found.conflicts[0].key: Choice("ours")})
    assert other.conflicts[0].key == found.conflicts[0].key
    assert answers_from_text(other, text) == {}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "{}", '{"form": 1}', '{"form": 1, "answers": []}', '{"form": 1, "answers": {"0": 3}}',
     '{"form": 2, "answers": {}}'],
)  # fmt: skip
def test_what_makes_no_sense_answers_nothing(text: str) -> None:
    assert answers_from_text(merge(*three()), text) == {}


def test_a_way_that_a_conflict_cannot_be_settled_in_is_no_answer() -> None:
    found = merge(*three())
    key = found.conflicts[0].key
    value = json.loads(answers_to_text(found, {key: Choice("ours")}))
    value["answers"][key][1] = "sideways"
    assert answers_from_text(found, json.dumps(value)) == {}


def test_a_dossier_holds_the_answers_of_the_last_merges(tmp_path: object) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    path = tmp_path / "merge.adref"
    with Dossier.create(path, title="T") as dossier:
        kept = dossier.keep(draft(*BASE), label="L.1")
        for number in range(25):
            dossier.settle(f"m{number}", f"answers {number}")
        dossier.settle("m10", "otherwise")
        dossier.settle("m24", None)
    with Dossier.open(path) as dossier:
        held = {number for number in range(25) if dossier.settled(f"m{number}") is not None}
        assert held == {*range(5, 24)}
        assert dossier.settled("m10") == "otherwise"
        assert dossier.title == "T"
        assert dossier.nodes() == (kept,)
