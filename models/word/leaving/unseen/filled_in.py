"""What Word filled in of those who made a file: it shows their properties, and goes where these do not leave.

Whoever opens the file would see other words there, out of the properties that it has then: they are none of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from models.word.archive import fields_say, says
from models.word.fields import FRAME, SIMPLE, OpenFields, instructions, name_of
from models.word.leaving.parts.emptied import drop_if_empty
from models.word.leaving.parts.fields import MAY_TELL, tells_of_makers
from models.word.leaving.unseen.stretches import WORTH
from models.word.leaving.unseen.without_hidden import drop_around, drop_line
from models.word.namespaces import w
from models.word.package import Package
from models.word.relationships import NOTES
from models.word.resolving.joining import drop
from models.word.seldom import each, seldom
from models.word.signs import TEXT

_RUN, _LOOK, _P, _CONTROL, _BINDING = w("r"), w("rPr"), w("p"), w("sdt"), w("dataBinding")
_PATH = w("xpath")
_PROPERTIES = re.compile(r"\b(?:coreProperties|CoverPageProperties|Properties)\b.*\b([A-Za-z]{3,})\b")
"""The path of a property of a file, in its data: by its ends, whatever form the steps have."""
_OF_TEXT = frozenset(("title", "subject", "Abstract", "PublishDate"))
_DEEP = 20  # fields within codes of one another that are looked into: Word's own limit
seldom(_BINDING)


@dataclass(slots=True, eq=False)
class FilledIn:
    """A field that shows something of the makers, or what a control does that is bound to such a property.

    `words` are what it last showed, `within` is the paragraph in which that begins.
    """

    name: str
    nodes: list[etree._Element]
    words: str
    within: etree._Element | None


@dataclass(slots=True)
class _Open:
    at: int  # where it begins among what stands within fields
    result: int | None = None  # where what follows its separator does
    told: list[str] = field(default_factory=list)  # what the fields in its code show of the makers


def may_fill_in(data: bytes) -> bool:
    """Whether a Word file may show anything of its makers: most need not be parsed to be asked."""
    return fields_say(data, *MAY_TELL) or says(data, b"dataBinding")


def words_filled_in(data: bytes) -> tuple[str, ...]:
    """What the text and the notes of a Word file show of those who made it, each once."""
    return tuple(dict.fromkeys(one.words for one in in_text(Package(data)))) if may_fill_in(data) else ()


def in_text(package: Package) -> list[FilledIn]:
    """What the text and the notes of a file show of those who made it."""
    return [one for part in package.parts_of(NOTES) for one in filled_in(package.root(part))]


def drop_filled_in(package: Package) -> list[FilledIn]:
    """Take out in place what the text and the notes of a file show of those who made it, and tell what that was.

    Tracked changes are settled before. A line that showed nothing else goes with it.
    """
    gone = list[FilledIn]()
    for part in package.parts_of(NOTES):
        if found := filled_in(package.root(part)):
            root = package.edit(part)
            found = filled_in(root)
            lines = dict.fromkeys(line for one in found for node in one.nodes for line in node.iterancestors(_P))
            take_out_filled_in(found)
            for line in lines:
                drop_line(line)
            gone += found
    return gone


def take_out_filled_in(found: Iterable[FilledIn]) -> None:
    """Take such fields and words out of a part in place, and the runs, links and controls that held nothing else."""
    for node in (node for one in found for node in one.nodes):
        above = node.getparent()
        drop(node)
        if above is not None and above.tag == _RUN:
            run, above = above, above.getparent()
            drop_if_empty(run)
        drop_around(above)


def filled_in(root: etree._Element) -> list[FilledIn]:
    """What a part shows of those who made the file, in fields and controls.

    A field that shows what one within its code does is another: QUOTE and IF hand on a name as words of their own.
    """
    controls = (one for binding in each(root, _BINDING) if (one := _bound_to_makers(binding)) is not None)
    found = [_shown("CONTROL", list(one.iter(_RUN)), one.iter(_RUN)) for one in controls]
    if any(map(tells_of_makers, instructions(root))):  # as in few files, of which all runs are walked
        for simple in each(root, SIMPLE):
            if tells_of_makers(said := simple.get(w("instr")) or ""):
                found.append(_shown(name_of(said), [simple], simple.iter(_RUN)))
        found += _in_runs(root)
    return [one for one in found if one.words.strip()]


def _in_runs(root: etree._Element) -> Iterator[FilledIn]:
    fields, stack, nodes = OpenFields(), list[_Open](), list[etree._Element]()
    found = list[tuple[str, int, int, int]]()  # a name, where it begins, where what it shows does, and where it ends
    for node in (one for run in root.iter(_RUN) for one in run if one.tag != _LOOK):
        ended = fields.follow(node) if node.tag in FRAME else None
        if len(stack) < len(fields.within):
            stack.append(_Open(len(nodes)))
        if stack:
            nodes.append(node)
            if fields.within and stack[-1].result is None and fields.within[-1].separated:
                stack[-1].result = len(nodes)
        if ended is None:
            continue
        one = stack.pop()
        result = len(nodes) if one.result is None else one.result
        shown = _letters(nodes[result:]) if one.told or (stack and stack[-1].result is None) else ""
        if not tells_of_makers(ended.instruction) and not any(_hands_on(shown, told) for told in one.told):
            continue
        if stack and stack[-1].result is None:  # in a code, which no page shows
            stack[-1].told += [shown] if shown.strip() and len(stack) < _DEEP else []
            continue
        while found and found[-1][1] >= one.at:  # it stands within this one
            found.pop()
        found.append((name_of(ended.instruction), one.at, result, len(nodes)))
    for name, start, result, end in found:
        yield FilledIn(name, nodes[start:end], _letters(nodes[result:end]), _paragraph_of(nodes[start]))


def _shown(name: str, nodes: list[etree._Element], runs: Iterable[etree._Element]) -> FilledIn:
    words = _letters(one for run in runs for one in run)
    return FilledIn(name, nodes, words, _paragraph_of(nodes[0]) if nodes else None)


def _hands_on(shown: str, told: str) -> bool:
    """Whether a field shows what one in its code does: a letter or a figure alone may be anybody's."""
    return shown.strip() == told.strip() or (len(told.strip()) >= WORTH and told.strip() in shown)


def _letters(nodes: Iterable[etree._Element]) -> str:
    return "".join(one.text or "" for one in nodes if one.tag in TEXT)


def _paragraph_of(node: etree._Element) -> etree._Element | None:
    return next(node.iterancestors(_P), None)


def _bound_to_makers(binding: etree._Element) -> etree._Element | None:
    """A control whose words are a property of the file that is none of the text; None for others."""
    found = _PROPERTIES.search(binding.get(_PATH) or "")
    return next(binding.iterancestors(_CONTROL), None) if found is not None and found[1] not in _OF_TEXT else None
