"""Bytes of a dossier that are others now: told in a sentence, and found by `examine`; a text is never another."""

from __future__ import annotations

import random
import re
import sqlite3
from pathlib import Path

import pytest

from models.dossier import Dossier, examine
from models.dossier.errors import DossierDamaged
from models.draft import Draft, DraftError, Kind, Paragraph, Run
from tests.models.dossier.test_opening import patched, small


@pytest.mark.parametrize(
    "among", [b"", b"CREATE T", b'"runs"', b"what is kept"], ids=["any", "form", "texts", "guards"]
)
def test_damage_is_told_or_the_text_is_the_one_that_was_kept(tmp_path: Path, among: bytes) -> None:
    path = small(tmp_path / "a.adref")
    good = path.read_bytes()
    with Dossier.open(path) as dossier:
        texts = {node.id: dossier.draft(node.id) for node in dossier.nodes()}
    chance = random.Random(7)
    places = [match.start() for match in re.finditer(re.escape(among), good)] if among else range(16, len(good) - 30)
    for _ in range(40):
        data = bytearray(good)
        for at in chance.sample(places, 1 if among else chance.choice((1, 30))):
            spot = at + chance.randrange(30)
            data[spot : spot + 2] = chance.randbytes(2)
        path.write_bytes(data)
        try:
            wrong = examine(path)
        except DraftError as error:
            wrong = (str(error),)
        try:
            with Dossier.open(path) as dossier:
                assert {node.id: dossier.draft(node.id) for node in dossier.nodes()} == texts
                dossier.keep(Draft((Paragraph(Kind.OPERATIVE, (Run("Decides."),)),)), label="two", parents=[*texts])
        except DraftError:
            assert wrong, "what does not hold together is found"


@pytest.mark.parametrize("spoiled", ["RAISE(ABORT", "NOT NULL REFERENCES", "PRIMARY KEY", "CHECK (length > 0)"])
def test_a_form_that_is_damaged_is_found(tmp_path: Path, spoiled: str) -> None:
    path = small(tmp_path / "a.adref")
    data = path.read_bytes()
    places = [match.start() for match in re.finditer(re.escape(spoiled.encode()), data)]
    assert places
    for at in places[:: len(places) // 4 + 1]:
        patched(path, at, b"\xf5\x9e\x94\xdb")
        assert examine(path), at
        path.write_bytes(data)


@pytest.mark.parametrize("gone", ["TABLE note_texts", "TABLE note_words", "TABLE working_texts", "TABLE properties"])
def test_a_table_that_is_missing_is_told_as_damage(tmp_path: Path, gone: str) -> None:
    path = small(tmp_path / "a.adref")
    db = sqlite3.connect(path)
    db.execute(f"DROP {gone}")
    db.close()
    (sentence,) = examine(path)
    assert sentence.startswith("The form of the file is damaged: ")
    assert gone.split()[1] in sentence


def test_a_search_in_an_index_that_is_missing_is_told_as_damage(tmp_path: Path) -> None:
    path = small(tmp_path / "a.adref")
    db = sqlite3.connect(path)
    db.execute("DROP VIEW paragraph_texts")
    db.close()
    with Dossier.open(path, read_only=True) as dossier, pytest.raises(DossierDamaged):
        dossier.search("meet")


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM _sqlite_migrations",
        "UPDATE contents SET footnotes = 'null'",
        "UPDATE contents SET footnotes = '[['",
    ],
)
@pytest.mark.parametrize("form", ["v1", "v4", "v6"])
def test_damage_of_a_dossier_of_an_older_form_is_told_and_it_stays_as_it_was(
    tmp_path: Path, form: str, change: str
) -> None:
    path = tmp_path / "a.adref"
    path.write_bytes((Path(__file__).parent / "fixtures" / f"{form}.adref").read_bytes())
    with sqlite3.connect(path) as db:
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f'DROP TRIGGER "{trigger}"')
        db.execute(change)
    db.close()
    damaged = path.read_bytes()
    with pytest.raises(DossierDamaged):
        Dossier.open(path)
    assert path.read_bytes() == damaged
