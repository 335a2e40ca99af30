namespace Dateline.Training.Language;

/// <summary>How often a language's texts have an n-gram.</summary>
internal readonly record struct NGramCount(uint Key, int Order, int Language, int Count);
