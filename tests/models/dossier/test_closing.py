"""A dossier is closed while another thread is at work in it."""

from __future__ import annotations

import threading
from pathlib import Path

from models.dossier import Dossier


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
