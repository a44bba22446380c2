// The page is Swagger UI over this server's own contract; it is told to ask no other site for anything.
SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  validatorUrl: null,
  supportedSubmitMethods: ["get", "head"],
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
});
