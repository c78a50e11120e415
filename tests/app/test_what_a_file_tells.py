"""What the export dialog says of a file, against what the file holds: notes, labels, names, tracked changes."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from app.export.as_chosen import write_export
from app.files.terms import Terms, what_stays
from app.subjects.compared import compare_sides
from app.subjects.sides import draft_side, file_side
from models.circulation.own_profile import own_profile
from models.circulation.profiles import CAPITAL, CIRCULATION, SUBMISSION, Authors, Dates, Profile, Sort
from models.dossier import Dossier, Node
from models.draft import Draft, Kind, Paragraph, Run
from tests.models.word.test_macros import file_of
from tests.models.word.word_xml import docx, p, t
from widgets.export.choices import FORMS, Choices, Form, Subject, goes_out

NOTE, LABEL, NAME = "Only for the capital", "Softer than ours", "Group of Friends"


OWN = (
    own_profile("Ours", CIRCULATION, authors=Authors.ONE, dates=Dates.REAL, labels=True),
    own_profile("Each by its delegation", SUBMISSION, authors=Authors.DELEGATIONS, labels=False),
    own_profile("Without notes", CAPITAL, notes=False, labels=False),
)


def _words(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(part).decode() for part in package.namelist() if part.endswith(".xml"))


@pytest.mark.parametrize("profile", [SUBMISSION, CIRCULATION, CAPITAL, *OWN], ids=lambda profile: profile.name)
@pytest.mark.parametrize("form", [form for form in FORMS if form.ending != ".pdf"], ids=lambda form: form.key)
def test_the_words_are_true_of_the_file(tmp_path: Path, form: Form, profile: Profile) -> None:
    old, new = (Draft((Paragraph(Kind.TEXT, (Run(words),)),)) for words in ("Peace.", "Peace and trade."))
    with Dossier.create(tmp_path / "a.adref", title="Peace") as dossier:
        first = dossier.keep(old, label="Zero draft", date="2026-01-15")
        second = dossier.keep(new, label=LABEL, parents=[first.id], author=NAME, note=NOTE)
        sides = [draft_side(dossier, node, "") for node in (first, second)]
        named = NAME if profile.authors is Authors.ONE else None
        choices = Choices(form, first.id, True, named, "a" + form.ending, profile)
        compared = compare_sides(sides[0], sides[1], dossier, lambda *_: None)
        written = write_export(tmp_path / choices.file_name, sides[1], compared, choices, dossier)
        stays = {one.keeping: what_stays(dossier.nodes(), one) for one in (SUBMISSION, profile)}
        subject = Subject(LABEL, new, known_author=NAME, note=second.note or "", stays=stays, stays_beside=stays)
    held, told = _words(written.path), profile.told_of(form.sort)
    out, stay = goes_out(form, subject, compared.comparison, choices), subject.staying(choices)
    assert (NOTE in held) == ("with notes" in told) == ("Your private note" in out) == ("1 private note" not in stay)
    assert ("w:ins " in held) == (form.key == "tracked")
    assert "tracked" not in told or form.key == "tracked"
    assert (LABEL in held) == ("labels" in told)
    assert (NAME in held) == (f"One author: “{NAME}”" in out or ("Your private note" in out))
    if profile is CIRCULATION or "no names" in told:
        assert NAME not in held


@pytest.mark.parametrize(("file_name", "told"), [(None, False), ("a.txt", False), ("a.DOCX", True), ("a.docm", True)])
def test_the_history_of_a_word_file_stays_where_there_is_one(file_name: str | None, told: bool) -> None:
    nodes = [Node("a", "a", (), 1, {"file_name": file_name}), Node("b", "b", ("a",), 1)]
    assert ("Names, comments and history of the Word file" in what_stays(nodes, SUBMISSION)) == told
    assert "Names, comments and history of the Word file" not in what_stays(nodes, CAPITAL)


@pytest.mark.parametrize("profile", [SUBMISSION, CIRCULATION, CAPITAL], ids=lambda profile: profile.name)
def test_the_macros_of_a_base_are_told_whoever_gets_the_file(profile: Profile) -> None:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    told = "The macros of the Word file, which a document (.docx) cannot hold"
    for macros in (True, False):
        assert (told in Terms(profile).without_embedded(file_of(kind, macros=macros)).left_out) == macros


def test_every_sort_of_file_is_told_in_its_own_words() -> None:
    for sort in Sort:
        for profile in (SUBMISSION, CIRCULATION, CAPITAL):
            assert profile.told_of(sort).startswith(profile.says.partition(":")[0])


@pytest.mark.parametrize("compares", [True, False])
@pytest.mark.parametrize("form", [form for form in FORMS if form.ending != ".pdf"], ids=lambda form: form.key)
def test_what_word_files_hide_does_not_leave_with_them(tmp_path: Path, form: Form, *, compares: bool) -> None:
    for name, more in (("a", "."), ("b", " again.")):
        hidden = t("never, says our minister", "<w:vanish/>")
        (tmp_path / f"{name}.docx").write_bytes(docx(p("The General Assembly,") + p("Decides to meet", hidden, more)))
    old, new = (file_side(tmp_path / f"{name}.docx") for name in "ab")
    compared = compare_sides(old, new, None, lambda *_: None) if compares and form.compares else None
    choices = Choices(form, None, True, None, "out" + form.ending, CIRCULATION)
    written = write_export(tmp_path / choices.file_name, new, compared, choices, None)
    assert "minister" not in _words(written.path)
    assert "meet" in _words(written.path)
    assert any("4 words in the text" in line for line in written.certificate.stays)
