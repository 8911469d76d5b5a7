"""What changed on a map: items that are new, that are gone, and that are not what they were; steps and phases."""

from __future__ import annotations

from collections.abc import Container, Sequence

from mkdocs_journey.diff import Change, ChangeKind, Graded
from mkdocs_journey.diff.parts import name_of
from mkdocs_journey.diff.review import JourneyReview
from mkdocs_journey.drawing.cells import CellMaker
from mkdocs_journey.drawing.contents import CellContents
from mkdocs_journey.drawing.items import NO_MARKS, CellItems, ItemView, Mark, Marks
from mkdocs_journey.drawing.lanes import is_quoted
from mkdocs_journey.drawing.sentences import field_sentence, value_sentence
from mkdocs_journey.drawing.texts import (
    Deleted,
    DrawnText,
    Inserted,
    Listed,
    Reworded,
    WrittenText,
    said,
    worded,
)
from mkdocs_journey.model.columns import Column


def mark_changes(maker: CellMaker, shown: Container[str], contents: CellContents) -> Marks:
    """Mark what has changed, and tell which cells and columns have, and how.

    The items of the lanes that are ``shown`` are marked in ``contents``; what is gone is added to them.
    """
    review = maker.review
    if review is None:
        return NO_MARKS
    cells = {}
    for (column, lane), changes in review.cells.items():
        if lane != "emotion" and lane in shown and column in contents:
            cell = _MarkedCell(maker, review, lane, _names(maker, column, lane), contents[column].get(lane, ()))
            for graded in changes:
                cell.mark(graded)
            contents[column][lane] = tuple(cell.items)
            cells[column, lane] = cell.whole(changes)
    columns = {column: _column_mark(maker, changes) for column, changes in review.columns.items() if changes}
    return Marks(cells, columns, _feelings(maker, review))


def _feelings(maker: CellMaker, review: JourneyReview) -> dict[Column, DrawnText]:
    found: dict[Column, list[DrawnText]] = {}
    for (column, lane), changes in review.cells.items():
        for graded in changes if lane == "emotion" else ():
            change = graded.change
            if change.field == "feeling":
                values = value_sentence(graded, maker.words)
                found.setdefault(column, []).append(said(values, maker.texts))
            elif change.field and change.field != "score":
                found.setdefault(column, []).append(said(field_sentence(graded, maker.words), maker.texts))
            elif not change.field:
                found.setdefault(column, []).append(maker.words(f"review.{change.kind}"))
    return {column: Listed(tuple(notes)) for column, notes in found.items()}


def _column_mark(maker: CellMaker, changes: Sequence[Graded]) -> Mark:
    flags = tuple(_column_flag(maker, graded) for graded in changes)
    added = any(graded.change.kind is ChangeKind.ADDED for graded in changes)
    return Mark("added" if added else "changed", Listed(flags))


def _column_flag(maker: CellMaker, graded: Graded) -> DrawnText:
    change, words = graded.change, maker.words
    if change.kind is ChangeKind.ADDED:
        return words("review.added")
    if change.kind is ChangeKind.MOVED:
        return _moved(maker, change)
    if change.kind is ChangeKind.REORDERED:
        return words("review.reordered")
    if change.kind is ChangeKind.RENAMED and change.field != "id":
        return worded(words, "review.was_called", {"name": _older(maker, change.before)})
    return said(field_sentence(graded, words), maker.texts)


def _moved(maker: CellMaker, change: Change) -> DrawnText:
    return worded(maker.words, "review.moved_from", {"origin": _older(maker, change.before)})


def _older(maker: CellMaker, text: str) -> Deleted:
    assert maker.review is not None
    return Deleted(maker.texts(text, maker.review.before.document.block.file))


def _names(maker: CellMaker, column: Column, lane: str) -> list[str]:
    """What the items of a cell are called in changes, in their order."""
    phase = maker.entry.journey.phases[column[0]]
    part = phase if column[1] is None else phase.steps[column[1]]
    values = part.custom.get(lane, ()) if lane in part.custom else getattr(part, lane, ())
    return [name_of(value).name for value in values] if isinstance(values, tuple) else []


class _MarkedCell:
    """The items of a cell while they are marked."""

    def __init__(
        self, maker: CellMaker, review: JourneyReview, lane: str, names: Sequence[str], items: CellItems
    ) -> None:
        self._maker = maker
        self._file = review.before.document.block.file
        self._lane = lane
        self.items: list[ItemView | WrittenText] = list(items)
        self._kept = len(self.items)
        # Something that says nothing has no item, and then nobody can tell which is which.
        self._places = {name: place for place, name in enumerate(names)} if len(names) <= len(self.items) else {}

    def mark(self, graded: Graded) -> None:
        """Show one change."""
        change = graded.change
        place = self._places.get(change.name)
        if change.kind is ChangeKind.REMOVED and not change.field:
            self.items.append(ItemView(self._deleted(change.name), gone=True))
        elif change.field == self._lane and change.before and change.after and self._places:
            self._reword(0, change)
        elif change.kind is ChangeKind.REORDERED:
            return
        elif place is None or change.thing in ("step", "phase"):
            self.items.append(ItemView(said(field_sentence(graded, self._maker.words), self._maker.texts)))
        elif change.kind is ChangeKind.ADDED and not change.field:
            view = self._view(place)
            self.items[place] = view._replace(text=Inserted(view.text))
        elif change.kind is ChangeKind.RENAMED and change.field != "id":
            self._reword(place, change)
        elif change.kind is ChangeKind.MOVED:
            self._note(place, _moved(self._maker, change))
        else:
            self._note(place, said(field_sentence(graded, self._maker.words), self._maker.texts))

    def whole(self, changes: Sequence[Graded]) -> Mark:
        """The cell as a whole."""
        words = self._maker.words
        kinds = {graded.change.kind if not graded.change.field else ChangeKind.CHANGED for graded in changes}
        if kinds == {ChangeKind.ADDED} and len(changes) == self._kept:
            return Mark("added", words("review.added"))
        if kinds == {ChangeKind.REMOVED} and not self._kept:
            return Mark("removed", words("review.removed"))
        return Mark("changed", words("review.reordered" if kinds == {ChangeKind.REORDERED} else "review.changed"))

    def _view(self, place: int) -> ItemView:
        item = self.items[place]
        return ItemView(item) if isinstance(item, WrittenText) else item

    def _note(self, place: int, note: DrawnText) -> None:
        view = self._view(place)
        self.items[place] = view._replace(notes=(*view.notes, note))

    def _reword(self, place: int, change: Change) -> None:
        view = self._view(place)
        self.items[place] = view._replace(text=Reworded(self._deleted(change.before), Inserted(view.text)))
        if change.guess:
            words = self._maker.words
            self._note(place, words("change.guess", guess=words(f"change.by.{change.guess}")).strip())

    def _deleted(self, text: str) -> Deleted:
        maker = self._maker
        return Deleted((maker.quoted if is_quoted(self._lane) else maker.texts)(text, self._file))
