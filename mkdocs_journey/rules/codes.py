"""Codes of findings about the method: what the literature on journey mapping asks of a map."""

from __future__ import annotations

from mkdocs_journey.findings import Code, LifeCycle, Severity
from mkdocs_journey.message import message

INFO = Severity.INFO
PREVIEW = LifeCycle.PREVIEW

MANY_PERSONAS = Code("JN301", INFO, message("A map with more than one persona"))
NO_GOAL = Code("JN302", INFO, message("A map without a goal"))
ONE_GOAL = Code("JN303", INFO, message("A map with only one of customer goal and business goal"))
NO_INDICATOR = Code("JN304", INFO, message("A map without an indicator"))
TARGET_WITHOUT_BASELINE = Code("JN305", INFO, message("An indicator with a target and no baseline"))
MANY_CORE_PERSONAS = Code("JN306", INFO, message("More core personas than a team can keep in mind"))

NO_OWNER = Code("JN310", INFO, message("A map without an owner"))
NO_REVIEW = Code("JN311", INFO, message("A map that does not say when it is reviewed again"))
REVIEW_OVERDUE = Code("JN312", INFO, message("A map or persona whose review is overdue"))
NEVER_WALKED = Code("JN313", INFO, message("A map that nobody has walked through"))
ONE_TEAM = Code("JN314", INFO, message("A map made by one team only"))

LANE_WITH_HOLE = Code("JN320", INFO, message("A phase that lacks what all others have"), PREVIEW)
LOW_WITHOUT_PAIN = Code("JN321", INFO, message("A low without a pain point"))
PAIN_WITHOUT_SEVERITY = Code("JN322", INFO, message("A pain point without a severity"))
PAIN_WITHOUT_OPPORTUNITY = Code("JN323", INFO, message("A pain point that no opportunity would fix"))
PAIN_WITHOUT_OWNER = Code("JN324", INFO, message("A pain point without an owner"))
OPPORTUNITY_FIXES_NOTHING = Code("JN325", INFO, message("An opportunity that fixes nothing"))
PAINS_WITHOUT_CONTENT = Code("JN326", INFO, message("A step with pain points and no help content"))

TOUCHPOINT_WITHOUT_OWNER = Code("JN330", INFO, message("A touchpoint without an owner"))
GAP_WITHOUT_OPPORTUNITY = Code("JN331", INFO, message("A touchpoint that is not as desired, and no opportunity"))
HAND_OFF_WITHOUT_TOUCHPOINT = Code("JN332", INFO, message("A hand-off between owners without a touchpoint"), PREVIEW)
PROMISE_NOT_KEPT = Code("JN333", INFO, message("A promise that no later step keeps"))

MOMENT_WITHOUT_EVIDENCE = Code("JN340", INFO, message("A moment of truth without evidence"))
MANY_HYPOTHESES = Code("JN341", INFO, message("A map of which too much is assumed"))
OLD_EVIDENCE = Code("JN342", INFO, message("Evidence that is out of date"))

FLAT_CURVE = Code("JN350", INFO, message("A curve that does not move"))
BAD_ENDING = Code("JN351", INFO, message("A journey that ends badly, and nothing planned against it"))
MANY_PHASES = Code("JN352", INFO, message("A map with too many phases"))
MANY_STEPS = Code("JN353", INFO, message("A map with too many steps"))
LONG_TEXT = Code("JN354", INFO, message("A text that is too long for a cell"))

COMPANY_SPEAK = Code("JN360", INFO, message("Words of the company in what the customer does, thinks or says"), PREVIEW)
NEAR_NAMES = Code("JN361", INFO, message("A channel, team or system under several spellings"), PREVIEW)

METHOD_CODES: tuple[Code, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Code))
"""All of them, in the order of their ids."""
