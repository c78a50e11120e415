"""Nothing that was asked of the file is under way when an act is to be committed, however long its answer is held."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run


class _Holding(sqlite3.Connection):
    """Lets go of no answer, as where another thread looks at what calls what, or cycles are collected late."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._answers: list[sqlite3.Cursor] = []

    def execute(self, *args: Any) -> sqlite3.Cursor:
        self._answers.append(super().execute(*args))
        return self._answers[-1]


def test_a_dossier_is_made_and_written_while_all_answers_are_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **named: connect(*a, factory=_Holding, **named))
    path = tmp_path / "held.adref"
    first = Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),)),))
    with Dossier.create(path, title="Held") as dossier:
        node = dossier.keep(first, label="First")
        working = dossier.begin_working(node.id)
        dossier.keep_working(working.id, first, (), label="Second")
    with Dossier.open(path) as dossier:
        assert dossier.title == "Held"
        assert [one.label for one in dossier.nodes()] == ["First", "Second"]
