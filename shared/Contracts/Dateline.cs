namespace Dateline.Contracts;

/// <summary>The line a wire text opens with: "New Delhi, 30 March 2023 (TDI):".</summary>
public sealed record Dateline
{
    public string? Place { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>The agency's code as it stands in the line.</summary>
    public string? Agency { get; init; }
}
