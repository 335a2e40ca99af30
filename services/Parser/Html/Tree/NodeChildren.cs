using System.Collections;

namespace Dateline.Parser.Html.Tree;

/// <summary>The nodes right below one, in reading order.</summary>
internal readonly struct NodeChildren(HtmlPage page, int parent, bool elements) : IEnumerable<Node>
{
    public Enumerator GetEnumerator() => new(page, parent, elements);

    IEnumerator<Node> IEnumerable<Node>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes from one child to the next over all that is below it.</summary>
    internal struct Enumerator(HtmlPage page, int parent, bool elements) : IEnumerator<Node>
    {
        private readonly int end = page.Nodes[parent].End;
        private int at = -1;

        public readonly Node Current => new(page, at);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            do
                at = at < 0 ? parent + 1 : page.Nodes[at].End;
            while (elements && at < end && page.Tags[at] == Tag.None);
            return at < end;
        }

        public void Reset() => at = -1;

        public readonly void Dispose()
        {
        }
    }
}
