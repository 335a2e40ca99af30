namespace Dateline.Dashboard.Text;

/// <summary>What happened to a paragraph between two revisions.</summary>
public enum ChangeKind
{
    Kept,
    Removed,
    Added,
}
