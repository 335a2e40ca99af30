using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Testing;

/// <summary>One host of the simulated web. Paths include the query; what was not set up answers 404.</summary>
public sealed class SimulatedSite
{
    private readonly ConcurrentDictionary<string, Func<ObservedRequest, SimulatedReply>> _replies = new();

    internal SimulatedSite(string host) => Host = host;

    public string Host { get; }

    public string Url(string path) => $"http://{Host}{path}";

    public SimulatedSite Page(string path, string html, string contentType = "text/html; charset=utf-8") =>
        Bytes(path, Encoding.UTF8.GetBytes(html), contentType);

    public SimulatedSite Feed(string path, string xml, string contentType = "application/rss+xml; charset=utf-8") =>
        Bytes(path, Encoding.UTF8.GetBytes(xml), contentType);

    public SimulatedSite Robots(string text) => Bytes("/robots.txt", Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");

    public SimulatedSite Bytes(string path, byte[] body, string? contentType) =>
        Reply(path, new SimulatedReply { Body = body, ContentType = contentType });

    public SimulatedSite Redirect(string path, string location, int status = 301) =>
        Reply(path, new SimulatedReply { Status = status, Headers = new Dictionary<string, string> { ["Location"] = location } });

    public SimulatedSite Status(string path, int status, params (string Name, string Value)[] headers) =>
        Reply(path, new SimulatedReply { Status = status, Headers = headers.ToDictionary(header => header.Name, header => header.Value) });

    public SimulatedSite Reply(string path, SimulatedReply reply) => On(path, _ => reply);

    /// <summary>Answers with a strong ETag made of the body, and with 304 to whoever has that already.</summary>
    /// <param name="lastModified">Sent as it is, so that a wrong form can be tried; <c>If-Modified-Since</c> is compared as text.</param>
    public SimulatedSite Validated(string path, string body, string contentType, string? lastModified = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"";
        var headers = new Dictionary<string, string> { ["ETag"] = tag };
        if (lastModified is not null)
            headers["Last-Modified"] = lastModified;
        return On(path, request =>
            request.Header("If-None-Match") == tag
            || (request.Header("If-None-Match") is null && lastModified is not null && request.Header("If-Modified-Since") == lastModified)
                ? new SimulatedReply { Status = 304, Headers = headers }
                : new SimulatedReply { Body = bytes, ContentType = contentType, Headers = headers });
    }

    /// <summary>Answers with whatever the function makes of the request; called at once by several requests.</summary>
    public SimulatedSite On(string path, Func<ObservedRequest, SimulatedReply> reply)
    {
        _replies[path] = reply;
        return this;
    }

    internal SimulatedReply Answer(ObservedRequest request) =>
        _replies.TryGetValue(request.PathAndQuery, out var reply) ? reply(request) : new SimulatedReply { Status = 404 };
}
