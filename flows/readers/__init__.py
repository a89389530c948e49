"""Sources into records: folders, files, addresses and standard input, in every format that Dateline reads.

A reader yields a `Record` for every article and a `Reject` for everything it cannot read; nothing is dropped
in silence but hidden files and files that are no articles (pictures, README, LICENSE).
"""

from flows.readers.entry import Limits
from flows.readers.source import Source, open_source, read_source
from flows.readers.stated import parse_instant

__all__ = ["Limits", "Source", "open_source", "parse_instant", "read_source"]
