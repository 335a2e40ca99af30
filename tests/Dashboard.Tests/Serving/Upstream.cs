using Dateline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.Dashboard.Tests.Serving;

/// <summary>A service behind the dashboard: a real server that keeps the requests it gets and answers as a test says.</summary>
public sealed class Upstream : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Dictionary<string, Func<HttpContext, IResult>> answers = [];

    private Upstream(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The headers of the requests, in the order they came.</summary>
    public List<IHeaderDictionary> Requests { get; } = [];

    public static async Task<Upstream> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var upstream = new Upstream(app, address);
        app.Run(upstream.AnswerAsync);
        await app.StartAsync();
        return upstream;
    }

    public Upstream With(string pathAndQuery, Func<HttpContext, IResult> answer)
    {
        answers[pathAndQuery] = answer;
        return this;
    }

    public Upstream With(string pathAndQuery, string json) => With(pathAndQuery, _ => Results.Text(json, "application/json"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Requests.Add(new HeaderDictionary(context.Request.Headers.ToDictionary()));
        var asked = context.Request.Path + context.Request.QueryString;
        return (answers.GetValueOrDefault(asked)?.Invoke(context) ?? Results.NotFound()).ExecuteAsync(context);
    }
}
