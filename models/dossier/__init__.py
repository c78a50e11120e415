"""The dossier: every draft of one negotiation in one file, with what is known about each and how they descend."""

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
    WorkingTextGone,
    WorkingTextHeld,
)
from models.dossier.kept.timeline import Happening
from models.dossier.node import Fact, Node
from models.dossier.proposals.delegations import Delegation, DelegationRefused
from models.dossier.proposals.kept_proposals import KeptProposal, Placement, Recorded, ReturnedFile, StateChange
from models.dossier.proposals.proposals import ProposalNotFound
from models.dossier.rows.working_rows import Recovered, WorkingRow
from models.dossier.search.searching import Found
from models.dossier.soundness.doctor import examine
from models.lineage import Edge, engine_edges

__all__ = [
    "Delegation",
    "DelegationRefused",
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
    "Found",
    "Happening",
    "KeptProposal",
    "Node",
    "NotADossier",
    "Placement",
    "ProposalNotFound",
    "Recorded",
    "Recovered",
    "ReturnedFile",
    "StateChange",
    "WorkingRow",
    "WorkingTextGone",
    "WorkingTextHeld",
    "engine_edges",
    "examine",
]
