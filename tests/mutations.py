"""Small faults, planted in Python source one at a time: each is a mistake that somebody could make."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
}
_OTHER_FUNCTION = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
_CUTTING = {
    "strip",
    "rstrip",
    "lstrip",
    "casefold",
    "lower",
    "upper",
    "removeprefix",
    "removesuffix",
    "replace",
}
"""Methods of texts that give nearly the same text back."""


@dataclass(frozen=True)
class Mutant:
    """The source of a module with one fault."""

    where: str
    """The function, with its class, or `module`."""
    line: int
    change: str
    """What was there and what is there now; with *where* its name, which no other line changes."""
    source: str

    @property
    def name(self) -> str:
        return f"{self.where}: {self.change}"


@dataclass(frozen=True)
class _Place:
    """A node where it hangs, and what is told of a change there."""

    holder: Any
    """The node, or the list of nodes, that has it."""
    key: Any
    """The field, or the index in the list."""
    where: str
    shown: ast.AST
    """The smallest part that says something when it is shown."""

    def put(self, node: object) -> None:
        if isinstance(self.holder, list):
            self.holder[self.key] = node
        else:
            setattr(self.holder, self.key, node)


def mutants_of(source: str) -> Iterator[Mutant]:
    """Every fault that is planted in *source*, in order; no two give the same source."""
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    for place, node in _places(tree, "module", tree):
        before = _said(place.shown)
        for new in _others(node):
            place.put(new)
            changed = ast.unparse(tree)
            if changed not in seen:
                seen.add(changed)
                after = _said(new if place.shown is node else place.shown)
                yield Mutant(place.where, node.lineno, f"{before} → {after}", changed)
            place.put(node)


def _said(node: ast.AST) -> str:
    """*node* on one line; of a statement with others inside it the head."""
    if isinstance(node, ast.If | ast.While | ast.For):
        node = _with(node, body=[ast.Pass()], orelse=[])
    elif isinstance(node, ast.With | ast.FunctionDef | ast.ClassDef):
        node = _with(node, body=[ast.Pass()])
    return " ".join(ast.unparse(node).split()).removesuffix(" pass")


def _places(node: ast.AST, where: str, shown: ast.AST) -> Iterator[tuple[_Place, Any]]:
    """Every statement and expression in *node* that may be changed, with its place."""
    for name, value in ast.iter_fields(node):
        if name in ("decorator_list", "annotation", "returns", "type_params", "type_comment", "names"):
            continue
        parts = enumerate(value) if isinstance(value, list) else [(name, value)]
        holder = value if isinstance(value, list) else node
        for key, part in list(parts):
            if not isinstance(part, ast.AST) or _is_said_only(part):
                continue
            inside = _inside(part, where)
            told = part if isinstance(part, ast.stmt | ast.comprehension) or _says_enough(part) else shown
            looked_through = isinstance(node, ast.Compare) and isinstance(
                part, ast.Tuple
            )  # there is no order
            if isinstance(part, ast.expr | ast.stmt) and not looked_through:
                yield _Place(holder, key, inside, told), part
            yield from _places(part, inside, told)


def _inside(part: ast.AST, where: str) -> str:
    if isinstance(part, ast.FunctionDef | ast.ClassDef):
        return part.name if where == "module" else f"{where}.{part.name}"
    return where


def _says_enough(part: ast.AST) -> bool:
    return isinstance(part, ast.expr) and not isinstance(
        part, ast.Constant | ast.Name | ast.JoinedStr | ast.Slice
    )


def _is_said_only(part: ast.AST) -> bool:
    """Whether *part* does nothing: a docstring, an import, an assertion for the types."""
    docstring = isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
    strict = isinstance(part, ast.keyword) and part.arg == "strict"  # of zip: an assertion, too
    return docstring or strict or isinstance(part, ast.Import | ast.ImportFrom | ast.Assert)


def _others(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of *node*."""
    for kind, others in _OPERATORS.items():
        if isinstance(node, kind):
            yield from others(node)


def _other_comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    for number, op in enumerate(node.ops):
        yield _with(node, ops=[*node.ops[:number], _COMPARISONS[type(op)](), *node.ops[number + 1 :]])
    match node.comparators:
        case [ast.Tuple(elts=elements) as compared] if isinstance(node.ops[0], ast.In | ast.NotIn):
            for number in range(len(elements)):
                kept = [*elements[:number], *elements[number + 1 :]]
                yield _with(node, comparators=[_with(compared, elts=kept)])


