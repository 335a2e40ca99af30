namespace Dateline.Storage.Search;

/// <summary>The query as it was written and as it was understood.</summary>
/// <param name="Text">As written.</param>
/// <param name="Understood">With all brackets and filters; parses to the same.</param>
public sealed record QueryEcho(string Text, string Understood);
