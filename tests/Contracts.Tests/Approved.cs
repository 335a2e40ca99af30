using Dateline.Testing;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Dateline.Contracts.Tests;

/// <summary>Compares with a file that somebody looked at and committed.</summary>
internal static class Approved
{
    private static readonly string Folder = SolutionRoot.Combine("tests", "Contracts.Tests", "approved");

    public static void ShouldMatch(string name, string received)
    {
        var path = Path.Combine(Folder, $"{name}.json");
        if (Environment.GetEnvironmentVariable("DATELINE_APPROVE") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, received);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        if (approved == received)
            return;

        throw new ShouldAssertException(
            $"""
            The wire format of {name} is not the approved one (- approved, + now):

            {Difference(approved, received)}

            A member or name that is gone or renamed breaks messages already in queues: make a new record beside the old one.
            If it is only an addition, approve it and commit the file:
              DATELINE_APPROVE=1 dotnet run --project tests/Contracts.Tests
            """);
    }

    private static string Difference(string before, string after) => string.Join('\n',
        InlineDiffBuilder.Diff(before, after).Lines.Where(line => line.Type is not ChangeType.Unchanged)
            .Select(line => (line.Type is ChangeType.Deleted ? "- " : "+ ") + line.Text));
}
