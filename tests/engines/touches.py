"""What hands do, in the words of WebDriver, which WebDriver BiDi uses as well."""

from __future__ import annotations

from typing import Any

Source = dict[str, Any]

KEYS = {
    "Backspace": "\ue003", "Tab": "\ue004", "Enter": "\ue007", "Shift": "\ue008", "Control": "\ue009", "Alt": "\ue00a",
    "Escape": "\ue00c", "Space": " ", "PageUp": "\ue00e", "PageDown": "\ue00f", "End": "\ue010", "Home": "\ue011",
    "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015", "Delete": "\ue017",
}  # fmt: skip


def key(name: str) -> Source:
    """A key pressed and released, others held before a plus sign: ``Shift+Tab``."""
    held = [KEYS.get(part, part) for part in (name.split("+") if len(name) > 1 else [name])]
    presses = [{"type": "keyDown", "value": one} for one in held]
    return {"type": "key", "id": "keys", "actions": presses + [{"type": "keyUp", "value": one} for one in held[::-1]]}


def pointer(x: float, y: float) -> Source:
    """The mouse moved to a place in the window."""
    return _mouse([{"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}])


def button(x: float, y: float) -> Source:
    """A click, where the mouse is already."""
    move = {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}
    return _mouse([move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}])


def wheel(at: tuple[float, float], x: float, y: float) -> Source:
    """The wheel turned at a place in the window."""
    turned = {"type": "scroll", "x": round(at[0]), "y": round(at[1]), "deltaX": round(x), "deltaY": round(y)}
    return {"type": "wheel", "id": "wheel", "actions": [{**turned, "duration": 0}]}


def _mouse(actions: list[dict[str, Any]]) -> Source:
    return {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions}
