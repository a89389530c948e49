"""Ids derived from content, so that they are the same on every machine and in every run."""

from hashlib import blake2b


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits of the parts, kept apart: `digest("a", "bc") != digest("ab", "c")`."""
    joined = "\x1f".join(["" if part is None else str(part) for part in parts])
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def row_id(article_id: str, table: str, start: int, end: int, discriminator: object = "") -> str:
    """Id of a fact row: unique across articles and tables, from where it stands and what sets it apart."""
    return digest(article_id, table, start, end, discriminator)
