"""What others kept in a dossier since the user last looked is told when it is opened again, and can be compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.dossier.seen import Away, Seen, away_words, kept_since
from app.window.window import Window
from models.dossier import Dossier, Node
from models.draft import Draft, Kind, Paragraph, Run

WAIT = 20_000
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def draft(words: str) -> Draft:
    return Draft((Paragraph(Kind.OPERATIVE, (Run(f"Decides to {words}."),)),))


def nodes(tmp_path: Path, *told: tuple[str, tuple[str, ...], str]) -> tuple[Node, ...]:
    """Drafts by label, labels of parents and who kept them; newest first, as a listing has them."""
    with Dossier.create(tmp_path / "away.adref") as dossier:
        kept: dict[str, str] = {}
        for label, parents, who in told:
            kept[label] = dossier.keep(draft(label), label=label, parents=[kept[one] for one in parents], who=who).id
        return tuple(reversed(dossier.nodes()))


CHAIN = (("L.1", (), ""), ("Rev.1", ("L.1",), "B"), ("Side", (), "C"), ("Rev.2", ("Rev.1",), "B"))


@pytest.mark.parametrize(
    ("seen", "who", "new", "old"),
    [
        ({"L.1"}, "", ["Rev.2", "Side", "Rev.1"], "L.1"),
        ({"L.1", "Rev.1", "Side"}, "A", ["Rev.2"], "Rev.1"),
        ({"Side"}, "C", ["Rev.2", "Rev.1", "L.1"], "Side"),
        ({"L.1", "Side"}, "B", [], None),
        ({"L.1", "Rev.1", "Side", "Rev.2"}, "", [], None),
        (set(), "", ["Rev.2", "Side", "Rev.1", "L.1"], None),
    ],
)
def test_what_is_new_to_whom(tmp_path: Path, seen: set[str], who: str, new: list[str], old: str | None) -> None:
    listed = nodes(tmp_path, *CHAIN)
    away = kept_since(listed, {node.id for node in listed if node.label in seen}, who)
    assert ([node.label for node in away.new] if away else []) == new
    assert (away.old.label if away and away.old else None) == old


def test_it_is_said_in_one_sentence(tmp_path: Path) -> None:
    listed = nodes(tmp_path, *CHAIN, ("Rev.3", ("Rev.2",), ""), ("Rev.4", ("Rev.3",), "D"))
    told = [away_words(Away(listed[:count], None)) for count in (1, 2, 6)]
    assert told == [
        "Rev.4 was kept since you last looked, by D.",
        "Rev.3 and Rev.4 were kept since you last looked, by D.",
        "6 drafts were kept since you last looked, by B, C and D.",
    ]


def test_what_was_seen_is_remembered_by_dossier(tmp_path: Path) -> None:
    listed = nodes(tmp_path, *CHAIN)
    file = tmp_path / "seen.json"
    here, there = Path("/a.adref"), Path("/b.adref")
    assert Seen(file).look(here, listed[2:]) is None
    assert Seen(file).look(there, listed) is None
    assert Seen(file).look(here, listed) == {node.id for node in listed[2:]}
    assert Seen(file).look(here, listed) == {node.id for node in listed}
    file.write_text('{"/a.adref": 3}', encoding="utf-8")
    assert Seen(file).look(here, listed) is None
    file.write_text("[broken", encoding="utf-8")
    assert Seen(file).look(here, listed) is None


def test_a_line_leads_to_what_others_changed(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "shared.adref"
    with Dossier.create(path, title="Shared") as dossier:
        first = dossier.keep(draft("meet"), label="L.1").id

    def opened(count: int) -> None:
        window.desk.open(path)
        qtbot.waitUntil(
            lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == count, timeout=WAIT
        )
        qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)

    line = window.page.dossier.away
    opened(1)
    assert not line.isVisible()
    window.desk.close()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    with Dossier.open(path) as dossier:
        second = dossier.keep(draft("meet in Geneva"), label="Rev.1", parents=[first], who="A. Rapporteur").id
    opened(2)
    qtbot.waitUntil(line.isVisible, timeout=WAIT)
    assert line.words.text() == "Rev.1 was kept since you last looked, by A. Rapporteur."
    line.compare_button.click()
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    assert window.going.compared is not None
    assert (window.going.compared.old.node, window.going.compared.new.node) == (first, second)
    window.desk.close()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    opened(2)
    assert not line.isVisible()


def test_what_is_kept_here_in_an_empty_dossier_is_nobody_elses(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.desk.new(tmp_path / "new.adref")
    qtbot.waitUntil(lambda: window.going.place == "dossier" and not window.background.tasks, timeout=WAIT)
    window.desk.add_text("The General Assembly,\n\n1. Decides to meet.")
    qtbot.waitUntil(lambda: bool(window.desk.stories) and not window.background.tasks, timeout=WAIT)
    assert window.page.dossier.away.isHidden()
