"""Two drafts merged in the window, from the dossier page to a draft with both parents."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.subjects.sides import Side
from app.subjects.three_sides import MergeOpen, common_base, keep_merge, likeliest_base, merge_sides
from app.window.window import Window
from models.dossier import Dossier
from tests.widgets.merge_drafts import draft
from widgets.keeping.panel import KeepChoice
from widgets.paper.direction import unmarked

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
WAIT = 20_000

BASE = (
    "Invites the Secretary-General to consider designating an agency, by July 2025, to act as a focal point;",
    "Calls upon all States to cooperate fully with the mechanism and to report on it in good time;",
    "Takes note of the report of the Secretary-General on the matter.",
)
OURS = (BASE[0].replace("2025", "2026"), BASE[1].replace("all States", "all Member States"), BASE[2])
THEIRS = (BASE[0].replace("July 2025", "May 2027"), BASE[1].replace("in good time", "every year"), BASE[2])


@pytest.fixture
def three(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A dossier with a base and two drafts on it, and their ids."""
    path = tmp_path / "merge.adref"
    with Dossier.create(path, title="A focal point") as dossier:
        base = dossier.keep(draft(*BASE), label="L.1")
        ours = dossier.keep(draft(*OURS), label="Ours", parents=[base.id], date="2025-11-05")
        theirs = dossier.keep(draft(*THEIRS), label="Theirs", parents=[base.id], date="2025-11-06")
    return path, {"base": base.id, "ours": ours.id, "theirs": theirs.id}


@pytest.fixture
def opened(qtbot: QtBot, window: Window, three: tuple[Path, dict[str, str]]) -> Window:
    """The window on the dossier."""
    window.resize(1280, 800)
    window.desk.open(three[0])
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 3, timeout=WAIT)
    return window


def choose(window: Window, *names: str) -> None:
    page = window.pages.dossier
    rows = [row.id for row in page.drafts.rows]
    model = page.list.selectionModel()
    model.clearSelection()
    for name in names:
        model.select(page.drafts.index(rows.index(name), 0), QItemSelectionModel.SelectionFlag.Select)


def merged(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.going.place == "merge" and not window.background.tasks, timeout=WAIT)


def keep(qtbot: QtBot, window: Window, drafts: int) -> None:
    window.acts["keep_draft"].trigger()
    panel = window.merging.keeping.panel
    qtbot.waitUntil(panel.isVisible, timeout=WAIT)
    panel.label.setText("Joint text")
    qtbot.keyClick(panel.label, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == drafts, timeout=WAIT)


def test_two_drafts_become_one_with_both_parents(
    qtbot: QtBot, opened: Window, three: tuple[Path, dict[str, str]]
) -> None:
    path, ids = three
    choose(opened, ids["ours"], ids["theirs"])
    opened.pages.dossier.inspector.merge_button.click()
    merged(qtbot, opened)
    page = opened.pages.merge
    assert opened.top_bar.places["compare"].isChecked()
    assert unmarked(page.bar.facts.text()) == "Theirs with Ours, both from L.1"
    assert not page.foot.keep.isEnabled()
    focus = QApplication.focusWidget()
    assert focus is page.list
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    assert page.complete
    opened.acts["undo"].trigger()
    assert not page.complete
    opened.acts["redo"].trigger()
    assert page.complete
    keep(qtbot, opened, 4)
    opened.close()
    with Dossier.open(path, read_only=True) as dossier:
        node = dossier.find("Joint text")
        assert set(node.parents) == {ids["ours"], ids["theirs"]}
        texts = [paragraph.text for paragraph in dossier.draft(node.id).paragraphs]
        assert texts[0] == THEIRS[0]
        assert texts[1] == BASE[1].replace("all States", "all Member States").replace("in good time", "every year")
        for parent in node.parents:
            assert {edge.ends for edge in dossier.known_between(parent, node.id).edges} == {(0, 0), (1, 1), (2, 2)}


