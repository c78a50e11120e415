"""Links to places outside of a Word file: what they lead to is no text, and no comparison sees it."""

from __future__ import annotations

from models.word.package import Package

_TOLD = 3  # addresses that are named


def told_of_links(old: bytes | None, new: bytes | None) -> str | None:
    """A sentence on the links that only the new of two Word files has; None where there are none."""
    if old is None or new is None:
        return None
    known = set(_targets(old))
    fresh = [one for one in _targets(new) if one not in known]
    if not fresh:
        return None
    more = f" and {len(fresh) - _TOLD} more" if len(fresh) > _TOLD else ""
    return (
        f"Where links lead is not compared, and a redline brings no new link: {', '.join(fresh[:_TOLD])}{more} "
        "is only in the new file; set it in Word."
    )


def _targets(data: bytes) -> list[str]:
    links = Package(data, of_text=False).relationships()
    return list(dict.fromkeys(link.target for link in links if link.kind == "hyperlink" and link.external))
