using Dateline.Testing;

namespace Dateline.Benchmarks;

/// <summary>All roles, or some, in one process, messages in memory, SQLite files: what runs without any configuration.</summary>
internal sealed class EmbeddedLine : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new("embedded");
    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{FreePort.Next()}") };
    private readonly DatelineProcess _process;

    private EmbeddedLine(IReadOnlyDictionary<string, string>? environment, string[] roles) => _process = DatelineProcess.Start(
        ["serve", .. roles, "--urls", _http.BaseAddress!.ToString(), "--data", _folder.Combine("data")],
        new Dictionary<string, string>(environment ?? new Dictionary<string, string>()) { ["Logging:LogLevel:Default"] = "Warning" },
        _folder.Path);

    public static async Task<MeasuredLine> StartAsync(IReadOnlyDictionary<string, string>? environment = null, params string[] roles)
    {
        var line = new EmbeddedLine(environment, roles);
        await line._process.WaitUntilHealthyAsync($"{line._http.BaseAddress}health/ready", TimeSpan.FromMinutes(2));
        return new MeasuredLine(line._http, new Dictionary<string, int> { ["all roles"] = line._process.Id }, line);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
