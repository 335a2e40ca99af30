using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dateline.Architecture.Tests;

/// <summary>Questions about the declaration of a type.</summary>
internal static class TypeSyntax
{
    /// <summary>Visible from other projects: public, and so is everything around it.</summary>
    public static bool IsPublic(this BaseTypeDeclarationSyntax type) =>
        type.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().All(part => part.Modifiers.Any(SyntaxKind.PublicKeyword));

    public static bool IsTopLevel(this BaseTypeDeclarationSyntax type) => type.Parent is not BaseTypeDeclarationSyntax;

    /// <summary>The text of the summary on one line; empty when there is none.</summary>
    public static string Summary(this BaseTypeDeclarationSyntax type)
    {
        var comments = type.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>();
        var summary = comments.SelectMany(comment => comment.Content).OfType<XmlElementSyntax>()
            .FirstOrDefault(element => element.StartTag.Name.LocalName.Text == "summary");
        var words = summary?.Content.ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries) ?? [];
        return string.Join(' ', words.Where(word => word != "///"));
    }

    /// <summary>The message types of the <c>IConsumer</c> interfaces it implements, as they are written.</summary>
    public static IEnumerable<string> ConsumedMessages(this BaseTypeDeclarationSyntax type) =>
        from implemented in type.BaseList?.Types ?? []
        let name = implemented.Type as GenericNameSyntax
        where name?.Identifier.Text == "IConsumer"
        select name.TypeArgumentList.Arguments.Single().ToString();

    public static IEnumerable<PropertyDeclarationSyntax> Properties(this BaseTypeDeclarationSyntax type) =>
        type is TypeDeclarationSyntax declaration ? declaration.Members.OfType<PropertyDeclarationSyntax>() : [];
}
