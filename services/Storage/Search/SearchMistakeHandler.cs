using Dateline.Hosting.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Dateline.Storage.Search;

/// <summary>Answers a value that an operation does not understand with what is wrong with it.</summary>
internal sealed class SearchMistakeHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not SearchMistakeException { Problem: var problem })
            return false;

        await RequestProblem.BadRequest(problem.Title, problem.WhatToDo, problem.ToExtensions()).ExecuteAsync(context);
        return true;
    }
}
