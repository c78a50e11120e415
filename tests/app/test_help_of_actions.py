"""The help tells of every action, with the words and keys of the table."""

from __future__ import annotations

import re
from importlib import resources

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.shell.actions import BY_NAME, key_table, plain_words
from app.window.parts import controls_of
from app.window.window import Window
from models.help_pages import found_pages, help_pages
from widgets.help.drawer import HelpDrawer
from widgets.theme import style

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
ACTS = {name: (plain_words(act), act.keys) for name, act in BY_NAME.items()}


def test_every_action_is_on_a_page() -> None:
    steps = [step for page in help_pages(ACTS) for step in page.steps]
    told = {said.act for step in steps for said in (*step.words, *step.more)}
    assert sorted(set(ACTS) - told) == []


def test_pages_lead_to_one_another_and_stand_once_in_the_list() -> None:
    pages = help_pages(ACTS)
    names = {page.name for page in pages}
    assert len({page.place for page in pages}) == len(pages)
    assert len({page.title for page in pages}) == len(pages)
    for page in pages:
        assert page.neighbours, page.name
        assert page.name not in page.neighbours
    assert {neighbour for page in pages for neighbour in page.neighbours} <= names


def test_keys_without_an_action_are_keys_and_are_those_of_no_action() -> None:
    taken = {act.keys for act in BY_NAME.values() if act.keys}
    for page in help_pages(ACTS):
        for step in page.steps:
            for said in (*step.words, *step.more):
                if said.key:
                    assert QKeySequence(said.key).toString() == said.key, page.name
                    assert said.key not in taken, f"{page.name}: {said.key} belongs to an action: name the action"


def test_no_page_writes_keys_by_hand() -> None:
    for file in (resources.files("resources") / "help").iterdir():
        if file.name.endswith(".md"):
            body = file.read_text(encoding="utf-8").split("---\n", 2)[2]
            by_hand = re.sub(r"\{[^}]*\}", "", body)
            assert not re.search(r"\b(Ctrl|Shift|Alt|F\d+)\b", by_hand), file.name


ASKED = {
    "lineage": "agreed language, attribution, who proposed this",
    "beside": "split screen",
    "brackets": "square brackets, remove brackets, delete brackets, lift brackets, counter, brackets left",
    "settings": "colour blind, colour-blind, color blind, colour blindness, "
    "dark mode, night mode, theme, font size, bigger text, colours, high contrast, zoom, defaults",
    "undo": "backup, backups, autosave, lost work, lost my work, crash, Ctrl Z, power cut, unsaved",
    "open": "Arabic, right to left, table, scan, images, French, PDF files, import PDF, website, charts, comments, OCR",
    "changes": "diff, differences, redline",
    "compare": "previous resolution, last year’s resolution, "
    "orally revised, oral revision, oral amendments, verbs, filter, differences, how do I compare, "
    "three columns, compare three drafts, print, report to capital, matrix",
    "drafts": "versions, version history, rollback, delete a draft, zero draft, blank page, start over, revision",
    "export": "silence procedure, share, attachment, privacy, certificate, offline, anonymous, clean copy, "
    "clean version, send by email, remove author, submit",
    "word": "paste without formatting, email, clipboard, track changes",
    "footnotes": "endnotes, footnote, citations",
    "numbers": "numbering, renumber, bis",
    "spelling": "British, spell check, spellchecker, typos, grammar",
    "keyboard": "hotkeys, screen reader, accessibility, shortcuts",
    "masthead": "co-sponsors, cosponsors, agenda item, letterhead, country names, list of sponsors, third committee, "
    "first page",
    "windows": "read-only, second monitor, tabs, exit, in use by another",
    "projector": "facilitator, share screen, presentation, beamer, freeze",
    "references": "cross references, cross-reference, ibid",
    "returned": "facilitator, co-facilitators, chair’s text, facilitator's text, G77, suggestions, amendments, "
    "proposals, consolidated text, compilation, merge amendments, withdraw, withdraw a proposal, reject proposal, "
    "delegates', delegate’s changes, Europe, European Union",
    "take": "accept, reject, reject a change",
    "write": "smart quotes, preamble, chapeau, non-breaking space, sub-paragraphs, indent, "
    "delete a paragraph, insert paragraph, new paragraph, split a paragraph",
    "start": "tutorial, getting started, demo, example",
    "dossier": "rename, minutes, audit, network drive, shared folder, USB, damaged file, corrupted, repair, "
    "collaborate, recover file",
    "agreed": "ad ref, status, closed, progress",
    "merge": "conflicts, combine, join",
    "find": "regex",
    "about": "command line, scripts, terminal, go back, back button, mouse buttons, side buttons",
    "focus": "focus mode",
}


@pytest.mark.parametrize(("page", "asked"), [(page, one) for page, all_ in ASKED.items() for one in all_.split(", ")])
def test_what_a_delegate_asks_for_is_found(page: str, asked: str) -> None:
    assert page in [one.name for one in found_pages(help_pages(ACTS), asked)[:4]]


@pytest.mark.parametrize("asked", ["licence", "sheep", "dark sheep", "xyz mode"])
def test_nothing_is_found_for_what_no_page_tells_of(asked: str) -> None:
    assert not found_pages(help_pages(ACTS), asked)


@pytest.mark.qt_log_ignore("does not support")
def test_where_an_action_is_can_be_shown_for_every_page(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    for page in help_pages(ACTS):
        if page.show:
            window.helping._point(page.show)
            open_menus = [menu for menu in window.menus if menu.isVisible()]
            if not open_menus:  # it is ringed where it is seen
                assert controls_of(window, window.pages)[page.show].isVisible(), page.name
            for menu in open_menus:
                action = window.acts[page.show]
                assert action in menu.actions(), page.name
                assert menu.activeAction() is (action if action.isEnabled() else None), page.name
                menu.close()


ON_THE_SHEET = {
    "start": ("Drafts", "Comparison"),
    "write": ("Writing",),
    "footnotes": ("Writing",),
    "find": ("Find in all drafts", "Writing"),
    "compare": ("Comparison",),
    "take": ("Comparison",),
    "pairing": ("Pairing by hand",),
    "lineage": ("Lineage",),
    "merge": ("Merge",),
    "returned": ("Files that came back",),
    "projector": ("Projector",),
    "windows": ("Start page",),
}


def test_the_keys_that_the_help_names_for_a_page_stand_with_it_on_the_sheet_of_all_keys() -> None:
    sheet, pages = dict(key_table()), {page.name: page for page in help_pages(ACTS)}
    arrows = {"Left": "←", "Right": "→", "Down": "↓"}
    for name, heads in ON_THE_SHEET.items():
        there = {key for head in heads for _, keys in sheet.get(head, ()) for key in (keys, *keys.split())}
        named = {said.key for step in pages[name].steps for said in (*step.words, *step.more) if said.key}
        assert {arrows.get(key, key) for key in named} <= there, name


def test_nothing_of_a_page_is_cut_in_the_narrowest_drawer(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    pages = help_pages(ACTS)
    drawer = HelpDrawer(pages)
    qtbot.addWidget(drawer)
    drawer.resize(drawer.minimumWidth(), 400)
    drawer.show()
    for page in pages:
        drawer.show_page(page.name)
        QApplication.processEvents()
        assert drawer.view is not None
        assert drawer.view.minimumSizeHint().width() <= drawer.area.viewport().width(), page.name
