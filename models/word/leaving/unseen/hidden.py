"""Text that a Word file holds and nobody sees: hidden letters, and what stands twice for older programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from models.draft.word_counts import count_words
from models.word.archive import says
from models.word.leaving.unseen.stretches import RUNS, Stretches, own_runs, stretches, words_of
from models.word.leaving.unseen.table_styles import WORN, pieces_of, style_worn
from models.word.markup import take_out
from models.word.namespaces import COLLAPSED, m, w
from models.word.package import Package
from models.word.reading.alternatives import ALTERNATIVES, CHOSEN, chosen, is_known, is_read, unread_branches
from models.word.reading.appearance import OFF, ON, switched_on
from models.word.relationships import HEADS_AND_FEET, NOTES
from models.word.resolving.joining import unwrap
from models.word.signs import NOTED
from models.word.styles import inherited

HIDING = (w("vanish"), w("specVanish"))
HIDDEN_ROW = w("hidden")  # within w:trPr; elsewhere it hides a style from a list
_HIDING_NAMES = (b"vanish", b"specVanish", b"hidden", b"display:", b"display :")
_ROW_LOOK = w("trPr")
_UNSEEN_BOX = re.compile(r"visibility\s*:\s*hidden|display\s*:\s*none", re.IGNORECASE)
_LOOKS, _STYLE_NAMES = w("rPr"), (w("rStyle"), w("pStyle"))
_BOX = w("txbxContent")
_DRAWN = ("{*}blip", "{*}imagedata", "{*}chart", "{*}relIds", w("sym"))
_SAYS_HIDDEN = ("{*}docPr", "{*}cNvPr", "{*}anchor")


def drop_unread(root: etree._Element) -> None:
    """Take out the branches of alternative contents that Word never shows, and those with text that are not read."""
    for alternatives in list(root.iter(ALTERNATIVES)):
        taken = chosen(alternatives)
        for branch in list(alternatives):
            texts = next(branch.iter(w("p"), w("t"), w("delText")), None) is not None
            if branch is not taken and (texts or not is_known(branch)):
                alternatives.remove(branch)
        if alternatives.find(CHOSEN) is None:
            for branch in list(alternatives):
                unwrap(branch)
            unwrap(alternatives)  # without a choice it would be no valid one


def show_hidden(root: etree._Element, named: set[str], *, of_text: bool) -> None:
    """Show the hidden letters of a text, which the draft has; take them out of heads and feet, which it has not.

    `named` are the styles that hide their text (see `hidden_styles`). What joins two paragraphs on one line stays.
    Headings that are closed are opened.
    """
    if not of_text:
        for run in [run for run in root.iter(*RUNS) if is_hidden(run, named)]:
            take_out(run)
    for sign in [one for one in root.iter(*HIDING) if not is_separator(one)]:
        take_out(sign)
    for sign in [*hidden_rows(root), *root.iter(COLLAPSED)]:
        take_out(sign)


def is_separator(sign: etree._Element) -> bool:
    """Whether it hides the mark of a paragraph for good: the next one goes on in its line, and no letter is hidden.

    Word calls it a style separator (ISO/IEC 29500-1, 17.3.2.36).
    """
    look = sign.getparent()
    above = look.getparent() if look is not None else None
    paragraph = above.getparent() if above is not None and above.tag == w("pPr") else None
    spec = look.find(w("specVanish")) if look is not None else None
    return paragraph is not None and paragraph.tag == w("p") and spec is not None and switched_on(spec)


def may_hide(data: bytes) -> bool:
    """Whether a Word file may hide anything: most need not be parsed to be asked."""
    return says(data, *_HIDING_NAMES)


def hidden_words(data: bytes) -> Stretches:
    """The stretches of a Word file's text and notes that are hidden letters, as they stand in the draft read from it.

    A reader has them with the rest: once the letters are shown, nobody can tell that they were not meant to be seen.
    So are those of a note whose mark is hidden.
    """
    return stretches(*_hidden(data)) if may_hide(data) else Stretches()


def count_hidden(data: bytes) -> int:
    """How many words of a Word file's text and notes are hidden, each as often as it is."""
    return sum(count_words(words_of(runs)) for runs in _hidden(data)[0])


