"""What the gazetteer costs a process: seconds to build and to open it, resident memory before and after.

python benchmarks/gazetteer.py            # with the dump that DATELINE_GEONAMES names, if any
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from flows.gazetteer import load_gazetteer
from flows.settings import settings_from
from transforms.places.gazetteer import Gazetteer

LOOKUPS = 20_000


def main() -> None:
    """Build in one process, open and look up in a fresh one, so that building leaves nothing behind."""
    dump = settings_from(os.environ).geonames
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "folder", nargs="?", type=Path, help="a folder with a built gazetteer, to be measured in this process"
    )
    built = parser.parse_args().folder
    if built is not None:
        measure(built, dump)
        return
    with tempfile.TemporaryDirectory() as folder:
        began = perf_counter()
        load_gazetteer(Path(folder), dump=dump)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"built once      {perf_counter() - began:6.2f} s, {peak:,.0f} MB at most")
        subprocess.run([sys.executable, __file__, folder], check=True)


def measure(folder: Path, dump: Path | None) -> None:
    """Seconds and megabytes of opening a gazetteer that is built, and of using it."""
    before, began = resident(), perf_counter()
    table = load_gazetteer(folder, dump=dump)
    gazetteer = Gazetteer(table)
    gazetteer.find("London")
    print(f"opened          {perf_counter() - began:6.2f} s, +{sum(resident()) - sum(before):.0f} MB")
    keys = table.column("key")
    for i in random.Random(1).sample(range(len(keys)), LOOKUPS):
        gazetteer.find(keys[i].as_py())
    own, shared = (now - then for now, then in zip(resident(), before, strict=True))
    print(f"{LOOKUPS:,} look-ups, +{own + shared:.0f} MB ({own:.0f} of its own, {shared:.0f} shared pages of files)")
    print(f"{len(keys):,} names, {table.nbytes / 1e6:.0f} MB on disk")


def resident() -> tuple[float, float]:
    """Megabytes in memory (Linux): the process's own, and pages of files, which processes share."""
    lines = (line.split() for line in Path("/proc/self/status").read_text().splitlines())
    kilobytes = {line[0]: int(line[1]) for line in lines if line[0] in {"RssAnon:", "RssFile:"}}
    return kilobytes["RssAnon:"] / 1024, kilobytes["RssFile:"] / 1024


if __name__ == "__main__":
    main()
