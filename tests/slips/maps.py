"""Maps as they were meant: small, and together with everything that people write in one."""

from __future__ import annotations

STEPS = """\
id: borrow-a-drill
title: Borrowing a drill
owner: Front desk
reviewed: 2026-11-13
phases:
  - name: Choose
    steps:
      - name: Looks at the list
        emotion: +1 curious
        touchpoints:
          - Web page
          - Shelf
        thoughts:
          - So many drills
          - Which one is for concrete
      - name: Asks at the desk
        emotion: -1 unsure
        pains:
          - text: The list has no pictures
            severity: 4
          - text: Nobody is at the desk
            severity: 3
        opportunities:
          - text: Photos on the shelf
            impact: 4
            effort: 2
  - name: Borrow
    steps:
      - name: Signs the slip
        emotion: 0 in a hurry
        moment_of_truth: true
        actions:
          - Shows her card
          - Pays the deposit
  - name: Return
    emotion: +2 pleased
    gains:
      - The deposit comes back at once
"""

PHASES = """\
title: Buying a winter jacket
scenario: It gets cold early this year
indicators:
  - name: Returns
    unit: '%'
    target: 5
phases:
  - name: Need
    definition: From the first frost to the first look
    emotion: -1 chilly
    thoughts:
      - 'My coat: too thin again'
  - name: Search
    emotion: 0
    touchpoints:
      - name: Web shop
        channel: web
        owner: Online
      - Friends
    pains:
      - Sizes differ from brand to brand
  - name: Buy
    emotion: +2 warm and happy
    promise: Free returns for thirty days
"""

BARE = """\
title: A morning
phases:
  - Wake up
  - name: Leave home
    steps:
      - Make tea
      - Look for the keys
  - Ride
"""

MAPS = {"steps": STEPS, "phases": PHASES, "bare": BARE}
