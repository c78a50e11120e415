"""What delegations ask for: returned files as a base plus proposals, and proposals on drafts.

`returned.read_returned` is where a file comes in. `matching.matched` finds the kept draft it was made on, and
`untracked.untracked` says what was changed without tracking; `compared.compared_proposals` makes proposals of that, and
`amended_new.with_amendments` sets tracked changes within them. `glued` tells words apart that stand glued to what was
accepted beside them. `carrying` sets proposals on another text, `applying.applied` takes them into a text,
`rendering.rendered` lays them side by side in rows of marked words, for a view or a compilation. `marked_by_hand` reads
marks that are no tracked changes. A dossier keeps what comes of it (`Dossier.keep_returned`, `Dossier.proposals`,
`Dossier.delegations`).

Only `returned`, `tracked`, `strands`, `turned_letters`, `numbers_lost`, `hunks`, `groups`, `note_changes`, `new_notes`,
`marked_by_hand` and `own_looks` know of Word files: the rest is loaded without lxml.
"""
