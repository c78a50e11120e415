"""Operative verbs that change, and the ladder."""

from __future__ import annotations

import pytest

from models.comparison.change import VerbChange
from models.comparison.verbs import ladder
from tests.models.comparison.small_drafts import only

REST = "the report of the Secretary-General on the matter at hand;"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Takes note of", "Welcomes", ("Takes note", "Welcomes", "stronger")),
        (
            "Takes note of",
            "Takes note with appreciation of",
            ("Takes note", "Takes note with appreciation", "stronger"),
        ),
        ("Welcomes", "Takes note with appreciation of", ("Welcomes", "Takes note with appreciation", "weaker")),
        ("Strongly urges", "Urges", ("Strongly urges", "Urges", "weaker")),
        ("Invites", "Encourages", ("Invites", "Encourages", "stronger")),
        ("Calls upon", "Encourages", ("Calls upon", "Encourages", "weaker")),
        ("Further invites", "Also urges", ("Invites", "Urges", "stronger")),
        ("Requests", "Urges", ("Requests", "Urges", "other")),
        ("Welcomes", "Encourages", ("Welcomes", "Encourages", "other")),
        ("[Urges]", "[Invites]", ("Urges", "Invites", "weaker")),
        ("Also requests", "Requests", None),
        ("Requests once again", "Requests", None),
        ("Urges", "Urges", None),
    ],
)
def test_verbs_of_operative_paragraphs(old: str, new: str, expected: tuple[str, str, str] | None) -> None:
    change = only(f"1. {old} {REST}", f"2. {new} {REST}")
    assert change.verb == (VerbChange(*expected) if expected else None)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("1. Prend note du rapport du Comité;", "1. Se félicite du rapport du Comité;", "stronger"),
        ("1. Insta a los Estados a que participen;", "1. Invita a los Estados a que participen;", "weaker"),
        (
            "1. приветствует доклад Генерального секретаря;",
            "1. принимает к сведению доклад Генерального секретаря;",
            "weaker",
        ),
        ("1. 邀请秘书长向大会提交报告；", "1. 敦促秘书长向大会提交报告；", "stronger"),
        ("1. 请秘书长向大会提交报告；", "1. 又请秘书长向大会提交报告；", None),
    ],
)
def test_verbs_of_other_languages(old: str, new: str, expected: str | None) -> None:
    verb = only(old, new).verb
    assert (verb.direction if verb else None) == expected


def test_other_paragraphs_have_no_verb() -> None:
    assert only(f"PP Noting {REST}", f"PP Welcoming {REST}").verb is None


def test_the_ladder_is_data_that_can_be_read() -> None:
    assert len({rank for family, rank in ladder().values() if family == "en address"}) > 4
    assert all(verb == verb.strip().lower() for verb in ladder())
