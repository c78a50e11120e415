"""Profiles of the user's own: on the command line, where files are searched as for any other, and in the window."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.settings.own_profiles import NAME as FILE
from app.settings.own_profiles import change_own_profiles, read_own_profiles
from app.settings.settings import NAME
from app.window.window import Window
from models.circulation.certificate import NotVerified
from models.circulation.own_profile import own_profile
from models.circulation.profiles import CAPITAL, CIRCULATION, SUBMISSION, Authors, Dates, Profile
from models.dossier import Dossier
from models.files.read import read_text
from models.word.leaving.looked_for.laid_open import FILLED_IN
from models.word.leaving.own_copy import kept_back, refuse_beyond
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from tests.app.test_export_journey import TEXT, dialog_of, write
from tests.app.test_journeys import WAIT, drop
from tests.app.test_leaving_commands import dossier_of
from tests.app.the_command import adref
from tests.models.word.full_of_names import (
    MARK,
    Place,
    application,
    comments,
    controls,
    core,
    custom_properties,
    custom_xml,
    named_file,
    sessions,
    tells,
    thumbnail,
)
from tests.models.word.lint import lint
from tests.models.word.test_without_hidden import field
from tests.models.word.word_xml import docx, p

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
DELEGATION = f"{MARK}Delegation author"
OURS = own_profile("Our mission", CIRCULATION, authors=Authors.ONE, signs="Mission of A", dates=Dates.REAL)
NOBODY = own_profile("Nobody", SUBMISSION, authors=Authors.NOBODY, labels=False)
EACH = own_profile("Each its own", CIRCULATION, authors=Authors.DELEGATIONS, dates=Dates.CHOSEN, day="2025-12-01")
WITHOUT = own_profile("Without notes", CAPITAL, notes=False)
PLAIN = own_profile("No remarks", CAPITAL, comments=False, properties=False)
BARE = own_profile("No marks", CAPITAL, revision_ids=False, custom_xml=False)


@pytest.mark.parametrize("text", ["", "{", "[1,2", "[" * 100_000, "\0"])
def test_a_damaged_file_holds_none_and_takes_new_ones(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert read_own_profiles(tmp_path) == ()
    change_own_profiles(tmp_path, (), (OURS,))
    assert read_own_profiles(tmp_path) == (OURS,)


def test_a_file_kept_with_a_mark_before_it_is_read(tmp_path: Path) -> None:
    change_own_profiles(tmp_path, (), (OURS,))
    (tmp_path / FILE).write_text((tmp_path / FILE).read_text("utf-8"), encoding="utf-8-sig")
    assert read_own_profiles(tmp_path) == (OURS,)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of settings with profiles in it, which the command line takes for the user's."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    change_own_profiles(tmp_path / "settings" / NAME, (), (OURS, NOBODY, EACH, WITHOUT, PLAIN, BARE))
    return tmp_path


def test_two_windows_that_change_them_lose_none(tmp_path: Path) -> None:
    assert change_own_profiles(tmp_path, (), (OURS, NOBODY, EACH)) == (OURS, NOBODY, EACH)
    # Each has these before it, makes one and takes another away; one changes what the other leaves as it is.
    assert change_own_profiles(tmp_path, (OURS, NOBODY, EACH), (OURS, EACH, PLAIN)) == (OURS, EACH, PLAIN)
    changed = own_profile("Changed", CIRCULATION)
    assert change_own_profiles(tmp_path, (OURS, NOBODY, EACH), (NOBODY, changed, BARE)) == (changed, BARE, PLAIN)
    assert read_own_profiles(tmp_path) == (changed, BARE, PLAIN)
    # What is as it was here is as the other has it, also where that changed it, or took it away.
    anew = own_profile("Changed", CAPITAL)
    assert change_own_profiles(tmp_path, (changed, BARE, PLAIN), (anew, PLAIN)) == (anew, PLAIN)
    assert change_own_profiles(tmp_path, (changed, BARE, PLAIN), (changed, BARE, PLAIN, OURS)) == (anew, PLAIN, OURS)
    assert change_own_profiles(tmp_path, (changed, PLAIN, OURS), (PLAIN,)) == (PLAIN, anew)
    # Where the file is damaged or gone, those that this one has are all there are.
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    assert change_own_profiles(tmp_path, (OURS, EACH), (OURS, PLAIN)) == (OURS, PLAIN)


@pytest.mark.parametrize(
    ("profile", "author", "day"),
    [(OURS, "Mission of A", "2025-11-17"), (NOBODY, "Adref", None), (EACH, DELEGATION, "2025-12-01")],
    ids=lambda one: one.name if isinstance(one, Profile) else "",
)
def test_a_file_says_what_the_row_says_and_no_more(kept: Path, profile: Profile, author: str, day: str | None) -> None:
    dossier, out, told = dossier_of(kept, 0), kept / "out.docx", kept / "c.json"
    options = ("--against", "base", "--profile", profile.name.upper(), "--certificate", told)
    assert adref("export", dossier, "next", "-o", out, *options) == 0
    changes = read_word(out.read_bytes()).revisions
    assert {one.author for one in changes} == {author}
    assert {one.date[:10] if one.date else None for one in changes} == {day}
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist())
    assert not tells(out.read_bytes()) or author == DELEGATION
    assert MARK.encode() not in parts.replace(DELEGATION.encode(), b"")
    assert profile.name.encode() not in parts
    certificate = json.loads(told.read_text("utf-8"))
    assert certificate["profile"] == profile.name
    assert author in certificate["profile_row"][0] or profile is EACH
    assert "comments" in certificate["not_found"]


def test_ones_own_copy_without_notes_has_none(kept: Path) -> None:
    dossier, out = dossier_of(kept, 0), kept / "out.docx"
    assert adref("export", dossier, "next", "-o", out, "--profile", "Without notes") == 0
    assert tells(out.read_bytes())
    assert f"{MARK}Delegation note" not in str([one.text for one in read_word(out.read_bytes()).comments])


@pytest.mark.parametrize("options", [(), ("--against", "base"), ("--base-changes", "keep"), ("--numbers", "literal")])
def test_comments_and_properties_leave_ones_own_copy_by_choice(kept: Path, options: tuple[str, ...]) -> None:
    dossier, told, found = dossier_of(kept, 0), kept / "c.json", {}
    for profile in (CAPITAL, PLAIN):
        out = kept / f"{profile.name}.docx"
        chosen = (*options, "--profile", profile.name, "--certificate", told)
        assert adref("export", dossier, "next", "-o", out, *chosen) == 0
        found[profile.name] = Package(out.read_bytes())
        remarks = {one.text for one in read_word(out.read_bytes()).comments}
        names = [name for name in found[profile.name].names if name.startswith("docProps/") or "comments" in name]
        said = b"".join(found[profile.name].data(name) for name in names).decode("latin-1")
        if profile is CAPITAL:
            assert MARK in said
        else:
            assert all("note" in one for one in remarks)  # the private note of the dossier, which is chosen by itself
            assert MARK not in said.replace(f"{MARK}Delegation note", "").replace(f"{MARK}Delegation author", "")
            assert "Not kept: comments, the file’s properties" in json.loads(told.read_text("utf-8"))["profile_row"]
            assert lint(out.read_bytes()) == ()


@pytest.mark.parametrize("place", [comments, core, application, custom_properties, thumbnail])
def test_a_file_with_comments_or_properties_that_a_profile_does_not_keep_is_refused(place: Place) -> None:
    data = named_file(read_text(TEXT).draft, [place])
    with pytest.raises(NotVerified):
        refuse_beyond(data, PLAIN, "")
    refuse_beyond(kept_back(data, PLAIN), PLAIN, "")
    refuse_beyond(data, CAPITAL, "")


@pytest.mark.parametrize("options", [(), ("--against", "base"), ("--base-changes", "keep"), ("--numbers", "literal")])
def test_marks_of_sessions_and_custom_data_leave_ones_own_copy_by_choice(kept: Path, options: tuple[str, ...]) -> None:
    dossier, out, told = dossier_of(kept, 0), kept / "out.docx", kept / "c.json"
    chosen = (*options, "--profile", "No marks", "--certificate", told)
    assert adref("export", dossier, "next", "-o", out, *chosen) == 0
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if name.startswith("customXml/")]
    for name, data in parts.items():
        assert not re.search(rb"[\s:<](rsid|docVar|dataBinding|smartTag|customXml)", data), name
    assert "Not kept: marks of editing sessions, custom data" in json.loads(told.read_text("utf-8"))["profile_row"]
    assert lint(out.read_bytes()) == ()


@pytest.mark.parametrize("place", [sessions, custom_xml, controls])
def test_a_file_with_marks_or_data_that_a_profile_does_not_keep_is_refused(place: Place) -> None:
    data = named_file(read_text(TEXT).draft, [place])
    with pytest.raises(NotVerified):
        refuse_beyond(data, BARE, "")
    left = kept_back(data, BARE)
    refuse_beyond(left, BARE, "")
    assert [one.text for one in read_word(left).draft.paragraphs] == [
        one.text for one in read_word(data).draft.paragraphs
    ]
    assert kept_back(data, CAPITAL) == data


@pytest.mark.parametrize(("profile", "told"), [("No remarks", True), ("No marks", False)])
def test_what_word_filled_in_stays_in_ones_own_copy_and_is_told_where_the_properties_go(
    profile: str, told: bool, kept: Path
) -> None:
    dossier, certificate = kept / "d.adref", kept / "c.txt"
    (kept / "base.docx").write_bytes(
        docx(p("The General Assembly,") + p("1. Thanks ", field("AUTHOR", "Jane Doe"), "."))
    )
    assert adref("import", dossier, kept / "base.docx") == 0
    out = kept / "out.docx"
    assert adref("export", dossier, "base", "-o", out, "--profile", profile, "--certificate", certificate) == 0
    assert b"Jane Doe" in Package(out.read_bytes()).data("word/document.xml")
    assert (f"{FILLED_IN}: “Jane Doe”" in certificate.read_text("utf-8")) is told


def test_tasks_that_comments_give_somebody_go_with_these() -> None:
    package = Package(docx(p("Decides to meet.")))
    kind = "http://schemas.microsoft.com/office/2019/05/relationships/documenttasks"
    package.add_part("word/documenttasks/documenttasks1.xml", b"<Tasks>Jean</Tasks>", "application/xml", kind)
    data = package.to_bytes()
    with pytest.raises(NotVerified):
        refuse_beyond(data, PLAIN, "")
    left = kept_back(data, PLAIN)
    refuse_beyond(left, PLAIN, "")
    assert not [name for name in Package(left).names if "tasks" in name]


def test_a_change_that_held_only_the_place_of_a_comment_goes_with_it() -> None:
    place = '<w:ins w:id="7" w:author="Jean"><w:r><w:commentReference w:id="0"/></w:r></w:ins>'
    body = p("Decides", place, " to meet.") + p('<w:ins w:id="8" w:author="Jean"><w:r><w:t>New.</w:t></w:r></w:ins>')
    left = Package(kept_back(docx(body), PLAIN))
    assert [one.get(w("id")) for one in left.root(left.main).iter(w("ins"))] == ["8"]


def test_a_note_that_came_back_as_a_comment_does_not_leave_unsaid(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept / "a.txt").write_text(TEXT, encoding="utf-8")
    assert adref("import", kept / "d.adref", kept / "a.txt") == 0
    _noted(kept / "d.adref")
    assert adref("export", kept / "d.adref", "a", "-o", kept / "sent.docx", "--profile", "capital") == 0
    assert adref("import", kept / "again.adref", kept / "sent.docx") == 0
    _noted(kept / "again.adref")
    capsys.readouterr()
    options = ("export", kept / "again.adref", "sent", "-o", kept / "out.docx", "--profile")
    assert adref(*options, "Without notes") == 2
    assert "private note of the dossier as a comment" in capsys.readouterr().err
    assert not (kept / "out.docx").exists()
    assert adref(*options, "capital") == 0


def _noted(path: Path) -> None:
    with Dossier.open(path) as dossier:
        dossier.set_fact(dossier.nodes()[0].id, "note", "Our red line\nis here", who="A")


def test_two_files_are_compared_on_the_terms_of_a_profile(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier_of(kept, 0)
    out = kept / "out.docx"
    files = (kept / "base.docx", kept / "next.docx")
    assert adref("compare", *files, "-o", out, "--profile", "our mission") == 1
    assert {one.author for one in read_word(out.read_bytes()).revisions} == {"Mission of A"}
    assert not tells(out.read_bytes())
    assert adref("compare", *files, "-o", out, "--profile", "capital") == 1
    assert tells(out.read_bytes())
    out.unlink()
    assert adref("compare", *files, "-o", out, "--profile", "circulation", "--base-changes", "keep") == 2
    assert adref("compare", *files, "--profile", "circulation") == 2
    capsys.readouterr()
    assert adref("compare", *files, "-o", out, "--profile", "press") == 2
    told = capsys.readouterr().err
    assert "choose submission, circulation" in told
    assert "“Our mission”, “Nobody”" in told
    assert not out.exists()


def test_one_is_made_changed_removed_and_put_back_in_the_window(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    drop(window, [tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    folder = window.places.config
    dialog = dialog_of(qtbot, window)
    form = dialog.form
    form.who.new.click()
    page = dialog.profile_page
    assert page is not None
    page.keep.click()
    assert "Give the profile a name" in page.trouble.text()
    page.name.setText("Circulation")
    page.keep.click()
    assert dialog.profile_page is page
    page.name.setText("Our mission")
    page.authors.part(1).click()
    page.signs.setText("Mission of A")
    page.labels.click()
    assert "Author: “Mission of A”, or as you say" in page.row.shown
    page.keep.click()
    assert dialog.profile_page is None
    made = read_own_profiles(folder)
    assert [(one.name, one.signs, one.labels) for one in made] == [("Our mission", "Mission of A", True)]
    assert form.choices().profile == made[0]
    assert form.author.text() == "Mission of A"
    form.who.change.click()
    page = dialog.profile_page
    assert page is not None
    page.ground.part(2).click()
    assert not page.signs.isVisible()
    page.notes.click()
    page.properties.click()
    page.keep.click()
    made = read_own_profiles(folder)
    assert [(one.made_from, one.notes, one.signs) for one in made] == [("capital", False, "")]
    assert [(one.comments, one.properties) for one in made] == [(True, False)]
    form.who.change.click()
    assert dialog.profile_page is not None
    dialog.profile_page.remove.click()
    assert read_own_profiles(folder) == ()
    assert form.choices().profile is CAPITAL
    form.who.put_back.click()
    assert [one.name for one in read_own_profiles(folder)] == ["Our mission"]
    assert form.choices().profile.name == "Our mission"
    form.choose("clean")
    write(qtbot, window, dialog, tmp_path / "out.docx")
    again = dialog_of(qtbot, window)
    assert again.form.profiles.card("Our mission").accessibleDescription().startswith("Yours: ")
    again.form.who.new.click()
    again.reject()  # as Escape does
    assert again.profile_page is None
    assert again.isVisible()
    again.reject()
