"""What delegations ask for: returned files as a base plus proposals, and proposals on drafts.

`read_returned` (in `returned`) is where a file comes in. `matching` finds the kept draft it was made on and what was
changed without tracking; `compared` makes proposals of that; `carrying` sets proposals on another text; `applying`
takes them into a text; `rendering` lays them side by side. The dossier keeps them (`models.dossier.proposals`).
"""

from models.proposals.applying import applied
from models.proposals.carrying import Carried, carried
from models.proposals.compared import compared_proposals
from models.proposals.matching import Likeness, Match, Untracked, matched, untracked
from models.proposals.proposal import Edit, Place, Point, Proposal, State
from models.proposals.rendering import Piece, Row, rendered
from models.proposals.returned import Author, Returned, read_returned

__all__ = [
    "Author",
    "Carried",
    "Edit",
    "Likeness",
    "Match",
    "Piece",
    "Place",
    "Point",
    "Proposal",
    "Returned",
    "Row",
    "State",
    "Untracked",
    "applied",
    "carried",
    "compared_proposals",
    "matched",
    "read_returned",
    "rendered",
    "untracked",
]
