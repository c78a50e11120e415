"""Forms of a comparison or a draft that go out: JSON for programs, Markdown and HTML for people."""
