namespace Dateline.Enricher.Language;

/// <summary>A language of the model.</summary>
/// <param name="Code">ISO 639-1 where there is one, else 639-3.</param>
/// <param name="Scripts">One bit for each <see cref="Script"/> it is written in.</param>
/// <param name="Floors">Log-probability of an n-gram never seen in it, for each order from 1.</param>
internal sealed record ModelLanguage(string Code, ulong Scripts, float[] Floors)
{
    public bool IsWrittenIn(Script script) => (Scripts >> (int)script & 1) != 0;
}
