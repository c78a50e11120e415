"""The acts of writing, each one step: paragraphs divided, joined, moved; letters, kinds, brackets, numbers."""
