"""Which words the code and the templates ask for: every key, read from the source without running it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

IN_TEMPLATES = re.compile(r"""\bwords\(\s*(["'])([\w.-]+)\1\s*(~\s*[\w.]+)?""")
CALLED = ("words", "_words")


@dataclass(frozen=True)
class Asked:
    """A key that is asked for at one place."""

    place: str
    key: str
    """Where a part of it comes from afar, that part as it is written, in braces: ``lane.{name}``."""


@dataclass
class Source:
    """A module, and where its names come from."""

    path: str
    module: ast.Module
    parents: dict[ast.AST, ast.AST] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node in ast.walk(self.module):
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node

    def asked(self) -> Iterator[Asked]:
        """Every call for words."""
        own = {node.name for node in ast.walk(self.module) if isinstance(node, ast.FunctionDef)}
        for node in ast.walk(self.module):
            if isinstance(node, ast.Call) and (key := _key_of(node, own)) is not None:
                for written in sorted(self.values(key, node)):
                    # Nobody asks for words without a name: the code looks first.
                    if not written.endswith("."):
                        yield Asked(f"{self.path}:{node.lineno}", written)

    def values(self, node: ast.AST, at: ast.AST, depth: int = 0) -> set[str]:
        """The texts that an expression may be; itself in braces where this module does not tell."""
        if isinstance(node, ast.Constant):
            return {str(node.value)}
        if isinstance(node, ast.IfExp):
            return self.union([node.body, node.orelse], at, depth)
        if isinstance(node, ast.FormattedValue):
            return self.values(node.value, at, depth)
        if isinstance(node, ast.JoinedStr):
            return {"".join(parts) for parts in product(*(self.values(part, at, depth) for part in node.values))}
        if isinstance(node, ast.Name) and depth < 8:
            bound = [one for one in self.bound(node.id, at) if one is not node]
            if bound:
                return self.union(bound, at, depth)
        return {f"{{{ast.unparse(node)}}}"}

    def union(self, nodes: list[ast.AST], at: ast.AST, depth: int) -> set[str]:
        return set().union(*(self.values(node, node if node in self.parents else at, depth + 1) for node in nodes))

    def bound(self, name: str, at: ast.AST) -> Iterator[ast.AST]:
        """Everything that a name may stand for where it is used; an expression of ours where that is not told."""
        for scope in self.scopes(at):
            found = list(self.bound_in(scope, name))
            if found:
                yield from found
                return

    def scopes(self, node: ast.AST) -> Iterator[ast.AST]:
        while (node := self.parents.get(node)) is not None:
            if isinstance(
                node,
                ast.FunctionDef
                | ast.Lambda
                | ast.Module
                | ast.GeneratorExp
                | ast.ListComp
                | ast.DictComp
                | ast.SetComp,
            ):
                yield node

    def bound_in(self, scope: ast.AST, name: str) -> Iterator[ast.AST]:
        if isinstance(scope, ast.GeneratorExp | ast.ListComp | ast.DictComp | ast.SetComp):
            for generator in scope.generators:
                yield from self.of_target(generator.target, generator.iter, name, many=True)
            return
        if isinstance(scope, ast.FunctionDef):
            names = [one.arg for one in scope.args.args]
            if name in names:
                yield from self.given(scope, names.index(name), name)
        if isinstance(scope, ast.Lambda):
            if name in [one.arg for one in scope.args.args]:
                yield scope
            return
        for node in self.inside(scope):
            if isinstance(node, ast.For):
                yield from self.of_target(node.target, node.iter, name, many=True)
            elif isinstance(node, ast.Assign):
                for target in node.targets:
                    yield from self.of_target(target, node.value, name, many=False)
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                yield from self.of_target(node.target, node.value, name, many=False)

    def inside(self, scope: ast.AST) -> Iterator[ast.AST]:
        """Statements of a scope, without those of functions in it."""
        for child in ast.iter_child_nodes(scope):
            if not isinstance(child, ast.FunctionDef | ast.ClassDef):
                yield child
                yield from self.inside(child)

    def of_target(self, target: ast.AST, value: ast.AST, name: str, *, many: bool) -> Iterator[ast.AST]:
        """What a name gets from an assignment or a loop: ``many`` where the value is what is looped over."""
        if isinstance(target, ast.Name):
            if target.id == name:
                yield from self.elements(value) if many else [value]
        elif isinstance(target, ast.Tuple):
            for number, part in enumerate(target.elts):
                if any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(part)):
                    values = self.elements(value) if many else [value]
                    for one in values:
                        if isinstance(one, ast.Tuple) and not any(isinstance(e, ast.Starred) for e in one.elts):
                            yield from self.of_target(part, one.elts[number], name, many=False)
                        else:
                            yield one

    def elements(self, value: ast.AST) -> list[ast.AST]:
        """The elements of a literal, also by way of a name; the value itself where it is none."""
        if isinstance(value, ast.Tuple | ast.List | ast.Set):
            return [
                found
                for one in value.elts
                for found in (self.elements(one.value) if isinstance(one, ast.Starred) else [one])
            ]
        if isinstance(value, ast.Dict):
            return list(value.keys)
        if isinstance(value, ast.IfExp):
            return [*self.elements(value.body), *self.elements(value.orelse)]
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "items":
            owner = value.func.value
            named = list(self.bound(owner.id, owner)) if isinstance(owner, ast.Name) else [owner]
            if all(isinstance(one, ast.Dict) for one in named):
                return [self.pair(key, of) for one in named for key, of in zip(one.keys, one.values, strict=True)]
        if isinstance(value, ast.ListComp | ast.GeneratorExp):
            return [value.elt]
        if isinstance(value, ast.Name):
            bound = list(self.bound(value.id, value))
            if bound and bound != [value]:
                return [element for one in bound for element in self.elements(one)]
        return [value]

    def pair(self, *parts: ast.AST) -> ast.AST:
        made = ast.Tuple(list(parts), ast.Load())
        self.parents[made] = self.parents[parts[0]]
        return made

    def given(self, function: ast.FunctionDef, position: int, name: str) -> Iterator[ast.AST]:
        """What the calls of a function in this module give for a parameter."""
        is_method = bool(function.args.args) and function.args.args[0].arg == "self"
        for node in ast.walk(self.module):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == function.name:
                number = position - is_method
                named = [one.value for one in node.keywords if one.arg == name]
                if named or number < len(node.args):
                    yield named[0] if named else node.args[number]


def _key_of(node: ast.Call, own: set[str]) -> ast.expr | None:
    """The key that a call for words asks for; None for any other call. ``own`` are functions of the module."""
    called = node.func
    if isinstance(called, ast.Name) and called.id in ("Phrase", "worded"):
        return node.args[1]
    if isinstance(called, ast.Attribute) and called.attr == "get":
        called = called.value
    if isinstance(called, ast.BoolOp):
        called = called.values[0]
    name = getattr(called, "id", getattr(called, "attr", ""))
    return node.args[0] if name in CALLED and name not in own and node.args else None


def asked_words(package: Path, left_out: Mapping[str, str]) -> list[Asked]:
    """All that Python and templates below a folder ask for; ``left_out`` are files and folders, each with the reason."""
    found = []
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        if not name.startswith(tuple(left_out)):
            found += Source(name, ast.parse(path.read_text("utf-8"))).asked()
    for path in sorted(package.rglob("*.html")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for match in IN_TEMPLATES.finditer(line):
                hole = match[3].removeprefix("~").strip() if match[3] else ""
                key = f"{match[2]}{{{hole}}}" if hole else match[2]
                found.append(Asked(f"{path.relative_to(package).as_posix()}:{number}", key))
    return found
