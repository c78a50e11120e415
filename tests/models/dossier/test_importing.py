"""Files into a dossier, each on the one before."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

from models.dossier import Dossier, DraftNotFound
from models.dossier.incoming import importing
from models.dossier.incoming.importing import UNNAMED, Incoming, import_files, import_into, unique_label
from models.draft import Draft, DraftError, Kind, Paragraph, Run
from models.reading.reading import Reading


def incoming(name: str, *words: str, symbol: str | None = None, label: str | None = None) -> Incoming:
    head = (Paragraph(Kind.MASTHEAD, (Run(symbol),)),) if symbol else ()
    body = tuple(Paragraph(Kind.OPERATIVE, (Run(word),), number=str(n)) for n, word in enumerate(words, start=1))
    return Incoming(Reading(Draft((*head, *body))), name, label)


REQUEST = "Requests the Secretary-General to submit a report on the organizational details of the dialogue."
FIRST = incoming("first.docx", "Decides to meet in May.", REQUEST)
SECOND = incoming("second.docx", "Decides to meet in June.", REQUEST)
THIRD = incoming("third.docx", REQUEST, "Decides to meet in June.")


def test_each_follows_the_one_before(dossier: Dossier) -> None:
    first, second, third = import_files(dossier, [FIRST, SECOND, THIRD])
    assert [node.label for node in dossier.nodes()] == ["first", "second", "third"]
    assert (first.parents, second.parents, third.parents) == ((), (first.id,), (second.id,))
    assert {edge.ends for edge in dossier.edges(second.id, third.id)} == {(0, 1), (1, 0)}
    assert first.file_name == "first.docx"


def test_a_file_whose_name_is_not_in_utf_8(dossier: Dossier) -> None:
    (kept,) = import_files(dossier, [incoming("bad\udcff.txt", "Decides to meet in May.")])
    assert (kept.label, kept.file_name) == ("bad\ufffd", "bad\ufffd.txt")
    dossier.title = "bad\udcff"
    assert dossier.title == "bad\ufffd"


def test_importing_the_same_again_adds_nothing(dossier: Dossier) -> None:
    once = import_files(dossier, [FIRST, SECOND, FIRST])
    again = import_files(dossier, [FIRST, SECOND, FIRST])
    assert [node.id for node in once] == [node.id for node in again]
    assert [node.label for node in dossier.nodes()] == ["first", "second", "first (2)"]


def test_a_later_import_follows_the_last_draft(dossier: Dossier) -> None:
    import_files(dossier, [FIRST, SECOND])
    (third,) = import_files(dossier, [THIRD])
    assert third.parents == (dossier.find("second").id,)
    assert import_files(dossier, [THIRD]) == (third,)


def test_a_parent_that_is_named(dossier: Dossier) -> None:
    import_files(dossier, [FIRST, SECOND])
    (third,) = import_files(dossier, [THIRD], parent=dossier.find("first"))
    assert third.parents == (dossier.find("first").id,)


def test_a_symbol_is_the_label_before_the_files_name(dossier: Dossier) -> None:
    (node,) = import_files(dossier, [incoming("n0362345.docx", "Decides.", symbol="A/C.2/58/L.37")])
    assert (node.label, node.symbol) == ("A/C.2/58/L.37", "A/C.2/58/L.37")


def test_a_pasted_text_has_a_label_too(dossier: Dossier) -> None:
    first, second = import_files(dossier, [incoming("", "Decides."), incoming("", "Decides to meet.")])
    assert (first.label, second.label) == (UNNAMED, f"{UNNAMED} (2)")


def test_a_label_that_was_given_names_even_what_was_kept(dossier: Dossier) -> None:
    import_files(dossier, [FIRST])
    (node,) = import_files(dossier, [incoming("first.docx", "Decides to meet in May.", REQUEST, label="Zero")])
    assert node.label == "Zero"
    assert len(dossier.nodes()) == 1


def test_a_text_that_goes_back_to_an_older_one_is_a_draft_of_its_own_where_it_is_called_so(dossier: Dossier) -> None:
    first, second = import_files(dossier, [FIRST, SECOND])
    told: list[str] = []
    back = Incoming(FIRST.reading, "third.docx", "Rev.2")
    (third,) = import_files(dossier, [back], told=told.append)
    assert third.parents == (second.id,)
    assert [node.label for node in dossier.nodes()] == ["first", "second", "Rev.2"]
    assert import_files(dossier, [back], told=told.append) == (third,)
    assert told == []
    # Without a label of its own it is the first draft, and that is said.
    (again,) = import_files(dossier, [Incoming(FIRST.reading, "fourth.docx")], told=told.append)
    assert again.id == first.id
    assert told == ["“fourth.docx” has the text of “first”, which is kept already."]
    del told[:]
    import_files(dossier, [Incoming(FIRST.reading, "fourth.docx")], distinct=False, told=told.append)
    assert told == [
        "“fourth.docx” has the text of “first”, which is kept already; to keep it as a draft of its own, give it a "
        "label."
    ]


def test_that_a_draft_is_called_otherwise_now_is_said(dossier: Dossier) -> None:
    import_files(dossier, [FIRST])
    told: list[str] = []
    import_files(dossier, [Incoming(FIRST.reading, "first.docx", "Zero")], told=told.append)
    assert told == ["The text of “first” is kept already; it is called “Zero” now."]


def test_the_command_line_keeps_the_symbol_as_it_is_and_asks_which(tmp_path: Path) -> None:
    path, files = tmp_path / "a.adref", [tmp_path / "first.txt", tmp_path / "second.txt"]
    for file, word in zip(files, ("May", "June"), strict=True):
        file.write_text(
            f"A/C.2/58/L.37\n\nThe General Assembly,\n\n1. Decides to meet in {word};\n\n2. Requests a report.\n"
        )
    first, second = import_into(path, files)
    assert first.label == second.label == "A/C.2/58/L.37"
    with Dossier.open(path) as dossier, pytest.raises(DraftNotFound, match=f"{first.id[:8]}.*{second.id[:8]}"):
        dossier.find("A/C.2/58/L.37")


def test_a_dossier_that_another_program_wrote_meanwhile_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.adref"

    def fails(*_: object, **__: object) -> None:
        with Dossier.open(path) as other:
            import_files(other, [FIRST])
        raise DraftError("It is locked.")

    monkeypatch.setattr(importing, "import_files", fails)
    with pytest.raises(DraftError, match="locked"):
        import_into(path, [])
    with Dossier.open(path) as other:
        assert [node.label for node in other.nodes()] == ["first"]


@pytest.mark.skipif(sys.platform == "win32", reason="no open file is moved there")
def test_a_file_that_was_put_in_its_place_meanwhile_is_left(tmp_path: Path) -> None:
    made = Dossier.create(tmp_path / "a.adref")
    made.path.rename(tmp_path / "moved.adref")
    made.path.write_text("another")
    made.unmake()
    assert made.path.read_text() == "another"


def test_where_it_cannot_be_taken_away_it_is_closed_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    made = Dossier.create(tmp_path / "a.adref")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refused)
        made.unmake()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made.nodes()


def test_a_dossier_that_was_not_there_is_not_left_behind(tmp_path: Path) -> None:
    file = tmp_path / "first.txt"
    file.write_text("The General Assembly,\n\nDecides to meet.\n")
    path = tmp_path / "a.adref"
    for arguments in ({"parent": "none such"}, {"label": "x", "files": [file, file]}, {"files": [tmp_path / "no.txt"]}):
        with pytest.raises(DraftError):
            import_into(path, **{"files": [file], **arguments})  # type: ignore[arg-type]
        assert list(tmp_path.iterdir()) == [file]


class Cancelled(Exception):
    """The user pressed Cancel."""


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_cancelling_keeps_nothing(dossier: Dossier, at: float) -> None:
    def progress(share: float) -> None:
        if share >= at:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_files(dossier, [FIRST, SECOND, THIRD], progress=progress)
    assert dossier.nodes() == ()


def test_progress_grows_to_the_whole(dossier: Dossier) -> None:
    shares: list[float] = []
    import_files(dossier, [FIRST, SECOND, THIRD], progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_labels_are_made_unique(dossier: Dossier) -> None:
    import_files(dossier, [FIRST])
    assert unique_label(dossier.nodes(), "first") == "first (2)"
    assert unique_label(dossier.nodes(), "first", dossier.nodes()[0].id) == "first"
    assert unique_label(dossier.nodes(), "other") == "other"
