using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Stories;

/// <summary>Changes stories from outside the line, under its lock: members move or go, and what a story says of itself follows.</summary>
internal sealed class StoryWriting(ArchiveDb db, IArchiveTables tables)
{
    /// <summary>Articles keep the story that a person put them into: the line chooses only for new ones.</summary>
    public async Task MoveAsync(IReadOnlyCollection<Guid> articles, Guid story, CancellationToken cancellationToken)
    {
        var batch = new SqlBatch(db);
        foreach (var article in articles)
            batch.Add($"UPDATE articles SET story_id = @story, change = {tables.NextChange} WHERE id = @id", ("@story", story), ("@id", article));
        await batch.ExecuteAsync(cancellationToken);
    }

    /// <summary>Makes a story anew from the articles that are in it now; without any it goes.</summary>
    public async Task RebuildAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.StoryTerms.Where(row => row.StoryId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Stories.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
        if (await BuildAsync(id, cancellationToken) is not { } story)
            return;

        var plan = new Articles.StorePlan();
        plan.Stories.Add(story.Row);
        plan.StoryTerms.AddRange(story.IndexedTerms.Select(term => new StoryTermRow { Term = term.Key, StoryId = id, LastSeen = term.Value }));
        await tables.WriteAsync(db, plan, cancellationToken);
    }

    /// <summary>Leads from a story that is no more to the one that has its articles.</summary>
    public async Task RedirectAsync(StoryRow gone, Guid story, CancellationToken cancellationToken)
    {
        await db.StoryTerms.Where(row => row.StoryId == gone.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Stories.Where(row => row.MergedInto == gone.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.MergedInto, story), cancellationToken);
        await db.Stories.Where(row => row.Id == gone.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.MergedInto, story).SetProperty(row => row.Members, 0), cancellationToken);
    }

    private async Task<Story?> BuildAsync(Guid id, CancellationToken cancellationToken)
    {
        Story? story = null;
        var rows = db.Articles.Where(row => row.StoryId == id).OrderBy(row => row.Seq)
            .Select(row => new { row.Id, row.SortAt, row.WordCount, row.DuplicateOf, row.Image, row.Authors, row.TitleDerived, row.Gist });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var member = StoryMember.Of(
                row.Id, row.SortAt, row.WordCount, row.DuplicateOf is not null, (row.Image is null ? 0 : 1) + (row.Authors.Count > 0 ? 1 : 0) + (row.TitleDerived ? 0 : 1));
            var gist = TermWeights.Read(row.Gist);
            if (story is null)
                story = Story.Of(id, member, gist);
            else
                story.Join(member, gist);
        }

        return story;
    }
}
