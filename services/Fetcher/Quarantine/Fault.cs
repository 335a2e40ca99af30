using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Contracts;
using MassTransit;

namespace Dateline.Fetcher.Quarantine;

/// <summary>An exception that outlived its retries, reduced to what tells one cause from another.</summary>
public sealed partial record Fault(string Stage, string ExceptionType, string Place, string Message, string? Stack)
{
    private const int MaxMessage = 2_000;
    private const int MaxStack = 8_000;

    /// <summary>Documents that were sent many times without an answer from any stage.</summary>
    public static readonly Fault NoAnswer = new("dispatch", "NoAnswer", "line", "No stage answered.", null);

    /// <summary>Equal for faults with the same cause: messages and line numbers differ from case to case.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Stage}|{ExceptionType}|{Place}")))[..16];

    public static Fault From(Contracts.Stage stage, ExceptionInfo[] exceptions)
    {
        // The outermost is often a wrapper that says only that something failed.
        var cause = exceptions.FirstOrDefault();
        while (cause?.InnerException is { } inner)
            cause = inner;

        return new Fault(
            WireEnumConverter<Contracts.Stage>.Name(stage),
            cause?.ExceptionType ?? "unknown",
            PlaceIn(cause?.StackTrace) ?? "unknown",
            Bounded(cause?.Message, MaxMessage) ?? "",
            Bounded(cause?.StackTrace, MaxStack));
    }

    /// <summary>The topmost frame of our own code, or the topmost of all, without arguments and line.</summary>
    private static string? PlaceIn(string? stack)
    {
        if (string.IsNullOrEmpty(stack))
            return null;
        var frames = Frame().Matches(stack).Select(match => match.Groups[1].Value).ToList();
        return frames.FirstOrDefault(frame => frame.StartsWith("Dateline.", StringComparison.Ordinal)) ?? frames.FirstOrDefault();
    }

    private static string? Bounded(string? text, int length) => text is null || text.Length <= length ? text : text[..length];

    [GeneratedRegex(@"^\s*at ([^\(\r\n]+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Frame();
}
