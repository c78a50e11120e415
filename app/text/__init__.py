"""The text page: the working text and what follows it there, a draft that is read, and what stands beside either."""
