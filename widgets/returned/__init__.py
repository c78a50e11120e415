"""A Word file that came back: whose changes it holds, what was changed without tracking, and which become proposals."""
