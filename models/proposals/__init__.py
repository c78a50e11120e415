"""What delegations ask for: returned files as a base plus proposals, and proposals on drafts.

`returned.read_returned` is where a file comes in. Its rooms: `woven`, the file as one stream of words with their
changes; `tracked`, these changes as proposals of their authors; `by_hand`, marks that are no tracked changes;
`untracked`, the kept draft it was made on (`matching.matched`), what was changed without tracking, proposals made of
that (`compared`), tracked changes that amend them (`amended_typed.with_amendments`) and words glued to what was
accepted beside them told apart (`glued`); `laid`, proposals taken into a text (`applying.applied`), carried to another
(`carrying`), or side by side in rows of marked words, for a view or a compilation (`rendering.rendered`). A dossier
keeps what comes of it (`Dossier.keep_returned`, `Dossier.proposals`, `Dossier.delegations`).

Only `returned`, `woven`, `tracked`, `by_hand` and `untracked.numbers_lost` know of Word files: the rest is loaded
without lxml.
"""
