"""Forms of a comparison that go out: JSON for programs, Markdown and HTML for people."""
