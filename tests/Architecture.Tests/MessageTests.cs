using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dateline.Architecture.Tests;

/// <summary>What the messages of the line must tell whoever reads them.</summary>
public sealed class MessageTests
{
    private static readonly IReadOnlyList<BaseTypeDeclarationSyntax> Contracts =
        [.. SourceFile.Product.Where(file => file.Path.StartsWith("shared/Contracts/")).SelectMany(file => file.Types)];

    // What travels by itself carries the document's journey so far, or tells of what is no more; the other records are parts of messages.
    private static readonly IReadOnlyList<BaseTypeDeclarationSyntax> Messages =
        [.. Contracts.Where(type => type.Properties().Any(property => property.Type.ToString() == "Journey") || type.Summary().Contains("Published by ", StringComparison.Ordinal))];

    [Fact]
    public void Every_message_names_its_publisher_and_its_consumers()
    {
        Messages.ShouldNotBeEmpty();
        Messages
            .Where(message => !message.Summary().Contains("Published by ", StringComparison.Ordinal)
                || !message.Summary().Contains("consumed by ", StringComparison.Ordinal))
            .Select(message => message.Identifier.Text)
            .ShouldBeEmpty("say \"Published by X; consumed by Y.\" in its summary");
    }

    [Fact]
    public void Every_message_says_which_document_it_is_about() =>
        Messages.Where(message => message.Properties().All(property => property.Type.ToString() != "DocumentRef" && property.Identifier.Text != "DocumentIds"))
            .Select(message => message.Identifier.Text)
            .ShouldBeEmpty();

    [Fact]
    public void Every_contract_is_immutable() =>
        Contracts.SelectMany(type => type.Properties()
                .Where(property => property.AccessorList?.Accessors.Any(accessor => accessor.Keyword.Text == "set") == true)
                .Select(property => $"{type.Identifier.Text}.{property.Identifier.Text}"))
            .ShouldBeEmpty();

    [Fact]
    public void Consumers_listen_to_messages_of_the_contracts()
    {
        var consumed = SourceFile.Product.SelectMany(file => file.Types).SelectMany(type => type.ConsumedMessages())
            .Select(message => message.StartsWith("Batch<") ? message["Batch<".Length..^1] : message)
            // A fault is MassTransit's own envelope: it is consumed as it is, whatever it holds.
            .Where(message => message is not ("Fault" or "ReceiveFault") && !message.StartsWith("Fault<"))
            .Distinct();

        consumed.Except(Messages.Select(message => message.Identifier.Text)).ShouldBeEmpty();
    }
}
