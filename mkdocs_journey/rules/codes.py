"""Codes of findings about the method: what the literature on journey mapping asks of a map."""

from __future__ import annotations

from mkdocs_journey.findings import Code, LifeCycle, Severity

INFO = Severity.INFO
PREVIEW = LifeCycle.PREVIEW

MANY_PERSONAS = Code("JN301", INFO, "A map with more than one persona")
NO_GOAL = Code("JN302", INFO, "A map without a goal")
ONE_GOAL = Code("JN303", INFO, "A map with only one of customer goal and business goal")
NO_INDICATOR = Code("JN304", INFO, "A map without an indicator")
TARGET_WITHOUT_BASELINE = Code("JN305", INFO, "An indicator with a target and no baseline")
MANY_CORE_PERSONAS = Code("JN306", INFO, "More core personas than a team can keep in mind")

NO_OWNER = Code("JN310", INFO, "A map without an owner")
NO_REVIEW = Code("JN311", INFO, "A map that does not say when it is reviewed again")
REVIEW_OVERDUE = Code("JN312", INFO, "A map or persona whose review is overdue")
NEVER_WALKED = Code("JN313", INFO, "A map that nobody has walked through")
ONE_TEAM = Code("JN314", INFO, "A map made by one team only")

LANE_WITH_HOLE = Code("JN320", INFO, "A phase that lacks what all others have", PREVIEW)
LOW_WITHOUT_PAIN = Code("JN321", INFO, "A low without a pain point")
PAIN_WITHOUT_SEVERITY = Code("JN322", INFO, "A pain point without a severity")
PAIN_WITHOUT_OPPORTUNITY = Code("JN323", INFO, "A pain point that no opportunity would fix")
PAIN_WITHOUT_OWNER = Code("JN324", INFO, "A pain point without an owner")
OPPORTUNITY_FIXES_NOTHING = Code("JN325", INFO, "An opportunity that fixes nothing")
PAINS_WITHOUT_CONTENT = Code("JN326", INFO, "A step with pain points and no help content")

TOUCHPOINT_WITHOUT_OWNER = Code("JN330", INFO, "A touchpoint without an owner")
GAP_WITHOUT_OPPORTUNITY = Code("JN331", INFO, "A touchpoint that is not as desired, and no opportunity")
HAND_OFF_WITHOUT_TOUCHPOINT = Code("JN332", INFO, "A hand-off between owners without a touchpoint", PREVIEW)
PROMISE_NOT_KEPT = Code("JN333", INFO, "A promise that no later step keeps")

MOMENT_WITHOUT_EVIDENCE = Code("JN340", INFO, "A moment of truth without evidence")
MANY_HYPOTHESES = Code("JN341", INFO, "A map of which too much is assumed")
OLD_EVIDENCE = Code("JN342", INFO, "Evidence that is out of date")

FLAT_CURVE = Code("JN350", INFO, "A curve that does not move")
BAD_ENDING = Code("JN351", INFO, "A journey that ends badly, and nothing planned against it")
MANY_PHASES = Code("JN352", INFO, "A map with too many phases")
MANY_STEPS = Code("JN353", INFO, "A map with too many steps")
LONG_TEXT = Code("JN354", INFO, "A text that is too long for a cell")

COMPANY_SPEAK = Code("JN360", INFO, "Words of the company in what the customer does, thinks or says", PREVIEW)
NEAR_NAMES = Code("JN361", INFO, "A channel, team or system under several spellings", PREVIEW)

METHOD_CODES: tuple[Code, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Code))
"""All of them, in the order of their ids."""
