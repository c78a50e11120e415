"""The changes as they are gone through: in their order, folded, chosen, named, copied."""
