"""Elements of Akoma Ntoso, and words with their looks in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from models.draft import Draft, Run
from models.draft.held_letters import NOT_IN_XML

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_PREFIXES: dict[str | None, str] = {None: NAMESPACE}
_LOOKS = ("i", "b", "u")


def element(name: str, attributes: Mapping[str, str] | None = None, *children: etree._Element) -> etree._Element:
    """An element with its children; letters that XML cannot hold are left out of attributes."""
    made = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap=_PREFIXES)  # type: ignore[arg-type]  # lxml takes None for "no prefix"
    for key, value in (attributes or {}).items():
        made.set(key, NOT_IN_XML.sub("", value))
    made.extend(children)
    return made


def add_text(parent: etree._Element, text: str) -> None:
    """Put words at the end of what an element holds."""
    text = NOT_IN_XML.sub("", text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


class Names:
    """Gives each element a name of its own (`eId`), made of the one it stands in: "para_5__list_1__point_a"."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def name(self, what: str, number: str | None, within: str = "") -> str:
        """A new name; `number` as printed, or None where the order alone tells."""
        stem = f"{within}__{what}" if within else what
        said = re.sub(r"[^\w.]+", "-", (number or "").lower()).strip("-_.")
        if said and (name := f"{stem}_{said}") not in self._given:
            self._given.add(name)
            return name
        at = 1
        while (name := f"{stem}_{said}-{at}" if said else f"{stem}_{at}") in self._given:
            at += 1
        self._given.add(name)
        return name


class Words:
    """Writes runs; a note stands where it is cited first, and is pointed at where it is cited again."""

    def __init__(self, draft: Draft, names: Names) -> None:
        self._draft = draft
        self._names = names
        self._cited: dict[int, str] = {}

    def add(self, parent: etree._Element, runs: Iterable[Run]) -> None:
        """Put runs at the end of what an element holds."""
        for run in runs:
            if run.footnote is not None:
                parent.append(self._note(run.footnote))
                continue
            inner = parent
            for tag, on in zip(_LOOKS, run.marks, strict=True):
                if on and run.text:
                    made = element(tag)
                    inner.append(made)
                    inner = made
            for at, line in enumerate(run.text.split("\n")):
                if at:
                    inner.append(element("br"))
                add_text(inner, line)

    def _note(self, cited: int) -> etree._Element:
        note = self._draft.note.get(cited)
        if note is None:
            lost = element("sup")
            add_text(lost, str(cited))
            return lost
        mark, known = note.mark, self._cited.get(cited)
        if known is not None:
            return element("noteRef", {"href": f"#{known}", "marker": mark, "placement": "bottom"})
        name = self._cited[cited] = self._names.name("note", mark)
        words = element("p")
        self.add(words, note.runs)
        return element("authorialNote", {"eId": name, "marker": mark, "placement": "bottom"}, words)


def parted(runs: Iterable[Run], cuts: Sequence[int]) -> list[list[Run]]:
    """Runs cut at letters, in order; a note at a cut goes with the words before it. One stretch more than cuts."""
    found: list[list[Run]] = [[] for _ in range(len(cuts) + 1)]
    piece = at = 0
    for run in runs:
        text = run.text
        while text:
            while piece < len(cuts) and cuts[piece] <= at:
                piece += 1
            room = cuts[piece] - at if piece < len(cuts) else len(text)
            found[piece].append(Run(text[:room], run.italic, run.bold, run.underline))
            at, text = at + len(text[:room]), text[room:]
        if run.footnote is not None:
            found[piece].append(run)
    return found
