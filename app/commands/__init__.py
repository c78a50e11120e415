"""The command line, one module a command. Imports no Qt, except to print a PDF; each command loads what it needs."""
