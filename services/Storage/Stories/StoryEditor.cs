using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Stories;

/// <summary>Merges and splits stories on a person's word. Whatever arrives later joins what the person left.</summary>
public sealed class StoryEditor(Database<ArchiveDb> database, TimeProvider time)
{
    private readonly IArchiveTables tables = IArchiveTables.For(database.Kind);

    /// <summary>Puts the articles of other stories into one. Answers with its id, or says what is wrong.</summary>
    public Task<StoryEdit> MergeAsync(Guid into, IReadOnlyCollection<Guid> others, CancellationToken cancellationToken) =>
        database.WriteAsync(async (db, token) =>
        {
            await tables.LockAsync(db, token);
            var wanted = others.Append(into).ToHashSet();
            var rows = await db.Stories.AsNoTracking().Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token);
            if (wanted.FirstOrDefault(id => !rows.ContainsKey(id)) is var missing && missing != Guid.Empty)
                return StoryEdit.Refused($"There is no story {missing}.");
            if (rows.Values.FirstOrDefault(row => row.MergedInto is not null) is { } merged)
                return StoryEdit.Refused($"Story {merged.Id} was merged into {merged.MergedInto} before; name that one.");

            var writing = new StoryWriting(db, tables);
            foreach (var row in rows.Values.Where(row => row.Id != into))
            {
                await writing.MoveAsync(await db.Articles.Where(article => article.StoryId == row.Id).Select(article => article.Id).ToListAsync(token), into, token);
                await writing.RedirectAsync(row, into, token);
            }

            await writing.RebuildAsync(into, token);
            return new StoryEdit(into, null);
        }, cancellationToken);

    /// <summary>Takes articles out of a story into a new one of their own.</summary>
    public Task<StoryEdit> SplitAsync(Guid from, IReadOnlyCollection<Guid> articles, CancellationToken cancellationToken) =>
        database.WriteAsync(async (db, token) =>
        {
            await tables.LockAsync(db, token);
            var wanted = articles.ToHashSet();
            var members = await db.Articles.Where(row => row.StoryId == from).Select(row => row.Id).ToListAsync(token);
            if (wanted.Except(members).FirstOrDefault() is var stranger && stranger != Guid.Empty)
                return StoryEdit.Refused($"Article {stranger} is not in story {from}.");
            if (wanted.Count == 0 || wanted.Count == members.Count)
                return StoryEdit.Refused("Name at least one of the story's articles, and not all of them.");

            var id = Guid.CreateVersion7(time.GetUtcNow());
            var writing = new StoryWriting(db, tables);
            await writing.MoveAsync(wanted, id, token);
            await writing.RebuildAsync(id, token);
            await writing.RebuildAsync(from, token);
            return new StoryEdit(id, null);
        }, cancellationToken);
}
