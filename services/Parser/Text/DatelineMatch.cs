namespace Dateline.Parser.Text;

/// <summary>A dateline at the start of a text.</summary>
/// <param name="Dateline">What it says.</param>
/// <param name="Length">Where the story begins: UTF-16 code units from the start of the text.</param>
/// <param name="HasEvidence">True when a date or an agency speaks for it, not the place alone.</param>
internal sealed record DatelineMatch(Contracts.Dateline Dateline, int Length, bool HasEvidence);
