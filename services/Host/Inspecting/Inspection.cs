using System.Buffers;
using System.Threading.Channels;
using Dateline.Contracts;
using Dateline.Enricher;
using Dateline.Fetcher.Feeds;
using Dateline.Parser;

namespace Dateline.Host.Inspecting;

/// <summary>
/// Inspects many inputs on all cores and writes the answers in the order of the inputs. What is read ahead is bounded, so memory
/// does not grow with their number.
/// </summary>
internal sealed class Inspection(bool enrich)
{
    /// <summary>One more than any reader takes.</summary>
    private static readonly int MaxBytes = Math.Max(new FeedOptions().MaxBytes, new ParserOptions().MaxBytes) + 1;

    private readonly FeedReader feeds = new(new FeedOptions());
    private readonly DocumentParser parser = new(new ParserOptions());
    private readonly ArticleEnricher enricher = new();

    /// <summary>One input on each core: more at once only take more memory.</summary>
    private readonly TaskFactory cores = new(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Environment.ProcessorCount).ConcurrentScheduler);

    /// <summary>A file's bytes lie where an earlier one's did.</summary>
    private readonly ArrayPool<byte> files = ArrayPool<byte>.Create(1 << 20, Environment.ProcessorCount);

    /// <summary>True when something could not be read at all.</summary>
    public async Task<bool> RunAsync(IEnumerable<InspectInput> inputs, Stream output, CancellationToken cancellationToken)
    {
        var answers = Channel.CreateBounded<Task<Answer>>(Environment.ProcessorCount * 2);
        var reading = Task.Run(async () =>
        {
            try
            {
                foreach (var input in inputs)
                    await answers.Writer.WriteAsync(cores.StartNew(() => Inspect(input, cancellationToken), cancellationToken), cancellationToken);
            }
            finally
            {
                answers.Writer.Complete();
            }
        }, cancellationToken);

        var unread = false;
        await foreach (var pending in answers.Reader.ReadAllAsync(cancellationToken))
        {
            var answer = await pending;
            unread |= answer.Unread;
            await output.WriteAsync(answer.Line, cancellationToken);
            output.WriteByte((byte)'\n');

            // Whoever asks for one file at a time waits for its answer before naming the next.
            if (!answers.Reader.TryPeek(out var next) || !next.IsCompleted)
                await output.FlushAsync(cancellationToken);
        }

        await reading;
        await output.FlushAsync(cancellationToken);
        return unread;
    }

    private Answer Inspect(InspectInput input, CancellationToken cancellationToken)
    {
        if (input.Problem is not null)
            return Unreadable(input, input.Problem);
        if (input.Text is not null)
            return new Answer(InspectLine.OfArticle(input, Enriched(parser.FromText(input.Text, input.Title, input.PublishedAt), cancellationToken), []));

        (byte[] Memory, int Length, bool IsBorrowed) file;
        try
        {
            file = Read(input.Path!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unreadable(input, $"The file cannot be read: {exception.Message}");
        }

        var answer = Inspect(input, file.Memory.AsMemory(0, file.Length), cancellationToken);
        if (file.IsBorrowed)
            files.Return(file.Memory);
        return answer;
    }

    private Answer Inspect(InspectInput input, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (feeds.TryRead(bytes, input.ContentType, input.Url, out var feed))
            return new Answer(InspectLine.OfFeed(input, feed));
        return new Answer(parser.Parse(ToParse(input, bytes), cancellationToken) switch
        {
            ParseResult.Parsed parsed => InspectLine.OfArticle(input, Enriched(parsed.Article, cancellationToken), parsed.Feeds),
            ParseResult.Rejected rejected => InspectLine.OfRejection(input, WireEnumConverter<RejectionReason>.Name(rejected.Reason), rejected.Detail, rejected.Feeds),
            var other => throw new NotSupportedException($"The parser answered with {other.GetType().Name}."),
        });
    }

    /// <summary>All of it, or enough for the readers to see that it is too large: several are inspected at once.</summary>
    private (byte[] Memory, int Length, bool IsBorrowed) Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        if (file.Length == 0)
        {
            var all = File.ReadAllBytes(path); // a pipe, or nothing
            return (all, all.Length, IsBorrowed: false);
        }

        var length = (int)Math.Min(file.Length, MaxBytes);
        var memory = files.Rent(length);
        file.ReadExactly(memory, 0, length);
        return (memory, length, IsBorrowed: true);
    }

    private (Article Article, Enrichment? Enrichment) Enriched(Article article, CancellationToken cancellationToken) =>
        (article, enrich ? enricher.Enrich(article, cancellationToken) : null);

    private static ParseInput ToParse(InspectInput input, ReadOnlyMemory<byte> bytes)
    {
        var type = ContentTypeOf(input.ContentType);
        return new ParseInput
        {
            Bytes = bytes,
            MediaType = type?.MediaType,
            Charset = type?.CharSet,
            Url = input.Url,
            FileName = Path.GetFileName(input.Path),
        };
    }

    private static System.Net.Mime.ContentType? ContentTypeOf(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : new System.Net.Mime.ContentType(text);
        }
        catch (FormatException)
        {
            return null; // a transport that says nonsense has said nothing
        }
    }

    private static Answer Unreadable(InspectInput input, string problem) => new(InspectLine.OfRejection(input, "unreadable", problem, []), Unread: true);

    private sealed record Answer(byte[] Line, bool Unread = false);
}
