namespace Dateline.Parser.Charsets;

/// <summary>
/// Memory for the characters of whole pages. A page's text is a large object, which only a full collection frees: written
/// anew for each page, such texts were four fifths of what parsing allocated. The shared pool would keep one of each size for each thread.
/// </summary>
internal static class PageBuffers
{
    /// <summary>Characters. Larger buffers are not kept: few pages need them.</summary>
    private const int LargestKept = 4 << 20;

    private const int Smallest = 256 << 10;

    /// <summary>As many as pages are read at once, unless the machine is very large.</summary>
    private static readonly char[]?[] Kept = new char[Math.Min(Environment.ProcessorCount, 16)][];

    /// <summary>A buffer of at least this length, with anything in it. One that is too small gives way to a larger one.</summary>
    public static char[] Rent(int length)
    {
        for (var i = 0; i < Kept.Length; i++)
        {
            if (Interlocked.Exchange(ref Kept[i], null) is not { } buffer)
                continue;
            if (buffer.Length >= length)
                return buffer;
            break;
        }

        return GC.AllocateUninitializedArray<char>(Math.Max(length, Smallest));
    }

    public static void Return(char[] buffer)
    {
        if (buffer.Length is 0 or > LargestKept)
            return;
        for (var i = 0; i < Kept.Length; i++)
        {
            if (Interlocked.CompareExchange(ref Kept[i], buffer, null) is null)
                return;
        }
    }
}
