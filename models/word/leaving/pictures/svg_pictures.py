"""A drawing in SVG without what it does not draw: remarks, names of its pieces, hidden pieces, paths of files.

Source: Scalable Vector Graphics 2 (W3C), chapters 5 (structure), 6 (styling), 16 (linking).
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from urllib.parse import unquote_to_bytes

from lxml import etree

from models.draft.late_pattern import late_pattern
from models.reading.reading import CannotRead
from models.word.archive import XmlBudget
from models.word.leaving.pictures.effort import MARK, Effort

_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_HREFS = ("href", _LINK)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TOLD = frozenset(("metadata", "title", "desc", "script", "foreignObject", "set", "animate", "animateMotion",
                   "animateTransform", "view", "cursor"))  # fmt: skip
_UNDRAWN = frozenset(("defs", "symbol", "clipPath", "mask", "marker", "pattern", "linearGradient", "radialGradient",
                      "filter"))  # fmt: skip
_TO_BE_CITED = _UNDRAWN - {"defs"}
_LETTERS = frozenset(("text", "tspan", "textPath", "style"))
_SAYING = late_pattern(r"(?:data-|aria-|on).*|name|role|lang|systemLanguage|requiredExtensions|requiredFeatures")
_HIDING = late_pattern(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*+(?:\.0*+)?%?\s*(?:;|!|$))",
    re.I,
)
_URL = re.compile(r"url\(([^()]*)\)")
_AT_RULE = re.compile(r"@(?:import|charset|namespace)[^;{}@]*;|@font-face[^{}@]*\{[^{}]*\}")
_RULE = re.compile(r"(?:^|(?<=[{}]))([^{}]*)\{([^{}]*)\}")
_NAMED = re.compile(r"([#.])((?:[\w-]|[^\x00-\x7f])+)")
_SIMPLE = re.compile(r"\s*([#.]?)([\w-]+)\s*")
_DATA = re.compile(r"\s*data:image/[\w.+-]+(;base64)?,(.*)", re.DOTALL | re.IGNORECASE)


def bare_svg(data: bytes, bare_points: Callable[[bytes], bytes], effort: Effort) -> bytes:
    """The same drawing; `bare_points` makes the pictures within it bare. ValueError where nobody can tell what it says.

    Names of pieces are counted anew where something refers to them ("i1", "c1"), else they go.
    """
    root = _parsed(data, effort)
    if _is_foreign(root):
        raise ValueError("This picture is of a kind that cannot be looked into.")
    for node in list(root.iter(etree.Element, etree.Entity)):
        parent = node.getparent()
        if parent is not None and (not isinstance(node.tag, str) or _is_foreign(node) or _local(node) in _TOLD):
            _drop(node)
    sheets = list(root.iter(f"{{{_SVG}}}style"))
    for sheet in sheets:
        sheet.text = _bare_css("".join(map(str, sheet.itertext())))
        del sheet[:]
    hiding = {
        (kind, name) for sheet in sheets for rule in _RULE.finditer(sheet.text or "") if _HIDING.search(rule[2])
        for kind, name in _selected(rule[1])
    }  # fmt: skip
    for node in root.iter(f"{{{_SVG}}}*"):
        _bare_attributes(node, bare_points)
    _drop_hidden(root, hiding)
    _drop_unused(root)
    _count_names(root, sheets)
    lettered: set[etree._Element] = set()
    for node in root.iter(f"{{{_SVG}}}*"):  # letters that stand in no line of text are not drawn
        if within := _local(node) in _LETTERS or node.getparent() in lettered:
            lettered.add(node)
        node.text = node.text if within else None
        for child in node:
            child.tail = child.tail if within else None
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, with_tail=False)


def drawn_words(data: bytes, effort: Effort) -> Iterator[str]:
    """The words in a drawing, a line of text each; none in one that cannot be read."""
    with suppress(ValueError):
        for line in _parsed(data, effort).iter(f"{{{_SVG}}}text"):
            yield "".join(map(str, line.itertext()))


def _parsed(data: bytes, effort: Effort) -> etree._Element:
    effort.spend(MARK * (data.count(b"<") + data.count(b"=") // 4))  # beginnings and ends; most have attributes
    effort.unpack(len(data))
    if b"<!ENTITY" in data:
        raise ValueError("This picture declares words of its own.")
    try:
        XmlBudget().spend(data)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, CannotRead) as error:
        raise ValueError("This picture is damaged.") from error


def _local(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _is_foreign(node: etree._Element) -> bool:
    return not str(node.tag).startswith(f"{{{_SVG}}}")


def _drop(node: etree._Element) -> None:
    """Take out a node, and leave the letters behind it."""
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def _bare_css(css: str) -> str:
    """A style sheet, or the style of a piece, without its remarks and what it leads to outside of the drawing."""
    first, *others = css.replace("<!--", "").replace("-->", "").split("/*")
    said = first + "".join(one.partition("*/")[2] for one in others)
    said = _AT_RULE.sub("", _URL.sub(lambda hit: f"url({name})" if (name := _inside(hit)) else "none", said))
    if "\\" in said or said.count("url(") != said.count("url(#") or "@import" in said or "@font-face" in said:
        raise ValueError("This picture leads to others in ways of its own.")
    return said


def _inside(hit: re.Match[str]) -> str:
    """What an address names within the drawing; "" where it leads elsewhere."""
    name = hit[1].strip(" \n\t\r\"'")
    return name if name.startswith("#") else ""


def _selected(selectors: str) -> Iterator[tuple[str, str]]:
    for one in selectors.split(","):
        hit = _SIMPLE.fullmatch(one)
        if hit is None:
            raise ValueError("This picture hides some of its pieces.")
        yield hit[1], hit[2]


def _bare_attributes(node: etree._Element, bare_points: Callable[[bytes], bytes]) -> None:
    for key in map(str, node.keys()):
        value = node.get(key) or ""
        if key in _HREFS:
            within = _DATA.fullmatch(value)
            if within is not None:
                points = base64.b64encode(bare_points(_decoded(within))).decode()
                node.set(key, f"data:image/{_kind(points)};base64,{points}")
            elif not value.startswith("#"):
                del node.attrib[key]
        elif (key.startswith("{") and key != _SPACE) or _SAYING.fullmatch(key):
            del node.attrib[key]
        elif "url(" in value or "/*" in value:
            node.set(key, _bare_css(value))


def _decoded(within: re.Match[str]) -> bytes:
    try:
        return base64.b64decode(within[2], validate=False) if within[1] else unquote_to_bytes(within[2])
    except binascii.Error as error:
        raise ValueError("This picture is damaged.") from error


def _kind(points: str) -> str:
    return "png" if points.startswith("iVBOR") else "gif" if points.startswith("R0lG") else "jpeg"


def _drop_hidden(root: etree._Element, hiding: set[tuple[str, str]]) -> None:
    """Take out what is not shown, by its own look or a rule of the style sheet."""
    gone: set[etree._Element] = set()
    hidden: list[etree._Element] = []  # the outermost of them
    for node in root.iter(f"{{{_SVG}}}*"):
        within = node.getparent() in gone
        if within and "visible" in f"{node.get('visibility')}{node.get('style')}":
            raise ValueError("This picture hides some of its pieces.")
        if within or (node is not root and _is_hidden(node, hiding)):
            gone.add(node)
            if not within:
                hidden.append(node)
    for node in hidden:
        _drop(node)
    lost = {node.get("id") or "" for node in gone} & _cited(root)
    if lost - {one.get("id") or "" for one in root.iter(f"{{{_SVG}}}*")} - {""}:
        raise ValueError("This picture hides some of its pieces.")


def _is_hidden(node: etree._Element, hiding: set[tuple[str, str]]) -> bool:
    own = ";".join(f"{key}:{node.get(key)}" for key in ("display", "visibility", "opacity") if node.get(key))
    if _HIDING.search(own) or _HIDING.search(node.get("style") or ""):
        return True
    worn = ((".", one) for one in (node.get("class") or "").split())
    return not hiding.isdisjoint((*worn, ("#", node.get("id") or ""), ("", _local(node))))


def _cited(root: etree._Element) -> set[str]:
    """The names of pieces that something refers to."""
    found: set[str] = set()
    for node in root.iter(f"{{{_SVG}}}*"):
        found.update((node.get(key) or "")[1:] for key in _HREFS if (node.get(key) or "").startswith("#"))
        for value in (*map(str, node.values()), (node.text or "") if _local(node) == "style" else ""):
            found.update(hit[1][1:] for hit in _URL.finditer(value))
        if _local(node) == "style":
            selectors = " ".join(rule[1] for rule in _RULE.finditer(node.text or ""))
            found.update(hit[2] for hit in _NAMED.finditer(selectors) if hit[1] == "#")
    return found


def _drop_unused(root: etree._Element) -> None:
    """Take out pictures that have gone, and what is there to be referred to and is not."""
    for node in list(root.iter(f"{{{_SVG}}}image")):
        if not any(node.get(key) for key in _HREFS):
            _drop(node)
    cited, holding = _cited(root), set[etree._Element]()  # what is cited, or has in it what is
    for node in root.iter(f"{{{_SVG}}}*"):
        up = node if (node.get("id") or "") in cited else None
        while up is not None and up not in holding:
            holding.add(up)
            up = up.getparent()
    gone: set[etree._Element] = set()
    for node in list(root.iter(f"{{{_SVG}}}*")):
        above = node.getparent()
        if above is None or node in holding:
            continue
        to_be_cited = _local(node) in _TO_BE_CITED or _local(above) == "defs"
        if above in gone:
            gone.add(node)
        elif to_be_cited and _local(node) != "style":
            gone.add(node)
            _drop(node)


def _count_names(root: etree._Element, sheets: list[etree._Element]) -> None:
    cited = _cited(root)
    selectors = " ".join(rule[1] for sheet in sheets for rule in _RULE.finditer(sheet.text or ""))
    styled = {hit[2] for hit in _NAMED.finditer(selectors) if hit[1] == "."}
    ids: dict[str, str] = {}
    classes: dict[str, str] = {}
    for node in root.iter(f"{{{_SVG}}}*"):
        name = node.get("id") or ""
        worn = [one for one in (node.get("class") or "").split() if one in styled]
        for key in {"id", "class"}.intersection(map(str, node.keys())):
            del node.attrib[key]
        if name in cited:
            node.set("id", ids.setdefault(name, f"i{len(ids) + 1}"))
        if worn:
            node.set("class", " ".join(classes.setdefault(one, f"c{len(classes) + 1}") for one in worn))

    def renamed(hit: re.Match[str]) -> str:
        names, sign = (ids, "i0") if hit[1] == "#" else (classes, "c0")  # what nothing has, no more than counts
        return f"{hit[1]}{names.get(hit[2], sign)}"

    def within(text: str) -> str:
        return _URL.sub(lambda hit: f"url(#{ids.get(hit[1][1:], 'i0')})", text)

    for sheet in sheets:
        sheet.text = _RULE.sub(lambda rule: f"{_NAMED.sub(renamed, rule[1])}{{{within(rule[2])}}}", sheet.text or "")
    for node in root.iter(f"{{{_SVG}}}*"):
        for key in map(str, node.keys()):
            value = node.get(key) or ""
            if key in _HREFS and value.startswith("#"):
                node.set(key, f"#{ids.get(value[1:], 'i0')}")
            elif "url(" in value:
                node.set(key, within(value))