def test_an_open_conflict_is_not_kept_and_says_so(
    qtbot: QtBot, opened: Window, three: tuple[Path, dict[str, str]]
) -> None:
    choose(opened, three[1]["ours"], three[1]["theirs"])
    opened.acts["merge"].trigger()
    merged(qtbot, opened)
    opened.acts["keep_draft"].trigger()
    assert not opened.merging.keeping.panel.isVisible()
    opened.pages.merge.leave_the_rest()
    keep(qtbot, opened, 4)
    listing = opened.desk.listing
    assert listing is not None
    text = listing.dossier.draft(listing.nodes[0].id).paragraphs[0].text
    assert "[" in text
    assert "2026" in text
    assert "May 2027" in text
    assert "ours" not in text


def test_answers_are_there_when_one_comes_back(
    qtbot: QtBot, opened: Window, three: tuple[Path, dict[str, str]]
) -> None:
    choose(opened, three[1]["ours"], three[1]["theirs"])
    opened.acts["merge"].trigger()
    merged(qtbot, opened)
    qtbot.keyClick(opened.pages.merge.list, Qt.Key.Key_2)
    given = dict(opened.pages.merge.answers.choices)
    assert given
    opened.going.go_to("dossier")
    opened.going.go_back()
    assert opened.going.place == "merge"
    assert opened.pages.merge.answers.choices == given
    assert opened.acts["undo"].isEnabled()


def test_the_working_text_is_merged_and_kept_too(
    qtbot: QtBot, opened: Window, three: tuple[Path, dict[str, str]]
) -> None:
    ids = three[1]
    opened.drafting.writing.begin(ids["base"])
    qtbot.waitUntil(lambda: opened.going.writes, timeout=WAIT)
    qtbot.keyClicks(opened.pages.text.sheet, "Urgently ")
    opened.acts["merge"].trigger()
    choice = opened.merging.texts.choice
    assert choice.isVisible()
    assert choice.key(0) == "working"
    choice.choose(1, ids["theirs"])
    assert choice.key(2) == ids["base"]
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    merged(qtbot, opened)
    opened.pages.merge.leave_the_rest()
    keep(qtbot, opened, 5)
    listing = opened.desk.listing
    assert listing is not None
    parents = [listing.node(parent) for parent in listing.nodes[0].parents]
    assert [parent.label for parent in parents if parent is not None] == ["Working text on L.1", "Theirs"]
    assert "Urgently" in listing.dossier.draft(listing.nodes[0].parents[0]).paragraphs[0].text


