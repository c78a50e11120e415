"""A text that came from Word leaves on that file; where it is laid out anew, what it shows there alone is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from app.commands.running import run
from app.export.as_chosen import write_export
from app.export.subject import subject_of
from app.subjects.listing import listing_of
from app.subjects.sides import Side
from models.circulation.profiles import SUBMISSION
from models.circulation.typesetting import USUAL, Typesetting
from models.dossier import Dossier
from models.draft import Draft, Run
from models.word.leaving.looked_for.lost_bullets import bullets_at
from models.word.read import read_word
from tests.models.word.test_redline_things import png
from widgets.export.choices import FORMS, Choices

CLEAN = next(form for form in FORMS if form.key == "clean")
LACKS = "What the Word file shows and Adref’s own layout has not: "


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier of one draft from Word, with a picture and bullets."""
    (tmp_path / "point.png").write_bytes(png(90))
    file = docx.Document()
    file.add_paragraph("Recalling its resolution 70/1,")
    file.add_paragraph("Water for all;", style="List Bullet")
    file.add_picture(str(tmp_path / "point.png"))
    file.add_paragraph("Decides to meet again.")
    file.save(str(tmp_path / "a.docx"))
    assert run(["import", str(tmp_path / "d.adref"), str(tmp_path / "a.docx")]) == 0
    return tmp_path / "d.adref"


def pictures(path: Path) -> int:
    return len(docx.Document(str(path)).inline_shapes)


def test_the_command_tells_what_the_own_layout_has_not(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = dossier.with_name("out.docx")
    assert run(["export", str(dossier), "a", "-o", str(out), "--paper", "a4"]) == 0
    said = capsys.readouterr().err
    assert "Not in the file: what the Word file shows and Adref’s own layout has not: " in said
    assert "a picture" in said
    assert "bullet" not in said
    assert bullets_at(out.read_bytes(), read_word(out.read_bytes()).origins).count((0, "•")) == 1
    assert run(["export", str(dossier), "a", "-o", str(out)]) == 0
    assert capsys.readouterr().err == ""
    assert pictures(out) == 1


@pytest.mark.parametrize("setting", [None, USUAL])
def test_a_working_text_stands_on_the_file_too(dossier: Path, setting: Typesetting | None) -> None:
    out = dossier.with_name("out.docx")
    with Dossier.open(dossier) as opened:
        (node,) = opened.nodes()
        draft = opened.draft(node.id)
        first = replace(draft.paragraphs[0], runs=(*draft.paragraphs[0].runs, Run(" and its annex,")))
        side = Side("a", "", Draft((first, *draft.paragraphs[1:])), working=1, upon=node.id)
        subject = subject_of(side, None, listing_of(opened))
        choices = Choices(CLEAN, None, draft_mark=True, author=None, file_name="out.docx", profile=SUBMISSION)
        choices = replace(choices, setting=setting)
        written = write_export(out, side, None, choices, opened)
    assert subject.own_file
    assert any(one.startswith(LACKS) and "a picture" in one for one in subject.staying(choices)) == (
        setting is not None
    )
    assert bool(written.certificate.left_out) == (setting is not None)
    assert pictures(out) == (setting is None)
    assert read_word(out.read_bytes()).draft.paragraphs[0].text == first.text
