"""Words are found in all drafts and their footnotes, whatever is typed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.dossier import Dossier, Edge, examine
from models.dossier.search.wanted import match_expression, wanted
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from tests.timed import soon

V1 = Path(__file__).parent / "fixtures" / "v1.adref"

OLD = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" A/C.2/58/L.37"), Run(footnote=1))),
        Paragraph(Kind.OPERATIVE, (Run("Invite les États Membres à l’action;"), Run(footnote=2)), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Decides to meet in OP7 style."),), number="2"),
    ),
    (
        Footnote(1, "1", (Run("See "), Run("resolution", italic=True), Run(" 56/203."))),
        Footnote(2, "*", (Run("Idem"),)),
    ),
)
NEW = Draft(
    (
        *OLD.paragraphs[:2],
        Paragraph(Kind.OPERATIVE, (Run("Urges all States to meet;"),), number="2"),
        Paragraph(Kind.OPERATIVE, (Run("Decides to meet in OP7 style, soon."),), number="3"),
    ),
    OLD.footnotes,
)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    """Two drafts, closed with the test."""
    with Dossier.create(tmp_path / "a.adref") as made:
        old = made.keep(OLD, label="old")
        made.keep(NEW, label="new", parents=[old.id])
        yield made


def told(dossier: Dossier, words: str) -> list[tuple[str, str | None, str, int]]:
    """(draft, label, kind, how many drafts have it) of each."""
    labels = {node.id: node.label for node in dossier.nodes()}
    return [(labels[one.node], one.label, one.kind, len(one.drafts)) for one in dossier.search(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("etats", [("new", "OP1", "operative", 2)]),
        ("ÉTATS membres", [("new", "OP1", "operative", 2)]),
        ("L.37", [("new", "PP1", "preambular", 2)]),
        ("A/C.2/58/L.37", [("new", "PP1", "preambular", 2)]),
        ("56/203", [("new", "PP1", "footnote", 2)]),
        ("56/20", [("new", "PP1", "footnote", 2)]),
        ("idem", [("new", "OP1", "footnote", 2)]),
        ("recalling", [("new", "PP1", "preambular", 2)]),
        ("OP7", [("new", "OP3", "operative", 1), ("old", "OP2", "operative", 1)]),
        ("meet", [("new", "OP2", "operative", 1), ("new", "OP3", "operative", 1), ("old", "OP2", "operative", 1)]),
        ('"decides to meet"', [("new", "OP3", "operative", 1), ("old", "OP2", "operative", 1)]),
        ("“meet to”", []),
        ("soon decides", [("new", "OP3", "operative", 1)]),
        ("soo", [("new", "OP3", "operative", 1)]),
        ("soo decides", []),
        ('"soo"', []),
        ("", []),
        (" - / ", []),
        ("meet NOT style", []),
        ("nothing", []),
    ],
)
def test_what_is_found(dossier: Dossier, words: str, expected: list[tuple[str, str, str, int]]) -> None:
    assert told(dossier, words) == expected


def test_the_words_around_show_what_was_looked_for(dossier: Dossier) -> None:
    (one,) = dossier.search("urges STATES")
    assert one.snippet == (("Urges", True), (" all ", False), ("States", True), (" to meet;", False))
    (note,) = dossier.search("56/203")
    assert (note.position, note.mark) == (0, "1")
    assert "".join(text for text, _ in note.snippet) == "See resolution 56/203."


def test_where_a_wording_stands_in_each_draft_that_has_it(dossier: Dossier) -> None:
    labels = {node.id: node.label for node in dossier.nodes()}
    for words in ("etats", "56/203", "meet", "idem"):
        found = dossier.search(words)
        assert found, words
        for one in found:
            assert one.positions[0] == one.position
            for draft, position in zip(one.drafts, one.positions, strict=True):
                kept = dossier.draft(draft)
                assert position is not None, labels[draft]
                paragraph = kept.paragraphs[position]
                text = "".join(part for part, _ in one.snippet)
                notes = [kept.note[note].text for note in paragraph.footnotes]
                assert text in (notes if one.kind == "footnote" else [paragraph.text])


def test_no_more_than_asked_for(dossier: Dossier) -> None:
    assert len(dossier.search("meet", limit=2)) == 2
    assert dossier.search("meet", limit=0) == ()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.one_of(st.text(max_size=20), st.text('"*^():+-{}~.,ANDORNOT NEARtext \0«»“”', max_size=20)))
def test_nothing_typed_is_a_command(dossier: Dossier, words: str) -> None:
    assert isinstance(dossier.search(words), tuple)


@pytest.mark.parametrize("word", ["AND", "OR", "NOT", "NEAR", "text", "rank"])
def test_words_of_the_index_are_words(tmp_path: Path, word: str) -> None:
    with Dossier.create(tmp_path / "a.adref") as dossier:
        dossier.keep(Draft((Paragraph(Kind.TEXT, (Run(f"there {word} here"),)),)))
        assert len(dossier.search(f"there {word} here")) == 1
        assert dossier.search(f"here {word} missing") == ()


def test_the_expression() -> None:
    for typed, expression in (
        ("a b", '"a" AND "b" *'),
        ('a "b c"', '"a" AND "b c"'),
        ('a "b c', '"a" AND "b c" *'),
        ("«b c» d", '"b c" AND "d" *'),
        ("«caf\u00e9» а\u0438\u0306", '"cafe" AND "а\u0439" *'),
        (" - / ", ""),
    ):
        assert match_expression(wanted(typed)) == expression


@pytest.mark.parametrize("words", ["caf\u00e9", "cafe\u0301", "\u0439", "\u0438\u0306", "Invites caf\u00e9s \u0439"])
def test_a_letter_is_found_however_it_is_written(tmp_path: Path, words: str) -> None:
    with Dossier.create(tmp_path / "a.adref") as dossier:
        for text in ("Invites caf\u00e9s, \u0439.", "Invites cafe\u0301s, \u0438\u0306."):
            dossier.keep(Draft((Paragraph(Kind.TEXT, (Run(text),)),)))
        assert len(dossier.search(words)) == 2


@pytest.mark.parametrize("read_only", [False, True])
def test_an_older_dossier_is_searched_too(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "a.adref"
    shutil.copyfile(V1, path)
    before = path.read_bytes()
    with Dossier.open(path, read_only=read_only) as dossier:
        for _ in range(2):
            assert told(dossier, "meet") == [
                ("Rev.1 of 14 November", "OP1", "operative", 1),
                ("Zero draft", "OP1", "operative", 1),
            ]
            assert [one.kind for one in dossier.search("A/58/98")] == ["footnote"]
        assert dossier.working_texts() == ()
    assert (path.read_bytes() == before) == read_only
    assert examine(path) == ()


def test_a_long_dossier_is_searched_at_once(tmp_path: Path) -> None:
    """The limits are several times what is measured on two slow cores."""
    with Dossier.create(tmp_path / "a.adref") as dossier:
        parents: list[str] = []
        for draft in range(5):
            paragraphs = tuple(
                Paragraph(
                    Kind.OPERATIVE, (Run(f"Requests a report on matter {n} of {draft * (n % 3)};"),), number=str(n + 1)
                )
                for n in range(2_000)
            )
            edges = {parent: [Edge(n, n, "same") for n in range(2_000)] for parent in parents}
            parents = [dossier.keep(Draft(paragraphs), parents=parents, edges=edges).id]
        dossier.search("report")
        for words, count in (("report", 50), ("matter 1999", 5), ("r", 50), ("nowhere", 0)):
            # A tenth of a second where nothing else runs.
            assert len(soon(partial(dossier.search, words), 0.6)) == count, words


@pytest.mark.parametrize(
    ("looked_for", "read", "found"),
    [
        ("cote", "la côte", "côte"),
        ("Côte", "la cote", "cote"),
        ("lodz", "in Łódź", "Łódź"),
        ("й", "мой край", ""),
        ("край", "мой край", "край"),
        ("край", "мой краи", ""),
        ("краи", "мой край", ""),
        ("мои", "мой", ""),
        ("все", "всё", "всё"),
        ("ещё", "еще", "еще"),
        ("ελλαδα", "η Ελλάδα", "Ελλάδα"),
        ("الامين", "إلى الأمين العام", "الأمين"),
        ("علما", "تحيط عِلماً بالتقرير", "عِلماً"),
        ("أيضا", "أيضًا", "أيضًا"),
        ("الدوله", "الدولـــة", "الدولـــة"),
        ("مسؤول", "مسوول", "مسوول"),
        ("علي", "على", "على"),
        ("שלום", "שָׁלוֹם", "שָׁלוֹם"),
        ("cooperation", "co\u00adoperation", "co\u00adoperation"),
        ("finance", "the \ufb01nance", "\ufb01nance"),
        ("\ufb01nance", "the finance", "finance"),
        ("oeuvres", "les œuvres", "œuvres"),
        ("œuvres", "les oeuvres", "oeuvres"),
    ],
)
def test_accents_count_for_nothing_and_letters_of_their_own_do(
    tmp_path: Path, looked_for: str, read: str, found: str
) -> None:
    with Dossier.create(tmp_path / "a.adref") as dossier:
        paragraphs = Paragraph(Kind.TEXT, (Run(f"One {read}, two."),)), Paragraph(Kind.TEXT)
        dossier.keep(Draft(paragraphs, (Footnote(1, "1", (Run(read),)),)))
        told = [[part for part, is_found in one.snippet if is_found] for one in dossier.search(looked_for)]
        assert told == ([[found], [found]] if found else [])
    assert examine(tmp_path / "a.adref") == ()


CHINESE = "请秘书长在信托基金范围内，根据第79/212号决议，在79/212中提出报告"


@pytest.mark.parametrize(
    ("looked_for", "found"),
    [
        ("信托基金", ["信托基金"]), ("秘书长", ["秘书长"]), ("请秘书长", ["请秘书长"]), ("基金", ["基金"]),
        ("长", ["长"]), ("79/212", ["79/212", "79/212"]), ("在79/212中", ["在79/212中"]),
        ("第79/212号决议", ["第79/212号决议"]),
        ("报告 秘书长", ["秘书长", "报告"]), ("“托基”", ["托基"]), ("秘书", ["秘书"]), ("范围内根据", ["范围内，根据"]),
        ("信托金", []), ("长秘书", []), ("79/21", ["79/212", "79/212"]), ("9/212", []), ("基金会", []),
        ("ที่ประชุม", ["ที่ประชุม"]), ("ประชุม", ["ประชุม"]), ("総会", ["総会"]), ("会", ["会"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("read_only", [False, True])
def test_words_that_no_spaces_part_are_found(
    tmp_path: Path, looked_for: str, found: list[str], read_only: bool
) -> None:
    path = tmp_path / "a.adref"
    with Dossier.create(path) as dossier:
        text = f"{CHINESE}。 ในที่ประชุมใหญ่ 国連総。総会は。"
        dossier.keep(Draft((Paragraph(Kind.TEXT, (Run(text),)),), (Footnote(1, "1", (Run(text),)),)))
    with Dossier.open(path, read_only=read_only) as dossier:
        told = [[part for part, is_found in one.snippet if is_found] for one in dossier.search(looked_for)]
    assert told == ([found, found] if found else [])
    assert examine(path) == ()


def test_of_a_long_text_without_spaces_the_words_around_are_shown(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.adref") as dossier:
        dossier.keep(Draft((Paragraph(Kind.TEXT, (Run("决定举行会议" * 60 + CHINESE + "决定举行会议" * 60),)),)))
        (one,) = dossier.search("信托基金")
    shown = "".join(part for part, _ in one.snippet)
    assert ("信托基金", True) in one.snippet
    assert len(shown) < 120
    assert shown.index("信托基金") < 40
