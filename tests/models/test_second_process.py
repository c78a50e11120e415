"""Work beside: the same results and errors as here, and no process is left behind."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from copy import copy, deepcopy
from pathlib import Path

import pytest

from models.comparison.change import GoingOver
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.reading.reading import Origin, Reading
from models.second_process import beside

ROOT = Path(__file__).parents[2]
LONG = 200_000
linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")


def run(script: str) -> subprocess.CompletedProcess[str]:
    """A script in a process of its own, which may copy itself: this one has more than one thread."""
    begin = f"import os, sys\nfrom models.second_process import *\nallow()\nLONG = {LONG}\n"
    return subprocess.run(
        [sys.executable, "-c", begin + script], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )


def test_where_nobody_allowed_it_the_work_is_done_here() -> None:
    done: list[int] = []
    wait = beside(lambda: done.append(os.getpid()), LONG)
    assert not done
    wait()
    assert done == [os.getpid()]


@linux
@pytest.mark.parametrize(("size", "elsewhere"), [("LONG", True), ("10", False), ("LONG * 1000", False)])
def test_long_work_is_done_in_a_copy(size: str, elsewhere: bool) -> None:
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("one core alone")
    told = run(f"print(beside(os.getpid, {size})() != os.getpid())")
    assert told.stdout.split() == [str(elsewhere)]


@linux
@pytest.mark.parametrize(
    ("work", "error"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("(lambda: 0) if os.getpid() != here else 1 / 0", "ZeroDivisionError"),  # which cannot be pickled
        ("os.abort() if os.getpid() != here else 1 / 0", "ZeroDivisionError"),
    ],
)
def test_its_error_is_the_one_it_has_here(work: str, error: str) -> None:
    told = run(f"here = os.getpid()\nwait = beside(lambda: {work}, LONG)\nprint('begun')\nwait()")
    assert told.stdout == "begun\n"
    assert told.stderr.splitlines()[-1].startswith(error)


@linux
@pytest.mark.parametrize("size", ["LONG", "10"])
@pytest.mark.parametrize(
    ("after", "told"), [("one[::-1]", "[3, 2, 1]"), ("one[::-1] if os.getpid() == here else 1 / 0", "[3, 2, 1]")]
)
def test_what_is_made_of_a_result_is_waited_for_by_itself(size: str, after: str, told: str) -> None:
    script = f"here = os.getpid()\nfirst, then = beside_and_on(lambda: [1, 2, 3], lambda one: {after}, {size})\n"
    assert run(script + "print(first())\nprint(then())").stdout.splitlines() == ["[1, 2, 3]", told]


@linux
@pytest.mark.parametrize("size", ["LONG", "10"])
@pytest.mark.parametrize("second", ["2", "2 if os.getpid() == here else 1 / 0"])
def test_works_done_in_turn_are_waited_for_each_by_itself(size: str, second: str) -> None:
    """One that comes to nothing in the copy is done here, and so are those after it."""
    script = f"here = os.getpid()\nwaits = beside_in_turn([lambda: 1, lambda: {second}, lambda: 3], {size})\n"
    assert run(script + "print([wait() for wait in waits])").stdout == "[1, 2, 3]\n"


@linux
def test_a_copy_that_has_all_ready_ends_when_the_next_one_is_begun() -> None:
    """What it told comes to who began it, and to no other copy."""
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("one core alone")
    told = run("""import models.second_process as own, select
first, last = beside_in_turn([os.getpid, lambda: 1_000_000 * "told "], LONG)
copy = first()
select.select([own._waited[0]._stream.fileno()], [], [])
beside(lambda: beside(os.getpid, LONG)(), LONG)()
print(os.waitpid(copy, 0)[1], own._waited, len(last()))""")
    assert told.stdout == "0 [] 5000000\n", told.stderr


@linux
@pytest.mark.parametrize("size", ["LONG", "10"])
def test_what_a_copy_told_is_held_by_who_asked_alone(size: str) -> None:
    """A command searches for no rings of dead objects, and may make a copy for each of many files."""
    told = run(f"""import gc, weakref
