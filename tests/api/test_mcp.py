"""The Model Context Protocol, asked by the package's own client, on the sample articles."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters, stdio_client

from api.mcp_server import build

KIM, TRUMP = "Q56226", "Q22686"


def asked(server, tool, **arguments):
    async def work():
        async with Client(server) as client:
            return await client.call_tool(tool, arguments)

    return asyncio.run(work())


def answered(server, tool, **arguments):
    result = asked(server, tool, **arguments)
    assert not result.is_error, result.content
    return result.structured_content


@pytest.fixture(scope="module")
def server(sample_store):
    return build(sample_store)


def test_the_tools_only_read_and_say_what_they_do(server):
    async def work():
        async with Client(server) as client:
            return (await client.list_tools()).tools

    tools = asyncio.run(work())
    assert {tool.name for tool in tools} == {"search_actor", "timeline", "path", "event", "statement_sources"}
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)


def test_an_actor_is_found_by_any_name(server):
    assert answered(server, "search_actor", name="Poutine")["results"][0]["id"] == "Q7747"


def test_answers_are_those_of_rest(server, client):
    days = {"from": "2025-08-01", "to": "2025-08-31"}
    rest = client.get(f"/v1/actors/{KIM}/timeline", params=days).json()
    told = answered(server, "timeline", actor="Kim Jong-un", start=days["from"], end=days["to"])
    assert told["results"] == rest["results"]
    assert told["results"]
    chains = answered(server, "path", source=KIM, target=TRUMP, start=days["from"], end=days["to"])
    route = {"source": KIM, "target": TRUMP, **days}
    assert chains["results"] == client.get("/v1/paths", params=route).json()["results"]
    event = told["results"][0]["id"]
    assert answered(server, "event", id=event).items() <= client.get(f"/v1/events/{event}").json().items()
    sources = answered(server, "statement_sources", id=event)["results"]
    assert all(source["sentence"] and source["article"] for source in sources)


def test_a_wrong_question_is_answered_with_what_to_do(server):
    refused = asked(server, "timeline", actor="Kim")
    assert refused.is_error
    assert KIM in refused.content[0].text
    assert asked(server, "event", id="e0").is_error


def test_a_client_can_start_it(sample_store, cli_environment):
    command = Path(sys.executable).with_name("regesta")
    parameters = StdioServerParameters(
        command=str(command), args=["mcp"], env={**os.environ, **cli_environment}
    )
    found = answered(stdio_client(parameters), "search_actor", name="Putin")
    assert found["results"][0]["id"] == "Q7747"


def test_it_listens_for_http_on_this_machine(sample_store, cli_environment):
    command = [str(Path(sys.executable).with_name("regesta")), "mcp", "--http", "--port", "0"]
    environment = {**os.environ, **cli_environment}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        address = process.stderr.readline().split()[-1]
        try:
            assert answered(address, "search_actor", name="Trump")["results"][0]["id"] == TRUMP
        finally:
            process.terminate()
            process.wait()
