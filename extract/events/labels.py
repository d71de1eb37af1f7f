"""Labels of Universal Dependencies that the engine asks for together."""

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer")
PHRASES = ("obl", "obl:arg", "obl:agent", "obl:mod", "nmod", "nmod:poss", "obl:tmod", "nmod:tmod")
CLAUSES = (
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "acl:relcl",
    "parataxis",
    "csubj",
    "advcl:relcl",
    "csubj:pass",
    "root",
    "ROOT",
)
