using System.ComponentModel.DataAnnotations;

namespace Dateline.Parser;

/// <summary>How much work one document may cost. Bound from <see cref="Section"/>.</summary>
public sealed class ParserOptions
{
    public const string Section = "Parser";

    /// <summary>Raw bytes of one document. The largest real article pages are about 5 MB, most of it inline images.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// Elements nested in each other; deeper ones become siblings. Real pages stay below 100. Readers of the tree are
    /// recursive, and a stack overflow cannot be caught.
    /// </summary>
    [Range(16, 1000)]
    public int MaxHtmlDepth { get; init; } = 256;

    /// <summary>Elements of one page. Long reference pages reach 30 000.</summary>
    [Range(100, 1_000_000)]
    public int MaxHtmlElements { get; init; } = 60_000;

    /// <summary>Attributes of one element: looking for duplicates is quadratic.</summary>
    [Range(8, 10_000)]
    public int MaxAttributes { get; init; } = 512;

    /// <summary>Time for one page. The largest take a tenth of a second; this is for what the other bounds do not foresee.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan MaxPageTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Characters of text, markup not counted. A long novel has 1.5 million.</summary>
    [Range(1000, 100_000_000)]
    public int MaxTextLength { get; init; } = 2_000_000;

    /// <summary>Bytes that a PDF or DOCX file unpacks to, pictures not counted. A book of a thousand pages has some 20 MB.</summary>
    [Range(1 << 16, 1 << 30)]
    public int MaxUnpackedBytes { get; init; } = 64 << 20;

    /// <summary>Pages of a PDF file that are read; what is longer is no article.</summary>
    [Range(1, 10_000)]
    public int MaxPdfPages { get; init; } = 300;

    /// <summary>Time for one PDF file: it can ask for any amount of work in few bytes, by drawing forms that draw forms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan MaxPdfTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Mails within mails and parts within parts. A forwarded newsletter has five.</summary>
    [Range(1, 256)]
    public int MaxMailDepth { get; init; } = 32;

    /// <summary>Nesting of JSON. News shapes stay below 20.</summary>
    [Range(4, 512)]
    public int MaxJsonDepth { get; init; } = 64;

    /// <summary>
    /// Words below which a text is too short. News in brief has about twenty; a lone headline has fewer than twelve.
    /// </summary>
    [Range(1, 1000)]
    public int MinWords { get; init; } = 12;

    /// <summary>Answers <see langword="null"/>, or what is wrong with these values and how to put it right.</summary>
    public string? Validate()
    {
        var failures = new List<ValidationResult>();
        return Validator.TryValidateObject(this, new ValidationContext(this), failures, validateAllProperties: true)
            ? null
            : string.Join(" ", failures.Select(failure => failure.ErrorMessage));
    }
}
