"""What it costs to read a line otherwise than it stands there: the more, the less likely it was meant.

Weights of the search, without a unit. They are set so that the slips in ``tests/slips`` are read as they were meant.
"""

from __future__ import annotations

POPPED = 0.02
"""Something that stands open ends here."""
MISSPELT = 0.8
"""A name with a wrong letter."""
WITHOUT_COLON = 1.2
"""A name of a field without its colon."""
MAIN_WITHOUT_COLON = 0.6
"""The same, where it is the field with which such an item begins."""
SEMICOLON = 0.6
"""A semicolon for the colon."""
BEHIND_DASH = 1.4
"""A dash before a field that is none of an item."""
BESIDE = 0.2
"""The first items of a list beside its name."""
QUOTED = 0.2
"""Quotation marks around a text that YAML would take for something else."""
NO_DASH = 1.4
"""An item without its dash."""
NO_DASH_NAMED = 1.0
"""The same, where it begins as items do."""
OTHER_MARKER = 0.3
"""Another bullet than a dash."""
SECOND_LEVEL = 0.6
"""A phase behind the bullet that word processors have for what stands below an item."""
HEADING = 1.0
"""A heading for the dash of a phase or a step."""
DEEP_HEADING = 1.5
"""A heading for the dash of something else."""
COMMENT = 0.8
"""What could be a heading is a comment after all."""
NAMED = 1.0
"""The text of an item becomes its name, since fields follow."""
COLON_BEHIND_NAME = 0.9
"""The same, where a colon stands behind the text."""
LIST_NOT_NAMED = 2.0
"""Items of a list whose name is missing."""
OUTLINE = -0.5
"""A list without its name below a bare text, further right, is an outline: likelier than items that slipped."""
UNKNOWN = 2.5
"""A field that nothing has."""
GOES_ON = 1.5
"""A line is more of the text above it."""
GOES_ON_FURTHER_LEFT = 0.6
"""And what is more, it begins further left."""
LIKE_A_FIELD = 2.5
"""A text behind a dash that would be a field of something that stands open."""
LANE_OF_STEP = 2.1
"""Items of a lane of a step whose name is missing."""
LANE_OF_PHASE = 2.6
"""The same in a phase, of which items are rather steps."""
FEELING_BEHIND_NAME = 0.5
"""A score behind the name of a phase or a step."""
