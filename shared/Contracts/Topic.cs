namespace Dateline.Contracts;

/// <summary>A subject of a fixed taxonomy, with the classifier's score from 0 to 1.</summary>
public sealed record Topic(string Code, string Label, double Score);
