"""What an input method composes, with dead keys, pinyin or an Arabic keyboard, is what the same letters typed are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.editing.working import WorkingText
from tests.app.at_the_keys import CTRL, SHIFT, Hands, Key
from tests.app.on_the_sheet import same_as_model

pytestmark = pytest.mark.qt_log_ignore("does not support")

TEXTS = {
    "zh": "大会，\n回顾其第80/1号决议\n1. 决定开会\n请秘书长：\n（一）报告情况\n（二）通知各国\n3．决定继续处理此案",
    "ar": "إن الجمعية العامة،\nإذ تشير إلى قرارها 80/1\n1 - تقرر ما يلي\n2 - تطلب إلى الأمين العام:\n(أ) تقديم تقرير\n"
    "(ب) إبلاغ الدول\n٣ - تقرر أن تبقي المسألة",
    "fr": "L’Assemblée générale,\nRéaffirmant ses résolutions\n1. Décide d’agir [en été]\n2. Prie les États :\n"
    "a) D’écrire\nDe lire\n3. Invite les États",
    "ru": "Генеральная Ассамблея,\nссылаясь на резолюцию 80/1\n1. постановляет [созвать]\n2. просит государства:\n"
    "а) представить\nб) информировать\n3. просит представить",
}


@pytest.fixture
def hands(qtbot: QtBot, window: Window, tmp_path: Path) -> Hands:
    found = Hands(qtbot, window)
    found.rest()
    found.new_dossier(tmp_path / "desk.adref")
    found.new_text()
    return found


def _working(hands: Hands) -> WorkingText:
    working = hands.window.pages.text.sheet.working
    assert working is not None
    return working


def _compose(words: str, *, seen: str = "") -> None:
    """Letters that are seen underlined first, then written."""
    focus = QApplication.focusWidget()
    assert focus is not None
    for at in range(1, len(seen) + 1):
        QApplication.sendEvent(focus, QInputMethodEvent(seen[:at], []))
    done = QInputMethodEvent()
    done.setCommitString(words)
    QApplication.sendEvent(focus, done)
    QApplication.processEvents()


@pytest.mark.parametrize("pieces", [r"\S+\s*", r".{1,3}"], ids=["words", "threes"])
@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS.keys())
def test_composed_is_as_typed(hands: Hands, words: str, pieces: str) -> None:
    working, sheet = _working(hands), hands.window.pages.text.sheet
    hands.type(words)
    typed = working.draft()
    assert [one.kind.name for one in typed.paragraphs if one.number] == ["OPERATIVE"] * 2 + ["SUBPARAGRAPH"] * 2 + [
        "OPERATIVE"
    ]
    while working.undo_list.last is not None:
        hands.press(Key.Key_Z, CTRL)
    for at, line in enumerate(words.split("\n")):
        if at:
            hands.press(Key.Key_Return)
        for piece in re.findall(pieces, line):
            _compose(piece, seen="a´")
    assert working.draft() == typed
    same_as_model(sheet)
    steps = 0
    while working.undo_list.last is not None:
        hands.press(Key.Key_Z, CTRL)
        steps += 1
    assert working.entries == []
    for _ in range(steps):
        hands.press(Key.Key_Z, CTRL | SHIFT)
    assert working.draft() == typed
    same_as_model(sheet)


def test_openings_are_offered_for_what_is_composed(hands: Hands) -> None:
    offered = hands.window.pages.text.sheet.completing.list
    hands.type("L’Assemblée générale,\nR")
    _compose("é", seen="´")
    hands.type("a")
    _compose("f")
    assert offered.isVisible()
    assert offered.first is not None
    hands.press(Key.Key_Tab)
    assert _working(hands).entries[-1].text == "Réaffirmant "
    hands.type("\nD")
    _compose("é", seen="´")
    assert all(offer.words.startswith("Dé") for offer in offered._offers)
    _compose("cide ", seen="c")
    assert not offered.isVisible()


def test_composing_over_words_is_undone_at_once(hands: Hands) -> None:
    working, sheet = _working(hands), hands.window.pages.text.sheet
    hands.type("The General Assembly,\nRecalling the words\nDecides to meet")
    before = working.draft()
    hands.press(Key.Key_Home)
    hands.press(Key.Key_Right, CTRL | SHIFT)
    _compose("请", seen="qing")
    assert working.entries[-1].text.startswith("请to meet")
    hands.press(Key.Key_Z, CTRL)
    hands.press(Key.Key_Z, CTRL)
    assert working.draft() == before
    hands.press(Key.Key_A, CTRL)
    _compose("大会，", seen="dahui")
    same_as_model(sheet)
    assert [entry.text for entry in working.entries] == ["大会，"]
    while working.draft() != before:
        hands.press(Key.Key_Z, CTRL)
    same_as_model(sheet)
