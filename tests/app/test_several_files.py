"""Several files at once, one of which cannot be taken: which it is, and that none of the others is kept, is said."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from app.desk.adding import add_readings, read_files, start_dossier
from app.desk.arrivals import arrival, looks_at
from app.subjects.reading_all import read_all
from app.subjects.sides import file_side
from models.awaited import as_long_as
from models.draft import DraftError, Kind
from models.files.read import read_bytes, read_text
from tests.models.word.word_xml import docx, p

_OPEN = Path("/proc/self/fd")
TEXT = "The General Assembly,\n\n1. Decides to meet.\n"


def nothing(_part: float) -> None:
    """Nobody waits."""


def test_none_is_kept_where_one_cannot_be_read(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.md", "junk.docx", "b.md")]
    for file in files:
        file.write_text(TEXT, encoding="utf-8")
    files[1].write_bytes(b"\x00\x01\x02\x03" * 40)
    with pytest.raises(DraftError) as caught:
        read_files(files, nothing)
    told = str(caught.value)
    assert "junk.docx" in told
    assert told.endswith("; none of the 3 files was kept.")
    with pytest.raises(DraftError) as alone:
        read_files(files[1:2], nothing)
    assert "none of" not in str(alone.value)
    assert [name for _, name in read_files(files[::2], nothing)] == ["a.md", "b.md"]


def test_all_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one.docx", "a.md", "two.docx")]
    for file in files:
        file.write_bytes(b"\x00\x01\x02\x03" * 40)
    files[1].write_text(TEXT, encoding="utf-8")
    with pytest.raises(DraftError) as kept:
        read_files(files, nothing)
    with pytest.raises(DraftError) as compared:
        read_all([partial(file_side, file) for file in files[::2]])
    for caught in (kept, compared):
        told = str(caught.value)
        assert told.count(".docx”") == 2
        assert told.index("one.docx") < told.index(". “two.docx")
    assert str(kept.value).endswith(". None of the 3 files was kept.")
    with pytest.raises(DraftError) as alone:
        read_all([partial(file_side, file) for file in files[1:]])
    assert "two.docx" in str(alone.value)


def test_a_dossier_is_called_by_the_words_of_its_title_and_not_by_their_spaces(tmp_path: Path) -> None:
    text = "General Assembly\n\nEightieth session\n\nA.    DRAFT \u00a0AGREEMENT\n\n" + TEXT
    added = start_dossier(tmp_path, [(read_text(text, "a.txt"), "a.txt")], nothing)
    with added.listing.dossier as dossier:
        assert dossier.title == "A. DRAFT AGREEMENT"


def test_it_is_said_which_of_several_was_kept(tmp_path: Path) -> None:
    one, two, three = ((read_text(f"{TEXT}\n2. {more}.\n"), f"{more}.txt") for more in ("Rests", "Walks", "Swims"))
    with start_dossier(tmp_path, [one], nothing).listing.dossier as dossier:
        assert add_readings(dossier, [one, two], nothing).said.startswith("Walks kept in ")
        assert add_readings(dossier, [one], nothing).said.startswith("This text was in ")
        assert add_readings(dossier, [one, two], nothing).said.startswith("These texts were in ")
        assert add_readings(dossier, [two, three, one], nothing).said.startswith("2 drafts kept in ")


class _NotWaitedFor(Exception):
    """Nobody waits for the work any more."""


@pytest.mark.skipif(not _OPEN.exists(), reason="the system does not say which files are open")
def test_a_dossier_that_was_looked_into_is_let_go_of_where_that_is_given_up(tmp_path: Path) -> None:
    reading = read_bytes(docx(p("The General Assembly,") + p("Other matters")))
    start_dossier(tmp_path, [(reading, "a.docx")], nothing).listing.dossier.close()
    otherwise = [replace(one, kind=Kind.CLOSING) for one in reading.draft.paragraphs]
    again = replace(reading, draft=replace(reading.draft, paragraphs=tuple(otherwise)))

    def given_up() -> None:
        raise _NotWaitedFor

    gc.disable()
    try:
        with pytest.raises(_NotWaitedFor):
            as_long_as(given_up, lambda: start_dossier(tmp_path, [(again, "a.docx")], nothing))
        files = [one.readlink() for one in _OPEN.iterdir() if one.is_symlink()]
    finally:
        gc.enable()
    assert not [file for file in files if file.is_relative_to(tmp_path)]


def test_a_folder_among_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    files = [tmp_path / "a.md", tmp_path / "texts"]
    both = arrival(files, "Dossier", looks_at(files))
    assert (both.act, both.words) == (
        "refuse",
        "“texts” is a folder, so none of the 2 is taken; drop the files that are in it.",
    )
    assert arrival(files[1:], None, looks_at(files)).words == "“texts” is a folder; drop the files that are in it."
