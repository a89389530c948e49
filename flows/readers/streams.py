"""Streams made from another, piece by piece: an encoding as UTF-8, Zstandard frames unpacked."""

import codecs
import io
from abc import abstractmethod
from typing import BinaryIO

from flows.readers.entry import UnreadableError

PIECE = 1 << 18


class _Pieces(io.RawIOBase):
    """A stream made piece by piece from another."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        while not self._ready:
            piece = self._source.read(PIECE)
            self._ready = self._turn(piece)
            if not piece:
                break
        count = min(len(buffer), len(self._ready))
        buffer[:count], self._ready = self._ready[:count], self._ready[count:]
        return count

    @abstractmethod
    def _turn(self, piece: bytes) -> bytes:
        """What a piece of the source becomes; an empty piece is its end."""


class Transcoded(_Pieces):
    """Another encoding as UTF-8."""

    def __init__(self, source: BinaryIO, encoding: str) -> None:
        super().__init__(source)
        self._decoder = codecs.getincrementaldecoder(encoding)()

    def _turn(self, piece: bytes) -> bytes:
        try:
            return self._decoder.decode(piece, final=not piece).encode()
        except UnicodeError as error:
            raise UnreadableError(f"it is not valid in the encoding of its byte order mark ({error})") from error


class Unpacked(_Pieces):
    """Zstandard frames; an unfinished one is an error (zstandard's own reader ends in silence)."""

    def __init__(self, source: BinaryIO) -> None:
        from zstandard import ZstdDecompressor

        super().__init__(source)
        self._make = ZstdDecompressor().decompressobj
        self._frame = self._make()
        self._is_inside = False

    def _turn(self, piece: bytes) -> bytes:
        from zstandard import ZstdError

        if not piece and self._is_inside:
            raise EOFError("the last frame is not finished")
        parts = []
        try:
            while piece:
                parts.append(self._frame.decompress(piece))
                self._is_inside = not self._frame.eof
                piece = self._frame.unused_data if self._frame.eof else b""
                self._frame = self._make() if self._frame.eof else self._frame
        except ZstdError as error:
            raise EOFError(str(error)) from error
        return b"".join(parts)
