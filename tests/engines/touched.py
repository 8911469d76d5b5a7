"""A browser whose keys and mouse are moved in the words of WebDriver."""

from __future__ import annotations

from abc import abstractmethod

from tests.engines import touches
from tests.engines.engine import Engine


class TouchedEngine(Engine):
    """Remembers where the pointer is, as WebDriver asks for it with each click and each turn of the wheel."""

    _at: tuple[float, float] = (0, 0)

    @abstractmethod
    def act(self, source: touches.Source) -> None:
        """Do what hands do."""

    def press(self, key: str) -> None:
        self.act(touches.key(key))

    def move_to(self, x: float, y: float) -> None:
        self._at = (x, y)
        self.act(touches.pointer(x, y))

    def press_button(self) -> None:
        self.act(touches.button(*self._at))

    def turn_wheel(self, x: float, y: float) -> None:
        self.act(touches.wheel(self._at, x, y))
