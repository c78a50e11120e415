"""Two files compared in the window: what was not sure in them is told there too, once, and leads to its words."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.subjects.compared import Compared, compare_to_show
from app.subjects.sides import file_side
from models.files.read import read_file
from models.word.markup import element, text_elements
from models.word.namespaces import RELATION, w
from models.word.package import Package
from tests.models.word.word_xml import docx, p
from widgets.compare.page import ComparePage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
LINKED = "The General Assembly,\n\n1. *Urges* States to see [the plan](https://un.org/plan) and [the map](https://un.org/map)."


def compared(old: Path, new: Path) -> Compared:
    return compare_to_show(file_side(old), file_side(new), None, lambda share: None)


def show(page: ComparePage, both: Compared, *, again: bool = False) -> None:
    assert both.arranged is not None
    page.show_comparison(both.arranged, "old", "", "new", "", again=again, doubts=both.doubts)


def test_what_was_not_sure_in_files_is_told_above_them(qtbot: QtBot, tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(LINKED.replace("[the plan](https://un.org/plan)", "the plan"), encoding="utf-8")
    new.write_text(LINKED, encoding="utf-8")
    both = compared(old, new)
    assert [(name, text.count("\n") + 1) for name, text in both.doubts] == [("old.md", 1), ("new.md", 2)]
    assert all(one.message in both.doubts[1][1] for one in read_file(new).warnings)

    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    show(page, both)
    (line,) = page.doubts.shown
    assert line.head.text() == "3 matters that Adref was not sure of"
    line.buttons[0].click()
    assert page.to_look_at.isVisible()
    assert "new.md: OP1: The link to https://un.org/plan" in page.to_look_at.words.text()

    line.close_button.click()
    show(page, both, again=True)
    assert not page.doubts.shown
    assert page.to_look_at.isHidden()
    show(page, both)
    assert page.doubts.shown
    show(page, replace(both, doubts=()))
    assert not page.doubts.shown


def test_where_links_lead_only_in_the_new_file_is_told(tmp_path: Path) -> None:
    paths = tmp_path / "old.docx", tmp_path / "new.docx"
    for path, targets in zip(paths, ((), ("https://un.org/plan",)), strict=True):
        package = Package(docx(p("The General Assembly,") + p("Urges States to act.")))
        for target in targets:
            link = element("hyperlink", element("r", *text_elements("see")))
            link.set(f"{{{RELATION}}}id", package.relate(target, HYPERLINK, external=True))
            next(package.edit(package.main).iter(w("p"))).append(link)
        path.write_bytes(package.to_bytes())
    both = compared(*paths)
    assert "https://un.org/plan is only in the new file" in dict(both.doubts)["new.docx"]
    assert "https://un.org/plan" not in dict(compared(*paths[::-1]).doubts).get("old.docx", "")


def test_breaks_of_pages_that_differ_are_told(tmp_path: Path) -> None:
    old, new = tmp_path / "old.docx", tmp_path / "new.docx"
    old.write_bytes(docx(p("Urges States to act;")))
    new.write_bytes(docx(p("Urges States to act;", '<w:r><w:br w:type="page"/></w:r>')))
    assert any("breaks of pages differ" in text for name, text in compared(old, new).doubts if name == "new.docx")
    assert not any("differ" in text for _, text in compared(new, new).doubts)
