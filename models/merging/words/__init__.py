"""Words of the three sides woven into one text: what clashes, what one side moved, brackets, seams; laid out again."""
