namespace Dateline.Storage.Rules;

/// <summary>How a rule is applied to what is stored.</summary>
/// <param name="Days">Only to what was first stored in the last days, 1 to 36 500; to everything without it.</param>
/// <param name="Remove">A drop rule removes what it meets for good, and runs only when this is true.</param>
public sealed record RuleApplication(int? Days = null, bool Remove = false);
