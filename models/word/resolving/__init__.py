"""Inside the resolving of tracked changes: paragraphs joined, former properties brought back."""
