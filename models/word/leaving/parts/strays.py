"""What no schema has and no page shows, and that may be a name: letters where Word has only words of its own.

Word reads over them. What is a name by right, of a style, a font, a bookmark, is looked at elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from models.word.leaving.parts.older_drawings import says_more
from models.word.leaving.parts.words_of_format import is_font, is_watermark, says_nothing
from models.word.markup import take_out
from models.word.namespaces import CHOICE, DRAWING, MATH, WORD, w
from models.word.reading.astray import astray, words_astray

_WORD, _CHOICES = w(""), f"{{{CHOICE}}}"
_LETTERS = frozenset(map(w, ("t", "delText", "instrText", "delInstrText")))
_RUNS = (w("r"), f"{{{MATH}}}r")
_UNUSUAL = etree.XPath(
    "//text()[not(parent::w:t/parent::w:r or parent::w:delText/parent::w:r)]", namespaces={"w": WORD}
)
_OF_WORD = ("{http://schemas.openxmlformats.org/wordprocessingml/", "{http://schemas.microsoft.com/office/word/")
OF_WORD_ALONE = (_WORD, *(f"{{http://schemas.microsoft.com/office/word/{year}/wordml}}" for year in (2010, 2012)))
"""So begin the elements of which all attributes have a namespace."""
_XML = "{http://www.w3.org/XML/1998/namespace}"
_NAMELIKE = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{2,}|[a-z][A-Z][a-z]{2,}|\s")
_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Z][a-z]{2,}")
_CAPITAL = re.compile(r"[A-Z][a-z]{2,}")
_OWN_WORD = re.compile(r"[a-z][A-Za-z0-9]*")  # "thinThickSmallGap": the schema's words begin small
_LANGUAGE = re.compile(r"x-none|[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?|[0-9A-Fa-f]{4}")
_FORM = re.compile(r"(?:(?:[^\W\d_]|\d{1,5}), ){3}\.\.\.")  # of a list's numbers: "α, β, γ, ...", "001, 002, 003, ..."
_NAMED = frozenset((
    "lsdException", "rFonts", "font", "altName", "sym", "style", "name", "aliases", "basedOn", "next", "link", "pStyle",
    "rStyle", "tblStyle", "styleLink", "numStyleLink", "compatSetting", "bookmarkStart", "lvlText", "fldSimple",
    "documentProtection", "suff", "moveFromRangeStart", "moveToRangeStart", "docPartGallery", "dateFormat",
))  # fmt: skip
"""Elements whose attributes are names or words, looked at elsewhere."""
_NAMES = frozenset(("author", "date", "anchor", "docLocation", "tooltip", "font"))
_LANGUAGES = frozenset(("lang", "themeFontLang", "lid"))
FRAMES = frozenset(("_blank", "_self", "_parent", "_top", "_new"))
_SHEET = re.compile(r"(?:'(?:[^']|'')*'|[^\s'!(),]+)!")
_NAMING_CELLS = frozenset(("f", "nf", "sqref"))
"""What of a chart names the cells it was drawn from: of its figures, of their names, of all that was filtered."""
_MOST_CELLS = 1_000  # letters that name cells; of some thousand quotation marks to look for sheets takes seconds
_CELLS = re.compile(r"\(?(?:(?:Sheet1!)?\$?[A-Z]{1,3}\$?\d{1,7}[:,]?)+\)?|_xlchart\.[\w.]*\d")
_VML, _OF_DRAWINGS = "{urn:schemas-microsoft-com:vml}", "{http://schemas.microsoft.com/office/drawing/"
_OF_FILMS = "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing"
_OF_SHAPES = "{http://schemas.microsoft.com/office/word/2010/wordprocessing"
_DRAWN = (
    _VML, "{urn:schemas-microsoft-com:office:office}", "{urn:schemas-microsoft-com:office:word}", f"{{{DRAWING}}}",
    *(f"{{{DRAWING.replace('/main', kind)}}}" for kind in ("/picture", "/wordprocessingDrawing")),
    *(f"{_OF_SHAPES}{kind}}}" for kind in ("Shape", "Group", "Canvas")),
)  # fmt: skip
_SAID_ELSEWHERE = frozenset(("string", "name", "typeface", "script", "uri", "lang", "altLang"))
"""Of what is drawn: letters along a line, names and fonts, which are looked at elsewhere, scripts and languages."""
_WITH_WORDS = ("/chart", "/diagram", "/model3d")
_VALUE = re.compile(r"[0-9A-F]{6}|[\d.,%+ -]*|tx")
_WORDS_OF_LOOKS = """
    alt align anchor antialias area bottom center color decoration direction display distance edited family fit flip
    flow font height heights horizontal index kern layout left letter letters margin mode mso next percent position
    relative reverse right rotate rotation same scale shadow shape size space spacing stretch style text textbox to top
    variant v vertical visibility weight white width wrap x y z
