namespace Dateline.Storage.Search;

/// <summary>What is wrong with a search, and what to do about it.</summary>
/// <param name="Title">What is wrong.</param>
/// <param name="WhatToDo">For whoever wrote it.</param>
/// <param name="Parameter">Of the address.</param>
/// <param name="Position">Of the offending character in the parameter, from 0, when it is one character's fault.</param>
/// <param name="Pointer">The parameter with a caret under the character.</param>
public sealed record SearchProblem(string Title, string WhatToDo, string Parameter, int? Position = null, string? Pointer = null)
{
    public Dictionary<string, object?> ToExtensions()
    {
        var extensions = new Dictionary<string, object?> { ["parameter"] = Parameter };
        if (Position is not null)
            extensions["position"] = Position;
        if (Pointer is not null)
            extensions["pointer"] = Pointer;
        return extensions;
    }
}
