// Swagger UI on this server's own OpenAPI document.
window.SwaggerUIBundle({ url: "/openapi.json", dom_id: "#docs", deepLinking: true, layout: "BaseLayout", defaultModelsExpandDepth: -1 });