"""
_OF_LOOKS = frozenset(("", *_WORDS_OF_LOOKS.split()))
"""The words of which names of looks in older drawings are made: "mso-position-horizontal-relative"."""
TITLES_OF_DIAGRAMS = tuple(f"{{{DRAWING.replace('/main', '/diagram')}}}{name}" for name in ("title", "desc"))
"""What somebody called a layout, a style or the colours of diagrams, which nothing shows."""
_GONE = frozenset(("signatureline", "pivotSource", "printSettings", "custClrLst"))
"""Who is to sign, which table a chart comes from, what stands at the head of its paper, colours with names."""


def is_extension(tag: str) -> bool:
    """Whether an element was added to drawings by newer programs; charts and diagrams are looked at elsewhere."""
    space = tag.partition("}")[0]
    return space.startswith((_OF_DRAWINGS, _OF_FILMS)) and not any(kind in space for kind in _WITH_WORDS)


def said_by_extension(node: etree._Element) -> Iterator[str]:
    """What an extension of drawings says that is no number or word of its own: where a film lies, who is to sign."""
    if is_extension(str(node.tag)):
        values = (str(value) for key, value in node.items() if "}" not in str(key))
        yield from (
            value
            for value in (*values, (node.text or "").strip())
            if not (_VALUE.fullmatch(value) or says_nothing(value))
        )


def _letters_out_of_place(root: etree._Element) -> Iterator[etree._ElementUnicodeResult]:
    """What of a part are letters beside its runs, or in them and in no element that has letters: no page shows them."""
    for letters in cast("list[etree._ElementUnicodeResult]", _UNUSUAL(root)):
        holder = letters.getparent()
        if holder is None or not letters.strip():
            continue
        within = holder.getparent() if letters.is_tail else holder
        if within is not None and str(within.tag).startswith(_WORD):
            above = within.getparent()
            in_run = above is not None and (above.tag in _RUNS or str(above.tag).startswith(_CHOICES))
            if within.tag not in _LETTERS or not in_run:
                yield letters


def letters_out_of_place(root: etree._Element) -> Iterator[str]:
    """What such letters of a part say, and runs that are in no paragraph."""
    yield from map(str, _letters_out_of_place(root))
    yield from words_astray(root)


def drop_letters_out_of_place(root: etree._Element) -> None:
    """Take such letters, and runs that are in no paragraph, out of a part in place."""
    for lost in astray(root):
        take_out(lost)
    for letters in _letters_out_of_place(root):
        if (holder := letters.getparent()) is not None:
            if letters.is_tail:
                holder.tail = None
            else:
                holder.text = None


def is_of_word(node: etree._Element) -> bool:
    """Whether an element is one of Word's text."""
    return str(node.tag).startswith(_OF_WORD)


