"""The arrow: wiring imports enquiries imports support_pages imports specialisms imports the agency kernel."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.guards.subjects import APPS, ROOT

CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
(CONTRACT,) = CONFIG["contracts"]
LAYERS = [[module.strip() for module in layer.split(":")] for layer in CONTRACT["layers"]]
WIRING, KERNEL = LAYERS[0], LAYERS[-1]


def test_nothing_imports_against_the_arrow() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_contract_is_one_without_exceptions() -> None:
    assert CONTRACT["type"] == "layers"
    assert set(CONTRACT) == {"name", "type", "layers"}
    assert set(CONFIG) == {"root_packages", "contracts"}
    assert sorted(CONFIG["root_packages"]) == sorted(APPS)
    arrow = ["enquiries", "support_pages", "specialisms"]
    assert LAYERS[1:-1] == [[app] for app in arrow]
    assert CONTRACT["name"] == f"wiring imports {' imports '.join(arrow)} imports the agency kernel"


def test_every_module_of_agency_is_wiring_or_kernel() -> None:
    """A module that the contract does not name could import anything."""
    named = sorted([*WIRING, *KERNEL])
    assert named == sorted(f"agency.{module.stem}" for module in modules(ROOT / "agency"))


@pytest.mark.parametrize("app", APPS)
def test_packages_of_apps_import_nothing_themselves(app: str) -> None:
    """The contract covers what is inside ``agency``; an import in its ``__init__`` would escape."""
    assert (ROOT / app / "__init__.py").read_text().strip() == ""


def modules(package: Path) -> list[Path]:
    """The modules and packages directly inside a package."""
    files = [path for path in package.glob("*.py") if path.name != "__init__.py"]
    return files + [path for path in package.iterdir() if (path / "__init__.py").exists()]
