namespace Dateline.Architecture.Tests;

/// <summary>Every request to a server that is not ours goes one way, which checks the address that is connected to.</summary>
public sealed class OutboundTests
{
    /// <summary>They open connections. The commands, the dashboard and the watch over the broker speak with our own services only, at addresses that the operator gives.</summary>
    private static readonly string[] Openers = ["SocketsHttpHandler", "HttpClientHandler", "HttpClient", "Socket", "TcpClient", "WebClient"];

    private static readonly string[] Inside = ["shared/Outbound/", "shared/Messaging/", "services/Host/", "services/Dashboard/"];

    [Fact]
    public void Only_the_guarded_handler_opens_connections_to_others() =>
        SourceFile.Product.Where(file => !Inside.Any(file.Path.StartsWith))
            .SelectMany(file => file.Created.Intersect(Openers).Where(opener => !(opener == "HttpClient" && file.Created.Contains("GuardedHandler"))).Select(opener => $"{file.Path}: new {opener}"))
            .ShouldBeEmpty();

    [Fact]
    public void Both_that_speak_with_others_go_through_it() =>
        SourceFile.Product.Where(file => file.Created.Contains("GuardedHandler")).Select(file => file.Path)
            .ShouldBe(["services/Fetcher/Http/GuardedClient.cs", "services/Storage/Delivery/WebhookClient.cs"], ignoreOrder: true);
}
