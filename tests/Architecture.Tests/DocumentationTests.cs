namespace Dateline.Architecture.Tests;

/// <summary>Every public type says in a sentence what it is for, and stands in a file of its own.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void Every_public_type_has_a_summary() =>
        SourceFile.Product
            .SelectMany(file => file.Types.Where(type => type.IsPublic() && type.IsTopLevel()).Select(type => (file.Path, Type: type)))
            // One part of a partial type is enough.
            .GroupBy(found => (Folder: Path.GetDirectoryName(found.Path), Name: found.Type.Identifier.Text))
            .Where(parts => parts.All(part => part.Type.Summary().Length == 0))
            .Select(parts => $"{parts.First().Path}: {parts.Key.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void One_public_type_stands_in_a_file() =>
        SourceFile.Product
            .Select(file => (file.Path, Types: file.Types.Where(type => type.IsPublic() && type.IsTopLevel()).Select(type => type.Identifier.Text).Distinct().ToList()))
            .Where(file => file.Types.Count > 1)
            .Select(file => $"{file.Path}: {string.Join(", ", file.Types)}")
            .ShouldBeEmpty();
}
