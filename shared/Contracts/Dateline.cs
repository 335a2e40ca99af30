namespace Dateline.Contracts;

/// <summary>The line a wire text opens with: "New Delhi, 30 March 2023 (TDI):".</summary>
public sealed record Dateline
{
    public string? Place { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>What the dateline says when it is less than a day: "--07-18" without a year, "2022-06" without a day.</summary>
    public string? PartialDate { get; init; }

    /// <summary>The agency's code as it stands in the line.</summary>
    public string? Agency { get; init; }
}