def is_stray(node: etree._Element, root: etree._Element) -> bool:
    """Whether an element of a part is to go; of one that stays, its attributes are taken out in place."""
    local, of_word = str(node.tag).rpartition("}")[2], is_of_word(node)
    if local in _NAMING_CELLS and "/chart" in str(node.tag):
        said = node.text or ""
        cells = _SHEET.sub("Sheet1!", said) if len(said) <= _MOST_CELLS else ""
        node.text = cells if _CELLS.fullmatch(cells) else "Sheet1!$A$1"  # what somebody called some cells is a name
    if node is root:
        _bare(node, local, of_word=of_word)
        return False
    gone = local in _GONE or (of_word and local[:1].isupper()) or _is_foreign(node, local)
    return gone or any(said_by_extension(node)) or _bare(node, local, of_word=of_word)


def _tells_of_name(node: etree._Element) -> bool:
    """Whether an element stands beside the name of a drawing."""
    return any(above.tag.rpartition("}")[2] in ("docPr", "cNvPr") for above in node.iterancestors())


def _bare_style(style: str, *, on_a_path: bool) -> str:
    """The look of an older drawing, as far as it is one: fonts of letters along a path are looked at elsewhere."""
    kept = []
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        of_font = name.strip().casefold() in ("font", "font-family")
        usual = on_a_path or is_font(value.strip(" \"'")) if of_font else not _CAPITAL.search(value)
        if usual and _OF_LOOKS.issuperset(name.strip().casefold().split("-")):
            kept.append(declaration)
    return style if len(kept) == len(style.split(";")) else ";".join(kept)


def _is_foreign(node: etree._Element, local: str) -> bool:
    if local == "ext" and node.get("uri") is not None:
        return "/" not in (uri := node.get("uri") or "") and _NAMELIKE.search(uri) is not None
    if local == "f" and (node.get("eqn") or "")[:1].isupper():
        return True
    if local != "compatSetting":
        return False
    name, uri, value = (node.get(w(key)) or "" for key in ("name", "uri", "val"))
    return not (_OWN_WORD.fullmatch(name) and uri == "http://schemas.microsoft.com/office/word" and len(value) < 4)


def _bare(node: etree._Element, local: str, *, of_word: bool) -> bool:
    """Take attributes out of an element; whether it says nothing without them."""
    emptied = False
    for key in [str(key) for key in node.attrib]:
        own, value = key.rpartition("}")[2], str(node.attrib[key])
        if key.startswith(_XML):
            gone = own in ("id", "base") or (own == "lang" and not _LANGUAGE.fullmatch(value))
        elif own == "master" or (own == "formatCode" and local == "pt"):
            gone = True
        elif node.tag in TITLES_OF_DIAGRAMS:
            gone = False
            node.set(key, "")
        elif own == "style" and str(node.tag).startswith(_VML):
            node.set(key, bare := _bare_style(value, on_a_path=local == "textpath"))
            gone = not bare
        elif str(node.tag).startswith(_DRAWN) and own not in _SAID_ELSEWHERE:
            named = _NAME.search(value) is not None and not (is_watermark(value) or says_nothing(value.casefold()))
            gone = named or says_more(str(node.tag), own, value)
        elif str(node.tag).startswith(_OF_DRAWINGS) and _tells_of_name(node):
            gone = _NAMELIKE.search(value) is not None
        elif own == "tgtFrame":
            gone = value not in FRAMES
        elif own == "action" and local.startswith("hlink"):
            gone = bool(value) and not value.startswith("ppaction:")
        elif "}" not in key and str(node.tag).startswith(OF_WORD_ALONE):
            gone = True
        elif key.startswith(_CHOICES):
            gone = own != "Ignorable"  # the names of a program's own elements and attributes, which have gone
        elif not (of_word and key.startswith(_OF_WORD)):
            continue
        elif local in _LANGUAGES:
            gone = not _LANGUAGE.fullmatch(value)
        else:
            usual = local in _NAMED or own in _NAMES or _OWN_WORD.fullmatch(value) or not _NAMELIKE.search(value)
            usual = usual or (own == "format" and _FORM.fullmatch(value) is not None)
            gone = own[:1].isupper() or not usual
        if gone:
            del node.attrib[key]
            emptied = emptied or (own == "val" and not len(node))
    return emptied
