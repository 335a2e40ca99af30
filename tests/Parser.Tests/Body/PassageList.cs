using System.Text;
using Dateline.Parser.Body;
using Dateline.Parser.Formats;

namespace Dateline.Parser.Tests.Body;

/// <summary>The passages of a page that a test writes.</summary>
internal static class PassageList
{
    public static List<Passage> Of(string body) =>
        HtmlReader.ReadPassages(Encoding.UTF8.GetBytes($"<html><body>{body}</body></html>"), new ParserOptions()).ShouldNotBeNull().Passages;
}
