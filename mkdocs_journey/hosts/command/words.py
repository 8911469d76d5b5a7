"""``mkdocs-journey words``: what a language still lacks."""

from __future__ import annotations

import click


@click.command()
@click.argument("language", required=False)
def words(language: str | None) -> None:
    """List the words and messages that a LANGUAGE such as de lacks, or each language.

    Where a language has no words of its own, the English ones are shown. Labels of pages are listed as they stand in
    the file of the language (languages/de.toml), messages and rules as they stand in its catalogue
    (languages/messages/de.po), so that they can be translated where they are and taken into these files.
    """
    import json

    from mkdocs_journey.hosts.command.catalogue import entries, lacking
    from mkdocs_journey.languages.language import FALLBACK, languages
    from mkdocs_journey.languages.words import missing_words

    known = sorted(languages())
    if language is not None and language not in known:
        raise click.UsageError(f"There are no words in {language}, but in {', '.join(known)}.")
    for name in [language] if language else known:
        missing, unsaid = missing_words(name), lacking(name) if name != FALLBACK else ()
        if not missing and not unsaid:
            click.echo(f"# {name}: nothing is missing")
        if missing:
            click.echo(f"# {name}: {len(missing)} missing")
            for key, text in missing.items():
                click.echo(f"{key} = {json.dumps(text, ensure_ascii=False)}")
        if unsaid:
            click.echo(f"# {name}: {len(unsaid)} messages missing\n\n{entries(unsaid)}")