gc.disable()
waits = beside_in_turn([lambda: {{1}}, lambda: {{2}}], {size})
results = [wait() for wait in waits]
gone = [weakref.ref(result) for result in results]
del results
print([one() for one in gone])""")
    assert told.stdout == "[None, None]\n", told.stderr


@linux
@pytest.mark.parametrize("size", ["LONG", "10"])
def test_what_is_in_both_results_is_one_object(size: str) -> None:
    """A long text goes over once, and what was found in it is known to be found in that text."""
    script = f"first, then = beside_and_on(lambda: [['a text']], lambda one: (one[0], 'found'), {size})\n"
    assert run(script + "text, = first()\nprint(then()[0] is text)").stdout == "True\n"


@linux
def test_a_copy_is_copied_once_and_no_copy_of_that() -> None:
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("one core alone")
    told = run("""def deep(left):
    return [os.getpid(), *(beside(lambda: deep(left - 1), LONG)() if left else [])]
print(len(set(deep(5))), len(deep(5)))""")
    assert told.stdout == "3 6\n"


@pytest.mark.parametrize(("begun", "kept"), [("allow()", "[0, 1, 2]"), ("", "[]")])
def test_a_command_that_makes_many_files_does_not_hold_them_all(begun: str, kept: str) -> None:
    """And what stays open for long holds none."""
    script = (
        f"from models.second_process import _kept, allow, keep\n{begun}\nfor one in range(40): keep(one)\nprint(_kept)"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == kept


@linux
def test_nothing_goes_on_when_nobody_waits() -> None:
    told = run("import time\nbeside(lambda: time.sleep(600), LONG)\nprint('ended')")  # else the pipe would stay open
    assert (told.stdout, told.returncode) == ("ended\n", 0)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_reading_is_handed_over_as_it_is(count: int) -> None:
    draft = Draft(tuple(Paragraph(Kind.TEXT, (Run(f"Line {at}"),)) for at in range(count)))
    reading = Reading(draft, origins=tuple(Origin("word/document.xml", 2 * at) for at in range(count)), package=b"PK")
    handed = pickle.loads(pickle.dumps(reading))
    assert handed == reading
    assert [type(one) for one in handed.origins] == [Origin] * count


def test_a_draft_is_handed_over_as_it_is() -> None:
    runs = (Run("Notes", italic=True), Run(footnote=1), Run(" what was said"))
    item = Paragraph(Kind.SUBPARAGRAPH, runs, level=1, number="(a)", set_label="OP1 (a)")
    draft = Draft((item, Paragraph(Kind.TEXT, (), cell=(0, 1, 2))), (Footnote(1, "*", (Run("See A/80/1."),)),))
    assert draft.heads == (-1, -1)  # which is worked out there anew
    assert [pickle.loads(pickle.dumps(one)) for one in (draft, Draft())] == [draft, Draft()]
    assert (copy(draft), deepcopy(draft)) == (draft, draft)


@pytest.mark.parametrize("count", [0, 1, 30])
def test_changes_are_handed_over_as_they_are(count: int) -> None:
    old, new = (
        Draft(tuple(Paragraph(Kind.PREAMBULAR, (Run(f"{at} {word}"),)) for at in range(count)))
        for word in ("said", "told")
    )
    changes = compare(old, new).changes
    assert pickle.loads(pickle.dumps(GoingOver(changes))) == changes
    assert len(changes) == count


_BOTH_WAYS = """
from models.word.read import read_word
from tests.models.word.word_xml import docx, p, t
words = p(t("The General Assembly,")) + p(t("1. Takes ") + '<w:ins w:id="1" w:author="A">' + t("due ") + "</w:ins>" + t("note;"))
other = docx(words.replace("due", "full"))
data = docx(words)
for one, taken in ((data, "accept"), (data, "reject"), (other, "reject"), (data, "accept"), (other, "accept"), (data, "accept")):
    reading = read_word(one, taken)
    print(reading.draft.paragraphs[1].text, len(reading.revisions))
