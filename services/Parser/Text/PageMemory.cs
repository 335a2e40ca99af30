using System.Buffers;

namespace Dateline.Parser.Text;

/// <summary>
/// What one document's text and lists lay in, for the next one. The framework's shared pool keeps some of every size for each
/// thread and core: with lists as large as pages it held 160 MB after 714 of them, and this one 30.
/// </summary>
internal static class PageMemory<T>
{
    /// <summary>Of elements. What is larger than all but the largest pages need is not kept.</summary>
    private const int MaxKept = 1 << 20;

    private static readonly ArrayPool<T> Kept = ArrayPool<T>.Create(MaxKept, Environment.ProcessorCount);

    public static T[] Rent(int atLeast) => Kept.Rent(atLeast);

    public static void Return(T[] memory) => Kept.Return(memory);
}
