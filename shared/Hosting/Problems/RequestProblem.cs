using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Hosting.Problems;

/// <summary>Builds RFC 9457 problems that say what to do.</summary>
public static class RequestProblem
{
    public static ProblemHttpResult BadRequest(string title, string whatToDo, IDictionary<string, object?>? more = null) =>
        TypedResults.Problem(whatToDo, statusCode: StatusCodes.Status400BadRequest, title: title, extensions: more);

    public static ProblemHttpResult NotFound(string title, string whatToDo) =>
        TypedResults.Problem(whatToDo, statusCode: StatusCodes.Status404NotFound, title: title);

    public static ProblemHttpResult Conflict(string title, string whatToDo) =>
        TypedResults.Problem(whatToDo, statusCode: StatusCodes.Status409Conflict, title: title);

    public static ProblemHttpResult Unprocessable(string title, string whatToDo) =>
        TypedResults.Problem(whatToDo, statusCode: StatusCodes.Status422UnprocessableEntity, title: title);
}
