"""The profiles: their one table, who is named and when, the base of the rule, the certificate as text and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.circulation.certificate import TITLE, Certificate, Verified, certificate_json, certificate_text
from models.circulation.profiles import (
    CAPITAL,
    CIRCULATION,
    COMPILATION,
    DELEGATION,
    PROFILES,
    SUBMISSION,
    NotInProfile,
    Profile,
    UnknownProfile,
    profile,
    table,
)
from models.dossier.incoming.base_choice import default_base
from models.dossier.node import Node
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.canonical import content_hash

ROOT = Path(__file__).resolve().parents[3]


def test_the_table_of_the_house_is_made_from_the_profiles() -> None:
    assert table() in (ROOT / "WHAT_LEAVES.md").read_text(encoding="utf-8")


def test_nothing_but_ones_own_copy_keeps_traces() -> None:
    for one in PROFILES:
        kept = (one.comments, one.notes, one.properties, one.revision_ids, one.custom_xml)
        assert set(kept) == {one is CAPITAL}


@pytest.mark.parametrize(("name", "found"), [(one.name, one) for one in PROFILES] + [("own", CAPITAL)])
def test_names(name: str, found: Profile) -> None:
    assert profile(name) is found


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(UnknownProfile, match=r"press.*circulation"):
        profile("press")


@pytest.mark.parametrize(
    ("chosen_profile", "known", "chosen", "name"),
    [
        (SUBMISSION, "Group A", None, "Adref"),
        (SUBMISSION, "Group A", "Secretariat", "Secretariat"),
        (CIRCULATION, "Group A", None, "Adref"),
        (CIRCULATION, "Group A", "Adref", "Adref"),
        (COMPILATION, "Group A", None, "Group A"),
        (COMPILATION, None, None, "Adref"),
        (DELEGATION, "Group A", "Group B", "Group B"),
        (CAPITAL, "Group A", None, "Group A"),
    ],
)
def test_who_is_named(chosen_profile: Profile, known: str | None, chosen: str | None, name: str) -> None:
    assert chosen_profile.author(known, chosen) == name


@pytest.mark.parametrize(
    ("chosen_profile", "chosen", "moment"),
    [
        (SUBMISSION, None, None),
        (SUBMISSION, "none", None),
        (SUBMISSION, "real", "2025-11-17T00:00:00Z"),
        (SUBMISSION, "2025-12-01", "2025-12-01T00:00:00Z"),
        (CIRCULATION, None, None),
        (CIRCULATION, "none", None),
        (CAPITAL, None, "2025-11-17T00:00:00Z"),
        (CAPITAL, "none", None),
    ],
)
def test_when(chosen_profile: Profile, chosen: str | None, moment: str | None) -> None:
    assert chosen_profile.date("2025-11-17", chosen) == moment


def test_what_a_profile_keeps_back_is_not_given() -> None:
    with pytest.raises(NotInProfile, match="names nobody"):
        CIRCULATION.author(None, "Secretariat")
    for chosen in ("real", "2025-12-01"):
        with pytest.raises(NotInProfile, match="no dates"):
            CIRCULATION.date("2025-11-17", chosen)
    with pytest.raises(NotInProfile, match="no date"):
        SUBMISSION.date(None, "soon")


def node(
    name: str, *parents: str, symbol: str | None = None, date: str | None = None, label: str = "", text: str = ""
) -> Node:
    facts = {key: value for key, value in (("symbol", symbol), ("date", date), ("label", label)) if value}
    return Node(name, text or name, parents, 1, facts)


RESOLUTION = node("res", symbol="A/RES/79/212", date="2024-12-19")
OLDER = node("old", symbol="A/RES/78/158", date="2023-12-19")


@pytest.mark.parametrize(
    ("nodes", "base_symbol", "base"),
    [
        ((RESOLUTION, OLDER, node("us", "res")), None, "res"),
        ((OLDER, RESOLUTION, node("us")), None, "res"),
        ((node("first"), RESOLUTION, node("us", "first")), None, "res"),
        ((RESOLUTION, node("L", "res", symbol="A/C.2/80/L.39"), node("us", "L")), None, "L"),
        ((RESOLUTION, node("L", "res", symbol="A/C.2/80/L.39"), node("rev", "L"), node("us", "rev")), None, "L"),
        ((RESOLUTION, node("L", symbol="A/C.2/80/L.39"), node("us", "res")), "A/C.2/80/L.39", "L"),
        ((node("first"), node("us", "first")), None, "first"),
        ((node("L", symbol="A/C.2/80/L.39"), node("us", "L", date="2025-11-17"),
          node("next", "us", symbol="A/RES/80/143", date="2025-12-18")), None, "L"),
        ((node("us", date="2025-11-17"), node("next", symbol="A/RES/80/143", date="2025-12-18")), None, None),
        ((node("us"),), None, None),
        # The nearest of two lines that were merged; one of the same day; of two that are called alike the later.
        ((node("far", symbol="A/C.2/80/L.2"), node("near", symbol="A/C.2/80/L.3"), node("two", "far"),
          node("us", "near", "two")), None, "near"),
        ((node("us", date="2025-12-18"), node("same", symbol="A/RES/80/143", date="2025-12-18")), None, "same"),
        ((node("L", symbol="A/C.2/80/L.39"), node("again", symbol="A/C.2/80/L.39"), node("us")),
          "A/C.2/80/L.39", "again"),
        # By its label only.
        ((node("L", label="A/C.5/79/L.12"), node("rev", "L", label="Rev.1"), node("us", "rev")), None, "L"),
        ((node("res", label="A/RES/79/254"), node("first", label="12/11"), node("us", "first")), None, "res"),
        ((node("first"), node("L", label="A/C.5/79/L.12"), node("us", "first")), "A/C.5/79/L.12", "L"),
        ((node("first"), node("L", label="A/79/L.2 (Part I)"), node("us", "first")), "A/79/L.2 (Part I)", "L"),
        # The very same text is passed over, while there is another.
        ((node("L", label="A/C.5/79/L.12"), node("rev", "L", text="a"), node("us", "rev", text="a")), None, "L"),
        ((RESOLUTION, node("L", symbol="A/C.2/80/L.39", text="a"), node("us", "L", text="a")), None, "res"),
        ((node("first"), node("next", "first", text="a"), node("us", "next", text="a")), None, "first"),
        ((node("L", symbol="A/C.2/80/L.39", text="a"), node("us", text="a"), RESOLUTION), "A/C.2/80/L.39", "res"),
        ((node("first", text="a"), node("us", "first", text="a")), None, "first"),
    ],
)  # fmt: skip
def test_the_base_of_the_rule(nodes: tuple[Node, ...], base_symbol: str | None, base: str | None) -> None:
    found = default_base(nodes, "us", base_symbol)
    assert (found.id if found else None) == base


OLD, NEW = (Draft((Paragraph(Kind.TEXT, (Run(words),)),)) for words in ("Peace and health.", "Peace and trade."))
CERTIFICATE = Certificate(
    "L.50.docx", "circulation", "L.39",
    (Verified("All changes accepted: L.50", "46 paragraphs, 14 notes"), Verified("All changes rejected: L.39")),
    ("comments", "hidden text"), 19, ("Text, footnotes, masthead",), ("3 private notes",),
    "ab" * 32, NEW, OLD,
)  # fmt: skip


def test_the_certificate_as_text() -> None:
    text = certificate_text(CERTIFICATE)
    assert text.startswith(f"L.50.docx\n{TITLE}.\nProfile circulation, changes from L.39.\n")
    assert "  - All changes accepted: L.50 (46 paragraphs, 14 notes)\n" in text
    assert "Looked for in all 19 parts, and not found\n  - comments\n  - hidden text\n" in text
    assert "Stays here\n  - 3 private notes\n" in text
    assert f"SHA-256 of the file:\n  {'ab' * 32}\n" in text
    assert text.endswith(f"{content_hash(OLD)}\n")


def test_the_certificate_as_json() -> None:
    told = json.loads(certificate_json(CERTIFICATE))
    assert told["sha256"] == {"file": "ab" * 32, "accepted": content_hash(NEW), "rejected": content_hash(OLD)}
    assert told["read_back"][0] == {"what": "All changes accepted: L.50", "detail": "46 paragraphs, 14 notes"}
    assert (told["parts"], told["not_found"], told["stays"]) == (19, ["comments", "hidden text"], ["3 private notes"])
