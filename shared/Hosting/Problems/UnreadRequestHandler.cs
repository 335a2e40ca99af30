using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Dateline.Hosting.Problems;

/// <summary>Says where a body or a parameter stopped making sense, in the caller's terms and not in those of our types.</summary>
internal sealed partial class UnreadRequestHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException unread)
            return false;

        context.Response.StatusCode = unread.StatusCode;
        var problem = new ProblemDetailsContext { HttpContext = context, ProblemDetails = { Status = unread.StatusCode } };
        if (unread.StatusCode == StatusCodes.Status400BadRequest)
            (problem.ProblemDetails.Title, problem.ProblemDetails.Detail) = Explain(unread);
        return await problems.TryWriteAsync(problem);
    }

    private static (string Title, string Detail) Explain(BadHttpRequestException unread)
    {
        if (unread.InnerException is JsonException json)
            return Explain(json);
        if (Unbound.Match(unread.Message) is { Success: true } unbound)
            return ($"\"{unbound.Groups["value"].Value}\" is no value for {unbound.Groups["name"].Value}.", "Leave it out, or write it as /openapi/v1.json says.");
        if (Missing.Match(unread.Message) is { Success: true } missing)
        {
            return missing.Groups["place"].Value == "body"
                ? ("The request has no body.", "Send a JSON object with the fields that /openapi/v1.json names for this operation.")
                : ($"{missing.Groups["name"].Value} is missing.", "Add it; /openapi/v1.json names what this operation needs.");
        }

        return ("The request cannot be read", "See /openapi/v1.json for what this operation takes.");
    }

    private static (string Title, string Detail) Explain(JsonException json)
    {
        var place = $"line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}";
        // The serializer wraps what its reader threw: an inner exception means that the text is no JSON, none that it is JSON of another shape.
        return json.InnerException is JsonException
            ? ("The body is no JSON.", $"It stops being JSON at {place}. Strings and names need double quotes, and every bracket its partner.")
            : ($"The body is not what this operation reads, at {json.Path ?? "$"}.", $"A field that does not exist, one that is missing, or a value of another kind ({place}). /openapi/v1.json names the fields.");
    }

    // The framework gives these in words only, with the type before the name: … parameter "Nullable<int> limit" from "abc".
    [GeneratedRegex("""parameter "[^"]*?(?<name>\w+)" from "(?<value>[^"]*)"\.""", RegexOptions.NonBacktracking)]
    private static partial Regex Unbound { get; }

    [GeneratedRegex("""parameter "[^"]*?(?<name>\w+)" (but no|was not provided from( the)?) (?<place>\w+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Missing { get; }
}
