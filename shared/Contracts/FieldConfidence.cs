namespace Dateline.Contracts;

/// <summary>How sure the parser is of what it found, field by field, 0 to 1; null for a field that was not found.</summary>
public sealed record FieldConfidence
{
    public double? Title { get; init; }

    public double? Authors { get; init; }

    public double? Published { get; init; }

    public double? Text { get; init; }
}
