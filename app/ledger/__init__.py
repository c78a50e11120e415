"""The ledger of a Word file: what it holds beside its text."""
