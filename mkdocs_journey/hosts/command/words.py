"""``mkdocs-journey words``: what a language still lacks."""

from __future__ import annotations

import click


@click.command()
@click.argument("language", required=False)
def words(language: str | None) -> None:
    """List the words that a LANGUAGE such as de lacks, or each language.

    Where a language has no words of its own, the English ones are shown; they stand behind each key, so that they can
    be translated where they are and taken into the file of the language.
    """
    import json

    from mkdocs_journey.languages.language import languages
    from mkdocs_journey.languages.words import missing_words

    known = sorted(languages())
    if language is not None and language not in known:
        raise click.UsageError(f"There are no words in {language}, but in {', '.join(known)}.")
    for name in [language] if language else known:
        missing = missing_words(name)
        click.echo(f"# {name}: {len(missing)} missing" if missing else f"# {name}: nothing is missing")
        for key, text in missing.items():
            click.echo(f"{key} = {json.dumps(text, ensure_ascii=False)}")
