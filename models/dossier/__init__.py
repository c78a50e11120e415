"""The dossier: every draft of one negotiation in one file, with what is known about each and how they descend."""

from models.dossier.doctor import examine
from models.dossier.dossier import Dossier
from models.dossier.errors import (
    DossierDamaged,
    DossierError,
    DossierExists,
    DossierInterrupted,
    DossierLocked,
    DossierMissing,
    DossierNewer,
    DossierReadOnly,
    DraftNotFound,
    FolderReadOnly,
    NotADossier,
)
from models.dossier.lineage import Edge, engine_edges
from models.dossier.node import Fact, Node

__all__ = [
    "Dossier",
    "DossierDamaged",
    "DossierError",
    "DossierExists",
    "DossierInterrupted",
    "DossierLocked",
    "DossierMissing",
    "DossierNewer",
    "DossierReadOnly",
    "DraftNotFound",
    "Edge",
    "Fact",
    "FolderReadOnly",
    "Node",
    "NotADossier",
    "engine_edges",
    "examine",
]
