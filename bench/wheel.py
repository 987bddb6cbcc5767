"""Builds the wheel, installs it with the locked dependencies in a clean environment, and codes the samples there.

A wheel that lacks a data file passes every test of the source tree; only an installed one shows it.
"""

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command and return what it prints; end with its error when it fails."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(str(part) for part in command)} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return done.stdout


def installed_size(env: Path) -> float:
    """Return the megabytes that the wheels brought: neither pip, which was there, nor what Python compiles."""
    site = next((env / "lib").glob("python*/site-packages"))
    files = (f for f in site.rglob("*") if f.is_file() and f.suffix != ".pyc")
    return sum(f.stat().st_size for f in files if not f.relative_to(site).parts[0].startswith("pip")) / 1e6


def main() -> None:
    """Build, install, run; print what the installed program found."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", place / "dist", ROOT, cwd=place)
        wheel = next((place / "dist").glob("*.whl"))
        venv.create(place / "env", with_pip=True)
        python = place / "env" / "bin" / "python"
        pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=place)
        run(*pip, "--no-deps", wheel, cwd=place)
        printed = run(place / "env" / "bin" / "reportedly", "code", "--samples", "--format", "json", cwd=place)
        events = sum(len(report["events"]) for report in json.loads(printed))
        size = installed_size(place / "env")
    if events == 0:
        sys.exit("the installed wheel finds no event in the samples")
    print(f"wheel {wheel.name}: {events} events in the samples; {size:.0f} MB installed, pip and byte code not counted")


if __name__ == "__main__":
    main()
