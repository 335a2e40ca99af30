using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Dateline.Hosting.Documentation;

/// <summary>OpenAPI 3.1 at <c>/openapi/v1.json</c> and a reference page at <c>/reference</c>.</summary>
public static class OpenApiModule
{
    public static void AddApiDocumentation(this IHostApplicationBuilder builder) =>
        builder.Services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) == true;
            // Numbers are read from strings too, which a description need not promise: generated clients would know no number.
            options.AddSchemaTransformer((schema, _, _) =>
            {
                if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String) && (type & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0)
                    (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) is { IsEnum: true } names && schema.Type is null)
                    DescribeNames(schema, names, context.JsonTypeInfo.Options);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                foreach (var (type, body) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
                    DescribeBytes(type, body);
                foreach (var examples in context.ApplicationServices.GetServices<ApiExamples>())
                    examples.Show(operation);
                return Task.CompletedTask;
            });
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Dateline",
                    Version = "v1",
                    Description = "News and article ingestion: drop documents and feeds in, ask what became of them, query the articles.",
                };
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    ["key"] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        Description = "An API key. Not needed from the machine the service runs on.",
                    },
                };
                return Task.CompletedTask;
            });
        });

    /// <summary>An enum with a converter of its own has no schema. Its names are told but not closed: a client must survive one that is new.</summary>
    private static void DescribeNames(OpenApiSchema schema, Type names, JsonSerializerOptions json)
    {
        schema.Type = JsonSchemaType.String;
        schema.Description ??= string.Join(", ", Enum.GetValues(names).Cast<object>().Select(name => JsonSerializer.SerializeToNode(name, names, json)!.ToString())) + ". Others may follow.";
    }

    /// <summary>A body that is a document itself has no fields; the description would give it those of the JSON that the operation takes, too.</summary>
    private static void DescribeBytes(string type, OpenApiMediaType body)
    {
        if (type.StartsWith("multipart/", StringComparison.Ordinal))
            body.Schema = new OpenApiSchema { Type = JsonSchemaType.Object };
        else if (!type.EndsWith("json", StringComparison.Ordinal))
            body.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = type.StartsWith("text/", StringComparison.Ordinal) ? null : "binary" };
    }

    public static void MapApiDocumentation(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/reference", options => options.WithTitle("Dateline API").DisableAgent().DisableTelemetry());
    }
}
