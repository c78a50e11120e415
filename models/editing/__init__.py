"""The working text: a draft being written, one step at a time, with one list of what can be undone."""
