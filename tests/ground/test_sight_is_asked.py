"""A verb that comes to views for an officer asks who may know of them, or this fails."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

SERVICES = Path(__file__).parents[2] / "services"
LEDGERS = {
    "views",
    "threads",
    "themes",
    "agreements",
    "readings",
    "rollup",
    "sight",
    "papers",
    "inbox",
    "standing",
    "referrals",
    "askings",
    "corrections",
    "searchable",
    "choices",
    "alerts",
    "wants",
    "openings",
}
ASKS = {"hidden_from", "must_see", "counted_nowhere"}
# Modules whose officers may see all of what they touch, each with its reason.
EXCEPT = {
    "accounts": "officers' own rows, and no view",
    "bringing": "what comes in from a file; no view that is here is shown",
    "imports": "what comes in; nothing is shown",
    "learning": "teaches the machine what was agreed; shows no view and no count",
    "register": "people, and no view",
    "schooling": "teaches the machine what was agreed; shows no view and no count of one",
    "sight": "it is what the others ask",
}
# A single verb is named here as "module.verb", with its reason.
EXCEPT_VERBS: dict[str, str] = {
    "alerts.decided": "it is handed a view that sight.find let this officer see",
    "meeting.keep": "tells those who wrote; shows no view and no count",
    "papers.to_correct": "days of issued papers, which are open to all; no view and no count",
    "bank.propose_whole": "it is handed a view that sight.find let this officer see",
    "staffing.one": "how many views a leaver has in hand, for whoever keeps officers",
    "rota.look": "who is on duty, and no view",
    "identity.seen_by": "it is handed a view that sight.find let this officer see",
    "openings.note_opening": "it is handed a view that review.find let this officer see",
    "watch.watch_opening": "it counts openings and shows none",
    "openings.attention_to": "it is handed a view that review.find let this officer see",
}


class Function(NamedTuple):
    module: str
    name: str
    for_officer: bool
    comes_to_views: bool
    asks: bool
    calls: frozenset[str]


def functions_of(module: str, source: str) -> Iterator[Function]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            yield read(module, node)


def read(module: str, node: ast.FunctionDef) -> Function:
    inside = list(ast.walk(node))
    attributes = [one for one in inside if isinstance(one, ast.Attribute)]
    named = [one for one in inside if isinstance(one, ast.Name)]
    own = {one.id for one in named if isinstance(one.ctx, ast.Store)}
    given = {one.arg for one in inside if isinstance(one, ast.arg)}
    names = {one.id for one in named} - own - given
    ledgers = {
        one.attr
        for one in attributes
        if isinstance(one.value, ast.Name) and one.value.id == "books"
    }
    called = {one.func.attr for one in inside if is_method(one)}  # type: ignore[attr-defined] # is_method looked
    takes = [arg.annotation for arg in node.args.args + node.args.kwonlyargs if arg.annotation]
    return Function(
        module,
        node.name,
        any("Officer" in ast.unparse(annotation) for annotation in takes),
        bool(ledgers & LEDGERS),
        bool((names | called) & ASKS),
        frozenset(names | called),
    )


def is_method(node: ast.AST) -> bool:
    """Whether a verb of another module is called, and not a method of a ledger or a thing."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id != "books"
    )


def blind(sources: Mapping[str, str]) -> list[str]:
    """Public verbs with an officer that come to a ledger of views and never ask for sight."""
    every = [one for module, text in sources.items() for one in functions_of(module, text)]
    verbs = (one for one in every if one.for_officer and not one.name.startswith("_"))
    return [
        f"{verb.module}.{verb.name}"
        for verb in verbs
        if verb.module not in EXCEPT
        and f"{verb.module}.{verb.name}" not in EXCEPT_VERBS
        and reaches_views_unasked(verb, every)
    ]


def reaches_views_unasked(verb: Function, every: list[Function]) -> bool:
    seen, ahead, reads = {verb}, [verb], False
    while ahead:
        one = ahead.pop()
        if one.asks:
            return False
        reads = reads or one.comes_to_views
        for other in every:
            private = other.name.startswith("_") and other.module != one.module
            if other.name in one.calls and not private and other not in seen:
                seen.add(other)
                ahead.append(other)
    return reads


def test_every_verb_that_comes_to_views_for_an_officer_asks_who_may_know_of_them():
    assert blind({path.stem: path.read_text("utf-8") for path in SERVICES.glob("*.py")}) == []


def test_a_verb_that_does_not_ask_is_named():
    rogue = """
def peek(house, officer: Officer):
    with house.store.reading() as books:
        return _all(books)

def _all(books):
    return books.views.find("x")
"""
    kind = rogue.replace("return _all", "sight.must_see(books, officer, 'x'); return _all")
    assert blind({"rogue": rogue, "kind": kind}) == ["rogue.peek"]
