"""The projector: a second window with a few paragraphs for the room, and the bar that says it is on."""
