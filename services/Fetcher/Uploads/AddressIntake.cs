using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Uploads;

/// <summary>Takes addresses in that somebody asks to be fetched: a receipt for each, a refusal for those that never could be.</summary>
public sealed class AddressIntake(FrontierQueue frontier, GuardedClient client)
{
    public async Task<IReadOnlyList<UploadReceipt>> AskForAsync(UrlList list, CancellationToken cancellationToken)
    {
        var parsed = list.Urls.Select(text => (text, url: TargetKey.Parse(text))).ToList();
        var problems = parsed.Select(item => item.url is null
            ? "This is no http or https address. Give it in full, such as https://example.org/article."
            : client.Refusal(item.url)).ToList();
        await frontier.AskForAsync([.. parsed.Where((_, i) => problems[i] is null).Select(item => item.url!)], cancellationToken);
        return [.. parsed.Select((item, i) => problems[i] is { } problem
            ? new UploadReceipt("refused", Url: item.text, Problem: problem)
            : new UploadReceipt("queued", Url: item.text, Location: $"/v1/why?url={Uri.EscapeDataString(item.text)}"))];
    }
}
