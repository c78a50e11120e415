"""The compare page: two drafts side by side or in one, what did not change folded away."""