def test_a_file_is_merged_with_the_draft_it_is_most_like(
    qtbot: QtBot, opened: Window, three: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    ids = three[1]
    file = tmp_path / "returned.txt"
    numbered = [f"{number}. {text}" for number, text in enumerate((BASE[0], BASE[1], BASE[2] + " Again."), 1)]
    file.write_text("The General Assembly,\n\n" + "\n\n".join(numbered), encoding="utf-8")
    choose(opened, ids["ours"])
    opened.acts["merge"].trigger()
    choice = opened.merging.texts.choice
    from app.subjects.sides import file_side

    opened.merging.texts._take_file(1, file_side(file))
    qtbot.waitUntil(lambda: choice.key(2) == ids["base"], timeout=WAIT)
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    merged(qtbot, opened)
    opened.pages.merge.leave_the_rest()
    assert opened.pages.merge.complete
    keep(qtbot, opened, 5)
    listing = opened.desk.listing
    assert listing is not None
    assert any(node.label == "returned" and node.parents == (ids["base"],) for node in listing.nodes)


# What it stands on


@pytest.mark.parametrize(
    ("parents", "ours", "theirs", "base"),
    [
        ({"a": (), "b": ("a",), "c": ("a",)}, "b", "c", "a"),
        ({"a": (), "b": ("a",), "c": ("b",)}, "b", "c", "b"),
        ({"a": (), "b": ("a",), "c": ("b",), "d": ("b",), "e": ("d",)}, "c", "e", "b"),
        ({"a": (), "b": ("a",), "c": ("a",), "d": ("b", "c"), "e": ("c",)}, "d", "e", "c"),
        ({"a": (), "b": ()}, "a", "b", None),
    ],
)
def test_the_nearest_common_draft(
    parents: dict[str, tuple[str, ...]], ours: str, theirs: str, base: str | None
) -> None:
    assert common_base(parents, ours, theirs) == base
    assert common_base(parents, theirs, ours) == base


def test_a_file_comes_from_the_draft_whose_paragraphs_it_has(three: tuple[Path, dict[str, str]]) -> None:
    path, ids = three
    with Dossier.open(path, read_only=True) as dossier:
        assert likeliest_base(dossier, ids["ours"], draft(*BASE[:2], "Another.")) == ids["base"]
        assert likeliest_base(dossier, ids["ours"], draft(*OURS)) == ids["ours"]


def test_keeping_with_an_open_conflict_is_refused(three: tuple[Path, dict[str, str]]) -> None:
    path, ids = three
    with Dossier.open(path) as dossier:
        base, ours, theirs = (
            Side(name, "", dossier.draft(ids[name]), node=ids[name]) for name in ("base", "ours", "theirs")
        )
        found = merge_sides(base, ours, theirs, dossier, lambda share: None)
        with pytest.raises(MergeOpen, match="1 conflict is not settled"):
            keep_merge(dossier, found, found.table.merge, KeepChoice("Joint", None, None, None), "")
        assert len(dossier.nodes()) == 3


def test_answers_come_back_when_the_dossier_is_opened_again(
    qtbot: QtBot, opened: Window, three: tuple[Path, dict[str, str]]
) -> None:
    path, ids = three
    opened.merging.merge(ids["ours"], ids["theirs"], ids["base"])
    merged(qtbot, opened)
    qtbot.keyClick(opened.pages.merge.list, Qt.Key.Key_2)
    given = dict(opened.pages.merge.answers.choices)
    assert given
    opened.desk.close()
    qtbot.waitUntil(lambda: not opened.background.tasks, timeout=WAIT)
    opened.desk.open(path)
    qtbot.waitUntil(lambda: opened.going.place == "dossier" and len(opened.desk.stories) == 3, timeout=WAIT)
    opened.merging.merge(ids["ours"], ids["theirs"], ids["base"])
    merged(qtbot, opened)
    page = opened.pages.merge
    assert page.answers.choices == given
    assert page.complete
    assert "settled as before" in opened.status_bar.said.text()
    # They are no acts of now: nothing to undo, but each can be asked again, and that is remembered too.
    assert page.can_undo == (False, False)
    page.walk.ask_again()
    qtbot.waitUntil(lambda: not opened.background.tasks, timeout=WAIT)
    opened.merging.merge(ids["ours"], ids["theirs"], ids["base"])
    merged(qtbot, opened)
    assert not opened.pages.merge.answers.choices
    # Nothing of it is in what is kept.
    with Dossier.open(path, read_only=True) as dossier:
        assert len(dossier.nodes()) == 3


def test_what_the_merge_decided_is_told_when_it_is_shown_and_when_it_is_kept(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "told.adref"
    with Dossier.create(path, title="A focal point") as dossier:
        base = dossier.keep(draft(*BASE), label="L.1")
        ours = dossier.keep(draft("Notes the storms at sea;", *BASE), label="Ours", parents=[base.id])
        cites = BASE[2].replace("on the matter", "on paragraph 1 above")
        theirs = dossier.keep(draft(*BASE[:2], cites), label="Theirs", parents=[base.id])
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 3, timeout=WAIT)
    choose(window, ours.id, theirs.id)
    window.acts["merge"].trigger()
    merged(qtbot, window)
    said = "OP4 says paragraph 2, not paragraph 1: the paragraph it means has another number."
    three = window.going.merged
    assert three is not None
    assert three.table.merge.told == (said,)
    assert "D lists what the merge decided by itself." in window.status_bar.said.text()
    page = window.pages.merge
    assert [one.words for one in page.told.told] == [said]
    assert page.told.fold.isVisible()
    assert "Adref decided 1 thing itself" in page.told.fold.text()
    qtbot.keyClick(page.reading, Qt.Key.Key_D)
    assert page.told.list.hasFocus()
    qtbot.keyClick(page.told.list, Qt.Key.Key_Return)
    assert page.walk.item is not None
    assert page.walk.item.label == "OP4"
    assert "paragraph 2 above" in page.pane.result.accessibleName()
    assert not page.answer_row.isVisible()
    # From the panel that keeps it one goes to the list, and comes back to what was typed.
    panel = window.merging.keeping.panel
    page.told.fold.setChecked(False)
    window.acts["keep_draft"].trigger()
    qtbot.waitUntil(panel.isVisible, timeout=WAIT)
    panel.label.setText("Rev.1")
    assert panel.more_button.text() == "Look at 1 thing the merge decided by itself"
    panel.more_button.setFocus()
    qtbot.keyClick(panel.more_button, Qt.Key.Key_Space)
    assert panel.isHidden()
    assert page.told.list.hasFocus()
    window.acts["keep_draft"].trigger()
    qtbot.waitUntil(panel.isVisible, timeout=WAIT)
    assert panel.label.text() == "Rev.1"


def test_what_is_said_of_a_merge_goes_with_its_page(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "quiet.adref"
    with Dossier.create(path, title="A focal point") as dossier:
        base = dossier.keep(draft(*BASE), label="L.1")
        ours = dossier.keep(draft("Notes the storms at sea;", *BASE), label="Ours", parents=[base.id])
        theirs = dossier.keep(draft(*BASE, "Notes the reefs;"), label="Theirs", parents=[base.id])
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 3, timeout=WAIT)
    choose(window, ours.id, theirs.id)
    window.acts["merge"].trigger()
    merged(qtbot, window)
    bar = window.status_bar
    qtbot.waitUntil(lambda: "Nothing clashes between the two texts." in bar.said.text(), timeout=WAIT)
    assert bar.said.isVisible()
    window.acts["go_dossier"].trigger()
    assert not bar.said.isVisible()
    window.acts["back"].trigger()
    # What it gives can be read before it is kept.
    qtbot.mouseClick(window.pages.merge.foot.read, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.going.place == "text", timeout=WAIT)
    sheet = window.pages.text.sheet
    assert [one.text for one in sheet.shown.paragraphs()] == ["Notes the storms at sea;", *BASE, "Notes the reefs;"]
    assert not sheet.writes
    assert len(window.desk.stories) == 3
    # What was done is no matter of the page.
    bar.say("Copied.")
    window.acts["back"].trigger()
    assert window.going.place == "merge"
    assert bar.said.isVisible()


def test_what_the_merge_decided_follows_the_answers_and_stands_where_all_is_settled(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "told.adref"
    with Dossier.create(path, title="A focal point") as dossier:
        base = dossier.keep(draft(*BASE), label="L.1")
        cites = BASE[2].replace("on the matter", "on paragraph 1 above")
        ours = dossier.keep(draft("Notes the storms at sea;", *OURS), label="Ours", parents=[base.id])
        theirs = dossier.keep(draft(*THEIRS[:2], cites), label="Theirs", parents=[base.id])
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 3, timeout=WAIT)
    for again in (False, True):
        choose(window, ours.id, theirs.id)
        window.acts["merge"].trigger()
        merged(qtbot, window)
        page = window.pages.merge
        assert page.complete is again
        assert ["OP4 says paragraph 2" in one.words for one in page.told.told] == [True]
        if again:
            assert "settled as before" in window.status_bar.said.text()
            assert "D lists what the merge decided by itself." in window.status_bar.said.text()
            break
        qtbot.keyClick(page.list, Qt.Key.Key_1)
        merged(qtbot, window)
        assert page.complete
        three = window.going.merged
        assert three is not None
        row = next(row.key for row in three.table.rows if row.kind == "theirs" and not row.base)
        item = three.table.item(row)
        assert item is not None
        page.answers.settle_whole(item, "base")
        merged(qtbot, window)
        assert page.told.told == ()
        assert not page.told.isVisible()
        page.undo()
        merged(qtbot, window)
        assert page.told.isVisible()
        window.going.go_to("dossier")
