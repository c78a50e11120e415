"""Which paragraphs of two drafts belong together: anchors, gaps, splits and merges, moves."""
