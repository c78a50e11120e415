"""Words of a Word file in letters that nobody sees on the page: of the colour of the paper, or too small to read."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.archive import says
from models.word.namespaces import w
from models.word.package import Package

_FAINT = frozenset(("FFFFFF", "FEFEFE"))  # colours of paper
_TINY = frozenset("01234")  # half points that nobody can read
_OF_PAPER = frozenset(("background1", "light1"))  # colours of themes
_SIGNS = (
    *(f':val="{colour}"'.encode() for one in sorted(_FAINT) for colour in (one, one.lower())),
    *(f'"{colour}"'.encode() for colour in sorted(_OF_PAPER)),
    *(f':sz w:val="{size}"'.encode() for size in sorted(_TINY)),
)
_LOOK, _RUN, _COLOUR, _SIZE, _VAL = w("rPr"), w("r"), w("color"), w("sz"), w("val")
_STYLES = (w("rStyle"), w("pStyle"))
_GROUNDS = ((w("p"), w("pPr")), (w("tc"), w("tcPr")), (w("tbl"), w("tblPr")))
_NO_GROUND = frozenset(("", "AUTO", *_FAINT))
_PARTS = ("footnotes", "endnotes")
_WORTH = 4  # shorter stretches stand in any text


def faint_words(data: bytes) -> tuple[str, ...]:
    """The stretches of a Word file's text and notes in such letters, as they stand in the draft read from it."""
    return tuple(faint_stretches(Package(data))) if says(data, *_SIGNS) else ()


def faint_stretches(package: Package) -> dict[str, None]:
    """The stretches of a package's text and notes in such letters, each once, in their order."""
    styles = package.related("styles")
    named = _faint_styles(package.root(styles) if styles is not None else None)
    found: dict[str, None] = {}
    for part in (package.main, *(package.related(kind) for kind in _PARTS)):
        if part is None or not package.has(part):
            continue
        root = package.root(part)
        runs = dict.fromkeys([*_by_own_look(root), *(_by_style(root, named) if named else ())])
        before = None
        stretch = ""
        for run in (*runs, None):
            said = "".join(text.text or "" for text in run.iter(w("t"))) if run is not None else ""
            if run is None or before is None or before.getnext() is not run:
                found[" ".join(stretch.split())] = None
                stretch = ""
            stretch, before = stretch + said, run
    return {words: None for words in found if len(words) >= _WORTH}


def is_faint(look: etree._Element) -> bool:
    """Whether the look of a run, or of a style, makes its letters so; letters on a ground of their own are seen."""
    size = look.find(_SIZE)
    if size is not None and size.get(_VAL) in _TINY:
        return True
    on_ground = look.find(w("shd")) is not None or look.find(w("highlight")) is not None
    return not on_ground and _is_of_paper(look.find(_COLOUR))


def _is_of_paper(colour: etree._Element | None) -> bool:
    if colour is None:
        return False
    value = (colour.get(_VAL) or "").upper()
    return value in _FAINT or (value in ("", "AUTO") and colour.get(w("themeColor")) in _OF_PAPER)


def _by_own_look(root: etree._Element) -> Iterator[etree._Element]:
    for sign in root.iter(_COLOUR, _SIZE):
        if sign.tag == _SIZE and sign.get(_VAL) not in _TINY:
            continue  # most: every run of a text may say its size
        look = sign.getparent()
        run = look.getparent() if look is not None and look.tag == _LOOK else None
        if look is not None and run is not None and run.tag == _RUN and is_faint(look) and not _on_ground(run, look):
            yield run


def _by_style(root: etree._Element, named: set[str]) -> Iterator[etree._Element]:
    for sign in root.iter(*_STYLES):
        if sign.get(_VAL) not in named:
            continue
        holder = next(sign.iterancestors(_RUN, w("p")), None)
        for run in () if holder is None else holder.iter(_RUN):
            own = run.find(_LOOK)
            seen = own is not None and (own.find(_COLOUR) is not None or own.find(_SIZE) is not None)
            if not seen and not _on_ground(run, own):
                yield run


def _on_ground(run: etree._Element, look: etree._Element | None) -> bool:
    """Whether a paragraph, cell or table around white letters is coloured; letters too small are so on any ground."""
    if look is not None and look.find(_SIZE) is not None and not _is_of_paper(look.find(_COLOUR)):
        return False
    for tag, properties in _GROUNDS:
        holder = next(run.iterancestors(tag), None)
        ground = holder.find(f"{properties}/{w('shd')}") if holder is not None else None
        if ground is not None and (ground.get(w("fill")) or "").upper() not in _NO_GROUND:
            return True
    return False


def _faint_styles(styles: etree._Element | None) -> set[str]:
    """The ids of the styles of letters and paragraphs that look so, by themselves or through the one they stand on."""
    if styles is None:
        return set()
    based: dict[str, str] = {}
    own: dict[str, bool] = {}
    for style in styles.iter(w("style")):
        name, below, look = style.get(w("styleId")) or "", style.find(w("basedOn")), style.find(_LOOK)
        if style.get(w("type")) not in ("character", "paragraph"):
            continue
        based[name] = (below.get(_VAL) or "") if below is not None else ""
        ground = style.find(f"{w('pPr')}/{w('shd')}") is not None
        if look is not None and (look.find(_COLOUR) is not None or look.find(_SIZE) is not None):
            own[name] = is_faint(look) and not ground
    if not any(own.values()):
        return set()
    found = set()
    for name in based:
        one, seen = name, set[str]()
        while one and one not in own and one not in seen:
            seen.add(one)
            one = based.get(one, "")
        if own.get(one):
            found.add(name)
    return found
