namespace Dateline.Enricher.Language;

/// <summary>A language with how sure the identifier is of it, 0 to 1.</summary>
internal readonly record struct LanguageGuess(string Code, double Confidence)
{
    public static readonly LanguageGuess Undetermined = new("und", 0);
}
