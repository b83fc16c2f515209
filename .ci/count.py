"""Adds up what the test runs wrote: prints `N passed, N failed`.

Called with the folder of the JUnit files and the names of the runs that must be there.
Ends 1 when a run is missing, ran nothing, skipped something or failed something.
"""

import sys
from pathlib import Path
from xml.etree import ElementTree


def counts(path: Path) -> tuple[int, int, int]:
    """Passed, failed and skipped of one run; a run without its file failed once."""
    if not path.is_file():
        return 0, 1, 0
    suite = ElementTree.parse(path).getroot().find("testsuite")
    ran, skipped = int(suite.get("tests")), int(suite.get("skipped"))
    failed = int(suite.get("failures")) + int(suite.get("errors"))
    return max(ran - failed - skipped, 0), failed if ran else failed + 1, skipped


def main(folder: str, *runs: str) -> int:
    """Print the sums; answers with the exit code."""
    passed, failed, skipped = (
        sum(column) for column in zip(*(counts(Path(folder, f"{run}.xml")) for run in runs), strict=True)
    )
    if skipped:
        sys.stderr.write(f"{skipped} tests were skipped; none may be.\n")
    sys.stdout.write(f"{passed} passed, {failed + skipped} failed\n")
    return 1 if failed or skipped else 0


sys.exit(main(*sys.argv[1:]))
