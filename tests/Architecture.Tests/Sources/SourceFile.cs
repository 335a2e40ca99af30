using Dateline.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dateline.Architecture.Tests;

/// <summary>A C# file as the compiler reads it, comments of documentation included.</summary>
internal sealed record SourceFile(string Path, CompilationUnitSyntax Root)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Parse);

    /// <summary>The product's own code: shared and services, without generated migrations.</summary>
    public static IReadOnlyList<SourceFile> Product { get; } =
        [.. SourceTree.Files("*.cs", "shared", "services").Where(path => !path.Contains("/Migrations/")).Select(Read)];

    /// <summary>Everything, tests included.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
        [.. Product, .. SourceTree.Files("*.cs", "tests").Select(Read)];

    public IEnumerable<BaseTypeDeclarationSyntax> Types => Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>();

    /// <summary>Method names that are called, wherever.</summary>
    public IEnumerable<string> Calls => Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Select(call => call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            SimpleNameSyntax name => name.Identifier.Text,
            _ => "",
        });

    /// <summary>Names of types that are created by name, wherever.</summary>
    public IEnumerable<string> Created => Root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        .Select(creation => creation.Type).OfType<SimpleNameSyntax>().Select(name => name.Identifier.Text);

    /// <summary>The texts of string literals, the fixed parts of interpolated strings included.</summary>
    public IEnumerable<string> Texts => Root.DescendantTokens()
        .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringTextToken)
        .Select(token => token.ValueText);

    private static SourceFile Read(string path) =>
        new(path, CSharpSyntaxTree.ParseText(File.ReadAllText(SolutionRoot.Combine(path)), Options, path).GetCompilationUnitRoot());
}
