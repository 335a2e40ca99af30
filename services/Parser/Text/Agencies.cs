using System.Collections.Frozen;

namespace Dateline.Parser.Text;

/// <summary>News agencies by the code they sign with: a known one makes weaker shapes of a dateline certain.</summary>
internal static class Agencies
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "AP", "Associated Press", "AFP", "Agence France-Presse", "Reuters", "Thomson Reuters Foundation", "UPI", "dpa", "EFE", "ANSA", "LUSA", "PTI", "ANI", "IANS", "UNI", "APP", "PPI", "TASS", "ITAR-TASS",
        "Interfax", "RIA Novosti", "Sputnik", "Xinhua", "Kyodo", "Jiji", "Yonhap", "Bernama", "Antara", "PNA", "VNA", "BSS", "UNB", "IRNA", "ISNA", "FNA",
        "Anadolu", "AA", "SANA", "SPA", "WAM", "KUNA", "QNA", "BNA", "ONA", "Petra", "MENA", "WAFA", "NAN", "GNA", "KNA", "IPS", "Belga", "ANP", "ATS", "APA", "PAP",
        "CTK", "MTI", "TT", "NTB", "Ritzau", "STT", "AAP", "CP", "The Canadian Press", "Tanjug", "HINA", "BTA", "Agerpres", "Ukrinform", "BelTA", "Kazinform",
        "MONTSAME", "ANN", "CNA", "PRNewswire", "BUSINESS WIRE", "GLOBE NEWSWIRE", "Bloomberg", "ТАСС", "РИА Новости", "Интерфакс", "Europa Press", "Agência Brasil",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string? name) => name is not null && Known.Contains(name);
}
