"""Short ways to write down what articles say, for tests of the graph."""

from datetime import date

from ontology.event_types import predicates
from ontology.model import (
    ActorRef,
    ActorType,
    Article,
    Distance,
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
    article_id,
    statement_id,
)

PEOPLE = {
    "kim": ActorRef("Q56226", "Kim Jong Un", "PRK", ActorType.PERSON, "GOV"),
    "yojong": ActorRef("Q6418846", "Kim Yo-jong", "PRK", ActorType.PERSON, "GOV"),
    "putin": ActorRef("Q7747", "Vladimir Putin", "RUS", ActorType.PERSON, "GOV"),
    "trump": ActorRef("Q22686", "Donald Trump", "USA", ActorType.PERSON, "GOV"),
    "lee": ActorRef("Q484523", "Lee Jae-myung", "KOR", ActorType.PERSON, "GOV"),
    "prk": ActorRef("Q423", "North Korea", "PRK", ActorType.STATE),
    "rus": ActorRef("Q159", "Russia", "RUS", ActorType.STATE),
    "usa": ActorRef("Q30", "United States", "USA", ActorType.STATE),
    "ukr": ActorRef("Q212", "Ukraine", "UKR", ActorType.STATE),
    "kor": ActorRef("Q884", "South Korea", "KOR", ActorType.STATE),
    "kcna": ActorRef("Q485297", "KCNA", "PRK", ActorType.MEDIA, "MED"),
    "tass": ActorRef("Q223799", "TASS", "RUS", ActorType.MEDIA, "MED"),
    "rebels": ActorRef(
        "x::northern-brigade", "Northern Brigade", None, ActorType.ARMED_GROUP, resolved=False
    ),
    "militia": ActorRef("x::river-militia", "River Militia", None, ActorType.ARMED_GROUP, resolved=False),
}
ALASKA = Place("Alaska", "place:alaska-usa", "USA")
ANCHORAGE = Place("Anchorage", "place:anchorage-usa", "USA")
ISTANBUL = Place("Istanbul", "place:istanbul-tur", "TUR")


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def within(first: str | None, last: str | None = "same") -> Interval:
    return Interval.within(day(first), day(first if last == "same" else last))


class Teller:
    """Builds one article's extraction, one sentence per statement."""

    def __init__(self, key: str, published: str | None, lang: str = "de") -> None:
        self.key, self.published, self.lang = key, day(published), lang
        self._sentences: list[str] = []
        self._acts: list[dict[str, object]] = []
        self._orders: list[tuple[int, Order, int, Distance | None]] = []

    def says(
        self,
        subject: str,
        predicate: str,
        other: str = "",
        time: Interval | None = None,
        *,
        place: Place | None = None,
        polarity: Polarity = Polarity.POSITIVE,
        modality: Modality = Modality.ASSERTED,
        by: str = "",
    ) -> int:
        """Add a statement; the number names it in :meth:`orders`."""
        number = len(self._acts)
        self._sentences.append(f"{self.key} sentence {number}: {subject} {predicate} {other}.")
        self._acts.append(
            {
                "subject": tuple(PEOPLE[name] for name in subject.split()),
                "predicate": predicate,
                "object": tuple(PEOPLE[name] for name in other.split()),
                "time": time,
                "place": place,
                "polarity": polarity,
                "modality": modality,
                "by": tuple(PEOPLE[name] for name in by.split()),
            }
        )
        return number

    def orders(self, source: int, order: Order, target: int, distance: Distance | None = None) -> "Teller":
        self._orders.append((source, order, target, distance))
        return self

    def extraction(self) -> Extraction:
        text = "\n".join(self._sentences)
        name = article_id(text, self.lang, self.published)
        article = Article(name, self.key, text, self.lang, self.published, title=f"About {self.key}")
        statements: list[Statement] = []
        start = 0
        for sentence, act in zip(self._sentences, self._acts, strict=True):
            whole = Span(start, start + len(sentence))
            evidence = Span(start + sentence.index(": ") + 2, whole.end - 1)
            statements.append(self._statement(name, act, whole, evidence))
            start = whole.end + 1
        relations = tuple(
            Relation(statements[a].id, order, statements[b].id, statements[a].evidence, "test", distance)
            for a, order, b, distance in self._orders
        )
        return Extraction(article, tuple(statements), relations)

    def _statement(self, article: str, act: dict, sentence: Span, evidence: Span) -> Statement:
        kind = predicates()[act["predicate"]]
        time = act["time"]
        return Statement(
            id=statement_id(article, act["predicate"], (act["subject"], act["object"]), evidence),
            article_id=article,
            subject=act["subject"],
            predicate=act["predicate"],
            event_type=kind.type,
            mode=kind.mode,
            object=act["object"],
            time=StatementTime(time, "a while ago", Span(evidence.start, evidence.end)) if time else None,
            place=act["place"],
            polarity=act["polarity"],
            modality=act["modality"],
            attributed_to=act["by"],
            evidence=evidence,
            sentence=sentence,
            rule="test",
        )


def summit_in_two_languages() -> list[Extraction]:
    """A call before a summit, in German; the summit and its day, in English; the call again, in French."""
    german = Teller("call-de", "2025-08-22")
    call = german.says(
        "kim",
        "phone",
        "putin",
        within("2025-08-11", "2025-08-17"),
        by="kcna tass",
        modality=Modality.REPORTED,
    )
    summit = german.says("putin", "meet", "trump", within(None, "2025-08-22"), place=ALASKA)
    german.orders(call, Order.BEFORE, summit)
    english = Teller("summit-en", "2025-08-16", "en")
    english.says("trump", "meet", "putin", within("2025-08-15"), place=ANCHORAGE)
    french = Teller("call-fr", "2025-08-18", "fr")
    french.says("putin", "phone", "kim", within("2025-08-11", "2025-08-17"))
    return [german.extraction(), english.extraction(), french.extraction()]
