"""What was not sure in a file that is compared, as text: the same of many paragraphs told once, with their labels."""

from __future__ import annotations

from collections.abc import Iterator

from app.commands.plain_text import hung, text_width
from models.draft import labels
from models.reading.reading import Reading
from models.telling.to_look_at import places, to_look_at

_LOOKS = ("raised-or-lowered", "struck-by-hand", "hidden-text")


def told_of_file(name: str, reading: Reading) -> str:
    """The lines under the name of a file; "" where all was sure."""
    if not reading.warnings:
        return ""
    width = text_width()
    told = to_look_at(reading.warnings, labels(reading.draft))
    return "\n".join(["", f"To look at in {name}", *(hung(where, sentence, width) for where, sentence in told)])


def told_of_looks(name: str, reading: Reading) -> Iterator[str]:
    """Sentences on letters of a file that look as no draft can say: "nothing differs" is not about them."""
    for code in _LOOKS:
        own = [one for one in reading.warnings if one.code == code]
        if own:
            where = places(own, labels(reading.draft))
            yield f"Nothing differs in what is compared; to look at in {name}, {where}: {own[0].message}"