def _hidden(data: bytes) -> tuple[list[list[etree._Element]], list[etree._Element]]:
    """The hidden runs of a Word file's text and notes, in rows, and these parts."""
    package = Package(data)
    styles = hiding_styles(package)
    text, found = package.root(package.main), list[list[etree._Element]]()
    roots, seen, marks = [text], set[tuple[str, str | None]](), set[tuple[str, str | None]]()
    unseen = _unseen_runs(text, styles)
    for mark in text.iter(*NOTED):
        of_note = str(mark.tag), mark.get(w("id"))
        run = next(mark.iterancestors(*RUNS), None)
        (marks if run is not None and (run in unseen or is_hidden(run, styles)) else seen).add(of_note)
    found += _rows(text, unseen, styles)
    for kind, tag in zip(NOTES, NOTED, strict=True):
        if (root := package.root_of(kind)) is not None:
            roots.append(root)
            notes = (one for one in root if (tag, one.get(w("id"))) in marks - seen)
            found += _rows(
                root, _unseen_runs(root, styles).union(run for one in notes for run in one.iter(*RUNS)), styles
            )
    return found, roots


def hidden_in_heads(package: Package) -> Iterator[str]:
    """What the hidden letters of the heads and feet of a file say, which no draft has."""
    styles = hiding_styles(package)
    for link in package.relationships():
        if link.kind in HEADS_AND_FEET and not link.external and package.has(link.target):
            root = package.root(link.target)
            yield from filter(None, map(words_of, _rows(root, _unseen_runs(root, styles), styles)))


def _unseen_runs(root: etree._Element, styles: set[str]) -> set[etree._Element]:
    return {run for holder in _unseen_holders(root, styles) for run in holder.iter(*RUNS)}


def _rows(root: etree._Element, unseen: set[etree._Element], styles: set[str]) -> Iterator[list[etree._Element]]:
    """The hidden runs of a part, in rows with none between that says anything; what stands twice is there once."""
    if not styles and not unseen and next(root.iter(*HIDING), None) is None:
        return
    left_out = unread_branches(root)
    for paragraph in root.iter(w("p")):
        row: list[etree._Element] = []
        for run in (one for one in own_runs(paragraph) if is_read(one, left_out)):
            if run in unseen or is_hidden(run, styles):
                row.append(run)
            elif row and next(run.iter(w("t"), m("t")), None) is not None:
                yield row
                row = []
        if row:
            yield row


def hides_pictures(root: etree._Element, styles: set[str]) -> bool:
    """Whether a part has a picture, a chart or a sign that is hidden, which no draft has and a shown run would show."""
    return bool(hidden_among(list(root.iter(*_DRAWN)), root, styles))


def hidden_among(nodes: Sequence[etree._Element], root: etree._Element, styles: set[str]) -> list[etree._Element]:
    """Those of some elements of a part that stand in something hidden: a run, a row, a table, a drawing."""
    holders = set(_unseen_holders(root, styles)) if nodes else set()
    found = []
    for one in nodes:
        above = list(one.iterancestors())
        if holders.intersection(above) or any(run.tag in RUNS and is_hidden(run, styles) for run in above):
            found.append(one)
    return found


def hidden_rows(root: etree._Element) -> Iterator[etree._Element]:
    """The marks in a part that hide a row of a table."""
    yield from (sign for sign in root.iter(HIDDEN_ROW) if (above := sign.getparent()) is not None
                and above.tag == _ROW_LOOK)  # fmt: skip


def _unseen_holders(root: etree._Element, styles: set[str]) -> Iterator[etree._Element]:
    """Rows that are marked as hidden, tables whose style hides them, drawings, and hidden runs that hold boxes."""
    for sign in hidden_rows(root):
        if switched_on(sign):
            yield next(sign.iterancestors(w("tr")), sign)
    yield from hidden_by_tables(root, styles)
    for box in root.iter(_BOX):
        yield from (run for run in box.iterancestors(*RUNS) if is_hidden(run, styles))
    yield from hidden_drawings(root)


def hidden_by_tables(root: etree._Element, styles: set[str]) -> Iterator[etree._Element]:
    """The tables, rows and cells that the style of their table hides."""
    for table in root.iter(w("tbl")) if styles else ():
        if worn := style_worn(table):
            yield from (table,) if worn in styles else ()
            for part in ("", *WORN):
                yield from pieces_of(table, part) if f"{worn} {part}" in styles else ()


def hidden_drawings(root: etree._Element) -> Iterator[etree._Element]:
    """The drawings of a part that are not shown, and the pieces of others that are not."""
    for box in root.iter("{urn:schemas-microsoft-com:vml}*"):
        if _UNSEEN_BOX.search(box.get("style") or ""):
            yield box
    for said in root.iter(*_SAYS_HIDDEN):
        if said.get("hidden") in (None, *OFF):
            continue
        above = said.getparent() if said.tag[-6:] != "anchor" else said
        while above is not None and str(above.tag).rpartition("}")[2].startswith("nv"):  # what is said of it, not it
            above = above.getparent()
        yield from (above,) if above is not None else ()


