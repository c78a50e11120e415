"""Pictures without what they say beside their image."""
