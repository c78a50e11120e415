"""The States by name, and those that are meant by what is written of one in a list."""

from __future__ import annotations

import pytest

from models.draft.masthead import states_in
from models.masthead.sponsors import Form, SponsorLine, compose_sponsors, parse_sponsors
from models.masthead.states import meant_states, of_a_state, states
from models.reading.language import OFFICIAL


@pytest.mark.parametrize("language", OFFICIAL)
def test_every_state_has_a_name_that_a_list_does_not_part(language: str) -> None:
    names = states(language)
    assert len(set(names)) == 195  # 193 members and two observers
    assert [name for name in names if states_in(name) != (name,)] == []
    line = compose_sponsors(SponsorLine(Form.STATES, states=names[0], language=language))
    assert parse_sponsors(line, language).states == names[0]


@pytest.mark.parametrize(
    ("written", "language", "meant", "replaced"),
    [
        ("Fi", "en", ("Fiji", "Finland"), "Fi"),
        ("Iraq, fin|, Chad", "en", ("Finland",), "fin"),
        ("Iraq,* Cote", "en", ("Côte d’Ivoire",), "Cote"),
        ("Fiji and Gha", "en", ("Ghana",), "Gha"),
        ("Trinidad and T", "en", ("Trinidad and Tobago",), "Trinidad and T"),
        ("UK", "en", ("United Kingdom of Great Britain and Northern Ireland", "Ukraine"), "UK"),
        ("Cuba, DPR", "en", ("Democratic People’s Republic of Korea",), "DPR"),
        ("RDC", "fr", ("République démocratique du Congo",), "RDC"),
        ("Cuba, EAU", "fr", ("Émirats arabes unis",), "EAU"),
        ("islamic", "en", ("Iran (Islamic Republic of)",), "islamic"),
        ("Fiji, Fij", "en", None, ""),
        ("Fiji", "en", None, ""),
        ("Cuba, ", "en", None, ""),
        ("", "en", None, ""),
        ("Xa", "en", None, ""),
        ("Cuba, cote", "fr", ("Côte d’Ivoire",), "cote"),
        ("Куба и Гана, Фидж", "ru", ("Фиджи",), "Фидж"),
        ("古巴、斐", "zh", ("斐济",), "斐"),
        ("غانا، فيج", "ar", ("فيجي",), "فيج"),
        ("Fiji e Island", "es", ("Islandia",), "Island"),
        # What stands behind it is not replaced.
        ("Fij| and Ghana, Chad", "en", ("Fiji",), "Fij"),
        ("Iraq, Ke|Ghana, Chad", "en", ("Kenya",), "Ke"),
        ("Iraq, Ke| * Chad", "en", ("Kenya",), "Ke"),
        ("Fiji, Chad*", "en", None, ""),
        ("Bosnia| and Herzego and Chad", "en", ("Bosnia and Herzegovina",), "Bosnia"),
        ("South| Sudan and Chad", "en", ("South Africa", "South Sudan"), "South Sudan"),
        ("غان| وفيجي", "ar", ("غانا",), "غان"),
        ("加纳|和斐济", "zh", None, ""),
    ],
)
def test_the_state_that_is_written_is_meant(
    written: str, language: str, meant: tuple[str, ...] | None, replaced: str
) -> None:
    text, at = written.replace("|", ""), written.find("|") % (len(written) + 1)
    found = meant_states(text, at, states(language))
    assert (found and (found.names, text[found.start : found.end])) == (meant and (meant, replaced))


def test_a_file_is_named_for_a_state_a_group_or_a_delegation_in_any_official_language_with_or_without_more_behind() -> (
    None
):
    named = (
        "PERU (2)",
        "Peru_OP3",
        "Cote d’Ivoire",
        "Iran",
        "Китай",
        "中国",
        "中国的意见",
        "بيرو",
        "G77_2",
        "EU",
        "EU comments",
        "US",
        "US_OP3",
        "EE. UU.",
        "G-77 and China",
        "NAM_OP3",
        "Г-77",
        "U.S. edits",
        "欧盟的意见",
        "Группа 77",
        "مجموعة الـ 77",
        "Comments",
        "L.1 rev",
        "RU version",
        "Perusal",
        "Group",
        "European",
        "Using L.1",
        "G",
        "G20",
        "",
    )
    others = ["Comments", "L.1 rev", "RU version", "Perusal", "Group", "European", "Using L.1", "G", "G20", ""]
    assert [name for name in named if not of_a_state(name, ["Secretariat", "—"])] == others
