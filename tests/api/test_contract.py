"""What the OpenAPI document promises: schemathesis asks all routes, and nothing answers otherwise.

`make fuzz` asks much more: `REGESTA_FUZZ_EXAMPLES` is how many cases
each route gets that are as documented, and how many that are not.
"""

import os
import sys
from contextlib import suppress

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis import checks as promises
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks as documented
from served import KEY, serving

EXAMPLES = int(os.environ.get("REGESTA_FUZZ_EXAMPLES", "2"))
AUTHORISED = {"Authorization": f"Bearer {KEY}"}
PROMISES = [
    promises.not_a_server_error,
    documented.status_code_conformance,
    documented.content_type_conformance,
    documented.response_headers_conformance,
    documented.response_schema_conformance,
]


@pytest.fixture(scope="module")
def api(sample_store):
    with serving(sample_store, rate_limit_per_minute=1_000_000) as url:
        yield schemathesis.openapi.from_url(f"{url}/openapi.json")


def answers(operation, mode):
    """Ask one route as documented, or otherwise; gives the number of cases and what was found wrong."""
    asked, wrong = [], []

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case):
        asked.append(case)
        try:
            case.call_and_validate(headers=AUTHORISED, checks=PROMISES, timeout=60)
        except FailureGroup as error:
            found = "; ".join(f"{one.title}: {one.message[:300]}" for one in error.exceptions)
            wrong.append(f"{operation.label}: {found}\n{case.as_curl_command()[:600]}")

    with suppress(Unsatisfiable):  # a route without parameters can't be asked otherwise
        ask()
    return len(asked), wrong


def test_nothing_answers_otherwise_than_documented(api, record_property):
    results = [answers(found.ok(), mode) for found in api.get_all_operations() for mode in GenerationMode]
    cases = sum(asked for asked, _ in results)
    record_property("cases", cases)
    wrong = {one.split("\n")[0]: one for _, found in results for one in found}
    assert not wrong, "\n\n".join(wrong.values())
    assert cases > 100
    sys.stderr.write(f"{cases:,} cases\n")
