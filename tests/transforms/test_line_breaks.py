"""Paragraphs of plain text in its three layouts."""

import pytest

from transforms.line_breaks import breaks

FULL = "The council of the river towns met on Monday to settle the"
LAYOUTS = [
    ("lines", "One paragraph.\nAnother one.\nA third", ["One paragraph.", "Another one.", "A third"]),
    ("blank-lines", "One paragraph.\n\nAnother one.", ["One paragraph.", "Another one."]),
    ("wrapped", f"{FULL}\nprice of water, and\nparted late.\n\nNobody spoke.",
     [f"{FULL}\nprice of water, and\nparted late.", "Nobody spoke."]),
    ("wrapped-without-blanks", f"{FULL}\n  price of water. No word came.\n"
     f"  {FULL}\n  price of ferries, too.\n  It is late.",
     [f"{FULL}\n  price of water. No word came.", f"{FULL}\n  price of ferries, too.", "It is late."]),
    ("table", "LAGOS 18 5 .783\nKANO 14 7 .667\nJOS 9 11 .450\nABA 4 16 .200",
     ["LAGOS 18 5 .783", "KANO 14 7 .667", "JOS 9 11 .450", "ABA 4 16 .200"]),
    ("results", "Adam Holm (Norway) beat Eva Lund\nKarl Moe (Norway) beat Jan Roe\nBo Lind (Norway) beat Ove Dahl",
     ["Adam Holm (Norway) beat Eva Lund", "Karl Moe (Norway) beat Jan Roe", "Bo Lind (Norway) beat Ove Dahl"]),
    ("headline", f"{FULL}\nWater was short.\nNobody came.", [FULL, "Water was short.", "Nobody came."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in LAYOUTS], ids=[case[0] for case in LAYOUTS])
def test_paragraphs(text: str, expected: list[str]) -> None:
    edges = [0, *(edge for span in breaks(text) for edge in span), len(text)]
    assert [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)] == expected
