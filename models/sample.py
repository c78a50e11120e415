"""The sample dossier: the Vice-Chairman's text of 2003 after an earlier draft written for illustration."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from models.dossier import Dossier
from models.files.read import read_text
from models.reading.reading import Reading

TITLE = "International migration and development (sample)"
EARLIER = "Earlier draft (illustration)"
VICE_CHAIRMANS = "Vice-Chairman’s text"

_EARLIER_NOTE = (
    "Written in 2026 by the makers of Adref so that there is something to compare; "
    "it is not a document of the United Nations and nobody’s position."
)
_VICE_CHAIRMANS_NOTE = "Circulated on 11 December 2003 in the Second Committee, as printed, with its oddities."

# The sample is the same on every machine, whenever it was built.
_KEPT = "2026-11-24T00:00:00.000000+00:00"


def sample_reading(name: str) -> Reading:
    """One of the two texts of the sample, as read: "earlier_draft_illustration" or "vice_chairmans_text"."""
    text = (resources.files("resources") / "sample" / f"{name}.txt").read_text(encoding="utf-8")
    return read_text(text, f"{name}.txt")


def build_sample(path: Path) -> None:
    """Makes the sample dossier at `path`; never over a file. A failure leaves nothing there."""
    earlier, later = sample_reading("earlier_draft_illustration"), sample_reading("vice_chairmans_text")
    dossier = Dossier.create(path, title=TITLE)
    with dossier:
        try:
            base = dossier.keep(
                earlier, label=EARLIER, note=_EARLIER_NOTE, file_name="earlier_draft_illustration.txt", at=_KEPT
            )
            dossier.keep(
                later,
                label=VICE_CHAIRMANS,
                date="2003-12-11",
                author="Vice-Chairman of the Second Committee",
                note=_VICE_CHAIRMANS_NOTE,
                file_name="vice_chairmans_text.txt",
                parents=[base.id],
                at=_KEPT,
            )
        except BaseException:
            dossier.unmake()
            raise
