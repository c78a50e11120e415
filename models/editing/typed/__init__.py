"""What is typed becomes structure: numbers, openings, sections; and what is offered while it is typed."""
