"""Inside the redline: the plan, the edits of each paragraph, and the check that both texts come back."""
