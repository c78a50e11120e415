"""Tracked changes as letters: nothing tracked is left, and every word of both texts is there."""

from __future__ import annotations

from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.lint import lint
from models.word.marked import marked
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.resolve import TRACKED


def operative(*texts: str) -> Draft:
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(n)) for n, text in enumerate(texts, 1)))


OLD = operative(
    "Encourages all Governments to meet soon;",
    "Invites the regional commissions to organize meetings on water;",
    "Requests the Secretary-General to submit a report on the implementation of the resolution;",
)
NEW = operative(
    "Requests the Secretary-General to submit a report on the implementation of the resolution;",
    "Encourages the Governments to meet soon;",
    "Decides to convene a dialogue in 2006;",
)


def root_of(data: bytes) -> etree._Element:
    package = Package(data)
    return package.root(package.main)


def looking(root: etree._Element, look: str) -> str:
    runs = (run for run in root.iter(w("r")) if run.find(f"{w('rPr')}/{w(look)}") is not None)
    return "|".join("".join(text.text or "" for text in run.iter(w("t"))) for run in runs)


def test_nothing_tracked_is_left_and_nothing_is_lost() -> None:
    redline = write_redline(compare(OLD, NEW), base=None)
    assert next(root_of(redline).iter(*TRACKED), None) is not None
    data = marked(redline)
    assert next(root_of(data).iter(*TRACKED), None) is None
    assert not read_word(data).revisions
    shown = [paragraph.text for paragraph in read_word(data).draft.paragraphs]
    for text in (*OLD.paragraphs[1:2], *NEW.paragraphs[2:3]):
        assert any(text.text in one for one in shown)


def test_looks_say_what_happened() -> None:
    root = root_of(marked(write_redline(compare(OLD, NEW), base=None, readable_words=False)))
    assert "Invites the regional commissions" in looking(root, "strike")
    assert "all" in looking(root, "strike").split("|")
    assert "the" in looking(root, "u").split("|")
    assert "Decides to convene" in looking(root, "u")


def test_the_file_is_sound_and_the_same_each_time() -> None:
    redline = write_redline(compare(OLD, NEW), base=None)
    assert lint(marked(redline)) == ()
    assert marked(redline) == marked(redline)
