namespace Dateline.Dashboard.Text;

/// <summary>A paragraph of a diff; the parts that changed are marked.</summary>
public sealed record ChangedLine(ChangeKind Kind, IReadOnlyList<MarkedPart> Parts);
