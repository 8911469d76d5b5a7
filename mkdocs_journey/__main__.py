"""``python -m mkdocs_journey`` is the command ``mkdocs-journey``."""

from mkdocs_journey.hosts.command.main import main

if __name__ == "__main__":
    main(prog_name="mkdocs-journey")
