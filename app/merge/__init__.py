"""The merge page: which texts, three of them merged, and what came of it kept."""
