namespace Dateline.Dashboard.Clients;

/// <summary>What the pages ask of the archive about rules on what comes in.</summary>
public sealed class RuleClient(RestConnection rest)
{
    public Task<RuleList> ListAsync(CancellationToken cancellationToken) =>
        rest.GetAsync<RuleList>(Service.Storage, "v1/rules", cancellationToken);

    public Task<Rule> AddAsync(RuleDraft draft, CancellationToken cancellationToken) =>
        rest.PostAsync<Rule>(Service.Storage, "v1/rules", draft, cancellationToken);

    public Task<Rule> ChangeAsync(Guid id, RuleDraft draft, CancellationToken cancellationToken) =>
        rest.PutAsync<Rule>(Service.Storage, $"v1/rules/{id}", draft, cancellationToken);

    public Task RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        rest.DeleteAsync(Service.Storage, $"v1/rules/{id}", cancellationToken);

    /// <summary>What the query meets of what was first stored in the last days.</summary>
    public Task<ArticlePage> PreviewAsync(string query, int days, CancellationToken cancellationToken) =>
        rest.PostAsync<ArticlePage>(Service.Storage, "v1/rules/preview", new { query, days }, cancellationToken);

    /// <param name="remove">A drop rule removes what it meets for good, and asks for this word.</param>
    public Task<RuleOutcome> ApplyAsync(Guid id, bool remove, CancellationToken cancellationToken) =>
        rest.PostAsync<RuleOutcome>(Service.Storage, $"v1/rules/{id}/apply", remove ? new { remove } : null, cancellationToken);
}
