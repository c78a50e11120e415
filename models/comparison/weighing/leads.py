"""What only leads to the verb of an operative paragraph: "Recalling its mandate, urges", "To that end, invites"."""

from __future__ import annotations

from models.draft.brackets import OPENING
from models.reading.openings import opening, plain

_PREPOSITIONS = frozenset({
    "in", "to", "for", "with", "within", "without", "under", "on", "upon", "by", "at", "as", "of", "from", "through",
    "following", "regarding", "concerning", "consistent", "accordingly", "therefore", "consequently", "thus", "dans",
    "à", "a", "conformément", "compte", "en", "pour", "sur", "par", "au", "aux", "avec", "sous", "selon", "de", "con",
    "por", "para", "al", "según", "sobre", "bajo", "conforme", "в", "во", "с", "со", "для", "по", "на", "согласно",
    "при",
})  # fmt: skip
"""No verb begins with one of these, nor with what only says why."""


def only_leads(text: str) -> bool:
    """Whether a text opens as a preambular paragraph does, and only so, or with a preposition."""
    known = opening(text)
    if known is not None:
        return not known.operative
    first = text.lstrip(OPENING).partition(" ")[0].rstrip(",،，")
    return plain(first) in _PREPOSITIONS
