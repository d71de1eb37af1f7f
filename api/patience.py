"""Clients that never end a request, or send what is none: they are told so and let go."""

from asyncio import TimerHandle, Transport

from uvicorn.protocols.http.h11_impl import H11Protocol

from api.problems import ADDRESS_TOO_LONG, HEADERS_TOO_LONG, MALFORMED_REQUEST, Kind, rendered

HEADER_SECONDS = 10.0
"""How long the head of a request may take, from the connection or from its first byte on."""

ADDRESS_BYTES = 64 * 1024
"""How long the address of a request may be."""

HEAD_BYTES = 128 * 1024
"""How long the whole head of a request may be, in which its address stands."""

LINGER_SECONDS = 2.0
"""How long a refused client may still send what nobody reads: closed at once, it might not see the answer."""

ADDRESS_DETAIL = f"An address may have {ADDRESS_BYTES:,} bytes at most. Send what is longer by POST."

_REFUSALS = {
    ADDRESS_TOO_LONG: ADDRESS_DETAIL,
    HEADERS_TOO_LONG: f"The head of a request may have {HEAD_BYTES:,} bytes at most.",
    MALFORMED_REQUEST: "This is not HTTP/1.1 as this server reads it.",
}


class PatientProtocol(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, which by itself waits for the head of a request for ever.

    What it can't read it answers with a problem, too.
    """

    _timer: TimerHandle | None = None
    _refused = False

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """A client has connected."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Bytes came."""
        if self._refused:
            return
        super().data_received(data)
        self._watch()

    def eof_received(self) -> None:
        """The client has sent all that it will."""
        if self._refused:
            self.transport.close()
        super().eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection ended."""
        self._stop()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - as uvicorn has it
        """Refuse what is no request, or too long a head of one."""
        unread, _ = self.conn.trailing_data
        kind = MALFORMED_REQUEST
        if len(unread) > HEAD_BYTES:
            kind = HEADERS_TOO_LONG if b"\n" in unread[:ADDRESS_BYTES] else ADDRESS_TOO_LONG
        self._refuse(kind)

    def _refuse(self, kind: Kind) -> None:
        body = rendered(kind, _REFUSALS[kind])
        head = (
            f"HTTP/1.1 {kind.status.value} {kind.status.phrase}\r\n"
            "Content-Type: application/problem+json\r\n"
            f"Content-Length: {len(body)}\r\n"
            "Connection: close\r\n\r\n"
        )
        self._refused = True
        self._stop()
        if self.cycle is not None and not self.cycle.response_complete:
            begun, self.cycle.disconnected = self.cycle.response_started, True
            self.cycle.message_event.set()
            if begun:
                self.transport.close()
                return
        self.transport.write(head.encode() + body)
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self.loop.call_later(LINGER_SECONDS, self.transport.close)

    def _watch(self) -> None:
        """Time the head of a request; what comes of it doesn't set the clock back."""
        if self._refused or not self._headless():
            self._stop()
        elif self._timer is None:
            self._timer = self.loop.call_later(HEADER_SECONDS, self._late)

    def _headless(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _late(self) -> None:
        self._timer = None
        if self._headless() and not self.transport.is_closing():
            self.transport.close()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
