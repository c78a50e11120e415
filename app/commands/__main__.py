"""`python -m app.commands`: the command line without the choice of a window."""

from app.commands.running import main

main()
