using System.Security.Claims;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Dateline.Query.Syntax;
using Dateline.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Storage.Rules;

/// <summary>Rules over REST.</summary>
internal static class RuleEndpoints
{
    private const int Shown = 20;
    private const int MostDays = 36_500;

    public static void MapRules(this IEndpointRouteBuilder app)
    {
        var rules = app.MapGroup("/v1/rules").WithTags("Rules").RequireAuthorization(Scopes.Admin).AddEndpointFilter(new KnownParameters());

        rules.MapGet("/", (RuleStore store, CancellationToken token) => store.ListAsync(token)).WithName("listRules").WithSummary("All rules, in their order");

        rules.MapPost("/", AddAsync)
            .WithName("addRule").WithSummary("Add a rule")
            .WithDescription("Articles that match when they arrive are kept, dropped (the document is rejected with the rule's name, and can be replayed) or tagged. Try the query with /v1/rules/preview first.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);

        rules.MapPut("/{id:guid}", ChangeAsync)
            .WithName("changeRule").WithSummary("Change a rule").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

        rules.MapDelete("/{id:guid}", RemoveAsync).WithName("removeRule").WithSummary("Remove a rule").ProducesProblem(StatusCodes.Status404NotFound);

        rules.MapPost("/preview", PreviewAsync)
            .WithName("previewRule").WithSummary("What a rule would have met")
            .WithDescription("Matches among what was first stored in the last days: their number, and the newest.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

        rules.MapPost("/{id:guid}/apply", ApplyAsync)
            .WithName("applyRule").WithSummary("Apply a rule to what is stored")
            .WithDescription("A tag rule gives its tag. A drop rule removes what it meets and no keep rule before it does, for good and with an entry in the takedown log: look at /v1/rules/preview first, and say `{\"remove\":true}`. `days` limits both to what was first stored lately. It runs in small steps; broken off, it can be sent again.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<Rule>, ProblemHttpResult>> AddAsync(RuleDraft draft, RuleStore store, CancellationToken cancellationToken) =>
        await store.AddAsync(Checked(draft), cancellationToken) is { } rule
            ? TypedResults.Created($"/v1/rules/{rule.Id}", rule)
            : RequestProblem.Conflict("There is a rule of this name.", "Choose another name, or change that rule with PUT.");

    private static async Task<Results<Ok<Rule>, ProblemHttpResult>> ChangeAsync(Guid id, RuleDraft draft, RuleStore store, CancellationToken cancellationToken) =>
        await store.ChangeAsync(id, Checked(draft), cancellationToken) is { } rule ? TypedResults.Ok(rule) : NoRule();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, RuleStore store, CancellationToken cancellationToken) =>
        await store.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : NoRule();

    private static async Task<Ok<ArticlePage>> PreviewAsync(RuleTrial trial, ArticleSearch search, TimeProvider time, CancellationToken cancellationToken)
    {
        if (trial.Days is < 1 or > 365)
            throw SearchMistakeException.In("days", "days is out of range.", "Give a number from 1 to 365.");
        var query = RuleReach.Since(CriteriaReader.Query(trial.Query ?? "", "query"), trial.Days, time);
        return TypedResults.Ok(await search.FindAsync(new ArticleCriteria { Query = query, Limit = Shown }, trial.Query ?? "", cancellationToken));
    }

    private static async Task<Results<Ok<RuleOutcome>, ProblemHttpResult>> ApplyAsync(
        Guid id, RuleApplication? application, ClaimsPrincipal user, RuleStore store, RuleReach reach, CancellationToken cancellationToken)
    {
        var (days, remove) = application ?? new RuleApplication();
        if (days is < 1 or > MostDays)
            throw SearchMistakeException.In("days", "days is out of range.", $"Give a number from 1 to {MostDays}, or leave it out.");
        if (await store.FindAsync(id, cancellationToken) is not { } rule)
            return NoRule();
        return (rule.Action, remove) switch
        {
            ("tag", false) => TypedResults.Ok(new RuleOutcome(await reach.TagAsync(rule, days, cancellationToken))),
            ("drop", true) => TypedResults.Ok(new RuleOutcome(
                await reach.RemoveAsync(rule, days, user.Identity?.Name is { Length: > 0 } name ? name : "local", cancellationToken))),
            ("drop", false) => RequestProblem.BadRequest("This would remove articles for good.", "See what it meets with /v1/rules/preview; then send {\"remove\":true}."),
            ("tag", true) => RequestProblem.BadRequest("A tag rule removes nothing.", "Leave remove out."),
            _ => RequestProblem.BadRequest("A keep rule changes nothing in what is stored.", "It only keeps drop rules behind it from articles."),
        };
    }

    private static RuleDraft Checked(RuleDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Name) || draft.Name.Length > 200)
            throw SearchMistakeException.In("name", "A name is needed.", "Give one of at most 200 characters.");
        if (draft.Action is not ("keep" or "drop" or "tag"))
            throw SearchMistakeException.In("action", $"There is no action \"{draft.Action}\".", "Use keep, drop or tag.");
        if (draft.Action == "tag" && string.IsNullOrWhiteSpace(draft.Tag))
            throw SearchMistakeException.In("tag", "A tag rule needs a tag.", "Give it as tag.");
        var query = CriteriaReader.Query(draft.Query ?? "", "query");
        if (query is AllNode)
            throw SearchMistakeException.In("query", "A rule needs a query.", "Say which articles it is about, such as title:advertorial.");
        if (StoryNode.In(query) is { } story)
            throw new SearchMistakeException(new SearchProblem(
                "A rule cannot ask for a story.", "Rules decide when an article arrives, before its story is known. Name words or entities of the story.", "query", story.Start));
        return draft with { Name = draft.Name.Trim(), Tag = draft.Action == "tag" ? draft.Tag!.Trim() : null };
    }

    private static ProblemHttpResult NoRule() => RequestProblem.NotFound("There is no such rule.", "GET /v1/rules lists them.");
}
