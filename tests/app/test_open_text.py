"""The working text that is open, read to be compared or exported: as it was when that was asked for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.subjects.open_text import open_text
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection


def test_a_text_that_is_written_on_is_read_as_it_was_in_whatever_thread(tmp_path: Path) -> None:
    words = ("Decides to meet;", "Requests a report;", "Decides to remain seized of the matter.")
    kept = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in words))
    with Dossier.create(tmp_path / "one.adref", title="One") as dossier, ThreadPoolExecutor(1) as aside:
        opened = open_text(dossier, dossier.keep(kept, label="First").id)
        first = opened.reading()
        before = opened.text.draft()
        with opened.text.step("Take out", Selection.at(1, 0)) as step:
            step.replace(1, 2, [])
        second = opened.reading()
        one, two = aside.submit(first).result(), aside.submit(second).result()
        assert one.draft == before
        assert one.origins == ((0, 0), (1, 1), (2, 2))
        assert two.draft == opened.text.draft() != before
        assert two.origins == ((0, 0), (2, 1))
        assert (opened.is_now(one), opened.is_now(two)) == (False, True)
        # It is read once, however often it is asked for.
        assert opened.reading()() is two
