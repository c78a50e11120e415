"""A dossier is closed, or grows, while another is at work in it."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from models.dossier import Dossier
from models.dossier.errors import DossierLocked
from models.draft import Draft, Kind, Paragraph, Run


def test_closing_waits_for_what_another_thread_is_at(tmp_path: Path) -> None:
    dossier = Dossier.create(tmp_path / "one.adref")
    inside, go_on, closed = threading.Event(), threading.Event(), threading.Event()
    titles = []

    def write() -> None:
        with dossier.together():
            inside.set()
            go_on.wait(10)
            dossier.title = "Still written"
            titles.append(dossier.title)

    def close() -> None:
        dossier.close()
        closed.set()

    writer, closer = threading.Thread(target=write), threading.Thread(target=close)
    writer.start()
    assert inside.wait(10)
    closer.start()
    assert not closed.wait(0.2)
    go_on.set()
    writer.join(10)
    closer.join(10)
    assert closed.is_set()
    assert titles == ["Still written"]
    with Dossier.open(tmp_path / "one.adref") as again:
        assert again.title == "Still written"


def test_closing_waits_for_a_long_text_that_is_being_kept(tmp_path: Path) -> None:
    """It is kept in several steps; between two of them the file is not taken away."""
    path = tmp_path / "one.adref"
    dossier, begun = Dossier.create(path), threading.Event()
    text = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(f"Decides {n};"),)) for n in range(12_000)))
    kept: list[str] = []

    def keep() -> None:
        kept.append(dossier.keep(text, label="long").id)

    def watch(statement: str) -> None:
        if statement.startswith("INSERT INTO paragraphs"):
            begun.set()

    dossier._db.conn.set_trace_callback(watch)
    keeper = threading.Thread(target=keep)
    keeper.start()
    assert begun.wait(10)
    dossier.close()
    keeper.join(10)
    with Dossier.open(path) as again:
        assert [node.id for node in again.nodes()] == kept
        assert len(again.draft(kept[0]).paragraphs) == 12_000


def test_drafts_are_listed_as_at_one_moment_while_another_program_keeps_one(tmp_path: Path) -> None:
    path = tmp_path / "one.adref"
    with Dossier.create(path) as dossier, Dossier.open(path, wait=0.05) as other:
        base = dossier.keep(_draft("Decides to meet;"), label="base", parents=())
        held_off: list[bool] = []

        def meanwhile(statement: str) -> None:
            if "FROM parents" in statement:
                try:
                    other.keep(_draft("Decides to stay;"), label="next", parents=(base.id,))
                except DossierLocked:
                    held_off.append(True)

        dossier._db.conn.set_trace_callback(meanwhile)
        nodes = dossier.nodes()
        dossier._db.conn.set_trace_callback(None)
        assert held_off == [True]
        assert [node.label for node in nodes] == ["base"]


def _draft(text: str) -> Draft:
    return Draft((Paragraph(Kind.OPERATIVE, (Run(text),), number="1"),))


def test_what_uses_it_reads_on_once_it_is_closed(tmp_path: Path) -> None:
    dossier = Dossier.create(tmp_path / "a.adref", "Title")
    leaves = dossier.in_use(), dossier.in_use()
    dossier.close()
    for leave in leaves:
        assert dossier.title == "Title"
        leave()
    with pytest.raises(sqlite3.ProgrammingError):
        _ = dossier.title
