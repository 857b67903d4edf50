"""The shape of the code: parts, what each may import, and that every module belongs to one."""

from __future__ import annotations

import ast
import importlib
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "server" / "livret"

# part: (its modules, the parts it may import beside itself). Steps of the line do not import each
# other; they meet in the values.
PARTS: dict[str, tuple[str, str]] = {
    "values": (
        "canonical drawn in_threads language listed model origin page problem rounds screenshot",
        "",
    ),
    "texts": ("beginning bidi colour escaped figures inline together", "values"),
    "read": ("body fields read read_data references sign", "values texts"),
    "catalogs": (
        "catalog change doubts facts kept_terms ledger match number_words numerals plurals po "
        "po_entries terms wording",
        "values texts",
    ),
    "translate": ("other_texts pseudo translate", "values texts catalogs"),
    "render": (
        "chosen cited frame generated glossary manifest markup render searchable section "
        "templates tick trust version when",
        "values texts",
    ),
    "release": (
        "coded compose feed hosting icons outside pack patch policy preview release security "
        "sitemap",
        "values",
    ),
    "publish": ("contents earlier publish record retire spare swap tree", "values release"),
    "serve": (
        "answer dictionary direct handover listen log metrics negotiate news published resource "
        "serve settings site",
        "values release",
    ),
    "line": (
        "again build changed inputs keeping kept product since",
        "values read catalogs translate render release",
    ),
    "live": (
        "draft live live_site",
        "values read catalogs translate render release serve line",
    ),
    "poster": ("hang picture poster", "values texts read render line"),
    "export": ("book epub exchange translated", "values texts read render release line"),
    "verify": ("verify whole", "values release serve"),
    "desk": ("desk extract merge pot starter", "values texts read catalogs line"),
    "checks": ("checks", "values texts catalogs"),
    "links": ("links links_known", "values catalogs"),
    "told": (
        "columns links_report plots review status status_page status_text",
        "values texts catalogs translate desk checks links",
    ),
    "command": (
        "__init__ __main__ command editing editors exporting",
        "values read translate line live poster export verify desk publish serve checks links told",
    ),
}
# A folder of modules counts as one.
MODULES = sorted(
    [
        *(path.stem for path in PACKAGE.glob("*.py")),
        *(path.parent.name for path in PACKAGE.glob("*/__init__.py")),
    ]
)


def files_of(module: str) -> list[Path]:
    return sorted([*PACKAGE.glob(f"{module}.py"), *PACKAGE.glob(f"{module}/*.py")])


def imports(module: str) -> set[str]:
    """The modules of the package that a module imports, wherever in its file."""
    found: set[str] = set()
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in files_of(module))
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.ImportFrom) and node.module == "livret":
            found.update(alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("livret."):
            found.add((node.module or "").split(".")[1])
    return found


def part_of(module: str) -> str:
    return next(part for part, (modules, _) in PARTS.items() if module in modules.split())


def test_every_module_belongs_to_one_part() -> None:
    listed = sorted(module for modules, _ in PARTS.values() for module in modules.split())
    assert listed == MODULES


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_part_may(module: str) -> None:
    part = part_of(module)
    allowed = {part, *PARTS[part][1].split()}
    assert {other for other in imports(module) if part_of(other) not in allowed} == set()


def test_no_part_is_reached_from_below() -> None:
    seen: set[str] = set()
    for part, (_, may) in PARTS.items():
        assert set(may.split()) <= seen, f"{part} imports a part that comes after it"
        seen.add(part)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_alone(module: str) -> None:
    if module == "__main__":
        return
    importlib.import_module(f"livret.{module}")
    assert f"livret.{module}" in sys.modules


@pytest.mark.parametrize("module", MODULES)
def test_a_module_stays_small(module: str) -> None:
    for path in files_of(module):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 330
