using System.Globalization;

namespace Dateline.Fetcher.Files;

/// <summary>What may still be taken out of one file, files within it included.</summary>
internal sealed class UnpackingBudget(UnpackingOptions options, long packedBytes, FieldMap fields)
{
    private long unpacked;
    private int items;

    public UnpackingOptions Options => options;

    /// <summary>What the names in it mean.</summary>
    public FieldMap Fields => fields;

    /// <exception cref="UnpackingLimitException">There were too many.</exception>
    public void TakeItem()
    {
        if (++items > options.MaxItems)
            throw new UnpackingLimitException(string.Create(CultureInfo.InvariantCulture,
                $"The file holds more than {options.MaxItems} items; the rest was left out. Split it, or raise Fetcher:Files:MaxItems."));
    }

    /// <exception cref="UnpackingLimitException">It grows like a bomb.</exception>
    public void TakeBytes(int count)
    {
        unpacked += count;
        if (unpacked > options.RatioFreeBytes && unpacked > packedBytes * options.MaxRatio)
            throw new UnpackingLimitException(string.Create(CultureInfo.InvariantCulture,
                $"The file grows more than {options.MaxRatio} times when it is unpacked; the rest was left out. Unpack it yourself if it is yours (Fetcher:Files:MaxRatio)."));
    }

    /// <summary>The answer to a document that is too large.</summary>
    public FileItem TooLarge(string name) => FileItem.Refused(name, string.Create(CultureInfo.InvariantCulture,
        $"It is larger than {options.MaxItemBytes >> 20} MiB (Fetcher:Files:MaxItemBytes). An archive must be given by itself; a document must be split."));
}
