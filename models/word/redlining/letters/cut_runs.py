"""Runs cut where something of them is deleted, looks otherwise or has something inserted into it.

What is kept stays the element it was; a text is cut between its characters, never written anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from lxml import etree

from models.word.markup import child_of, element
from models.word.namespaces import XML, w
from models.word.redlining.letters.atoms import Marks
from models.word.redlining.letters.edit_script import Step, TooFine
from models.word.redlining.letters.raw_letters import FieldSpan, Raw, whole_of
from models.word.redlining.letters.revision_marks import Stamp


@dataclass(slots=True, eq=False)
class _Key:
    """What becomes of a stretch of a run; there is one of each for a paragraph."""

    op: str = "keep"
    marks: Marks | None = None
    shown: Marks = (False, False, False)  # the marks it has had so far


_RPR, _T = w("rPr"), w("t")
_SPACE = f"{{{XML}}}space"
_KEEP, _DELETE = _Key(), _Key("delete")


class CutRuns:
    """Cuts the runs of one paragraph as steps want it; `pieces` has the run each character stands in afterwards."""

    def __init__(self, steps: Sequence[Step], stamp: Stamp) -> None:
        """Deletions and changed looks are tracked as they are cut out."""
        self.pieces: dict[Raw, etree._Element] = {}
        self._stamp = stamp
        self._cut_runs(self._status(steps), self._cuts(steps))

    @staticmethod
    def _status(steps: Sequence[Step]) -> dict[Raw, _Key]:
        status: dict[Raw, _Key] = {}
        looks: dict[tuple[Marks, Marks], _Key] = {}
        for step in steps:
            if step.old is None:
                continue
            key = _KEEP
            if step.op == "delete":
                key = _DELETE
            elif (
                step.old.note is None
                and step.new is not None
                and step.new.marks is not None
                and step.new.marks != step.old.marks
            ):
                change = (step.new.marks, step.old.marks)
                key = looks.setdefault(change, _Key("look", *change))
            for raw in step.old.raws:
                status[raw] = key
            if key is _DELETE:
                status.update(dict.fromkeys(step.old.behind_note, _KEEP))
        return status

    @staticmethod
    def _cuts(steps: Sequence[Step]) -> set[Raw]:
        """The raw characters before which something is inserted."""
        cuts, waiting = set(), False
        for step in steps:
            if step.op == "insert":
                waiting = True
            elif step.old is not None and step.old.raws:
                if waiting:
                    cuts.add(step.old.raws[0])
                waiting = False
        return cuts

    def _cut_runs(self, status: dict[Raw, _Key], cuts: set[Raw]) -> None:
        by_run: dict[etree._Element, list[Raw]] = {}
        for raw in status:
            by_run.setdefault(raw.run, []).append(raw)
        struck: dict[FieldSpan, int] = {}  # characters of fields, these in order, for the same ids each time
        for raw, key in status.items():
            if raw.span is not None:
                struck[raw.span] = struck.get(raw.span, 0) + (key is _DELETE and raw.text != "")
        frames = [span.frame for span, count in struck.items() if 0 < count == span.shown]
        for run, raws in by_run.items():
            if (whole := whole_of(raws[0])) is not None:
                self._strike(whole, [status[raw] for raw in raws])
            elif any(status[raw] is not _KEEP for raw in raws) or any(raw in cuts for raw in raws[1:]):
                self._cut(run, raws, status, cuts)
            for raw in raws:
                self.pieces.setdefault(raw, run)
        for frame in frames:
            if any(run in by_run for run in frame):
                continue  # the frame shares a run with text: the field stays, showing nothing
            for run in frame:
                parent = run.getparent()
                if parent is not None and parent.tag != w("del"):
                    self._stamp.wrap(run, "del")

    def _strike(self, whole: etree._Element, keys: Sequence[_Key]) -> None:
        """Delete an equation, or runs that are given twice."""
        parent = whole.getparent()
        if _DELETE in keys and parent is not None and parent.tag != w("del"):
            self._stamp.wrap(whole, "del")

    def _cut(self, run: etree._Element, raws: Sequence[Raw], status: dict[Raw, _Key], cuts: set[Raw]) -> None:
        groups = _grouped(run, raws, status, cuts)
        own = child_of(run, _RPR)
        for at, (key, content, members) in enumerate(groups):
            node = run
            if len(groups) > 1:
                node = element("r", None if own is None else self._copied(own, at))
                for name, value in run.items():
                    node.set(name, value)
                run.addprevious(node)
                node.extend(content)
            for raw in members:
                self.pieces[raw] = node
            if at == len(groups) - 1 and len(groups) > 1:
                parent = run.getparent()
                assert parent is not None
                parent.remove(run)
            if key.op == "delete":
                self._stamp.wrap(node, "del")
            elif key.marks is not None:
                self._stamp.change_run(node, key.marks, key.shown)

    def _copied(self, properties: etree._Element, at: int) -> etree._Element:
        """The properties of a run for one of its pieces: a record of a former look gets an id of its own."""
        made = copy(properties)
        for change in made.findall(w("rPrChange")) if at else ():
            change.set(w("id"), str(self._stamp.identity()))
        return made


def _grouped(
    run: etree._Element, raws: Sequence[Raw], status: dict[Raw, _Key], cuts: set[Raw]
) -> list[tuple[_Key, list[etree._Element], list[Raw]]]:
    """The content of a run in stretches that share what becomes of them; texts are cut where they differ."""
    by_child: dict[etree._Element, list[Raw]] = {}
    for raw in raws:
        by_child.setdefault(raw.child, []).append(raw)
    groups: list[tuple[_Key, list[etree._Element], list[Raw]]] = []
    last = status[raws[0]]
    for child in list(run):
        if child.tag == _RPR:
            continue
        own = by_child.get(child)
        if own is None:
            key = _KEEP if last is _DELETE and not _goes_with_text(child) else last
            _add(groups, key, child, [], False)
            continue
        for key, members in _stretches(own, status, cuts):
            last = key
            part = child if len(members) == len(own) else _part(child, members)
            _add(groups, key, part, members, members[0] in cuts)
    return groups


def _goes_with_text(child: etree._Element) -> bool:
    return child.tag == w("lastRenderedPageBreak")


def _add(
    groups: list[tuple[_Key, list[etree._Element], list[Raw]]],
    key: _Key,
    child: etree._Element,
    members: Sequence[Raw],
    cut: bool,
) -> None:
    if groups and groups[-1][0] is key and not cut:
        groups[-1][1].append(child)
        groups[-1][2].extend(members)
    else:
        groups.append((key, [child], list(members)))


def _stretches(raws: Sequence[Raw], status: dict[Raw, _Key], cuts: set[Raw]) -> Iterator[tuple[_Key, list[Raw]]]:
    members: list[Raw] = []
    for raw in raws:
        if members and (status[raw] is not status[members[0]] or raw in cuts):
            yield status[members[0]], members
            members = []
        members.append(raw)
    if members:
        yield status[members[0]], members


def _part(child: etree._Element, members: Sequence[Raw]) -> etree._Element:
    if child.tag != _T:
        raise TooFine("A sign is changed as a whole.")
    # Exactly this text, line breaks and tabs of the XML included.
    shown = element("t")
    last = members[-1]
    shown.text = (child.text or "")[members[0].offset : last.offset + len(last.text)]
    shown.set(_SPACE, "preserve")
    return shown
