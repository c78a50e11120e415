"""What is at hand in the window, and what follows from it."""

from pathlib import Path

import pytest

from app.shell.standing import Standing
from app.subjects.compared import Compared
from app.subjects.listing import Listing, Story, circumstances, listing_of
from app.subjects.sides import Side
from models.comparison.compare import compare
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.masthead import Masthead

OLD = Draft((Paragraph(Kind.OPERATIVE, runs=(Run("Decides to meet."),)),))
NEW = Draft((Paragraph(Kind.OPERATIVE, runs=(Run("Decides to meet soon."),)),))
AGAINST = "\u2068L.1\u2069 against \u2068L.2\u2069"


@pytest.fixture
def listing(tmp_path: Path):
    with Dossier.create(tmp_path / "Peace.adref", title="Peace") as dossier:
        parent = dossier.keep(OLD, label="L.1")
        dossier.keep(NEW, label="L.2", parents=[parent.id])
        yield listing_of(dossier)


@pytest.fixture
def both() -> Compared:
    return Compared(Side("L.1", "", OLD, node="a"), Side("L.2", "", NEW, node="b"), compare(OLD, NEW))


def test_without_a_dossier_nothing_can_be_read_or_compared():
    standing = Standing("start", None)
    assert standing.places == []
    assert not any(standing.possible[name] for name in ("write", "search", "export", "go_text", "undo"))
    assert standing.title(None) == ("", "")


def test_a_draft_is_written_on_from_where_it_is_chosen(listing: Listing):
    assert not Standing("dossier", listing).possible["write"]
    assert Standing("dossier", listing, chosen=True).possible["write"]
    assert Standing("text", listing, Side("L.1", "", OLD)).possible["write"]
    assert not Standing("compare", listing, Side("L.1", "", OLD), chosen=True).possible["write"]


def test_what_is_only_read_is_not_written(listing: Listing, tmp_path: Path):
    with Dossier.open(listing.dossier.path, read_only=True) as dossier:
        possible = Standing("dossier", listing_of(dossier), chosen=True).possible
    assert possible["search"]
    assert possible["export"]
    assert not any(possible[name] for name in ("write", "new_text", "add_files", "amend_draft", "rename_dossier"))


def test_changes_are_copied_where_there_are_some(both: Compared):
    assert not Standing("compare", None, compared=both).possible["copy_changes"]
    assert Standing("compare", None, compared=both, differs=True).possible["copy_changes"]
    assert not Standing("text", None, compared=both, differs=True).possible["copy_changes"]


def test_the_title_says_what_is_open(listing: Listing, both: Compared):
    story = Story("a", "", 0, 0, 1, "Second Committee, 58th session")
    assert Standing("dossier", listing).title(story) == ("Peace", "Second Committee, 58th session")
    assert Standing("text", listing, Side("L.1", "14 Nov", OLD)).title(None) == ("Peace", "L.1")
    assert Standing("text", None, Side("L.1", "file.docx", OLD)).title(None) == ("L.1", "file.docx")
    assert Standing("compare", listing, compared=both).title(None) == ("Peace", AGAINST)
    assert Standing("compare", None, compared=both).title(None) == ("Two files compared", AGAINST)


@pytest.mark.parametrize(
    ("committee", "session", "said"),
    [
        ("Second Committee", 58, "Second Committee, 58th session"),
        ("Deuxième Commission", 80, "Deuxième Commission, session 80"),
        ("اللجنة الثانية", 80, "\u2068اللجنة الثانية\u2069, session 80"),
        ("Second Committee", None, "Second Committee"),
        (None, 61, "61st session"),
    ],
)
def test_where_a_text_was_negotiated_reads_in_any_script(committee: str | None, session: int | None, said: str):
    assert circumstances(Masthead(committee=committee, session=session)) == said
