"""Values from elsewhere, as far as a field can hold them."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from mkdocs_journey.model.names import standard_names
from mkdocs_journey.model.shapes import main_field
from mkdocs_journey.model.trouble import Trouble


def fitting(part: type[BaseModel], field: str, text: str) -> str:
    """What a field of a part can hold of a text: the text, what its mend would write, or "" where that is unknown."""
    return next((one for one in (text, _mended(part, field, text)) if one and _trouble(part, field, one) is None), "")


def _mended(part: type[BaseModel], field: str, text: str) -> str:
    found = _trouble(part, field, text)
    return (found.replacement or "") if found is not None else ""


def _trouble(part: type[BaseModel], field: str, text: str) -> Trouble | None:
    """What is wrong with a text in a field."""
    main = main_field(part)
    needed = {
        name: "x" for name, attribute in standard_names(part).items() if part.model_fields[attribute].is_required()
    }
    try:
        part.model_validate({**needed, **({main: "x"} if main else {}), field: text}, context={})
    except ValidationError as wrong:
        error = wrong.errors(include_url=False, include_input=False)[0]
        cause = (error.get("ctx") or {}).get("error")
        return cause if isinstance(cause, Trouble) else None
    return None
