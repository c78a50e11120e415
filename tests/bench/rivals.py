"""Other programs that compare Word files, for the bench: what they take, and which paragraphs they hold for one.

docxodus (python-redlines 2, MIT; requirements-bench.lock) brings its own runtime;
LibreOffice is found on the path. A program that is not there is None, and one that takes too long is ended with all it
started.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.oxml.ns import qn
from lxml import etree

from models.draft import Draft

_DOCXODUS = """
import sys
from pathlib import Path
from python_redlines import DocxodusEngine
old, new, out, place = map(Path, sys.argv[1:])
out.write_bytes(DocxodusEngine(target_path=str(place)).run_redline("Bench", old, new)[0])
"""
_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Work
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  text = StarDesktop.loadComponentFromURL("{new}", "_blank", 0, hidden())
  Dim other(0) As New com.sun.star.beans.PropertyValue
  other(0).Name = "URL"
  other(0).Value = "{old}"
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(text.CurrentController.Frame, ".uno:CompareDocuments", "", 0, other())
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  text.storeToURL("{out}", form())
  text.close(True)
  StarDesktop.terminate
End Sub
</script:module>
"""


@dataclass(frozen=True)
class Redline:
    """What a rival made of two drafts: seconds by the clock from the call to the file, and its pairs of positions.

    No pairs where the redline has not as many paragraphs, all rejected and all accepted, as the two texts.
    """

    seconds: float
    pairs: frozenset[tuple[int, int]] | None


def lacking(name: str) -> str | None:
    """How to get a program that is not there; None where it is."""
    if name == "LibreOffice":
        return None if shutil.which("soffice") is not None else "not installed (make test-tools)"
    there = importlib.util.find_spec("python_redlines_docxodus") is not None
    return None if there else "not installed (make bench)"


def docxodus(old: Draft, new: Draft, folder: Path, seconds: float = 120) -> Redline | None:
    """The redline of docxodus; None where it is not installed or took longer than that."""
    if lacking("docxodus"):
        return None
    files = _written(old, new, folder)
    command = [sys.executable, "-c", _DOCXODUS, *map(str, files), str(folder / "docxodus")]
    return _run(command, files[2], seconds, (len(old.paragraphs), len(new.paragraphs)))


def libreoffice(old: Draft, new: Draft, folder: Path, seconds: float = 120) -> Redline | None:
    """LibreOffice's own comparison: starting, loading, comparing, saving; None where it is not there or took longer."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return None
    files = _written(old, new, folder)
    command = [soffice, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    module = folder / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
    if not module.exists():
        # The first start makes the profile, and would write over what stands there.
        subprocess.run([*command, "--terminate_after_init"], capture_output=True, timeout=seconds, check=False)
    places = dict(zip(("old", "new", "out"), (path.as_uri() for path in files), strict=True))
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(_MACRO.format(**places), encoding="utf-8")
    counts = len(old.paragraphs), len(new.paragraphs)
    return _run([*command, "macro:///Standard.Module1.Work"], files[2], seconds, counts)


def _written(old: Draft, new: Draft, folder: Path) -> tuple[Path, Path, Path]:
    for name, draft in (("old", old), ("new", new)):
        file = docx.Document()
        for paragraph in draft.paragraphs:
            file.add_paragraph(paragraph.text)
        file.save(str(folder / f"{name}.docx"))
    (folder / "out.docx").unlink(missing_ok=True)
    return folder / "old.docx", folder / "new.docx", folder / "out.docx"


def _run(command: Sequence[str], out: Path, seconds: float, counts: tuple[int, int]) -> Redline | None:
    start = time.perf_counter()
    # A group of its own, so that what it started ends with it.
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return None
    taken = time.perf_counter() - start
    return Redline(taken, _pairs(out, counts)) if out.exists() else None


def _pairs(redline: Path, counts: tuple[int, int]) -> frozenset[tuple[int, int]] | None:
    """Pairs of positions that keep text in common in a file with tracked changes, or that a move joins."""
    body = docx.Document(str(redline)).element.body
    pairs: set[tuple[int, int]] = set()
    moves: dict[str, tuple[set[int], set[int]]] = {}
    open_ranges: dict[str, str] = {}
    old = new = 0
    for element in body.iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name in ("moveFromRangeStart", "moveToRangeStart"):
            open_ranges[element.get(qn("w:id"))] = element.get(qn("w:name"))
        elif name in ("moveFromRangeEnd", "moveToRangeEnd"):
            open_ranges.pop(element.get(qn("w:id")), None)
        elif name in ("t", "delText") and (element.text or "").strip():
            around = {etree.QName(above).localname for above in element.iterancestors()}
            if not around & {"ins", "del", "moveFrom", "moveTo"}:
                pairs.add((old, new))
            for move in open_ranges.values():
                if "moveFrom" in around:
                    moves.setdefault(move, (set(), set()))[0].add(old)
                elif "moveTo" in around:
                    moves.setdefault(move, (set(), set()))[1].add(new)
        elif name == "p":
            before = element.getprevious()
            if before is not None and etree.QName(before).localname == "p":
                old, new = _after(before, old, new)
    for olds, news in moves.values():
        pairs |= {(i, j) for i in olds for j in news}
    return frozenset(pairs) if (old + 1, new + 1) == counts else None


def _after(paragraph: etree._Element, old: int, new: int) -> tuple[int, int]:
    """The positions after a paragraph: its mark may stand in the old text alone or in the new one alone."""
    marks = {etree.QName(mark).localname for mark in paragraph.iterfind(f"{qn('w:pPr')}/{qn('w:rPr')}/*")}
    return old + (not marks & {"ins", "moveTo"}), new + (not marks & {"del", "moveFrom"})
