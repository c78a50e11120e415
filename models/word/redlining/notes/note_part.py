"""A part for notes in a file that has none of their kind: with what parts them from the text, and their styles."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from models.word.markup import NAMESPACES, element
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.reading.appearance import ON

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}s+xml"
_AFTER_NOTES = tuple(
    w(name)
    for name in (
        "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
        "smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    )
)  # fmt: skip
_OTHER = {"footnote": "endnote", "endnote": "footnote"}
_OF_ANOTHER = (w("link"), w("aliases"), w("rsid"), w("next"))  # what a copied style would say of the one it was


def make_part(package: Package, kind: str) -> str:
    """Make the part for notes of a kind ("footnote", "endnote"), told in the settings, with styles; its name."""
    root = etree.Element(w(f"{kind}s"), nsmap=NAMESPACES)
    for number, between in ((-1, "separator"), (0, "continuationSeparator")):
        root.append(element(kind, element("p", element("r", element(between))), type=between, id=number))
    folder = package.main.rpartition("/")[0]
    name = f"{folder}/{kind}s.xml" if folder else f"{kind}s.xml"
    while package.has(name):
        name = name.replace(".xml", "_.xml")
    package.add_part(name, root, _TYPE.format(kind), f"{RELATION}/{kind}s")
    settings = package.related("settings")
    if settings is not None and package.root(settings).find(w(f"{kind}Pr")) is None:
        own = package.edit(settings)
        after = (w("endnotePr"), *_AFTER_NOTES) if kind == "footnote" else _AFTER_NOTES
        said = element(f"{kind}Pr", *(element(kind, id=number) for number in (-1, 0)))
        later = next((child for child in own if child.tag in after or w("") not in str(child.tag)), None)
        own.append(said) if later is None else later.addprevious(said)
    _add_style(package, kind, "text", "paragraph")
    _add_style(package, kind, "reference", "character")
    return name


def style_id(package: Package, name: str) -> str | None:
    """The id of the style with a name as Word has it in English, whatever the language of the file; None for none."""
    found = _named(package, name)
    return None if found is None else found.get(w("styleId"))


def _named(package: Package, name: str) -> etree._Element | None:
    part = package.root_of("styles")
    for style in part.iterchildren(w("style")) if part is not None else ():
        said = style.find(w("name"))
        if said is not None and (said.get(w("val")) or "").casefold() == name:
            return style
    return None


def _add_style(package: Package, kind: str, of: str, sort: str) -> None:
    """The style of the text or of the marks of notes, as the file has it for notes of the other kind, or small."""
    part = package.related("styles")
    if part is None or _named(package, f"{kind} {of}") is not None:
        return
    root = package.edit(part)
    taken = {one.get(w("styleId")) for one in root.iterchildren(w("style"))}
    identity = f"{kind.capitalize()}{of.capitalize()}"
    while identity in taken:
        identity += "_"
    like = _named(package, f"{_OTHER[kind]} {of}")
    if like is not None:
        style = deepcopy(like)
        for child in list(style):
            if child.tag in _OF_ANOTHER:
                style.remove(child)
            elif child.tag == w("name"):
                child.set(w("val"), f"{kind} {of}")
        style.set(w("styleId"), identity)
    else:
        style = element("style", element("name", val=f"{kind} {of}"), type=sort, styleId=identity)
        if (base := _default(root, sort)) is not None:
            style.append(element("basedOn", val=base))
        if of == "text":
            style.append(element("pPr", element("spacing", after=0, line=240, lineRule="auto")))
            style.append(element("rPr", element("sz", val=20), element("szCs", val=20)))
        else:
            style.append(element("rPr", element("vertAlign", val="superscript")))
    root.append(style)


def _default(styles: etree._Element, sort: str) -> str | None:
    """The id of the style that paragraphs, or letters, have where nothing is said."""
    for one in styles.iterchildren(w("style")):
        if one.get(w("type")) == sort and one.get(w("default")) in ON:
            return one.get(w("styleId"))
    return None
