using System.Text;

namespace Dateline.Parser.Charsets;

/// <summary>Finds the encoding that a charset's name means on the web, where Latin-1 means windows-1252.</summary>
internal static class CharsetName
{
    static CharsetName() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;

        var clean = name.Trim().Trim('"', '\'', ';').ToLowerInvariant();
        var known = clean switch
        {
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso8859-1" or "cp1252" or "x-cp1252" => "windows-1252",
            "iso-8859-9" or "latin5" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "shift-jis" or "sjis" or "x-sjis" or "windows-31j" => "shift_jis",
            "ks_c_5601-1987" or "euc-kr" => "ks_c_5601-1987",
            "cp1251" or "x-cp1251" => "windows-1251",
            _ => clean,
        };

        try
        {
            return Encoding.GetEncoding(known);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
