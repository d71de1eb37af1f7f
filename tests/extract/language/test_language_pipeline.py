import pytest
import spacy

from extract.language import COMPONENT, pipeline
from ontology.errors import InputError
from ontology.model import LANGUAGES

# sentence, (dependent, relation, head), lemmas
SIMPLE = [
    (
        "de",
        "Der Minister besuchte gestern die Hauptstadt.",
        {("Minister", "nsubj", "besuchte"), ("Hauptstadt", "obj", "besuchte")},
        {"besuchte": "besuchen"},
    ),
    (
        "de",
        "Die Soldaten wurden von der Präsidentin geehrt.",
        {("Soldaten", "nsubj:pass", "geehrt")},
        {"Soldaten": "Soldat", "geehrt": "ehren"},
    ),
    (
        "de",
        "Die Regierung lehnte den Vorschlag ab.",
        {("Regierung", "nsubj", "lehnte"), ("Vorschlag", "obj", "lehnte"), ("ab", "compound:prt", "lehnte")},
        {"lehnte": "lehnen"},
    ),
    (
        "en",
        "The ministers signed an agreement in Oslo.",
        {("ministers", "nsubj", "signed"), ("agreement", "obj", "signed"), ("Oslo", "obl", "signed")},
        {"ministers": "minister", "signed": "sign"},
    ),
    (
        "en",
        "The village was attacked by soldiers.",
        {("village", "nsubj:pass", "attacked"), ("soldiers", "obl:agent", "attacked")},
        {"was": "be", "soldiers": "soldier"},
    ),
    (
        "fr",
        "Le président a rencontré ses ministres à Lyon.",
        {("président", "nsubj", "rencontré"), ("ministres", "obj", "rencontré")},
        {"rencontré": "rencontrer", "ministres": "ministre"},
    ),
    (
        "fr",
        "Les députés ont rejeté la loi.",
        {("députés", "nsubj", "rejeté"), ("loi", "obj", "rejeté")},
        {"députés": "député", "ont": "avoir"},
    ),
    (
        "es",
        "El presidente visitó la capital.",
        {("presidente", "nsubj", "visitó"), ("capital", "obj", "visitó")},
        {"visitó": "visitar"},
    ),
    (
        "es",
        "Los soldados atacaron una aldea.",
        {("soldados", "nsubj", "atacaron"), ("aldea", "obj", "atacaron")},
        {"soldados": "soldado", "atacaron": "atacar"},
    ),
]


def facts(doc):
    return [
        (
            t.text,
            t.idx,
            t.lemma_,
            t.pos_,
            str(t.morph),
            t.dep_,
            t.head.i,
            t.is_sent_start,
            t.ent_iob_,
            t.ent_type_,
        )
        for t in doc
    ]


@pytest.mark.parametrize(("lang", "text", "relations", "lemmas"), SIMPLE)
def test_simple_sentences(lang, text, relations, lemmas):
    doc = pipeline(lang)(text)
    assert relations <= {(t.text, t.dep_, t.head.text) for t in doc}
    assert lemmas.items() <= {t.text: t.lemma_ for t in doc}.items()


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("de", "Angela Merkel reiste nach Madrid.", [("Angela Merkel", "PER"), ("Madrid", "LOC")]),
        ("en", "Angela Merkel flew to Buenos Aires.", [("Angela Merkel", "PER"), ("Buenos Aires", "LOC")]),
        ("fr", "Angela Merkel est arrivée à Madrid.", [("Angela Merkel", "PER"), ("Madrid", "LOC")]),
        ("es", "Angela Merkel viajó a Madrid.", [("Angela Merkel", "PER"), ("Madrid", "LOC")]),
    ],
)
def test_names(lang, text, names):
    assert [(e.text, e.label_) for e in pipeline(lang)(text).ents] == names


@pytest.mark.parametrize("gap", ["  ", "    "])
def test_white_space_inside_a_name_is_a_part_of_it(gap):
    doc = pipeline("en")(f"The minister flew to New{gap}York and met the President of South{gap}Africa.")
    assert f"New{gap}York" in {name.text for name in doc.ents}


def test_features():
    doc = pipeline("de")("Die Ministerinnen seien krank gewesen.")
    assert doc[1].morph.get("Number") == ["Plur"]
    assert doc[2].morph.get("Mood") == ["Sub"]


