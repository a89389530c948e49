"""Ages that stand bare: "Jerome Faulkner, 73, and his wife", "dies at 82", "she was 41"."""

from transforms.parsed import Token
from transforms.quantities.figure import LIMITS, Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.scene import Scene
from transforms.quantities.words import child

OLDEST = 115
NO_ONE = ("DATE", "GPE", "LOC", "CARDINAL")


def aged(figure: Figure, scene: Scene) -> Figure:
    """The figure as an age in years where the sentence gives it as one."""
    whole = figure.kind == "count" and figure.unit is None and figure.value is not None and figure.value.is_integer()
    if not whole or figure.value is None or not 0 < figure.value <= OLDEST:
        return figure
    tokens = scene.words.between(figure.number_start, figure.number_end)
    if len(tokens) != 1 or not (_is_limit(figure, tokens[0], scene) or _stands(figure, tokens[0], scene)):
        return figure
    return figure._replace(kind="age", unit="year")


def _stands(figure: Figure, token: Token, scene: Scene) -> bool:
    if figure.form == "digits":
        return _is_bare(token, scene)
    alone = token.i + 1 == len(token.doc) or token.nbor().pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PART")
    return (
        figure.form == "words" and (figure.value or 0) > 1 and alone and _of_someone(token, scene.lexicon)
    )  # "when she was six"


def _is_bare(token: Token, scene: Scene) -> bool:
    return _in_commas(token, scene.lexicon) or _after_name(token, scene) or _of_someone(token, scene.lexicon)


def _is_limit(figure: Figure, token: Token, scene: Scene) -> bool:
    """People on one side of an age: "children under five", "adults over 65"."""
    if figure.bound not in LIMITS or figure.start == figure.number_start or not figure.start:
        return False
    before, after = scene.words.at(figure.start - 1), token.nbor() if token.i + 1 < len(token.doc) else token
    if before.lemma_ == "be" and (subject := child(before, "nsubj")) is not None:  # "most patients are under 20"
        before = subject
    people = before.lemma_.lower() in scene.lexicon.persons and before.tag_ in ("NNS", "NN")
    return people and after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PART") and after.lower_ not in ("times", "%")


def _after_name(token: Token, scene: Scene) -> bool:
    """The model's name holds the age: "Reanne Morgan 18, of Dunnock Close"."""
    mention = scene.cast.covering(token.idx)
    ends = mention is not None and mention.label == "PERSON" and mention.char_end == token.idx + len(token)
    grown = len(token.text) > 1  # not "Queen Elizabeth 2, who"
    return ends and grown and token.i + 1 < len(token.doc) and token.nbor().text == ","


def _in_commas(token: Token, lexicon: QuantityLexicon) -> bool:
    """A number between commas behind a name."""
    doc, at = token.doc, token.i
    if at < 2 or doc[at - 1].text not in (",", "("):
        return False
    closed = at + 1 == len(doc) or doc[at + 1].text in (",", ")", ".", ";")
    before = doc[at - 2]
    told = at + 2 < len(doc) and (doc[at + 2].pos_ in ("VERB", "AUX") or doc[at + 2].lower_ == "who")
    named = before.pos_ == "PROPN" and before.ent_type_ not in (("DATE", "CARDINAL") if told else NO_ONE)
    return closed and (named or (before.tag_ == "NN" and before.lemma_ in lexicon.persons))


def _of_someone(token: Token, lexicon: QuantityLexicon) -> bool:
    """The age of the subject: "she was 41", "died at 82"."""
    head = token.head
    turned = token.dep_ in ("dobj", "attr") and head.lemma_ in lexicon.beside.age_verb  # "the summer he turned 17"
    if turned or (token.dep_ in ("attr", "acomp") and head.lemma_ == "be"):
        subject = child(head, "nsubj")
        if subject is not None and subject.tag_ == "WP" and head.dep_ == "relcl":  # "Ann Lee, who was 38"
            subject = head.head
        return subject is not None and (subject.lower_ in lexicon.beside.someone or subject.ent_type_ == "PERSON")
    return token.dep_ == "pobj" and head.lower_ == "at" and head.head.lemma_ in lexicon.beside.dated_by_age
