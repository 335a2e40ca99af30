using System.Text;

namespace Dateline.Fetcher.Feeds;

/// <summary>Finds the decoder that browsers use for a charset's name, which is often larger than the name says.</summary>
internal static class CharsetNames
{
    /// <summary>The provider first: an initialiser of the property would run before it.</summary>
    static CharsetNames()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
    }

    public static Encoding Windows1252 { get; }

    /// <summary>Null: unknown, or not a superset of ASCII, so that the declaration itself proves it wrong.</summary>
    public static Encoding? Find(string? name)
    {
        var key = name?.Trim().Trim('"', '\'').ToLowerInvariant().Replace('_', '-');
        if (string.IsNullOrEmpty(key))
            return null;

        // WHATWG Encoding §4.2: the labels under which pages carry the Windows repertoire.
        var encoding = key switch
        {
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "l1" or "cp1252" or "windows-1252" or "x-cp1252" or "ansi" => Windows1252,
            "utf8" or "utf-8" or "unicode-1-1-utf-8" or "us-ascii" or "ascii" or "none" => Encoding.UTF8,
            "iso-8859-9" or "latin5" => Encoding.GetEncoding(1254),
            "iso-8859-11" or "tis-620" => Encoding.GetEncoding(874),
            "gb2312" or "gbk" or "gb-2312" or "x-gbk" or "gb-2312-80" or "chinese" or "cp936" or "ms936" => Encoding.GetEncoding("gb18030"),
            "shift-jis" or "sjis" or "x-sjis" or "windows-31j" or "ms-kanji" or "cp932" => Encoding.GetEncoding(932),
            "euc-kr" or "ks-c-5601-1987" or "ksc5601" or "cp949" or "windows-949" => Encoding.GetEncoding(949),
            "big5" or "big5-hkscs" or "cn-big5" or "x-x-big5" => Encoding.GetEncoding(950),
            "cp1250" => Encoding.GetEncoding(1250),
            "cp1251" or "win-1251" or "windows1251" or "win1251" => Encoding.GetEncoding(1251),
            "utf-7" => null,
            _ => Lookup(key),
        };
        return encoding is not null && encoding.GetString("<?xml"u8) == "<?xml" ? encoding : null;
    }

    public static bool IsWestern(Encoding encoding) => encoding.CodePage is 1252 or 28605 or 20127;

    private static Encoding? Lookup(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
