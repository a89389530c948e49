"""Numbers that are names or parts of names: "G7", "COVID-19", "Article 5", "Windows 10", "207 South Main St"."""

from collections.abc import Sequence

from transforms.cast import Cast
from transforms.parsed import Token
from transforms.quantities.beside import QuantityWords
from transforms.quantities.figure import Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.pieces import Piece, glued
from transforms.quantities.scene import Scene

NAMES = {"GPE", "PERSON", "ORG", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "LOC"}


def is_name(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon, cast: Cast, *, headline: bool) -> bool:
    """Digits in names ("G7", "COVID-19", "Article 5", "Boeing 737") and number words in capitals ("Big Ten")."""
    first = next(i for i in range(figure.first, figure.last) if line[i].end > figure.number_start)
    last = next(i for i in range(figure.last, 0, -1) if line[i - 1].start < figure.number_end)
    before = line[first - 1] if first else None
    if figure.kind == "score":  # the model takes "Burnley 2-1" for a name
        return _is_welded(line, first)
    if figure.unit is None and (
        _is_welded_behind(line, first, last, lexicon.beside) or _is_labelled(line, first, last, lexicon)
    ):
        return True
    if (figure.unit is None and _is_address(line, figure, lexicon)) or (
        figure.first == first and _is_welded(line, first)
    ):
        return True
    if _counts_a_people(line, figure, lexicon):
        return False
    inside = cast.covering(figure.number_start)
    if inside and inside.label in NAMES and inside.form == "name" and figure.unit is None:
        wider = inside.char_end - inside.char_start > figure.number_end - figure.number_start
        if (
            wider
            and not is_age_in_name(figure, line, cast)
            and (line[first].kind == "digits" or line[first].text[:1].isupper())
        ):
            return True
    worded = line[first].kind == "word" and line[first].text[:1].isupper() and not headline and before is not None
    return bool(worded and before and before.text not in "\"“‘':;.—–-)" and figure.kind in ("count", "ordinal"))


def _counts_a_people(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon) -> bool:
    """A number before a plural of a people, which the model takes for a name: "Four Britons"."""
    noun = line[figure.last] if figure.last < len(line) else None
    return (
        noun is not None and figure.value != 1 and noun.text[:1].isupper()
        and noun.low in lexicon.peoples and noun.low.endswith(("s", "men", "women"))
    )  # fmt: skip


def _is_address(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon) -> bool:
    """Digits before the name of a street: "207 South Main St", not "300 Wall Street bankers"."""
    if figure.form != "digits" or figure.bound != "exact":
        return False
    for at in range(figure.last, min(figure.last + 4, len(line) - 1)):
        if not (line[at].kind == "word" and line[at].text[:1].isupper()):
            break
        named = at > figure.last or line[at + 1].text[:1].isupper()  # "63 Avenue South"
        if named and line[at].low in lexicon.streets:
            return not (line[at + 1].kind == "word" and line[at + 1].low.endswith("s") and line[at + 1].text.islower())
    return False


def _is_welded(line: Sequence[Piece], first: int) -> bool:
    """Letters written onto the number: "G7", "F-16", "COVID-19"."""
    if not glued(line, first):
        return False
    dashed = first > 1 and line[first - 1].text in "-‑" and glued(line, first - 1)
    return line[first - 1].kind == "word" or (dashed and line[first - 2].kind == "word")


def _is_welded_behind(line: Sequence[Piece], first: int, last: int, words: QuantityWords) -> bool:
    """A letter or a plural s behind the number: "5G", "747s"."""
    after = line[last] if last < len(line) else None
    joined = after is not None and after.kind == "word" and glued(line, last)
    return line[first].kind == "digits" and after is not None and joined and after.low not in words.welded_word


def _is_labelled(line: Sequence[Piece], first: int, last: int, lexicon: QuantityLexicon) -> bool:
    """A noun whose number is its name: "Article 5", "posts 542 and 543", "No. 3"."""
    at = first - 1
    while at >= 1 and (line[at].text in ".,-–&" or line[at].low in ("and", "or", "to")):
        back = at - 1
        if line[at].text != "." and line[back].kind != "digits":
            break
        at = back if line[at].text == "." else back - 1
    follows = last < len(line) and line[last].kind == "word" and line[last].low not in lexicon.beside.behind_label
    plain = not follows or (line[first].kind == "digits" and line[at].low not in lexicon.beside.ranking)
    return at >= 0 and line[at].low in lexicon.labels and plain and not (follows and line[last].low.endswith("people"))


def is_version(scene: Scene, figure: Figure) -> bool:
    """Digits behind a proper name and before no noun of their own: "Internet Explorer 6", "Windows 10"."""
    token = scene.words.at(figure.number_start)
    if figure.unit or figure.bound != "exact" or figure.kind != "count" or not token.i:
        return False
    before = token.nbor(-1)
    if before.text == "#":
        return True
    numbered = token.dep_ == "nummod" and token.head.i == before.i and before.tag_ == "NN"
    if numbered or figure.form != "digits":
        return numbered
    named = (
        before.pos_ == "PROPN" and any(c.isupper() for c in before.text) and before.idx + len(before) + 1 == token.idx
    )
    if named and figure.value != 1 and token.i + 1 < len(token.doc) and _describes_one(token):
        return True
    return (
        named
        and (not before.is_sent_start or (before.tag_ == "NNP" and _is_verb_behind(token)))
        and (
            token.head.i < token.i
            or (token.dep_ in ("nummod", "appos", "npadvmod", "punct") and token.head.i <= token.i)
        )
    )


def _describes_one(token: Token) -> bool:
    """A number before a single thing: "a Falcon 9 rocket", not "Falcon 9 rockets"."""
    noun = token.nbor()
    return noun.tag_ == "NN" and token.head.i == noun.i and token.dep_ == "nummod" and noun.dep_ != "compound"


def _is_verb_behind(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().pos_ in ("VERB", "AUX")


def is_age_in_name(figure: Figure, line: Sequence[Piece], cast: Cast) -> bool:
    """An age that the model took into a person's name: "Reanne Morgan 18, of Dunnock Close"."""
    name = cast.covering(figure.number_start)
    ends = name is not None and name.label == "PERSON" and name.char_end == figure.end
    ends = ends and figure.number_end - figure.number_start > 1  # "Queen Elizabeth 2, who"
    return ends and figure.last < len(line) and line[figure.last].text == ","
