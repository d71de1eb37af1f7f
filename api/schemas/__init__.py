"""The shapes of the answers, for the OpenAPI document. Rendering does not pass through them."""
