using Dateline.Content;
using Dateline.Contracts;
using Dateline.Messaging;
using Dateline.Telemetry;
using MassTransit;

namespace Dateline.Parser;

/// <summary>Parses accepted documents. One message in, exactly one out: parsed or rejected.</summary>
public sealed class ParseDocumentConsumer(DocumentParser parser, ContentStore content, TimeProvider time) : IConsumer<DocumentFetched>
{
    private readonly StageClock clock = new(Stage.Parse, DocumentParser.Version, time);

    public async Task Consume(ConsumeContext<DocumentFetched> context)
    {
        var fetched = context.Message;
        using var activity = ActivitySources.Parser.StartActivity("parse document");
        activity?.SetTag("dateline.document.id", fetched.Document.Id);
        var run = clock.Start();

        var bytes = await content.ReadAsync(fetched.Document.ContentKey, context.CancellationToken);
        switch (parser.Parse(Input(fetched, bytes), context.CancellationToken))
        {
            case ParseResult.Parsed parsed:
                await context.PublishWithDeadlineAsync(new ArticleParsed
                {
                    Document = fetched.Document,
                    Article = parsed.Article,
                    Journey = run.Finish(fetched.Journey),
                }, context.CancellationToken);
                run.CountPassed();
                FieldMetrics.Count(fetched.Document.SourceTitle, parsed.Article);
                break;

            case ParseResult.Rejected rejected:
                await context.PublishWithDeadlineAsync(new DocumentRejected
                {
                    Document = fetched.Document,
                    Stage = Stage.Parse,
                    Reason = rejected.Reason,
                    Detail = rejected.Detail,
                    Journey = run.Finish(fetched.Journey, rejected.Detail),
                }, context.CancellationToken);
                run.CountRejected(rejected.Reason);
                break;
        }
    }

    private static ParseInput Input(DocumentFetched fetched, byte[] bytes) => new()
    {
        Bytes = bytes,
        MediaType = fetched.MediaType,
        Charset = fetched.DeclaredCharset,
        Url = fetched.Document.FinalUrl ?? fetched.Document.Url,
        FileName = fetched.Document.FileName,
        Feed = fetched.Feed,
        Response = fetched.Response,
    };
}
