"""The program ``mkdocs-journey``, and ``python -m mkdocs_journey``: the command in a process of its own."""

from __future__ import annotations

import gc

from mkdocs_journey.hosts.command.main import main


def run() -> None:
    """Run the command in this process, which is nobody else's and ends with it.

    So it may go without looking for garbage: what is read makes no cycles, and nearly all of it is needed to the end.
    The command itself does not decide that, since others may call it in a process that lives on.
    """
    gc.disable()
    main(prog_name="mkdocs-journey")


if __name__ == "__main__":
    run()
