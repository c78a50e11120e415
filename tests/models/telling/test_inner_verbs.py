"""A verb further on in a paragraph that was put in the place of another is told, with its direction."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.telling.summary import summary
from models.telling.what_happened import story
from tests.models.comparison.small_drafts import draft

STRONGER = "further on “{}” becomes “{}”, usually read as stronger"
INTEREST = "takes note with interest"


def test_one_of_several_verbs_that_open_a_paragraph_is_told_with_these_alone() -> None:
    old, new = (draft(f"1. Supports and {how}encourages the work of the fund;") for how in ("", "strongly "))
    comparison = compare(old, new)
    told = "“Supports and encourages” becomes “Supports and strongly encourages”, usually read as stronger"
    assert story(comparison, comparison.changes[0]) == ("reworded", told)


def test_verbs_that_open_a_paragraph_in_another_order_are_no_others() -> None:
    old, new = (draft(f"1. {verbs} the fund to act;") for verbs in ("Urges and calls on", "Calls upon and urges"))
    comparison = compare(old, new)
    assert story(comparison, comparison.changes[0]) == ("reworded",)


def test_one_of_the_verbs_in_another_order_that_is_another_further_on_is_told() -> None:
    old, new = (
        draft(f"1. {verbs} States to act, and {further} donors to give;")
        for verbs, further in (("Urges and invites", "invites"), ("Invites and urges", "urges"))
    )
    comparison = compare(old, new)
    assert story(comparison, comparison.changes[0]) == ("reworded", STRONGER.format("invites", "urges"))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("and urges donors", "and invites donors", "further on “urges” becomes “invites”, usually read as weaker"),
        (
            ", and in this regard invites donors",
            ", and in this regard calls upon donors",
            "further on “invites” becomes “calls upon”, usually read as stronger",
        ),
        ("and urges donors", "and also urges donors", None),
        ("and urges donors", "and strongly urges donors", STRONGER.format("urges", "strongly urges")),
        (", and takes note of aid", ", and takes note with interest of aid", STRONGER.format("takes note", INTEREST)),
        (
            "and demands in the strongest terms that donors act",
            "and demands that donors act",
            "further on “demands in the strongest terms” becomes “demands”, usually read as weaker",
        ),
        ("and the urges of donors", "and the strongly felt urges of donors", None),
        ("and the urges of donors", "and the requests of donors", None),  # no verb
        ("and encourage donors", "and encourages donors", None),  # French is another language
        ("and [urges] donors", "and [invites] donors", "further on “urges” becomes “invites”, usually read as weaker"),
        ("and [urges] [invites] donors", "and invites donors", None),  # “invites” stays of two
        ("and calls on donors", "and calls upon donors", None),  # one verb
        ("and emphasizes that donors act", "and emphasises that donors act", None),
        (
            "and strongly emphasises that donors act",
            "and emphasises that donors act",
            "further on “strongly emphasises” becomes “emphasises”, usually read as weaker",
        ),
        (
            "and encourages donors",
            "and does not encourage donors",
            "further on “encourages” becomes “does not encourage”",
        ),
        (
            "and invites, as before, donors",
            "and urges, as before, donors",
            "further on “invites” becomes “urges”, usually read as stronger",
        ),
        (
            "and takes note of the efforts of donors",
            "and welcomes the efforts of donors",
            "further on “takes note” becomes “welcomes”, usually read as stronger",
        ),
        (
            "and welcomes with appreciation all donors",
            "and takes note with appreciation of all donors",
            "further on “welcomes with appreciation” becomes “takes note with appreciation”, usually read as weaker",
        ),
        ("and takes note of the law of 2026", "and welcomes the summit of 2026", None),  # another thing
        ("and no requests for arms", "and no demands for arms", None),
        ("urges donors and invites States", "invites States", None),
    ],
)
def test_a_verb_further_on(old: str, new: str, told: str | None) -> None:
    texts = (f"1. Recalls the law on sand and dust storms of 12 May {text} to give to the fund;" for text in (old, new))
    comparison = compare(*(draft(text) for text in texts))
    found = [phrase for phrase in story(comparison, comparison.changes[0]) if phrase.startswith("further on")]
    assert found == ([told] if told else [])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Acoge el informe, e invita a todos", "Acoge el informe, e insta a todos", ("invita", "insta")),
        ("Acoge el informe y alienta a todos", "Acoge el informe e insta a todos", ("alienta", "insta")),
        ("Acoge el informe y paz e higiene", "Acoge el informe y paz y agua", None),
        ("ترحب بالتقرير، وتدعو الدول الأعضاء", "ترحب بالتقرير، وتحث الدول الأعضاء", ("تدعو", "تحث")),
        ("欢迎秘书长的报告，并邀请会员国", "欢迎秘书长的报告，并敦促会员国", ("邀请", "敦促")),
        ("欢迎关于邀请的报告", "欢迎关于鼓励的报告", None),
        ("欢迎秘书长的报告，促请会员国", "欢迎秘书长的报告，敦促会员国", ("促请", "敦促")),
        ("ترحب بالتقرير وتشجع الدول الأعضاء", "ترحب بالتقرير وتحث الدول الأعضاء", ("تشجع", "تحث")),
        ("ترحب بالتقرير وتشجع الدول الأعضاء", "ترحب بالتقرير وتشجع بقوة الدول الأعضاء", ("تشجع", "تشجع بقوة")),
    ],
)
def test_a_verb_further_on_in_other_languages(old: str, new: str, told: tuple[str, str] | None) -> None:
    comparison = compare(draft(f"1. {old};"), draft(f"1. {new};"))
    found = [phrase for phrase in story(comparison, comparison.changes[0]) if phrase.startswith("further on")]
    assert found == ([STRONGER.format(*told)] if told else [])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("欢迎秘书长的报告，并鼓励会员国", "欢迎秘书长的报告，并不再鼓励会员国", "不再鼓励"),
        ("Prend note du rapport et se félicite du travail", "Prend note du rapport et ne se félicite pas du travail",
         "ne se félicite pas"),
    ],
)  # fmt: skip
def test_a_verb_further_on_that_is_denied(old: str, new: str, told: str) -> None:
    comparison = compare(draft(f"1. {old};"), draft(f"1. {new};"))
    assert any(phrase.endswith(f"becomes “{told}”") for phrase in story(comparison, comparison.changes[0]))


def test_verbs_further_on_in_one_paragraph_are_told_together() -> None:
    text = "1. Recalls the law on sand and dust storms, and {} donors to give to the fund, and {} the Board to meet;"
    told = summary(compare(*(draft(text.format(*verbs)) for verbs in (("invites", "urges"), ("urges", "invites")))))
    assert told == (
        "OP1 is reworded. In OP1 further on “urges” instead of “invites” (usually read as stronger) and “invites” "
        "instead of “urges” (usually read as weaker)."
    )


@pytest.mark.parametrize(
    ("joined", "piece", "turned", "told"),
    [
        (" and requests", "Invites", False, "further on “requests” becomes “invites”"),
        (", and also urges", "Also invites", False, "further on “urges” becomes “invites”, usually read as weaker"),
        (" and invites", "Urges", True, "further on “urges” becomes “invites”, usually read as weaker"),
        (" and requests", "Requests", False, None),
        (", and also requests", "Further requests", True, None),
        (" and the wells of", "Invites", False, None),
    ],
)
def test_a_verb_where_a_paragraph_is_split_or_merged(joined: str, piece: str, turned: bool, told: str | None) -> None:
    rest = "donors to plan for the wells of the next ten years and to report on them"
    whole = draft(f"1. Welcomes the offer of all States of the Basin to pay{joined} {rest};")
    parts = draft("1. Welcomes the offer of all States of the Basin to pay;", f"2. {piece} {rest};")
    comparison = compare(parts, whole) if turned else compare(whole, parts)
    (change,) = comparison.changes
    assert change.kind == ("merged" if turned else "split")
    assert [phrase for phrase in story(comparison, change) if phrase.startswith("further on")] == (
        [told] if told else []
    )
