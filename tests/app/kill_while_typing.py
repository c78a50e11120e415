"""The real program killed while somebody types; what comes back is what stood at most a second before.

`python -m tests.app.kill_while_typing 200` kills as often as it is told and prints what it saw.
`python -m tests.app.kill_while_typing --type FOLDER SEED` types into the window until it is killed, one line a step:
time, print of the text, caret. A line is told before the journal hears of the step.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from app.settings.settings import write_json
from app.shell.windows import Open
from models.dossier import Dossier, examine
from models.dossier.form.holding import this_host
from models.editing.edit import Edit, Selection
from models.editing.working import WorkingText
from tests.app.random_hands import bases
from tests.models.dossier.random_writing import print_of

ROOT = Path(__file__).resolve().parents[2]
WORDS = ("States ", "and ", "reports; ", "Recalling ", "Decides ", "(a) ", "1. ", "[soon] ", "é", "𝄞 ", "peace, ")


@dataclass(frozen=True)
class Killed:
    """One kill: seconds of writing that are lost, and how many keys and states there were."""

    lost: float
    states: int
    caret_known: bool


def prepare(folder: Path) -> Path:
    """A dossier with a draft in it, which was being written when the window closed; its file."""
    path = folder / "a.adref"
    with Dossier.create(path) as dossier:
        node = dossier.keep(bases()[0], label="Base")
    was = Open(str(path), place="text", writes=True, draft=node.id, host=this_host())
    write_json(folder / "config" / "windows" / "first.json", asdict(was))
    return path


def kill_once(folder: Path, path: Path, seed: int, after: float) -> Killed:
    """Start the program, kill it, look at what is in the dossier."""
    command = [sys.executable, "-m", "tests.app.kill_while_typing", "--type", str(folder), str(seed)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(after)
    killed = time.time()
    assert process.poll() is None, "it ended by itself"
    process.kill()
    lines = [first, *(line for line in process.stdout.readlines() if line.endswith("\n"))]
    process.stdout.close()
    process.wait()
    assert first, "it did not begin"
    states = [line.split(" ", 2) for line in lines]
    with Dossier.open(path) as dossier:
        (row,) = dossier.working_texts()
        assert not row.held, "the one that was killed stands in the way"
        found = dossier.recover(row.id)
    told = text_print(*found.state)
    same = [number for number, (_, state, _) in enumerate(states) if state == told]
    assert same, "what came back was never written"
    WorkingText(found.base, state=found.state).draft()
    carets = {caret.strip() for _, state, caret in states if state == told}
    lost = [float(at) for at, state, _ in states[same[-1] + 1 :] if state != told]
    return Killed(killed - lost[0] if lost else 0.0, len(states), said(found.selection) in carets)


def text_print(entries: object, notes: object) -> str:
    """The same for the same paragraphs and notes."""
    return print_of(entries, notes, Selection())  # type: ignore[arg-type]


def said(selection: Selection) -> str:
    """A selection in figures."""
    anchor, head = selection.anchor, selection.head
    return f"{anchor.position}.{anchor.place}-{head.position}.{head.place}"


def kills(folder: Path, times: int, seed: int) -> list[Killed]:
    """Kill one program after the other; each goes on where the one before was killed."""
    path = prepare(folder)
    chance = random.Random(seed)
    seen = [kill_once(folder, path, seed + kill, chance.uniform(0.3, 1.8)) for kill in range(times)]
    assert examine(path) == ()
    return seen


# The one that is killed


def type_on(folder: Path, seed: int) -> None:
    """Types for ever."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.settings.settings import Places, Settings
    from app.starting import application
    from app.window.window import Window
    from tests.app.at_the_keys import press_letter
    from widgets.theme import style

    app = application()
    style.apply(app, "light")
    places = Places(folder / "config", folder / "data", folder / "log", folder / "documents")
    window = Window(places, Settings(appearance="light"))
    window.resuming.begin(again=True)
    window.show()
    window.resuming.resume()
    chance = random.Random(seed)
    key, mod = Qt.Key, Qt.KeyboardModifier
    none, ctrl, shift, alt = mod.NoModifier, mod.ControlModifier, mod.ShiftModifier, mod.AltModifier
    keys = (
        [(key.Key_Return, none)] * 4 + [(key.Key_Z, ctrl)] * 5 + [(key.Key_Z, ctrl | shift)] * 2
        + [(key.Key_Tab, none), (key.Key_Backtab, shift), (key.Key_BracketRight, ctrl), (key.Key_Up, alt)]
        + [(key.Key_Up, none), (key.Key_Down, none), (key.Key_Left, ctrl | shift), (key.Key_Home, none)] * 2
        + [(key.Key_Backspace, none), (key.Key_Delete, none), (key.Key_N, ctrl | shift), (key.Key_Escape, none)] * 2
    )  # fmt: skip
    waiting: list[str] = []

    def tell(selection: Selection) -> None:
        text = window.drafting.writing.open
        assert text is not None
        state = text_print(text.text.entries, text.text.notes.values())
        print(time.time(), state, said(selection), flush=True)

    def told(edit: Edit) -> None:
        tell(edit.after)

    def press() -> None:
        text = window.drafting.writing.open
        focus = QApplication.focusWidget()
        if text is None or focus is None:
            window.activateWindow()
            return
        if told not in text.text.listeners:
            text.text.listeners.insert(0, told)
            tell(window.pages.text.sheet.selection())
        if len(text.text.entries) > 60:
            QTest.keyClick(focus, key.Key_A, ctrl)
            QTest.keyClick(focus, key.Key_Delete)
        elif waiting or chance.random() < 0.7:
            if not waiting:
                waiting.extend(chance.choice(WORDS))
            press_letter(focus, waiting.pop(0))
        else:
            QTest.keyClick(focus, *chance.choice(keys))
        tell(window.pages.text.sheet.selection())
        timer.setInterval(chance.choice((5, 10, 20, 40, 90)))

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(20)
    app.exec()


def main(times: int) -> None:
    """Kill so often and say what was lost."""
    with tempfile.TemporaryDirectory() as place:
        seen = kills(Path(place), times, int(time.time()))
    behind = sorted(one.lost for one in seen)
    print(
        f"{times} kills, {sum(one.states for one in seen)} states, none torn; seconds lost: median "
        f"{behind[len(behind) // 2]:.2f}, worst {behind[-1]:.2f}; more than one: {sum(one > 1 for one in behind)}; "
        f"caret not where it was: {sum(not one.caret_known for one in seen)}"
    )


if __name__ == "__main__":
    if sys.argv[1] == "--type":
        type_on(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(int(sys.argv[1]))
