"""Values for tests of RDF: one article as an extraction would read it, with all that a statement can have."""

from datetime import date

from ontology.model import (
    ActorRef,
    ActorType,
    Article,
    Extraction,
    Interval,
    Modality,
    Order,
    Place,
    Polarity,
    Relation,
    Span,
    Statement,
    StatementTime,
)

MERKEL = ActorRef("Q567", "Angela Merkel", "DEU", ActorType.PERSON, "GOV")
MACRON = ActorRef("Q3052772", "Emmanuel Macron", "FRA", ActorType.PERSON, "GOV")
MINISTRY = ActorRef("x:DEU:aussenamt", "Außenamt", "DEU", ActorType.GOVERNMENT_BODY, "GOV", resolved=False)
DPA = ActorRef("Q1155497", "dpa", None, ActorType.MEDIA, "MED")
TEXT = (
    "Vor dem Gipfel telefonierte Merkel am 3. Mai mit Macron, meldete dpa. "
    'Das Außenamt nannte ihn "verschoben".'
)
ARTICLE = Article(
    "a1", "de-1", TEXT, "de", date(2021, 5, 4), title="Gipfel \u201everschoben\u201c", source="Beispiel"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FIRST, SECOND = (
    span("Vor dem Gipfel telefonierte Merkel am 3. Mai mit Macron, meldete dpa."),
    span('Das Außenamt nannte ihn "verschoben".'),
)
CALL = Statement(
    id="s1",
    article_id="a1",
    subject=(MERKEL,),
    predicate="phone",
    event_type="CONSULT",
    mode="phone",
    object=(MACRON,),
    time=StatementTime(Interval.within(date(2021, 5, 3), date(2021, 5, 3)), "am 3. Mai", span("am 3. Mai")),
    place=None,
    polarity=Polarity.POSITIVE,
    modality=Modality.REPORTED,
    attributed_to=(DPA,),
    evidence=span("telefonierte Merkel am 3. Mai mit Macron"),
    sentence=FIRST,
    rule="de: telefonieren",
)
SUMMIT = Statement(
    id="s2",
    article_id="a1",
    subject=(MINISTRY,),
    predicate="meet",
    event_type="CONSULT",
    mode=None,
    object=(),
    time=StatementTime(Interval(None, None, None, date(2021, 6, 30))),
    place=Place("Berlin", "Q64", "DEU"),
    polarity=Polarity.NEGATIVE,
    modality=Modality.PLANNED,
    attributed_to=(),
    evidence=span("Gipfel"),
    sentence=FIRST,
)
STATEMENT = Statement(
    id="s3",
    article_id="a1",
    subject=(MINISTRY,),
    predicate="state",
    event_type="OTHER",
    mode="statement",
    object=(),
    time=None,
    place=None,
    polarity=Polarity.POSITIVE,
    modality=Modality.ASSERTED,
    attributed_to=(MINISTRY,),
    evidence=span('nannte ihn "verschoben"'),
    sentence=SECOND,
)
ORDER = Relation("s1", Order.BEFORE, "s2", span("Vor dem Gipfel"), "de: vor")
EXTRACTION = Extraction(ARTICLE, (CALL, SUMMIT, STATEMENT), (ORDER,))
