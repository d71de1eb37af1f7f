"""Finding copies among articles that an earlier Regesta loaded; those that come are compared as they come."""

from functools import partial

from graph.loading.begun import begin
from graph.loading.copies import link_copies, print_row
from graph.store import Row, Store, Transaction

PAGE = 200


def find_copies(store: Store) -> int:
    """Compare all articles that were never compared; how many those were.

    Each page of articles is a transaction of its own, so that it can be broken off and called again.
    """
    after, compared = "", 0
    while rows := store.read("copies_unknown", after=after, limit=PAGE):
        after = rows[-1]["id"]
        compared += store.transact(partial(_compare, rows=rows))
    return compared


def _compare(transaction: Transaction, rows: list[Row]) -> int:
    prints = [{"id": row["id"], "properties": found} for row in rows if (found := print_row(row["text"]))]
    if prints:
        begin(transaction)
        transaction.run("copies_print", rows=prints)
        link_copies(transaction, {row["id"]: row["text"] for row in rows})
    return len(prints)
