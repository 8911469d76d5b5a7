"""How a touchpoint and its channel stand in a cell of a view."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.drawing.channels import channel_key
from mkdocs_journey.model.parts import Touchpoint
from mkdocs_journey.render.html.elements import element
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings


class Marked(Struct, frozen=True):
    """A text behind the icon of a channel or of a kind of help."""

    text: Text
    key: str
    """As in ``icons.css``."""
    title: str = ""
    """What the icon means, where the text does not say it."""

    def __html__(self) -> Markup:
        return element("span", self.text, cls=("journey-ch", f"journey-ch--{self.key}"), title=self.title or None)


def channel_mark(channel: str, surroundings: Surroundings, texts: Texts, file: str) -> Marked:
    """A channel behind its icon; in the words of the site where these have one."""
    key = channel_key(channel)
    text = texts(channel, file)
    return Marked(surroundings.words(f"channel.{key}") if key else text, key or "other")


def touchpoint_mark(touchpoint: Touchpoint, surroundings: Surroundings, texts: Texts, file: str) -> Marked:
    """A touchpoint behind the icon of its channel, as on the map."""
    key = channel_key(touchpoint.channel or touchpoint.name)
    known = touchpoint.channel and key
    title = surroundings.words(f"channel.{key}") if known else touchpoint.channel or ""
    return Marked(texts(touchpoint.name, file), key or "other", title)
