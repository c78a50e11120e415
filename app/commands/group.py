"""The group `adref`: a table of commands, each loaded only when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from app.commands.printing import say

# Name on the command line -> module and function. The order is that of the help.
_COMMANDS = {
    "read": ("app.commands.reading", "read"),
    "compare": ("app.commands.comparing", "compare"),
    "columns": ("app.commands.in_columns", "columns"),
    "merge": ("app.commands.merging", "merge"),
    "import": ("app.commands.importing", "import_files"),
    "log": ("app.commands.listing", "log"),
    "lineage": ("app.commands.lineage", "lineage"),
    "search": ("app.commands.searching", "search"),
    "provenance": ("app.commands.provenance", "provenance"),
    "ledger": ("app.commands.ledger", "ledger"),
    "proposals": ("app.commands.proposals", "proposals"),
    "delegations": ("app.commands.delegations", "delegations"),
    "compile": ("app.commands.compiling", "compile_proposals"),
    "export": ("app.commands.exporting", "export"),
    "doctor": ("app.commands.doctor", "doctor"),
}


class _Group(click.Group):
    """A group that imports a command's module when the command is used: a comparison starts without the dossier."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        command = getattr(import_module(place[0]), place[1])
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            nearest = get_close_matches(args[0].casefold(), _COMMANDS, n=1)
            meant = f", perhaps “{nearest[0]}” is meant" if nearest else ""
            raise click.UsageError(f"There is no command “{args[0]}”{meant}", ctx)
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            say(f"adref {version('adref')}")
        except PackageNotFoundError:  # a checkout that was never installed
            say("adref, from a checkout that is not installed")
        ctx.exit()


@click.group(cls=_Group, context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="The version.")
def adref() -> None:
    """Drafts of a negotiation: read them, compare them, keep them in a dossier.

    Without a command, with a dossier or texts alone, or with --sample, the window opens.
    """
