"""What the heads and feet of a Word file's pages say: a comparison sees none of it, and it leaves with the file."""

from __future__ import annotations

from collections.abc import Iterable

from models.word.namespaces import w
from models.word.package import Package

_KINDS = ("header", "footer")
_QUOTED, _TOLD = 60, 4  # characters of a line, and lines, that are told
_DRAWN = "{urn:schemas-microsoft-com:vml}textpath"
_P, _T, _BREAKS = w("p"), w("t"), (w("tab"), w("br"), w("ptab"))


def running_heads(package: Package) -> tuple[str, ...]:
    """The lines of all heads and feet, their watermarks too, each once; the number of a page alone is none."""
    found: dict[str, None] = {}
    for link in package.relationships():
        if link.kind in _KINDS and not link.external and package.has(link.target):
            for paragraph in package.root(link.target).iter(_P):
                pieces = (" " if one.tag != _T else one.text or "" for one in paragraph.iter(_T, *_BREAKS))
                found["".join(pieces)] = None
            for drawn in package.root(link.target).iter(_DRAWN):  # the letters of a watermark
                found[drawn.get("string") or ""] = None
    lines = dict.fromkeys(" ".join(line.split()) for line in found)
    return tuple(line for line in lines if any(map(str.isalpha, line)))


def told_heads(lines: Iterable[str], *, of_base: bool) -> list[str]:
    """Heads and feet as a certificate tells of them, in one line; none where there are none."""
    every = list(lines)
    if not every:
        return []
    quoted = [f"“{line if len(line) <= _QUOTED else line[:_QUOTED].rsplit(' ', 1)[0] + '…'}”" for line in every]
    more = f" and {len(every) - _TOLD} more" if len(every) > _TOLD else ""
    whose = "Heads and feet of the pages, as the base has them" if of_base else "Heads and feet of the pages"
    return [f"{whose}: {', '.join(quoted[:_TOLD])}{more}"]