TEXT = "Der Minister kam am 3. Mai.\n\nEr sprach mit Frau Dr. Huber.  Sie schwieg: „Nein.“ Danach ging er.\n"


def test_one_root_a_sentence_and_heads_inside_it():
    doc = pipeline("de")(TEXT)
    assert [s.text.strip() for s in doc.sents] == [
        "Der Minister kam am 3. Mai.",
        "Er sprach mit Frau Dr. Huber.",
        "Sie schwieg: „Nein.“",
        "Danach ging er.",
    ]
    for sentence in doc.sents:
        assert sum(t.head == t for t in sentence) == 1
        assert all(t.head in sentence for t in sentence)


def test_same_text_same_analysis_alone_and_in_a_stream():
    nlp = pipeline("de")
    texts = [TEXT, "", "Kurz.", TEXT * 3, "Die Regierung lehnte ab."]
    alone = [facts(nlp(text)) for text in texts]
    assert [facts(doc) for doc in nlp.pipe(texts)] == alone
    assert [facts(doc) for doc in nlp.pipe(texts, batch_size=1)] == alone


@pytest.mark.parametrize("text", ["", " ", "\n", " \n\n\t ", "\u00a0"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_without_words(lang, text):
    doc = pipeline(lang)(text)
    assert doc.text == text
    assert len(list(doc.sents)) == (1 if text else 0)
    assert not doc.ents


@pytest.mark.parametrize(
    "text",
    ["\n\n Hallo Welt. \t Ja!\r\n\r\n", "a\u0301 \u200b\U0001f600 Zoë…", "\ufeffText", "…", "x" * 5000],
)
def test_offsets_and_text_stay(text):
    doc = pipeline("de")(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert all(t.head.sent == t.sent for t in doc)


def test_a_sentence_of_2000_words_without_punctuation():
    doc = pipeline("en")("the minister met the president in the city " * 250)
    assert len(doc) == 2000
    assert max(len(s) for s in doc.sents) <= 120
    assert all(t.dep_ for t in doc)


def test_words_of_many_pieces_fit_the_encoder():
    doc = pipeline("de")(" ".join(["Xqzw7" * 12] * 100))
    assert len(doc) >= 100
    assert doc.has_annotation("DEP")


def test_unknown_language_names_the_known_ones():
    with pytest.raises(InputError, match="de, en, fr, es"):
        pipeline("it")


def test_component_refuses_a_language_it_does_not_know():
    with pytest.raises(InputError, match="'it'"):
        spacy.blank("it").add_pipe(COMPONENT)


def test_absent_package_is_an_input_error():
    with pytest.raises(InputError, match="no_such_pipeline"):
        pipeline("de", "no_such_pipeline")


def test_another_pipeline_takes_the_place(tmp_path):
    own = spacy.blank("de")
    own.add_pipe(COMPONENT)
    own.to_disk(tmp_path / "own")
    text = "Die Regierung lehnte ab."
    assert facts(pipeline("de", str(tmp_path / "own"))(text)) == facts(pipeline("de")(text))
    with pytest.raises(InputError, match="is for 'de'"):
        pipeline("en", str(tmp_path / "own"))


def test_pipeline_without_universal_dependencies_is_refused(tmp_path):
    own = spacy.blank("de")
    parser = own.add_pipe("parser")
    parser.add_label("sb")
    own.initialize()
    own.to_disk(tmp_path / "tiger")
    with pytest.raises(InputError, match="Universal Dependencies"):
        pipeline("de", str(tmp_path / "tiger"))


def test_a_document_of_20000_words():
    text = "Der Minister reiste am Montag erneut nach Oslo. Er ging.\n\n" * 2000
    doc = pipeline("de")(text)
    assert len([t for t in doc if t.is_alpha]) == 20_000
    assert len(list(doc.sents)) == 4000


@pytest.mark.parametrize(
    ("lang", "text", "lemmas"),
    [
        ("de", "Das Land hat den Krieg gewonnen und die Truppen fanden Waffen.", {"gewinnen", "finden"}),
        ("en", "They sent troops, paid the rebels and tried the leader.", {"send", "pay", "try"}),
        ("fr", "Ils viennent de Lyon et disent la vérité au ministre.", {"venir", "dire"}),
        ("es", "Los ministros hicieron un pacto y dijeron la verdad.", {"hacer", "decir"}),
    ],
)
def test_irregular_verbs(lang, text, lemmas):
    assert lemmas <= {t.lemma_ for t in pipeline(lang)(text)}
