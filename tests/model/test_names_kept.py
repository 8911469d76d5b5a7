"""Where an item would lack its name, nothing in it is renamed by itself: what looks like a field may be its text."""

from __future__ import annotations

from tests.compiling import compile_pages

MAP = """\
```journey
title: Einkauf
lang: de
Phasen:
  - Name: Los
    Schritte:
      - Warten: 20 Minuten
      - Gedanken: Endlich
        Dauer: 5 Tage
      - Name: Zahlen
        Dauer: 5 Tage
        foo: [1, 2]
  - Warten: 20 Minuten
```
"""


def test_only_fields_of_items_with_a_name_are_renamed_for_certain() -> None:
    found = compile_pages({"map.md": MAP}).findings
    assert [(one.span.line, one.code.id, one.mend.certain) for one in found] == [
        (4, "JN103", True),
        (6, "JN103", True),
        (7, "JN104", False),
        (8, "JN103", False),
        (8, "JN104", False),
        (9, "JN103", False),
        (11, "JN103", True),
        (12, "JN101", False),
        (13, "JN104", False),
    ]