"""  # noqa: E501


def test_a_file_read_again_reads_as_before() -> None:
    """A command keeps what was found of the file it read last: it is used once, and for that file alone."""
    told = run(_BOTH_WAYS)
    assert told.stderr == ""
    texts = ("Takes due note;", "Takes note;", "Takes note;", "Takes due note;", "Takes full note;", "Takes due note;")
    assert told.stdout.splitlines() == [f"{text} 1" for text in texts]


def test_words_begun_beside_are_the_same() -> None:
    told = run(
        """
from dataclasses import replace
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
one = "Calls upon all States to act soon, and to report on it to the Assembly"
other = "Urges some States to move at once, or to speak of it in an Assembly"
drafts = [Draft((Paragraph(Kind.PREAMBULAR, (Run(text),)),)) for text in (one, other)]
short = compare(*drafts)
assert short.readable_words != tuple(change.words for change in short.changes)
long = replace(short, changes=short.changes * 4000)
long.begin_readable_words()
long.begin_readable_words()
print(long.readable_words == short.readable_words * 4000)
"""
    )
    assert (told.stdout.split(), told.stderr) == (["True"], "")


_COMMANDS = """
import models.second_process
from pathlib import Path
import app.commands.two_files
from app.commands.running import run as adref
from models.word.clean import write_clean
from tests.generated import NORMAL, case
models.second_process.LEAST = app.commands.two_files._LONG = 10_000
folder = Path(sys.argv[1])
made = case(200, NORMAL, 5)
(folder / "old.docx").write_bytes(write_clean(made.old))
(folder / "new.docx").write_bytes(write_clean(made.new))
for where in ("beside", "here"):
    models.second_process._allowed = where == "beside"
    status = adref(["compare", f"{folder}/old.docx", f"{folder}/new.docx", "-o", f"{folder}/{where}.docx"])
    print(where, status)
    for how in ("accept", "reject"):
        adref(["read", f"{folder}/{where}.docx", "--revisions", how, "--json"])
    print("end", where)
print(os.times().children_user > 0)
"""


@linux
def test_commands_say_and_write_the_same_on_two_cores(tmp_path: Path) -> None:
    told = run(f"sys.argv = ['adref', {str(tmp_path)!r}]\n{_COMMANDS}")
    assert told.stderr == ""
    beside, _, here = told.stdout.partition("end beside\n")
    assert "beside 1" in beside
    assert "proposals" in beside
    copied = str(len(os.sched_getaffinity(0)) > 1)
    assert beside.replace("beside.docx", "here.docx").replace("beside 1", "here 1") + f"end here\n{copied}\n" == here
    assert (tmp_path / "beside.docx").read_bytes() == (tmp_path / "here.docx").read_bytes()


_SHORT = """
from pathlib import Path
from app.commands.running import run as adref
from models.word.clean import write_clean
from tests.generated import NORMAL, case
import models.second_process
folder, models.second_process._allowed = Path(sys.argv[1]), sys.argv[2] == "beside"
made = case(40, NORMAL, 5)
(folder / "old.docx").write_bytes(write_clean(made.old))
(folder / "new.docx").write_bytes(write_clean(made.new))
print(adref(["compare", f"{folder}/old.docx", f"{folder}/new.docx", "-o", f"{folder}/{sys.argv[2]}.docx"]))
print("models.comparison.aligning.alignment" in sys.modules)
"""


@linux
def test_what_compares_short_files_is_imported_beside_what_writes(tmp_path: Path) -> None:
    copied = len(os.sched_getaffinity(0)) > 1
    for where in ("beside", "here"):
        told = run(f"sys.argv = ['adref', {str(tmp_path)!r}, {where!r}]\n{_SHORT}")
        assert (told.stdout.split(), told.stderr) == (["1", str(where == "here" or not copied)], "")
    assert (tmp_path / "beside.docx").read_bytes() == (tmp_path / "here.docx").read_bytes()
