"""Styles that somebody made and nothing uses: their names are a memory of other texts, and go."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from models.word.fields import INSTRUCTIONS
from models.word.leaving.names.known_names import is_known_style
from models.word.leaving.parts.parts import xml_parts
from models.word.markup import in_sorts, take_out
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.appearance import ON

_STYLE, _ID, _VAL = w("style"), w("styleId"), w("val")
LEADING = (w("basedOn"), w("next"), w("link"))
"""What names a style by its id within another one."""
NAMING = tuple(map(w, ("pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink", "defaultTableStyle")))
"""What names a style by its id, beside the styles themselves."""


def drop_unused_styles(package: Package) -> None:
    """Take out in place the styles of somebody's own that no paragraph, list, field or kept style refers to."""
    part = package.related("styles")
    if part is None:
        return
    root = package.root(part)
    gone = unused_styles(root, [package.root(name) for name in xml_parts(package) if name != part])
    for node in (*gone, *own_latent_styles(root)):
        package.edit(part)
        take_out(node)


def is_own_style(style: etree._Element) -> bool:
    """Whether somebody made a style: it says so, or its name is none that Word has."""
    name = style.find(w("name"))
    said = name.get(_VAL) if name is not None else style.get(_ID)
    return style.get(w("customStyle")) in ON or bool(said and not is_known_style(said))


def own_latent_styles(styles: etree._Element) -> list[etree._Element]:
    """What is said of styles that are not in the file, and whose names are none that Word has."""
    every = styles.iter(w("lsdException"))
    return [one for one in every if (name := one.get(w("name"))) and not is_known_style(name)]


def unused_styles(styles: etree._Element, others: Iterable[etree._Element]) -> list[etree._Element]:
    """The styles of somebody's own that nothing refers to; `others` are the roots of the other parts of the file."""
    every = {style.get(_ID) or "": style for style in styles.iterchildren(_STYLE)}
    own = {name for name, style in every.items() if is_own_style(style)}
    free = {name for name in own if every[name].get(w("default")) not in ON}
    if not free:
        return []
    used, said = set[str](), ""
    for root in others:
        naming, codes, simple = in_sorts(root, NAMING, INSTRUCTIONS, (w("fldSimple"),))
        used.update([node.get(_VAL) or "" for node in naming])
        said += " ".join(node.text or "" for node in codes)
        said += " ".join(node.get(w("instr")) or "" for node in simple)
    waiting = [name for name in every if name in used or name not in free or _named(every[name], said)]
    kept = set(waiting)
    while waiting:
        for node in every[waiting.pop()].iter(*LEADING, *NAMING):
            name = node.get(_VAL) or ""
            if name in every and name not in kept:
                kept.add(name)
                waiting.append(name)
    return [style for name, style in every.items() if name not in kept]


def _named(style: etree._Element, said: str) -> bool:
    """Whether an instruction of a field names a style: tables of contents and heads go by names."""
    name = style.find(w("name"))
    return said != "" and name is not None and (name.get(_VAL) or "") in said