def closed_headings(package: Package) -> int:
    """How many headings of a Word file's text are closed over what stands under them."""
    return sum(map(switched_on, package.root(package.main).iter(COLLAPSED)))


def unused_notes(notes: etree._Element, kind: str, body: etree._Element) -> list[etree._Element]:
    """The notes of a part ("footnotes" or "endnotes") that have no place in the text, separators aside."""
    one = kind.removesuffix("s")
    cited = {place.get(w("id")) for place in body.iter(w(f"{one}Reference"))}
    return [note for note in notes.iter(w(one)) if note.get(w("type")) is None and note.get(w("id")) not in cited]


def is_hidden(run: etree._Element, named: set[str]) -> bool:
    """Whether a run is hidden by its own look, or by the style of it or its paragraph; `named` are hidden styles."""
    own = run.find(_LOOKS)
    if own is not None and (hides := _hides(own)) is not None:
        return hides
    return bool(named) and _hidden_by_styles(own, next(run.iterancestors(w("p")), None), named)


def hides_mark(paragraph: etree._Element, named: set[str]) -> bool:
    """Whether the mark of a paragraph is hidden: one that has no letters besides has no line of its own."""
    own = paragraph.find(w("pPr"))
    look = own.find(_LOOKS) if own is not None else None
    if look is not None and (hides := _hides(look)) is not None:
        return hides
    return _hidden_by_styles(look, paragraph, named)


def _hidden_by_styles(look: etree._Element | None, paragraph: etree._Element | None, named: set[str]) -> bool:
    """Whether letters are hidden by one of their two styles: both together show them (ISO/IEC 29500-1, 17.7.3)."""
    both = (look, paragraph.find(w("pPr")) if paragraph is not None else None)
    worn = [one.find(tag) if one is not None else None for one, tag in zip(both, _STYLE_NAMES, strict=True)]
    said = [(name.get(w("val")) or "") if name is not None else None for name in worn]
    return (said[0] in named) != ((said[1] or "") in named)


def says_shown(run: etree._Element) -> bool:
    """Whether a run says of itself that its letters are shown, whatever a style says."""
    own = run.find(_LOOKS)
    return own is not None and _hides(own) is False


def _hides(look: etree._Element) -> bool | None:
    """Whether a look hides its letters, None where it says nothing of that."""
    signs = [sign for tag in HIDING if (sign := look.find(tag)) is not None]
    return any(map(switched_on, signs)) if signs else None


def hiding_styles(package: Package) -> set[str]:
    """The ids of the styles of a Word file that hide their text, as `hidden_styles` gives them."""
    return hidden_styles(package.root_of("styles"))


def hidden_styles(styles: etree._Element | None) -> set[str]:
    """The ids of the styles that hide their text, by themselves or through the one they stand on.

    A style of tables that hides some cells is there with a space and their name in WORN, or none, and "" where text is
    hidden that names no style; where all text is, every style hides.
    """
    if styles is None:
        return set()
    based: dict[str, str] = {}
    usual = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{_LOOKS}")
    every = usual is not None and _hides(usual) is True
    says: dict[str, bool] = {}
    of_text = {""} if every else set[str]()  # what is hidden unless it says otherwise
    for style in styles.iter(w("style")):
        name, below, look = style.get(w("styleId")) or "", style.find(w("basedOn")), style.find(_LOOKS)
        hides, sign = _hides(look) if look is not None else None, style.find(f"{_ROW_LOOK}/{HIDDEN_ROW}")
        if hides is None and sign is not None:
            hides = switched_on(sign)
        if style.get(w("type")) == "paragraph":
            if style.get(w("default")) in ON:
                based[""] = name
            if every:
                of_text.add(name)
        if below is not None:
            based[name] = below.get(w("val")) or ""
        if hides is not None:
            says[name] = hides
        for part in style.iterchildren(w("tblStylePr")):
            sign = next(part.iter(*HIDING, HIDDEN_ROW), None)
            if sign is not None and switched_on(sign):
                kind = part.get(w("type")) or ""
                says[f"{name} {kind if kind in WORN else ''}"] = True
    says = dict.fromkeys(of_text, True) | inherited(says, based)
    return {name for name, hides in says.items() if hides}
