"""The tables of the third form: delegations, whose name stands for whom, returned files, and proposals.

All are only added to. A delegation, a proposal and a file are told from all others by a key that is the same in every
copy of the dossier; what is said about them has a history; so dossiers merge by union.
"""

from __future__ import annotations

TABLES = (
    "CREATE TABLE delegations (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT",
    # Short name, name, group, colour, the delegation it was merged into, whether it was taken back: the latest counts.
    """CREATE TABLE delegation_facts (
        id INTEGER PRIMARY KEY, delegation INTEGER NOT NULL REFERENCES delegations, name TEXT NOT NULL,
        value TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
        UNIQUE (delegation, name, at, who, value)
    ) STRICT""",
    # Whose changes those of an author in Word files are; no delegation takes back what was said.
    """CREATE TABLE authors (
        id INTEGER PRIMARY KEY, author TEXT NOT NULL, delegation TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
        UNIQUE (author, delegation, at, who)
    ) STRICT""",
    # A file that came back, and the draft it was made on; `said` is kept or taken back, `value` what was in it.
    """CREATE TABLE returned_files (
        id INTEGER PRIMARY KEY, blob TEXT NOT NULL REFERENCES blobs, node INTEGER NOT NULL REFERENCES nodes,
        said TEXT NOT NULL CHECK (said IN ('kept', 'taken back')), file_name TEXT NOT NULL, value TEXT NOT NULL,
        who TEXT NOT NULL, at TEXT NOT NULL,
        UNIQUE (blob, node, said, at, who)
    ) STRICT""",
    # `value` is the wish itself, canonical JSON; `key` is its hash.
    """CREATE TABLE proposals (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, node INTEGER NOT NULL REFERENCES nodes, value TEXT NOT NULL,
        who TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX proposals_by_node ON proposals (node)",
    # In which files it came, with the dates and the changes it was there.
    """CREATE TABLE proposal_sources (
        proposal INTEGER NOT NULL REFERENCES proposals, blob TEXT NOT NULL REFERENCES blobs, value TEXT NOT NULL,
        PRIMARY KEY (proposal, blob)
    ) STRICT, WITHOUT ROWID""",
    # Where it stands in other drafts; the first place is in the proposal and never overwritten.
    """CREATE TABLE proposal_placements (
        id INTEGER PRIMARY KEY, proposal INTEGER NOT NULL REFERENCES proposals, node INTEGER NOT NULL REFERENCES nodes,
        value TEXT NOT NULL, source TEXT NOT NULL CHECK (source IN ('engine', 'editor', 'hand')),
        who TEXT NOT NULL, at TEXT NOT NULL,
        UNIQUE (proposal, node, at, who)
    ) STRICT""",
    """CREATE TABLE proposal_states (
        id INTEGER PRIMARY KEY, proposal INTEGER NOT NULL REFERENCES proposals,
        state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected', 'withdrawn', 'overtaken', 'taken back')),
        note TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
        UNIQUE (proposal, state, at, who)
    ) STRICT""",
)

GUARDED = (
    "delegations", "delegation_facts", "authors", "returned_files",
    "proposals", "proposal_sources", "proposal_placements", "proposal_states",
)  # fmt: skip

KEYS = (
    ("delegations", "id"), ("delegations", "key"),
    ("delegation_facts", "id"), ("delegation_facts", "delegation, name, at, who, value"),
    ("authors", "id"), ("authors", "author, delegation, at, who"),
    ("returned_files", "id"), ("returned_files", "blob, node, said, at, who"),
    ("proposals", "id"), ("proposals", "key"),
    ("proposal_sources", "proposal, blob"),
    ("proposal_placements", "id"), ("proposal_placements", "proposal, node, at, who"),
    ("proposal_states", "id"), ("proposal_states", "proposal, state, at, who"),
)  # fmt: skip
"""What tells a row of each table from all others."""
