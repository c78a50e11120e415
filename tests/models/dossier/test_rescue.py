"""What a dossier does not take is kept aside whole, offered when nobody writes it any more, and is a dossier itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models.dossier import Dossier, DossierExists, examine
from models.dossier.working.rescue import KeptAside, Rescue, aside_in, kept_aside, move_out, take_up
from models.draft import Draft
from models.editing.acts.letters import insert_text
from models.editing.acts.restoring import restore
from models.editing.edit import Selection
from models.editing.working import WorkingText
from tests.models.dossier.random_writing import act, base

WHENCE = Path("water.adref").absolute()


def written(paragraphs: int) -> WorkingText:
    """A text on a draft of so many paragraphs, in which much was done."""
    working = WorkingText(base(paragraphs) if paragraphs else Draft())
    for number in range(40):
        act(working, number % 14, number * 7, number * 3)
    return working


@pytest.mark.parametrize("paragraphs", [0, 1, 12, 300])
def test_all_of_it_is_there_and_comes_back_as_one_step(tmp_path: Path, paragraphs: int) -> None:
    working = written(paragraphs)
    with Dossier.create(tmp_path / "water.adref") as dossier:
        parent = dossier.keep(working.base, label="Rev.1", date="2026-11-24") if paragraphs else None
        folder = tmp_path / "new" / "aside"
        rescue = Rescue(aside_in(folder, WHENCE), working.base, parent, WHENCE, who="A 2")
        rescue.follow(working, Selection.at(0, 0))
        # Nothing of it is offered before all of it is there, nor while this window goes on with it.
        assert not rescue.whole
        assert kept_aside(folder) == ()
        rescue.commit()
        assert rescue.whole
        assert kept_aside(folder) == ()
        insert_text(working, Selection.at(0, 0), "Last words")
        assert not rescue.whole
        rescue.close()
        (one,) = kept_aside(folder)
        assert (one.whence, one.parent, one.who) == (WHENCE, parent.id if parent else None, "A 2")
        assert one.label == ("Rev.1" if paragraphs else "")
        found = take_up(one.path)
        assert found.base == working.base
        assert list(found.entries) == working.entries
        assert found.selection.head.place == len("Last words")
        there = WorkingText(working.base)
        restore(there, Draft((), found.state[1]), found.entries, found.selection)
        assert there.draft() == working.draft()
        assert [entry.came_from for entry in there.entries] == [entry.came_from for entry in working.entries]
        assert there.undo_list.steps <= 1
        there.undo()
        assert there.draft() == WorkingText(working.base).draft()
    assert not examine(one.path)
    with Dossier.open(one.path) as kept:
        assert len(kept.working_texts()) == 1
    out = tmp_path / "out.adref"
    out.write_bytes(b"another")
    with pytest.raises(FileExistsError):
        move_out(one, out)
    assert (out.read_bytes(), kept_aside(folder)) == (b"another", (one,))
    out.unlink()
    move_out(one, out)
    assert (kept_aside(folder), kept_aside(tmp_path)) == ((), ())
    with Dossier.open(out) as kept:
        assert len(kept.working_texts()) == 1


_IS_KILLED = """
import os, signal, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.executescript("PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE more (words)")
db.executemany("INSERT INTO more VALUES (?)", [("word " * 100,)] * 1000)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills no process so")
def test_what_a_killed_program_wrote_by_half_does_not_go_with_it(tmp_path: Path) -> None:
    folder, out, working = tmp_path / "aside", tmp_path / "out.adref", written(0)
    rescue = Rescue(aside_in(folder, WHENCE), working.base, None, WHENCE)
    rescue.follow(working, None)
    rescue.close()
    (one,) = kept_aside(folder)
    subprocess.run([sys.executable, "-c", _IS_KILLED, one.path], check=False)
    assert len(list(folder.iterdir())) == 2
    move_out(one, out)
    assert list(take_up(out).entries) == working.entries
    assert not list(folder.iterdir())


def test_what_is_safe_where_it_belongs_stays_nowhere_else(tmp_path: Path) -> None:
    working = written(5)
    path = aside_in(tmp_path, WHENCE)
    rescue = Rescue(path, working.base, None, WHENCE)
    rescue.follow(working, None)
    rescue.commit()
    rescue.follow_no_further(working)
    assert working.listeners == []
    rescue.drop()
    assert list(tmp_path.iterdir()) == []
    rescue.commit()  # another thread may be late
    assert list(tmp_path.iterdir()) == []


def test_it_is_never_put_over_a_file_and_what_else_lies_there_is_passed_over(tmp_path: Path) -> None:
    for name, data in (("a.adref", b"no dossier"), ("b.adref", b""), ("c.txt", b"")):
        (tmp_path / name).write_bytes(data)
    Dossier.create(tmp_path / "d.adref").close()
    assert kept_aside(tmp_path) == ()
    assert kept_aside(tmp_path / "none") == ()
    with pytest.raises(DossierExists):
        Rescue(tmp_path / "a.adref", Draft(), None)
    assert (tmp_path / "a.adref").read_bytes() == b"no dossier"


_KEEPS_ASIDE = """
import sys, time
from pathlib import Path
from models.dossier.working.rescue import Rescue
from models.draft import Draft
from models.editing.edit import Selection
from models.editing.acts.letters import insert_text
from models.editing.working import WorkingText
working = WorkingText(Draft())
rescue = Rescue(Path(sys.argv[1]), working.base, None, Path("water.adref").absolute())
rescue.follow(working, None)
insert_text(working, Selection(), "Words of one who was killed")
rescue.commit()
print("there", flush=True)
time.sleep(60)
"""


def test_what_a_killed_window_kept_aside_is_offered(tmp_path: Path) -> None:
    path = tmp_path / "water.adref"
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", _KEEPS_ASIDE, str(path)],
        stdout=subprocess.PIPE,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
    ) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == b"there\n"
        assert kept_aside(tmp_path) == ()
        window.kill()
        window.wait()
    found: tuple[KeptAside, ...] = ()
    until = time.monotonic() + 60
    while not found and time.monotonic() < until:
        found = kept_aside(tmp_path)
    assert [entry.text for entry in take_up(found[0].path).entries] == ["Words of one who was killed"]
