"""Which paragraphs of the three sides belong together: of the base, new ones, and what is needed though it is gone."""
