namespace Dateline.Dashboard.Clients;

/// <summary>The line a wire text opens with.</summary>
public sealed record ArticleDateline(string? Place, DateOnly? Date, string? Agency);