def _other_conditions(node: ast.BoolOp) -> Iterator[ast.AST]:
    """`or` for `and`, and each of the parts left out."""
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for number in range(len(node.values)):
        kept = [*node.values[:number], *node.values[number + 1 :]]
        yield _with(node, values=kept) if len(kept) > 1 else kept[0]


def _without_sign(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _other_sums(node: ast.BinOp) -> Iterator[ast.AST]:
    if other := _SUMS.get(type(node.op)):
        yield _with(node, op=other())


def _other_tuples(node: ast.Tuple) -> Iterator[ast.AST]:
    if isinstance(node.ctx, ast.Load) and not any(
        map(_is_ellipsis, node.elts)
    ):  # with an ellipsis it is a type
        yield from (_with(node, elts=swapped) for swapped in _swapped(node.elts))


def _other_slices(node: ast.Slice) -> Iterator[ast.AST]:
    if node.lower:
        yield _with(node, lower=None)
    if node.upper:
        yield _with(node, upper=None)


def _other_way_round(node: ast.IfExp) -> Iterator[ast.AST]:
    yield _with(node, body=node.orelse, orelse=node.body)


def _other_constants(node: ast.Constant) -> Iterator[ast.Constant]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        if value:
            yield ast.Constant(value - 1)
    elif isinstance(value, str):
        yield ast.Constant(f"XX{value}")


def _other_calls(node: ast.Call) -> Iterator[ast.AST]:
    function = node.func
    if isinstance(function, ast.Name) and function.id in _OTHER_FUNCTION:
        other = ast.Name(_OTHER_FUNCTION[function.id], ast.Load())
        keywords = [] if function.id == "sorted" else node.keywords
        yield _with(node, func=other, keywords=keywords)
    if isinstance(function, ast.Attribute) and function.attr in _CUTTING:
        yield function.value
    if isinstance(function, ast.Attribute) and function.attr in ("startswith", "endswith"):
        yield _with(
            node, func=_with(function, attr="endswith" if function.attr == "startswith" else "startswith")
        )
    for number in (n for n, keyword in enumerate(node.keywords) if keyword.arg != "strict"):
        yield _with(node, keywords=[*node.keywords[:number], *node.keywords[number + 1 :]])
    if not (isinstance(function, ast.Name) and function.id in ("min", "max")):  # there the order says nothing
        yield from (_with(node, args=swapped) for swapped in _swapped(node.args))


def _swapped(parts: list[ast.expr]) -> Iterator[list[ast.expr]]:
    """*parts*, two neighbours of which have changed places."""
    for number in range(len(parts) - 1):
        yield [*parts[:number], parts[number + 1], parts[number], *parts[number + 2 :]]


def _without_conditions(node: Any) -> Iterator[ast.AST]:
    for at, generator in enumerate(node.generators):
        for number in range(len(generator.ifs)):
            kept = _with(generator, ifs=[*generator.ifs[:number], *generator.ifs[number + 1 :]])
            yield _with(node, generators=[*node.generators[:at], kept, *node.generators[at + 1 :]])


def _other_statements(node: ast.stmt) -> Iterator[ast.AST]:
    match node:
        case ast.If() | ast.While() if not isinstance(node.test, ast.UnaryOp):  # without its `not`, see above
            yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break() | ast.Delete():
            yield ast.Pass()


def _is_ellipsis(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is ...


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


_OPERATORS: dict[Any, Callable[[Any], Iterator[ast.AST]]] = {
    ast.Compare: _other_comparisons,
    ast.BoolOp: _other_conditions,
    ast.UnaryOp: _without_sign,
    ast.BinOp: _other_sums,
    ast.Constant: _other_constants,
    ast.Call: _other_calls,
    ast.Tuple: _other_tuples,
    ast.Slice: _other_slices,
    ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp: _without_conditions,
    ast.IfExp: _other_way_round,
    ast.stmt: _other_statements,
}
"""The kinds of faults, by what they are planted in."""


def _with(node: Any, **fields: object) -> Any:
    """*node* with other fields."""
    return ast.copy_location(type(node)(**{**dict(ast.iter_fields(node)), **fields}), node)
