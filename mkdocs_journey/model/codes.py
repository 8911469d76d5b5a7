"""Codes of findings about fields and values."""

from __future__ import annotations

from mkdocs_journey.findings import Code, Severity
from mkdocs_journey.message import message

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

UNKNOWN_FIELD = Code("JN101", ERROR, message("A field that this place does not have"))
FIELD_TWICE = Code("JN102", ERROR, message("Two names of one field in one place"))
OTHER_NAME = Code("JN103", INFO, message("A field by another name than the standard one"))
MISSING_FIELD = Code("JN104", ERROR, message("A field that must be there is missing"))
WRONG_SHAPE = Code("JN105", ERROR, message("A list where a text belongs, or the reverse"))
WRONG_VALUE = Code("JN106", ERROR, message("A value that its field does not take"))
WRONG_RATING = Code("JN107", ERROR, message("A rating that is not 1 to 5"))
WRONG_DATE = Code("JN108", ERROR, message("A date that is none"))
WRONG_FLAG = Code("JN109", ERROR, message("A yes or no that is not written true or false"))
WRONG_EMOTION = Code("JN110", ERROR, message("An emotion that cannot be read"))
OFF_SCALE = Code("JN111", ERROR, message("A score outside the map's scale"))
UNSIGNED_SCORE = Code("JN112", INFO, message("A score whose sign does not go with the scale of its map"))
WRONG_SCALE = Code("JN113", ERROR, message("An emotion scale that cannot be read"))
UNKNOWN_LANE = Code("JN114", ERROR, message("A lane that does not exist"))
PHASE_EMOTION = Code("JN115", ERROR, message("A phase with an emotion of its own whose steps have emotions"))
WRONG_ID = Code("JN116", ERROR, message("An id that is no slug"))
NO_ID = Code("JN117", ERROR, message("A title or name that gives no id"))
DUPLICATE_ID = Code("JN118", ERROR, message("Two things with the same id"))
EMPTY_MAP = Code("JN119", ERROR, message("A map without phases"))
PAIR_IN_TEXT = Code("JN120", INFO, message("Ratings written inside a text"))
PHYSICAL_EVIDENCE = Code("JN121", INFO, message("Evidence that names no source and may be physical evidence"))
VIEW_WITHOUT_JOURNEY = Code("JN123", ERROR, message("A view of one journey that does not name it"))
USELESS_FILTER = Code("JN124", WARNING, message("A filter that its view does not have"))
COMMA_LIST = Code("JN125", INFO, message("Several things in one text of a list"))
UNSCORED = Code("JN126", INFO, message("A feeling without a score"))
EMPTY_LANE = Code("JN127", INFO, message("A lane of the map's own that nothing fills"))
CONTRADICTION = Code("JN128", INFO, message("A score that its face or its words speak against"))
NOT_SHOWN = Code("JN129", INFO, message("An item of a list that stands for an empty cell"))

FILE_NOT_FOUND = Code("JN130", ERROR, message("A block whose file is not there"))
FILE_TWICE = Code("JN131", ERROR, message("A file that two blocks name"))
FILE_AND_FIELDS = Code("JN132", ERROR, message("A block that names a file and has fields as well"))
NO_TITLE = Code("JN134", ERROR, message("A map without a title on a page without a title"))
NO_LABELS = Code("JN135", INFO, message("A language in which there are no labels"))

UNUSED_IGNORE = Code("JN140", WARNING, message("An ignore that ignores nothing"))
IGNORE_WITHOUT_REASON = Code("JN141", WARNING, message("An ignore without a reason"))
WRONG_IGNORE = Code("JN142", WARNING, message("An ignore of something that is no rule, or cannot be ignored"))

MODEL_CODES: tuple[Code, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Code))
"""All of them, in the order of their ids."""
